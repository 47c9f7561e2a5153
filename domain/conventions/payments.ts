import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  type AllocationRule,
  type Money,
  type Parts,
  allocate,
} from '#domain/conventions/allocation.ts'
import {
  type Charge,
  type ChargedRow,
  type StandingRow,
  addCharge,
  chargedRows,
  openOf,
  standingRow,
} from '#domain/conventions/charged-rows.ts'
import {
  type CumulativeTerms,
  cumulativeRows,
  downPaymentOf,
} from '#domain/conventions/cumulative.ts'

/** What happened to a loan whose schedule does not move. */
export type LoanEvent =
  | { readonly kind: 'charge'; readonly charge: Charge }
  | { readonly kind: 'money'; readonly money: Money }
  | { readonly kind: 'charge-off' | 'write-off'; readonly on: LocalDate }
  /** `event` is the place of the payment in the list that never came. */
  | { readonly kind: 'reverse-payment'; readonly event: number }

export type FixedSchedule = {
  readonly terms: CumulativeTerms
  readonly rule: AllocationRule
  readonly events: readonly LoanEvent[]
  readonly isDownPaymentPaid: boolean
  /** Charges count from their own day, whenever they were entered; payments of that day come first. */
  readonly isReplayedByDate: boolean
}

export type LoanTransaction = {
  readonly on: LocalDate
  readonly type: string
  readonly amount: number
  readonly parts: Parts
  /** Money that was later told never to have come; its parts are those it had until then. */
  readonly isReversed: boolean
}

type PaidLoan = {
  readonly rows: readonly StandingRow[]
  readonly transactions: readonly LoanTransaction[]
  /** Money that is left after everything is paid. */
  readonly overpaid: number
}

const dayOf = (event: LoanEvent): LocalDate =>
  event.kind === 'charge'
    ? event.charge.dueOn
    : event.kind === 'money'
      ? event.money.on
      : event.kind === 'reverse-payment'
        ? ''
        : event.on

const rankOf = { money: 0, charge: 1, 'charge-off': 2, 'write-off': 2, 'reverse-payment': 3 }

type Placed = { readonly event: LoanEvent; readonly place: number; readonly reversedAt: number }

/** The events in the order in which they count, each with where it was reversed: nowhere is -1. */
const inOrder = ({ events, isReplayedByDate }: FixedSchedule): Placed[] => {
  const reversals = new Map(
    events.flatMap((event, i) => (event.kind === 'reverse-payment' ? [[event.event, i]] : [])),
  )
  const placed = events
    .map((event, place) => ({ event, place, reversedAt: reversals.get(place) ?? -1 }))
    .filter(({ event }) => event.kind !== 'reverse-payment')
  if (!isReplayedByDate) return placed
  return placed.toSorted(({ event: a }, { event: b }) => {
    const [one, other] = [dayOf(a), dayOf(b)]
    return one === other ? rankOf[a.kind] - rankOf[b.kind] : one < other ? -1 : 1
  })
}

const openParts = (rows: readonly ChargedRow[]): Parts => {
  const parts = { principal: 0, interest: 0, fees: 0, penalties: 0 }
  for (const row of rows) for (const item of row.owed) parts[item.component] += openOf(item)
  return parts
}

const writeOff = (rows: readonly ChargedRow[]): void => {
  for (const row of rows) for (const item of row.owed) item.writtenOff = item.amount - item.paid
}

const taken = (
  rows: readonly ChargedRow[],
  { on, type }: { readonly on: LocalDate; readonly type: string },
): LoanTransaction => {
  const parts = openParts(rows)
  const amount = parts.principal + parts.interest + parts.fees + parts.penalties
  return { on, type, amount, parts, isReversed: false }
}

/** A transaction with the place of its event in the list; the down payment has none before it. */
type PlacedTransaction = { readonly transaction: LoanTransaction; readonly place: number }

/** The loan as told by the events that stand. */
const replayed = (
  asked: FixedSchedule,
): {
  readonly rows: readonly ChargedRow[]
  readonly told: readonly PlacedTransaction[]
  readonly overpaid: number
} => {
  const { terms, rule, isDownPaymentPaid } = asked
  const { money, disbursedOn } = terms
  const rows = chargedRows(cumulativeRows(terms), disbursedOn)
  const told: PlacedTransaction[] = []
  let overpaid = 0
  const takeIn = (sum: Money, place: number): void => {
    const { parts, left } = allocate(rows, sum, { rule, money })
    overpaid += left
    told.push({ place, transaction: { ...sum, parts, isReversed: false } })
  }
  const down = downPaymentOf(terms)
  if (isDownPaymentPaid && down > 0)
    takeIn({ type: 'down-payment', on: disbursedOn, amount: down }, -1)
  for (const { event, place, reversedAt } of inOrder(asked)) {
    if (reversedAt !== -1 || event.kind === 'reverse-payment') continue
    if (event.kind === 'charge') addCharge(rows, event.charge)
    else if (event.kind === 'money') takeIn(event.money, place)
    else {
      told.push({ place, transaction: taken(rows, { on: event.on, type: event.kind }) })
      if (event.kind === 'write-off') writeOff(rows)
    }
  }
  return { rows, told, overpaid }
}

const ofPlace = (told: readonly PlacedTransaction[], at: number): LoanTransaction[] =>
  told.filter(({ place }) => place === at).map(({ transaction }) => transaction)

/**
 * A loan after its charges, payments and writing off: a pure function of plan and events. A reversed payment
 * stays in the list with the parts that it had until it was reversed.
 */
export const paidLoan = (asked: FixedSchedule): PaidLoan => {
  const { rows, told, overpaid } = replayed(asked)
  const later = inOrder(asked).flatMap(({ place, reversedAt }) => {
    if (reversedAt === -1) return ofPlace(told, place)
    const until = replayed({ ...asked, events: asked.events.slice(0, reversedAt) })
    return ofPlace(until.told, place).map((one) => ({ ...one, isReversed: true }))
  })
  return {
    rows: rows.map((row, i) => standingRow(row, i + 1)),
    transactions: [...ofPlace(told, -1), ...later],
    overpaid,
  }
}
