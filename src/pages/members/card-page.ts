import { html } from 'hono/html'
import { nextTogether } from '#src/app/lending/next-payment.ts'
import { dueSum } from '#src/pages/due.ts'
import type { OwnView } from '#src/app/household/own-view.ts'
import type { MemberCard, PastLine } from '#src/app/members/members-view.ts'
import { titleOf } from '#src/desk/act.ts'
import { officeNamed } from '#src/desk/officers.ts'
import { type TaskName, placeOf, taskPath } from '#src/desk/places.ts'
import { type At, deskWordsAt, fact } from '#src/pages/desk/parts.ts'
import { lastLines } from '#src/pages/household/last-lines.ts'
import { icon } from '#src/pages/icons.ts'
import type { Html } from '#src/pages/layout.ts'
import { lifeStateMark, membersAt, membersLayout } from '#src/pages/members/parts.ts'
import { leafPath } from '#src/pages/papers/leaf-page.ts'
import { whoHeading } from '#src/pages/people/face.ts'
import { type Way, waysList } from '#src/pages/ways-list.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'
import { lendingWords, printWords } from '#src/words/words.ts'

const pastSaid = (at: At, line: PastLine): string => {
  const words = membersAt(at)
  switch (line.what) {
    case 'household':
      return words[`past_household_${line.change}`]
    case 'office':
      return line.until === undefined
        ? words.past_office(officeNamed(at, line.office))
        : words.past_officeUntil(officeNamed(at, line.office), dateInWords(line.until, at.language))
    case 'ended':
      return words.past_ended(officeNamed(at, line.office))
    default:
      return words[`past_${line.what}`]
  }
}

const pastPart = (at: At, past: readonly PastLine[]): Html => {
  const words = membersAt(at)
  return html`<section>
    <h2>${words.history}</h2>
    <dl class="facts">
      ${past.map((line) => fact(dateInWords(line.on, at.language), pastSaid(at, line)))}
    </dl>
  </section>`
}

/** What changes about somebody, each on its own page that asks first. */
const acts: readonly (readonly [
  TaskName,
  'writeChange' | 'writeDeath' | 'writeCorrection' | 'writeHousehold',
])[] = [
  ['household', 'writeHousehold'],
  ['card-correction', 'writeCorrection'],
  ['member-change', 'writeChange'],
  ['death', 'writeDeath'],
]

/** What is left to do for somebody who has died. */
const afterDeath: readonly TaskName[] = ['death-settled', 'heirs']

type CardShown = {
  readonly card: MemberCard
  /** What the fund knows of the member's money. */
  readonly view: OwnView
  readonly hasPhoto: boolean
  /** What the reader may write down of this member. */
  readonly may: readonly TaskName[]
  /** What the reader may see or change of who the member is. */
  readonly person: readonly Way[]
}

const twoFigures = (at: At, { currency, savings, owed }: OwnView): Html => {
  const words = membersAt(at)
  const figure = (said: string, amount: number): Html =>
    html`<div>
      <dt>${said}</dt>
      <dd>${moneyInFigures({ amount, currency })}</dd>
    </div>`
  return html`<dl class="three-figures">
    ${figure(words.savings, savings)} ${figure(words.loanLeft, owed)}
  </dl>`
}

/** The day on which money of the member is due next, all loans of that day together, as the own page tells it. */
const nextPart = (at: At, { loans, currency }: OwnView): Html | string => {
  const words = membersAt(at)
  const next = nextTogether(loans)
  if (next === undefined) return ''
  const { on: first, amount, isAnyLate: isLate } = next
  return html`<p class="next-strip${isLate ? ' is-late' : ''}">
    ${icon('late')}
    <span
      >${words.nextPayment}
      <b class="together">${dueSum(next, moneyInFigures({ amount, currency }))}</b>,
      ${dateInWords(first, at.language)}${isLate ? html` · <b>${words.isLate}</b>` : ''}</span
    >
  </p>`
}

/** Where money of the member is written down; each loan has its own payment. */
const moneyPart = (at: At, { view: { memberId, loans }, may }: CardShown): Html | string => {
  const words = membersAt(at)
  const own = { member: memberId }
  const ways: readonly (readonly [TaskName, Readonly<Record<string, string>>, string])[] = [
    ...loans.map(({ loanId, number }) => {
      const said = loans.length === 1 ? words.repay : words.repayOn(number)
      return ['repayment', { loan: loanId }, said] as const
    }),
    ['saving', own, words.save],
    ['request', own, words.askForLoan],
    ['take-out', own, words.takeOut],
  ]
  const offered = ways.filter(([task]) => may.includes(task))
  return offered.length === 0
    ? ''
    : html`<nav class="money-ways screen-only" aria-label="${words.money}">
        ${offered.map(
          ([task, about, said], i) =>
            html`<a class="button${i === 0 ? ' go' : ''}" href="${taskPath(at, task, about)}"
              >${said}</a
            >`,
        )}
      </nav>`
}

const button = (href: string, said: string): Html =>
  html`<a class="button" href="${href}">${said}</a>`

/** Where the loans of somebody who died are ended, and the savings handed over. */
const endPart = (at: At, { view: { memberId }, may }: CardShown): Html =>
  html`<nav class="money-ways screen-only" aria-label="${membersAt(at).money}">
    ${afterDeath
      .filter((task) => may.includes(task))
      .map((task) => button(taskPath(at, task, { member: memberId }), titleOf(at, task)))}
  </nav>`

/** What the member has borrowed or asked for, each on its own page. */
const loansPart = (at: At, { loans, requests, currency }: OwnView): Html => {
  const sum = (amount: number): string => moneyInFigures({ amount, currency })
  const desk = deskWordsAt(at)
  const lending = lendingWords.in(at.language)
  return waysList({
    heading: membersAt(at).loans,
    ways: [
      ...loans.map(({ loanId, number, owed }) => ({
        href: placeOf.loan(at, loanId),
        name: `${desk.loanOf(number)}: ${sum(owed)}`,
      })),
      ...requests.map(({ loanId, principal, state }) => ({
        href: placeOf.loan(at, loanId),
        name: `${lending[`state_${state}`]}: ${sum(principal)}`,
      })),
    ],
  })
}

const fold = (said: string, content: Html): Html =>
  html`<details class="fold">
    <summary>${said}</summary>
    ${content}
  </details>`

const folded = (said: string, ways: readonly Way[]): Html | string =>
  ways.length === 0
    ? ''
    : fold(
        said,
        html`<p class="buttons screen-only">
          ${ways.map(({ href, name }) => button(href, name))}
        </p>`,
      )

/** What changes about the member, and what is said not to be right; whoever reads alone is offered nothing to write. */
const changesPart = (at: At, { card: { state }, view, may }: CardShown): Html | string => {
  const words = membersAt(at)
  const to = (task: TaskName, name: string): Way => ({
    href: taskPath(at, task, { member: view.memberId }),
    name,
  })
  const changes = acts
    .filter(([task]) => may.includes(task) && state !== 'dead')
    .map(([task, label]) => to(task, words[label]))
  const isKept = may.includes('member-change')
  return folded(words.changes, [
    ...changes,
    ...(isKept ? [to('dispute', titleOf(at, 'dispute'))] : []),
  ])
}

const personPart = (at: At, { person }: CardShown): Html | string =>
  folded(membersAt(at).whoItIs, person)

/** A member as the fund knows them: money first, then what can be done, then everything else. */
export const memberCardPage = (at: At, shown: CardShown): Html => {
  const { card, view, hasPhoto } = shown
  const words = membersAt(at)
  const prints = printWords.in(at.language)
  const { member, state, since, proxy, livesWith, past } = card
  const { memberId } = member
  const paper = { fundId: at.fundId, memberId }
  const day = (on: string): string => dateInWords(on, at.language)
  const where = html`${lifeStateMark(at, state)} ${words.fromDay(day(since))}`
  return membersLayout(
    at,
    html`${whoHeading(at, { memberId, card: member.card, hasPhoto }, { more: where })}
      ${twoFigures(at, view)} ${nextPart(at, view)}
      ${state === 'dead' ? endPart(at, shown) : moneyPart(at, shown)}
      ${lastLines(view, { language: at.language })} ${loansPart(at, view)}
      <p class="buttons screen-only">
        ${button(leafPath.passbook(paper), prints.passbook)}
        ${button(leafPath.month(paper), prints.statement)}
      </p>
      ${fold(
        words.cardAndHousehold,
        html`<dl class="facts">
            ${fact(words.since, day(member.admittedOn))}
            ${fact(words.sex, words[`sex_${member.sex}`])}
            ${fact(words.zone, html`<bdi>${member.zone}</bdi>`)}
            ${fact(words.poverty, member.povertyLevel === undefined ? words.none : String(member.povertyLevel))}
            ${proxy === undefined ? '' : fact(words.votesFor, html`<bdi>${proxy}</bdi>`)}
            ${fact(
              words.livesWith,
              livesWith.length === 0 ? words.livesAlone : html`<bdi>${livesWith.join(' · ')}</bdi>`,
            )}
          </dl>
          ${pastPart(at, past)}`,
      )}
      ${changesPart(at, shown)} ${personPart(at, shown)}`,
  )
}
