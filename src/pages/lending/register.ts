import { placeOf, reliefPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { dueSum } from '#src/pages/due.ts'
import type { ListedLoan, ListedRequest, LoanRegister } from '#src/app/lending/loan-register.ts'
import { type At, deskLayout, figure, deskWordsAt } from '#src/pages/desk/parts.ts'
import { mark } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { cardText, stateMark, stepLink, lendingWordsAt } from '#src/pages/lending/parts.ts'
import { leftMarks } from '#src/pages/older/marks.ts'
import { reliefWordsAt } from '#src/pages/relief/parts.ts'
import { picture } from '#src/pages/pictures.ts'
import { dateInWords } from '#src/words/locale.ts'
import { queueWords } from '#src/words/words.ts'

/** What of the register is asked for; everything where nothing is chosen. */
const shownStates = ['waiting', 'open', 'late', 'closed'] as const
type ShownState = (typeof shownStates)[number]

export const isShownState = (value: unknown): value is ShownState =>
  shownStates.some((state) => state === value)

type ShownRegister = {
  readonly register: LoanRegister
  readonly only: ShownState | undefined
  readonly mayRecord: boolean
  /** Events that still put loans off, or are to be decided about. */
  readonly events: readonly string[]
}

type Part = ShownRegister & { readonly at: At }

const labelled = (label: string, value: Html | string): Html =>
  html`<span class="pair"><span class="quiet">${label}</span> <b>${value}</b></span>`

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
    ? labelled(words.dueNow, dueSum({ loanId, on: register.asOf }, money(part, dueNow)))
    : labelled(
        words.nextDue,
        html`${dueSum({ loanId, on: next.on }, money(part, next.amount))},
          <span class="together">${dateInWords(next.on, at.language)}</span>`,
      )
}

const loanLine = (part: Part, loan: ListedLoan): Html => {
  const { at } = part
  const words = lendingWordsAt(at)
  const { next, status } = loan
  return html`<li>
    <a class="name" href="${placeOf.loan(at, loan.loanId)}">
      <b><bdi>${deskWordsAt(at).loanOf(loan.number)}</bdi></b> ${cardText(at, loan.card)}
    </a>
    ${labelled(words.lent, money(part, loan.principal))}
    ${labelled(words.left, money(part, loan.owed))}
    ${status === 'open' && next !== undefined ? asked(part, { ...loan, next }) : html`<span></span>`}
    <span class="marks"
      >${stateOf(part, loan)}
      ${leftMarks(loan.left, { language: at.language, currency: part.register.currency })}</span
    >
  </li>`
}

const requestLine = (part: Part, request: ListedRequest): Html => {
  const { at, mayRecord } = part
  const words = lendingWordsAt(at)
  const { loanId, next } = request
  return html`<li>
    <a class="name" href="${placeOf.loan(at, loanId)}">
      <b>${cardText(at, request.card)}</b>
      <span>${words.askedOn(dateInWords(request.requestedOn, at.language))}</span>
    </a>
    ${labelled(
      words.askedFor,
      html`${money(part, request.principal)} ${words.overMonths(String(request.months))}`,
    )}
    ${stateMark(at, request.state)}
    ${mayRecord && next !== undefined ? html`<span class="step">${stepLink(at, { loanId, next })}</span>` : ''}
  </li>`
}

const listOf = <Item>(
  items: readonly Item[],
  { none, line, kind }: { none: string; line: (item: Item) => Html; kind: 'loans' | 'requests' },
): Html =>
  items.length === 0
    ? html`<p>${none}</p>`
    : html`<ul class="register ${kind}">
        ${items.map(line)}
      </ul>`

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
      ${link('closed', words.showClosed(count(register.closed)))}
    </ul>
  </nav>`
}

const body = (part: Part): Html => {
  const { at, register, only } = part
  const words = lendingWordsAt(at)
  const loans = (items: readonly ListedLoan[], none: string): Html =>
    listOf(items, { none, line: (loan) => loanLine(part, loan), kind: 'loans' })
  const requests = (items: readonly ListedRequest[]): Html =>
    listOf(items, {
      none: words.noneWaiting,
      line: (request) => requestLine(part, request),
      kind: 'requests',
    })
  const closed = loans(register.closed, words.noneClosed)
  if (only === 'waiting') return section(words.waiting, requests(register.waiting))
  if (only === 'open') return section(words.open, loans(register.open, words.noneOpen))
  if (only === 'late') return section(words.late, loans(lateOf(part), words.noneLate))
  if (only === 'closed') return section(words.closed, closed)
  return html`${section(words.waiting, requests(register.waiting))}
  ${section(words.open, loans(register.open, words.noneOpen))}
  ${register.closed.length === 0 ? '' : fold(words.showClosed(String(register.closed.length)), closed)}
  ${register.ended.length === 0 ? '' : fold(words.ended, requests(register.ended))}`
}

/** Who comes first, relief, and each event about which something can be decided now. */
const waysPart = ({ at, events }: Part): Html => {
  const words = reliefWordsAt(at)
  const way = (href: string, name: string): Html =>
    html`<a class="button" href="${href}">${name}</a>`
  return html`<p class="button-row screen-only">
    ${way(placeOf.queue(at), queueWords.in(at.language).toQueue)}
    ${way(reliefPlace.all(at), words.relief)}
    ${events.map((event) => way(reliefPlace.event(at, event), words.ofEvent(event)))}
    ${way(reliefPlace.lines(at), words.lines)}
  </p>`
}

/** All that was lent and asked for: what waits first, then what is open, the latest on top. */
export const registerPage = (at: At, shown: ShownRegister): Html => {
  const words = lendingWordsAt(at)
  const part = { ...shown, at }
  const { register, only, mayRecord } = shown
  const content = html`<h1>${words.register}</h1>
    <p>${words.onDay(dateInWords(register.asOf, at.language))}</p>
    <p class="quiet">${words.registerMeaning}</p>
    ${
      mayRecord
        ? html`<ul class="tasks screen-only">
            <li>
              <a class="task loans" href="${placeOf.record(at, 'request')}">
                ${picture('loans')}
                <span><b>${words.writeRequest}</b> <span>${words.writeRequestMeaning}</span></span>
              </a>
            </li>
          </ul>`
        : ''
    }
    ${waysPart(part)} ${choices(part)} ${body(part)}`
  return deskLayout({ ...at, ...(only === undefined ? {} : { query: { show: only } }) }, content)
}
