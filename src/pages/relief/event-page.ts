import { type TaskName, placeOf, reliefPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { EventView, ListedEvent, LoanSide, MovedLoan, NextAct } from '#src/app/relief-view.ts'
import { type Line, linesInFolds } from '#src/pages/desk/lines.ts'
import { type At, deskLayout, fact, figure, heading, wayBack } from '#src/pages/desk/parts.ts'
import { mark } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { behindRelief, markOfState, reliefWordsAt } from '#src/pages/relief/parts.ts'
import { dateInWords } from '#src/words/locale.ts'

const taskOf: Readonly<Record<NextAct, TaskName>> = {
  give: 'relief',
  renew: 'relief-again',
  ratify: 'relief-word',
  lapse: 'relief-lapse',
  undo: 'relief-undo',
  decline: 'relief-decline',
}

/** What an event is and how far it has come. */
export const eventFacts = (at: At, event: ListedEvent): Html => {
  const words = reliefWordsAt(at)
  const date = (day: string | undefined): string =>
    day === undefined ? '–' : dateInWords(day, at.language)
  return html`<p>${mark(markOfState[event.state], words[`state_${event.state}`])}</p>
    <dl class="facts">
      ${fact(words.began, date(event.from ?? event.declaredOn))}
      ${event.until === undefined ? '' : fact(words.until, html`<b>${date(event.until)}</b>`)}
      ${event.loans === 0 ? '' : fact(words.loansMoved, html`<b class="figure">${String(event.loans)}</b>`)}
      ${event.ratifyBy === undefined ? '' : fact(words.ratifyBy, date(event.ratifyBy))}
    </dl>`
}

/** Which event it is, with its facts: beside what is decided about it. */
export const eventPart = (at: At, event: ListedEvent): Html =>
  html`<p>
      <b>${reliefWordsAt(at)[`kind_${event.kind}`]} · <bdi>${event.eventId}</bdi></b>
    </p>
    ${eventFacts(at, event)}`

const changed = (before: string, after: string): Html =>
  before === after
    ? html`<span class="together">${before}</span>`
    : html`<span class="together">${before}</span> → <b class="together">${after}</b>`

/** Every loan before and after, a line each: what is owed, and when it is paid next. More is told where there is room. */
export const movedList = (at: At, rows: readonly MovedLoan[], currency: Currency): Html => {
  const words = reliefWordsAt(at)
  const both = ({ before, after }: MovedLoan, told: (side: LoanSide) => string): Html =>
    changed(told(before), told(after))
  const money = (amount: number): Html => figure({ amount, currency })
  const date = (day: string): string => dateInWords(day, at.language)
  const wide = (row: MovedLoan): Html =>
    html`${words.last} ${both(row, ({ last }) => date(last))} · ${words.count}
    ${both(row, (side) => String(side.instalments))} · ${words.largest} ${money(row.after.largest)}
    · ${words.interest} ${money(row.after.interest)}`
  const lineOf = (row: MovedLoan): Line => ({
    card: row.card,
    about: html`<bdi>${row.number}</bdi>`,
    sum: money(row.owed),
    wide: wide(row),
    state: both(row, ({ next }) => date(next)),
  })
  return html`<p class="quiet">${words.owed} · ${words.next}</p>
    ${linesInFolds(at, rows.map(lineOf), together)}`
}
/** Stands below the form in which it is decided. */
const together = 4

type EventShown = {
  readonly view: EventView
  readonly currency: Currency
  readonly mayDecide: boolean
}

/** One event: what it is, each of its loans before and after, and what can be decided. */
export const eventPage = (at: At, { view, currency, mayDecide }: EventShown): Html => {
  const words = reliefWordsAt(at)
  const isToCome = view.list.length > 0
  const about = `?event=${encodeURIComponent(view.eventId)}`
  const acts = mayDecide ? view.acts.filter((act) => act !== 'give' || isToCome) : []
  const content = html`${heading('postponed', `${words[`kind_${view.kind}`]} · ${view.eventId}`)}
    ${eventFacts(at, view)}
    <section>
      <h2>${isToCome ? words.listWould : words.listNow}</h2>
      <p>${words.reliefRule}</p>
      ${view.rows.length === 0 ? html`<p>${words.listNone}</p>` : movedList(at, view.rows, currency)}
    </section>
    ${acts.map((act) => wayBack(`${placeOf.record(at, taskOf[act])}${about}`, words[`act_${taskOf[act]}` as 'act_relief']))}
    ${wayBack(reliefPlace.ahead(at), words.ahead)}`
  return deskLayout(behindRelief(at), content)
}
