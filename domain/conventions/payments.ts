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
}

export type PaidLoan = {
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

/** The events that stand, in the order in which they count: what was reversed has never been. */
const inOrder = ({ events, isReplayedByDate }: FixedSchedule): LoanEvent[] => {
  const reversed = new Set(events.map((event) => event.kind === 'reverse-payment' && event.event))
  const standing = events.filter((event, i) => event.kind !== 'reverse-payment' && !reversed.has(i))
  if (!isReplayedByDate) return standing
  return standing.toSorted((a, b) => {
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
  return { on, type, amount, parts }
}

/** A loan after its charges, payments and writing off: a pure function of plan and events. */
export const paidLoan = (asked: FixedSchedule): PaidLoan => {
  const { terms, rule, isDownPaymentPaid } = asked
  const { money, disbursedOn } = terms
  const rows = chargedRows(cumulativeRows(terms), disbursedOn)
  const transactions: LoanTransaction[] = []
  let overpaid = 0
  const takeIn = (sum: Money): void => {
    const { parts, left } = allocate(rows, sum, { rule, money })
    overpaid += left
    transactions.push({ on: sum.on, type: sum.type, amount: sum.amount, parts })
  }
  const down = downPaymentOf(terms)
  if (isDownPaymentPaid && down > 0) takeIn({ type: 'down-payment', on: disbursedOn, amount: down })
  for (const event of inOrder(asked)) {
    switch (event.kind) {
      case 'charge':
        addCharge(rows, event.charge)
        break
      case 'money':
        takeIn(event.money)
        break
      case 'charge-off':
      case 'write-off':
        transactions.push(taken(rows, { on: event.on, type: event.kind }))
        if (event.kind === 'write-off') writeOff(rows)
        break
      case 'reverse-payment':
        break
    }
  }
  return { rows: rows.map((row, i) => standingRow(row, i + 1)), transactions, overpaid }
}
