import { type TaskName, placeOf, reliefPlace, meetingPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { DeskDay } from '#src/app/desk-day.ts'
import {
  type At,
  behindDesk,
  deskLayout,
  wayBack,
  filledLink,
  deskWordsAt,
} from '#src/pages/desk/parts.ts'
import { cardSearch, loanRows } from '#src/pages/desk/rows.ts'
import { warningBox } from '#src/pages/entrance/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { meetingWordsAt } from '#src/pages/meeting/parts.ts'
import { openTasksPart } from '#src/pages/older/tasks-page.ts'
import { reliefWordsAt } from '#src/pages/relief/parts.ts'
import { quotePath } from '#src/pages/quote/page.ts'
import { quoteWords } from '#src/words/quote-words.ts'
import {
  bankWords,
  lendingFormWords,
  lendingWords,
  memberFormWords,
  proofWords,
  queueWords,
  savingWords,
  supportWords,
} from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

export type DayList = DeskDay & {
  /** What is still to do about loans of an older book. */
  readonly openTasks: number
  readonly mayRecord: boolean
  /** True when somebody was looked for; `cards` are those that were found. */
  readonly isNarrowed: boolean
  /** Whether the reader may look for a name. */
  readonly isByName: boolean
  readonly cards: readonly { readonly memberId: string; readonly card: string }[]
  /** The line that this phone has seen and that is no longer in the book; undefined where all is well. */
  readonly gone?: number | undefined
}

const supportTask = (at: At): Html =>
  html`<li>
    <a class="task plain" href="/funds/${at.fundId}/support">
      ${picture('person')}
      <span
        ><b>${supportWords.in(at.language).toSupport}</b>
        <span>${supportWords.in(at.language).toSupportMeaning}</span></span
      >
    </a>
  </li>`

const reliefTask = (at: At): Html =>
  html`<li>
    <a class="task plain" href="${reliefPlace.all(at)}">
      ${picture('postponed')}
      <span
        ><b>${reliefWordsAt(at).relief}</b> <span>${reliefWordsAt(at).reliefMeaning}</span></span
      >
    </a>
  </li>`

const tasks = (at: At, savingOf: string): Html => {
  const words = deskWordsAt(at)
  const life = lendingWords.in(at.language)
  return html`<ul class="tasks">
    <li>
      <a class="task meeting" href="${meetingPlace.all(at)}">
        ${picture('meeting')}
        <span
          ><b>${meetingWordsAt(at).meetings}</b>
          <span>${meetingWordsAt(at).toMeetingsMeaning}</span></span
        >
      </a>
    </li>
    <li>
      <a class="task loans" href="${placeOf.record(at, 'repayment')}">
        ${picture('loans')}
        <span><b>${words.recordRepayment}</b> <span>${words.recordRepaymentMeaning}</span></span>
      </a>
    </li>
    <li>
      <a class="task savings" href="${placeOf.record(at, 'saving')}${savingOf}">
        ${picture('savings')}
        <span><b>${words.recordSaving}</b> <span>${words.recordSavingMeaning}</span></span>
      </a>
    </li>
    <li>
      <a class="task loans" href="${placeOf.record(at, 'request')}${savingOf}">
        ${picture('meeting')}
        <span><b>${life.writeRequest}</b> <span>${life.writeRequestMeaning}</span></span>
      </a>
    </li>
    <li>
      <a class="task plain" href="${placeOf.queue(at)}">
        ${picture('meeting')}
        <span
          ><b>${queueWords.in(at.language).queue}</b>
          <span>${queueWords.in(at.language).queueMeaning}</span></span
        >
      </a>
    </li>
    <li>
      <a class="task plain" href="${placeOf.savings(at)}">
        ${picture('savings')}
        <span
          ><b>${savingWords.in(at.language).toSavings}</b>
          <span>${savingWords.in(at.language).toSavingsMeaning}</span></span
        >
      </a>
    </li>
    ${supportTask(at)} ${reliefTask(at)}
    <li>
      <a class="task plain" href="${placeOf.loans(at)}">
        ${picture('book')}
        <span><b>${life.register}</b> <span>${life.registerMeaning}</span></span>
      </a>
    </li>
  </ul>`
}

/** All open loans: those of the next meeting first. */
const listPart = (at: At, desk: DayList): Html => {
  const words = deskWordsAt(at)
  const { dueByMeeting, dueLater, nextMeeting, isNarrowed } = desk
  if (isNarrowed) return html``
  return html`<section>
      <h2>${words.dueByMeeting(dateInWords(nextMeeting, at.language))}</h2>
      ${
        dueByMeeting.length === 0
          ? html`<p>${words.nothingDue}</p>`
          : loanRows(at, desk, dueByMeeting)
      }
    </section>
    ${
      dueLater.length === 0
        ? ''
        : html`<section>
            <h2>${words.dueLater}</h2>
            ${loanRows(at, desk, dueLater)}
          </section>`
    }`
}

/** What was found under a name or card. */
const foundPart = (at: At, desk: DayList): Html => {
  const words = deskWordsAt(at)
  const loans = [...desk.dueByMeeting, ...desk.dueLater]
  const heading = desk.cards.map(({ card }) => words.cardOf(card)).join(', ')
  return html`<section>
    ${heading === '' ? '' : html`<h2><bdi>${heading}</bdi></h2>`}
    ${loans.length === 0 ? html`<p>${words.cardWithoutLoan}</p>` : loanRows(at, desk, loans)}
  </section>`
}

/** What is written down now and then. */
const seldom = (at: At): Html => {
  const words = lendingFormWords.in(at.language)
  return html`${wayBack(placeOf.bank(at), bankWords.in(at.language).toBank)}
  ${wayBack(placeOf.record(at, 'payment'), words.act_payment)}
  ${wayBack(placeOf.record(at, 'waiting-money'), words['act_waiting-money'])}
  ${wayBack(placeOf.record(at, 'correction'), words.act_correction)}`
}

const goneBox = ({ language }: At, gone: number | undefined): Html | string => {
  const words = proofWords.in(language)
  return gone === undefined
    ? ''
    : warningBox(words.seenDiffers(String(gone)), words.seenDiffersNext)
}

/** What the record-keeper does today: two tasks, and the loans that ask for money. */
export const deskPage = (at: At, desk: DayList): Html => {
  const words = deskWordsAt(at)
  const { dueByMeeting, dueLater, mayRecord, isNarrowed, isByName, cards } = desk
  const isFound = cards.length + dueByMeeting.length + dueLater.length > 0
  const one = isNarrowed && cards.length === 1 ? `?member=${cards[0]!.memberId}` : ''
  const content = html`<h1>${mayRecord ? words.deskHeading : words.deskReading}</h1>
    ${goneBox(at, desk.gone)} ${mayRecord ? tasks(at, one) : ''}
    ${openTasksPart(at, desk.openTasks)}
    ${cardSearch(at, { action: placeOf.desk(at), isNarrowed, isByName, isFound })}
    ${isNarrowed && isFound ? foundPart(at, desk) : listPart(at, desk)}
    ${mayRecord ? seldom(at) : wayBack(placeOf.loans(at), lendingWords.in(at.language).register)}
    ${wayBack(quotePath(at.fundId), quoteWords.in(at.language).toQuote)}`
  return deskLayout({ ...at, back: { href: '/', label: words.backToFund } }, content)
}

/** Asks whose loan is paid back. */
export const chooseLoanPage = (at: At, desk: DayList): Html => {
  const words = deskWordsAt(at)
  const { dueByMeeting, dueLater, isNarrowed, isByName } = desk
  const loans = [...dueByMeeting, ...dueLater]
  const isFound = loans.length > 0
  const action = placeOf.record(at, 'repayment')
  const content = html`<h1>${words.chooseLoan}</h1>
    <p>${words.chooseLoanMeaning}</p>
    ${cardSearch(at, { action, isNarrowed, isByName, isFound })}
    ${
      loans.length === 0
        ? html`<p>${isNarrowed ? '' : words.noOpenLoans}</p>`
        : loanRows(at, desk, loans)
    }`
  return deskLayout(behindDesk(at), content)
}

const whoseQuestion = (
  at: At,
  act: TaskName,
): { readonly heading: string; readonly how: string } => {
  const words = deskWordsAt(at)
  if (act === 'saving') return { heading: words.chooseMember, how: words.chooseMemberMeaning }
  const form = lendingFormWords.in(at.language)
  const more: Readonly<Record<string, unknown>> = { ...form, ...memberFormWords.in(at.language) }
  return { heading: String(more[`whose_${act}`]), how: form.pressCard }
}

/** Asks whose saving, request or payment it is. */
export const chooseMemberPage = (
  at: At,
  act: TaskName,
  { isNarrowed, isByName, cards }: Pick<DayList, 'isNarrowed' | 'isByName' | 'cards'>,
): Html => {
  const words = deskWordsAt(at)
  const action = placeOf.record(at, act)
  const { heading, how } = whoseQuestion(at, act)
  const links = cards.map(({ memberId, card }) => {
    const name = at.nameOf?.(card)
    return html`<li>
      <a class="button" href="${filledLink(at, `${action}?member=${memberId}`)}"
        ><bdi>${card}</bdi>${
          name === undefined ? '' : html`<span class="called"><bdi>${name}</bdi></span>`
        }</a
      >
    </li>`
  })
  const content = html`<h1>${heading}</h1>
    <p>${how}</p>
    ${cardSearch(at, { action, isNarrowed, isByName, isFound: cards.length > 0 })}
    ${
      cards.length === 0
        ? html`<p>${isNarrowed ? '' : words.noMembers}</p>`
        : html`<ul class="card-choices${at.nameOf === undefined ? '' : ' named'}">
            ${links}
          </ul>`
    }`
  return deskLayout(behindDesk(at), content)
}
