import { html } from 'hono/html'
import type { Future } from '#domain/fund/future.ts'
import type { AuditsWaiting, FindingsWaiting } from '#domain/network/audits/waiting.ts'
import type { LineStep } from '#src/app/meeting/line.ts'
import type { Today } from '#src/app/today.ts'
import { meetingPlace, placeOf } from '#src/desk/places.ts'
import { auditPath } from '#src/pages/audits/parts.ts'
import type { At } from '#src/pages/desk/parts.ts'
import { warningBox } from '#src/pages/entrance/parts.ts'
import { goLarge } from '#src/pages/go-large.ts'
import { type Icon, icon } from '#src/pages/icons.ts'
import { type Html, layout } from '#src/pages/layout.ts'
import { goOnPart } from '#src/pages/meeting/line.ts'
import { quotePath } from '#src/pages/quote/page.ts'
import { waysList } from '#src/pages/ways-list.ts'
import { quoteWords } from '#src/words/quote-words.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'
import {
  deskWords,
  lendingFormWords,
  lendingWords,
  proofWords,
  seldomWords,
  todayWords,
} from '#src/words/words.ts'

type Shown = {
  readonly today: Today
  /** Whose right each next step is: whoever may not is led to the meeting as it stands. */
  readonly may: Readonly<Record<LineStep | 'record' | 'elect', boolean>>
  /** What the network's audits wait for; undefined for whoever may not answer for the fund. */
  readonly audits: AuditsWaiting | undefined
  /** The line that this phone has seen and that is no longer in the book; undefined where all is well. */
  readonly gone?: number | undefined
  readonly isPractice: boolean
}

/** The meeting, as what is done next about it. */
const meetingPart = (at: At, { today: day, may }: Shown): Html => {
  const words = todayWords.in(at.language)
  const { open, meetingOn, nextMeeting, today } = day
  if (open && may[open.step]) return goOnPart(at, meetingOn, open)
  if (open || day.isHeld)
    return goLarge(meetingPlace.of(at, meetingOn), {
      about: open ? words.isOpen : words.wasHeld,
      done: dateInWords(meetingOn, at.language),
    })
  return may['count-in'] && nextMeeting === today
    ? goOnPart(at, today, { step: 'count-in' })
    : goLarge(meetingPlace.all(at), {
        about: words.nextMeeting,
        done: dateInWords(nextMeeting, at.language),
      })
}

type Waiting = {
  readonly href: string
  readonly shown: Icon
  readonly count: number
  readonly said: string
  readonly more?: string
  /** Stands out beside what merely waits. */
  readonly isBad?: true
}

const waitingRow = ({ href, shown, count, said, more, isBad }: Waiting): Html =>
  html`<li>
    <a href="${href}"
      >${icon(shown)}${isBad ? html`<b class="is-late">${count}</b>` : html`<b>${count}</b>`}
      <span>${said}${more === undefined ? '' : html`<small>${more}</small>`}</span>
      ${icon('go-on')}</a
    >
  </li>`

/** Findings of audits: those that wait for the fund's reply, and those at which somebody looks again. */
const auditRows = (at: At, { today: { today }, audits }: Shown): readonly Waiting[] => {
  const words = todayWords.in(at.language)
  const row = (
    { count, on, auditId }: FindingsWaiting,
    { said, by }: { said: (count: number) => string; by: (day: string) => string },
  ): Waiting => ({
    href: auditId === undefined ? auditPath.ofFund(at.fundId) : auditPath.one({ ...at, auditId }),
    shown: 'audits',
    count,
    said: said(count),
    more: by(dateInWords(on, at.language)),
    ...(on < today && { isBad: true }),
  })
  const { replies, looks } = audits ?? {}
  return [
    ...(replies ? [row(replies, { said: words.auditReplies, by: words.auditRepliesBy })] : []),
    ...(looks ? [row(looks, { said: words.auditLooks, by: words.auditLooksOn })] : []),
  ]
}

const waitsPart = (at: At, shown: Shown): Html => {
  const { today: day, may } = shown
  const words = todayWords.in(at.language)
  const { late, due, unelected, requests, payouts, disputes, tasks } = day
  const toPay = may.record ? placeOf.record(at, 'repayment') : placeOf.loans(at)
  const all: readonly Waiting[] = [
    {
      href: toPay,
      shown: 'late',
      count: late.count,
      said: words.late(late.count),
      more: words.lateFor(String(late.days)),
      isBad: true,
    },
    {
      href: toPay,
      shown: 'loans',
      count: due,
      said: words.due(due),
      more: words.dueBy(dateInWords(day.nextMeeting, at.language)),
    },
    { href: placeOf.queue(at), shown: 'loans', count: requests, said: words.requests(requests) },
    { href: placeOf.loans(at), shown: 'money', count: payouts, said: words.payouts(payouts) },
    {
      href: meetingPlace.disputes(at),
      shown: 'findings',
      count: disputes,
      said: words.disputes(disputes),
    },
    {
      href: may.elect ? placeOf.record(at, 'election') : placeOf.officers(at),
      shown: 'members',
      count: unelected,
      said: words.unelected(unelected),
      more: words.unelectedMeaning,
    },
    { href: `/funds/${at.fundId}/tasks`, shown: 'audits', count: tasks, said: words.tasks(tasks) },
    ...auditRows(at, shown),
  ]
  const waiting = all.filter(({ count }) => count > 0)
  return html`<section>
    <h2>${words.waits}</h2>
    ${
      waiting.length === 0
        ? html`<p>${words.nothingWaits}</p>`
        : html`<ul class="ways-list waiting">
            ${waiting.map(waitingRow)}
          </ul>`
    }
  </section>`
}

/** While the box is open its sum is not told: whoever counts it is not to know what should come out. */
const figuresPart = (at: At, { today: day }: Shown): Html => {
  const words = todayWords.in(at.language)
  const figure = (said: string, amount: number): Html =>
    html`<div>
      <dt>${said}</dt>
      <dd>${moneyInFigures({ amount, currency: day.currency })}</dd>
    </div>`
  return html`<dl class="three-figures">
      ${day.open ? figure(words.cameIn, day.cameIn) : figure(words.cash, day.cash)}
      ${figure(words.savings, day.savings)} ${figure(words.lent, day.lent)}
    </dl>
    ${day.open ? html`<p class="quiet">${words.countedAgain}</p>` : ''}`
}

/** What is written down most often, one tap away. */
const writePart = (at: At, { may }: Shown): Html => {
  if (!may.record) return html``
  const words = deskWords.in(at.language)
  const ways = [
    { href: placeOf.record(at, 'repayment'), name: words.recordRepayment },
    { href: placeOf.record(at, 'saving'), name: words.recordSaving },
    { href: placeOf.record(at, 'request'), name: lendingWords.in(at.language).writeRequest },
    { href: quotePath(at.fundId), name: quoteWords.in(at.language).toQuote },
    {
      href: placeOf.record(at, 'correction'),
      name: lendingFormWords.in(at.language).act_correction,
    },
  ]
  return waysList({ heading: todayWords.in(at.language).write, ways })
}

const goneBox = ({ language }: At, gone: number | undefined): Html | string => {
  const words = proofWords.in(language)
  return gone === undefined
    ? ''
    : warningBox(words.seenDiffers(String(gone)), words.seenDiffersNext)
}

/** Nobody lends from a fund that rests or ends without having read it. */
const futureNote = ({ language }: At, future: Future): Html | string => {
  const words = seldomWords.in(language)
  return future === 'go-on'
    ? ''
    : html`<p><b>${words.futureNow}: ${words[`future_${future}`]}</b></p>`
}

/** The first page of whoever keeps a fund's book: the meeting, what waits, three figures. */
export const todayPage = (at: At, shown: Shown): Html => {
  const words = todayWords.in(at.language)
  return layout({
    ...at,
    content: html`<h1>${words.today}</h1>
      <p class="quiet">${dateInWords(shown.today.today, at.language)}</p>
      ${goneBox(at, shown.gone)} ${futureNote(at, shown.today.future)}
      <div class="two-columns">
        <div>${meetingPart(at, shown)} ${waitsPart(at, shown)}</div>
        <div>${figuresPart(at, shown)} ${writePart(at, shown)}</div>
      </div>
      ${shown.isPractice ? html`<p><a class="button" href="/practice">${words.practice}</a></p>` : ''}`,
  })
}
