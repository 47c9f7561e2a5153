import { placeOf, reliefPlace, taskPath } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { dueSum } from '#src/pages/due.ts'
import type { ListedLoan, ListedRequest, LoanRegister } from '#src/app/lending/loan-register.ts'
import { type At, deskLayout, figure } from '#src/pages/desk/parts.ts'
import { mark } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { type Line, linesInFolds } from '#src/pages/desk/lines.ts'
import { cardSearch } from '#src/pages/desk/rows.ts'
import { goLarge } from '#src/pages/go-large.ts'
import { stateMark, lendingWordsAt } from '#src/pages/lending/parts.ts'
import { leftMarks } from '#src/pages/older/marks.ts'
import { type ListPart, partWays } from '#src/pages/list-parts.ts'
import { reliefWordsAt } from '#src/pages/relief/parts.ts'
import { type Way, waysList } from '#src/pages/ways-list.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'
import { queueWords } from '#src/words/words.ts'
import { takeAlongPart } from '#src/pages/proof/take-along.ts'

/** What of the register is asked for; everything where nothing is chosen. */
const shownStates = ['waiting', 'open', 'late', 'closed'] as const
type ShownState = (typeof shownStates)[number]

export const isShownState = (value: unknown): value is ShownState =>
  shownStates.some((state) => state === value)

type ShownRegister = {
  /** Of whoever was looked for alone, where somebody was. */
  readonly register: LoanRegister
  /** Which part of the closed loans it has. */
  readonly part: Omit<ListPart<unknown>, 'rows'>
  readonly isNarrowed: boolean
  readonly isByName: boolean
  readonly isFound: boolean
  readonly only: ShownState | undefined
  readonly mayRecord: boolean
  /** Events that still put loans off, or are to be decided about. */
  readonly events: readonly string[]
}

type Part = ShownRegister & { readonly at: At }

const told = ({ register: { currency } }: Part, amount: number): string =>
  moneyInFigures({ amount, currency })

const money = ({ register: { currency } }: Part, amount: number): Html =>
  figure({ amount, currency })

const stateOf = ({ at }: Part, loan: ListedLoan): Html => {
  const words = lendingWordsAt(at)
  if (loan.status === 'closed') return mark('good', words.paidOff)
  if (loan.status === 'written-off') return mark('bad', words.givenUp)
  if (loan.daysLate > 0) return mark('bad', words.daysLate(String(loan.daysLate)))
  return loan.isUnderRelief ? mark('eased', words.postponed) : mark('good', words.onTime)
}

/** What is asked for: of a loan that is late all that is due by now, before anything that comes later. */
const asked = (
  part: Part,
  { loanId, dueNow, next }: ListedLoan & { readonly next: NonNullable<ListedLoan['next']> },
): Html => {
  const { at, register } = part
  const words = lendingWordsAt(at)
  return dueNow > 0
    ? html`${words.dueNow} ${dueSum({ loanId, on: register.asOf }, money(part, dueNow))}`
    : html`${words.nextDue} ${dueSum({ loanId, on: next.on }, money(part, next.amount))},
        <span class="together">${dateInWords(next.on, at.language)}</span>`
}

const loanLine = (part: Part, loan: ListedLoan): Line => {
  const { at } = part
  const words = lendingWordsAt(at)
  const { next, status, number, card, loanId, left } = loan
  const isOpen = status === 'open'
  return {
    card,
    href: placeOf.loan(at, loanId),
    about: html`<bdi>${number}</bdi>`,
    sum: isOpen
      ? words.leftOf(told(part, loan.owed), told(part, loan.principal))
      : money(part, loan.principal),
    ...(isOpen && next !== undefined ? { wide: asked(part, { ...loan, next }) } : {}),
    state: html`${stateOf(part, loan)}
    ${leftMarks(left, { language: at.language, currency: part.register.currency })}`,
  }
}

const requestLine = (part: Part, request: ListedRequest): Line => {
  const { at } = part
  const words = lendingWordsAt(at)
  const { loanId, next, card, requestedOn } = request
  return {
    card,
    href: next === 'appeal' ? taskPath(at, 'appeal', { loan: loanId }) : placeOf.loan(at, loanId),
    about: words.askedOn(dateInWords(requestedOn, at.language)),
    sum: html`${money(part, request.principal)} ${words.overMonths(String(request.months))}`,
    state: stateMark(at, request.state),
  }
}

const section = (heading: string, body: Html): Html =>
  html`<section>
    <h2>${heading}</h2>
    ${body}
  </section>`

const fold = (summary: string, body: Html): Html =>
  html`<details class="fold">
    <summary>${summary}</summary>
    ${body}
  </details>`

const lateOf = ({ register }: Part): readonly ListedLoan[] =>
  register.open.filter(({ daysLate }) => daysLate > 0)

const choices = (part: Part): Html => {
  const { at, register, only } = part
  const words = lendingWordsAt(at)
  const link = (state: ShownState | undefined, label: string): Html =>
    html`<li>
      <a
        class="button"
        href="${placeOf.loans(at)}${state === undefined ? '' : `?show=${state}`}"
        ${state === only ? html` aria-current="true"` : ''}
        >${label}</a
      >
    </li>`
  const count = (items: readonly unknown[]): string => String(items.length)
  return html`<nav class="states" aria-label="${words.show}">
    <ul>
      ${link(undefined, words.showAll)}
      ${link('waiting', words.showWaiting(count(register.waiting)))}
      ${link('open', words.showOpen(count(register.open)))}
      ${link('late', words.showLate(count(lateOf(part))))}
      ${link('closed', words.showClosed(String(register.closedCount)))}
    </ul>
  </nav>`
}

/** Fewer stand open than in other lists: each has what an older book left, too. */
const together = 12

const body = (part: Part): Html => {
  const { at, register, only } = part
  const words = lendingWordsAt(at)
  const listed = (lines: readonly Line[], none: string): Html =>
    lines.length === 0 ? html`<p>${none}</p>` : linesInFolds(at, lines, together)
  const loans = (items: readonly ListedLoan[], none: string): Html =>
    listed(
      items.map((loan) => loanLine(part, loan)),
      none,
    )
  const requests = (items: readonly ListedRequest[]): Html =>
    listed(
      items.map((request) => requestLine(part, request)),
      words.noneWaiting,
    )
  const closed = loans(register.closed, words.noneClosed)
  if (only === 'waiting') return section(words.waiting, requests(register.waiting))
  if (only === 'open') return section(words.open, loans(register.open, words.noneOpen))
  if (only === 'late') return section(words.late, loans(lateOf(part), words.noneLate))
  if (only === 'closed')
    return html`${section(words.closed, closed)}
    ${partWays(at.language, part.part, (to) => `${placeOf.loans(at)}?show=closed&part=${to}`)}`
  return html`${register.waiting.length === 0 ? '' : section(words.waiting, requests(register.waiting))}
  ${section(words.open, loans(register.open, words.noneOpen))}
  ${
    register.givenUp.length === 0
      ? ''
      : fold(
          `${words.givenUp} (${register.givenUp.length})`,
          loans(register.givenUp, words.noneClosed),
        )
  }
  ${register.closed.length === 0 ? '' : fold(words.showClosed(String(register.closedCount)), closed)}
  ${register.ended.length === 0 ? '' : fold(words.ended, requests(register.ended))}`
}

/** Who comes first, relief, and each event about which something can be decided now. */
const waysPart = ({ at, events }: Part): Html => {
  const words = reliefWordsAt(at)
  const way = (href: string, name: string): Way => ({ href, name })
  return waysList({
    heading: words.relief,
    ways: [
      way(placeOf.queue(at), queueWords.in(at.language).toQueue),
      way(reliefPlace.all(at), words.relief),
      ...events.map((event) => way(reliefPlace.event(at, event), words.ofEvent(event))),
      way(reliefPlace.lines(at), words.lines),
    ],
  })
}

/** All that was lent and asked for: what waits first, then what is open, the latest on top. */
export const registerPage = (at: At, shown: ShownRegister): Html => {
  const words = lendingWordsAt(at)
  const part = { ...shown, at }
  const { register, only, mayRecord, isNarrowed, isByName, isFound } = shown
  const content = html`<h1>${words.register}</h1>
    <p class="quiet">${words.onDay(dateInWords(register.asOf, at.language))}</p>
    ${mayRecord ? goLarge(placeOf.record(at, 'request'), { done: words.writeRequest }) : ''}
    ${cardSearch(at, { action: placeOf.loans(at), isNarrowed, isByName, isFound })} ${choices(part)}
    ${body(part)} ${takeAlongPart(at, { list: 'loans' })}
    <div class="ways-lists screen-only">${waysPart(part)}</div>`
  return deskLayout({ ...at, ...(only === undefined ? {} : { query: { show: only } }) }, content)
}
