import { type LocalDate, daysBetween } from '#domain/kernel/dates.ts'
import {
  type CumulativeTerms,
  cumulativeDueDays,
  downPaymentOf,
  equalInstalment,
} from '#domain/conventions/cumulative.ts'
import { Figure, type Row, daysRate, rounded } from '#domain/conventions/figures.ts'

/** What becomes of money beyond what is due: smaller instalments, fewer, or the next ones paid. */
type Prepayment = 'reduce-instalment' | 'reduce-count' | 'skip-next'

export type DatedSum = { readonly on: LocalDate; readonly amount: number }

export type RecalculatedTerms = CumulativeTerms & {
  readonly prepayment: Prepayment
  readonly payments: readonly DatedSum[]
}

/** A row with what was paid on it. */
type PaidRow = Row & { readonly paid: number; readonly outstanding: number }

type OpenRow = {
  readonly n: number
  readonly dueOn: LocalDate
  principal: number
  interest: number
  paidPrincipal: number
  paidInterest: number
}

/** The loan while the walk goes on; `credit` is principal of rows to come that is paid already. */
type Account = {
  balance: number
  /** The instalment, or with equal principal its principal; none before the first row that pays. */
  instalment: number | undefined
  credit: number
  /** Interest of rows whose payment waits. */
  deferred: number
  readonly rows: OpenRow[]
  readonly lastPaymentOn: LocalDate
}

const unpaidPrincipal = (rows: readonly OpenRow[]): number =>
  rows.reduce((all, row) => all + row.principal - row.paidPrincipal, 0)

/** Pays a row's interest, then its principal; answers with what is left of the money. */
const payRow = (row: OpenRow, amount: number): number => {
  const interest = Math.min(amount, row.interest - row.paidInterest)
  const principal = Math.min(amount - interest, row.principal - row.paidPrincipal)
  row.paidInterest += interest
  row.paidPrincipal += principal
  return amount - interest - principal
}

const payRows = (rows: readonly OpenRow[], amount: number): number =>
  rows.reduce((left, row) => payRow(row, left), amount)

/**
 * Interest of the days up to a row's due date, day by day on what is really owed: money that came early
 * lowers the balance from its day, principal that is late bears interest until the last payment. The
 * interest of the days between two payments is rounded on its own.
 */
const runPeriod = (
  terms: RecalculatedTerms,
  account: Account,
  { from, to, payments }: { from: LocalDate; to: LocalDate; payments: readonly DatedSum[] },
): { readonly interest: number; readonly early: number } => {
  let interest = 0
  let early = 0
  let start = from
  const bear = (end: LocalDate): void => {
    if (end <= start) return
    const late = start < account.lastPaymentOn ? unpaidPrincipal(account.rows) : 0
    const rate = daysRate(terms.annualRatePercent, daysBetween(start, end))
    interest += rounded(rate.times(account.balance - early + late), terms.money)
    start = end
  }
  for (const { on, amount } of payments) {
    bear(on)
    early = Math.min(early + payRows(account.rows, amount), account.balance)
  }
  bear(to)
  return { interest, early }
}

/** What every row asks for from now on: one annuity, or equal principal. */
const priced = (terms: RecalculatedTerms, balance: number, count: number): number =>
  terms.amortization === 'equal-principal'
    ? rounded(new Figure(balance).div(count), terms.money)
    : equalInstalment(terms, balance, count)

type Place = {
  readonly n: number
  readonly from: LocalDate
  readonly to: LocalDate
  readonly isLast: boolean
}

/** How much principal a row asks for by the plan; none in the grace. */
const shareOf = (
  terms: RecalculatedTerms,
  account: Account,
  { n, interest }: { readonly n: number; readonly interest: number },
): number => {
  if (n <= terms.graceOnPrincipal) return 0
  account.instalment ??= priced(terms, account.balance, terms.instalments - n + 1)
  return terms.amortization === 'equal-principal'
    ? account.instalment
    : Math.max(account.instalment - interest, 0)
}

/** Principal of a row before anything is paid beyond it, and what early money exceeds it by. */
const principalOf = (
  account: Account,
  { share, early, isLast }: { share: number; early: number; isLast: boolean },
): { readonly principal: number; readonly excess: number } => {
  const { balance } = account
  const skipped = Math.min(account.credit, share)
  account.credit -= skipped
  const asked = isLast ? balance : Math.min(share - skipped, balance)
  return early > asked
    ? { principal: early, excess: early - asked }
    : { principal: asked, excess: 0 }
}

/** The interest that falls due with a row: its own and what waited, or none while it waits. */
const dueInterest = (
  terms: RecalculatedTerms,
  account: Account,
  { n, isLast, interest }: { n: number; isLast: boolean; interest: number },
): number => {
  const all = account.deferred + interest
  const isWaiting = n <= terms.graceOnInterestPayment && !isLast
  account.deferred = isWaiting ? all : 0
  return isWaiting ? 0 : all
}

const rowOn = (terms: RecalculatedTerms, account: Account, place: Place): void => {
  const { n, from, to, isLast } = place
  const within = terms.payments.filter(({ on }) => (n === 1 ? on >= from : on > from) && on < to)
  const { interest: borne, early } = runPeriod(terms, account, { from, to, payments: within })
  const share = shareOf(terms, account, { n, interest: borne })
  const { principal, excess } = principalOf(account, { share, early, isLast })
  const interest = dueInterest(terms, account, { n, isLast, interest: borne })
  const row = { n, dueOn: to, principal, interest, paidPrincipal: early, paidInterest: 0 }
  account.rows.push(row)
  account.balance -= principal
  const onDay = terms.payments.filter(({ on }) => on === to)
  const more = onDay.reduce((left, { amount }) => left + payRows(account.rows, amount), 0)
  const beyond = Math.min(more, account.balance)
  row.principal += beyond
  row.paidPrincipal += beyond
  account.balance -= beyond
  const prepaid = excess + beyond
  if (prepaid === 0 || isLast) return
  if (terms.prepayment === 'skip-next') account.credit += prepaid
  if (terms.prepayment === 'reduce-instalment' && n >= terms.graceOnPrincipal)
    account.instalment = priced(terms, account.balance, terms.instalments - n)
}

/** A down payment is a row of its own, on the day of the loan and before all others. */
const downPaymentRow = (terms: RecalculatedTerms): OpenRow[] => {
  const principal = downPaymentOf(terms)
  return principal === 0
    ? []
    : [
        {
          n: 1,
          dueOn: terms.disbursedOn,
          principal,
          interest: 0,
          paidPrincipal: 0,
          paidInterest: 0,
        },
      ]
}

/** The schedule as real payments have shaped it (`docs/conventions/cumulative.md`), each row with what was paid. */
export const recalculatedRows = (terms: RecalculatedTerms): PaidRow[] => {
  const { principal, disbursedOn, payments } = terms
  const account: Account = {
    balance: principal - downPaymentOf(terms),
    instalment: undefined,
    credit: 0,
    deferred: 0,
    rows: downPaymentRow(terms),
    lastPaymentOn: payments.map(({ on }) => on).reduce((a, b) => (a > b ? a : b), disbursedOn),
  }
  const dueOns = cumulativeDueDays(terms)
  for (const [i, to] of dueOns.entries()) {
    if (account.balance === 0) break
    const from = dueOns[i - 1] ?? disbursedOn
    rowOn(terms, account, { n: i + 1, from, to, isLast: i === dueOns.length - 1 })
  }
  const lastDue = account.rows.at(-1)?.dueOn ?? disbursedOn
  for (const { amount } of payments.filter(({ on }) => on > lastDue)) payRows(account.rows, amount)
  return account.rows.map((row, i) => {
    const { dueOn, interest } = row
    const paid = row.paidPrincipal + row.paidInterest
    return {
      n: i + 1,
      dueOn,
      principal: row.principal,
      interest,
      fees: 0,
      penalties: 0,
      paid,
      outstanding: row.principal + interest - paid,
    }
  })
}
