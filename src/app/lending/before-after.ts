import { savedBy } from '#domain/ledger/balances.ts'
import { postedOf } from '#domain/ledger/balance-list.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import type { recordRepayment } from '#domain/loans/operations/repaying.ts'
import type { Loan, Repayment } from '#domain/loans/loan.ts'
import { type LoanStanding, standingOf } from '#domain/loans/standing.ts'
import { type Split, walk } from '#domain/loans/plan/village-convention.ts'
import type { CommandOf } from '#domain/operations/operation.ts'
import type { SavingsCommand } from '#domain/savings/operations.ts'

/** Why an amount is asked about again before it is recorded. */
export type AskAgain =
  | { readonly why: 'ten-times-usual'; readonly than: number }
  | { readonly why: 'three-times-instalment'; readonly than: number }
  | { readonly why: 'already-that-day'; readonly than: number }

/** What a loan asks for on a day. Sums in smallest units. */
export type LoanDue = {
  readonly interest: number
  readonly principal: number
  readonly total: number
}

/**
 * What falls due by the end of a day, when nothing more is paid until then. Interest waits for the
 * instalment that it is paid with; where that is all that is left, this is the sum that settles the loan.
 */
export const dueBy = whileSame((loan: Loan, day: LocalDate): LoanDue => {
  const standing = standingOf(loan, day)
  if (!standing || standing.owed === 0) return { interest: 0, principal: 0, total: 0 }
  const { overdue, nextDue, interestDue } = standing
  const principal = overdue + (nextDue?.on === day ? nextDue.principal : 0)
  if (principal === 0) return { interest: 0, principal: 0, total: 0 }
  const interest =
    principal === standing.owed ? settlementOn(loan, day) - principal : Math.max(interestDue, 0)
  return { interest, principal, total: interest + principal }
})

const withMoney = (loan: Loan, repayment: Repayment): Loan => ({
  ...loan,
  repayments: [...loan.repayments, repayment],
})

const splitOf = (loan: Loan, id: string, through: LocalDate): Split | undefined =>
  walk(loan, through).splits.find((split) => split.id === id)

/** More than any loan needs, so that what a loan takes of it is what settles the loan. */
const enough = Number.MAX_SAFE_INTEGER

/** What pays the whole loan off on a day, the interest of the days since the month began included. */
export const settlementOn = whileSame((loan: Loan, day: LocalDate): number => {
  const id = 'ffffffff-settled'
  const split = splitOf(withMoney(loan, { id, on: day, amount: enough }), id, day)
  return split ? split.interest + split.principal : 0
})

/** The middle one of the sums that were paid before; undefined when there is none. */
const usualOf = (amounts: readonly number[]): number | undefined =>
  amounts.toSorted((a, b) => a - b)[Math.floor(amounts.length / 2)]

/** Ten times what was usual before, or more. */
export const tenTimes = (amount: number, before: readonly number[]): AskAgain[] => {
  const usual = usualOf(before)
  return usual !== undefined && amount >= usual * 10
    ? [{ why: 'ten-times-usual', than: usual }]
    : []
}

/** What one whole instalment comes to, with the interest of its day: the next one, else the last. */
const instalmentOf = ({ loan, nextDue, dues }: LoanStanding): number => {
  const next = dues.find(({ on }) => on === nextDue?.on) ?? dues.at(-1)
  return next ? dueBy(loan, next.on).interest + next.principal : 0
}

/** What is usual to pay on a loan at once: one whole instalment; nothing is known of one that is paid off. */
export const usualPayment = (loan: Loan, today: LocalDate): { readonly usual?: number } => {
  const standing = standingOf(loan, today)
  return standing && standing.owed > 0 ? { usual: instalmentOf(standing) } : {}
}

/** What recording a repayment would do. Balances are those of `today`, whenever the money was given. */
export type RepaymentEffect = {
  readonly loan: Loan
  readonly currency: Currency
  readonly amount: number
  readonly on: LocalDate
  readonly interest: number
  readonly principal: number
  readonly excess: number
  /** What is beyond the debt is saved, by its owner's consent. */
  readonly isExcessSaved: boolean
  readonly owedBefore: number
  readonly owedAfter: number
  /** True when an earlier day moves the splits of repayments that are in the book already. */
  readonly movesLater: boolean
  readonly asksAgain: readonly AskAgain[]
}

type Repaid = Pick<
  CommandOf<typeof recordRepayment>,
  'id' | 'effectiveOn' | 'amount' | 'early' | 'excessTo'
>

/** Every repayment that the borrower has made, on any loan. */
const repaidBefore = ({ loans }: Pick<FundBook, 'loans'>, { memberId }: Loan): number[] =>
  loans
    .filter((loan) => loan.memberId === memberId)
    .flatMap((loan) => loan.repayments.map(({ amount }) => amount))

const repaymentDoubts = (
  { amount, effectiveOn: on }: Repaid,
  { loan, usual, standing }: { loan: Loan; usual: number[]; standing: LoanStanding | undefined },
): AskAgain[] => {
  const instalment = standing && standing.owed > 0 ? instalmentOf(standing) : 0
  const same = loan.repayments.find((paid) => paid.on === on && paid.amount === amount)
  return [
    ...tenTimes(amount, usual),
    ...(instalment > 0 && amount >= instalment * 3
      ? [{ why: 'three-times-instalment' as const, than: instalment }]
      : []),
    ...(same ? [{ why: 'already-that-day' as const, than: same.amount }] : []),
  ]
}

/** The standing of a loan with a repayment that is not in the book yet, beside the one without it. */
export const repaymentEffect = (
  { book, loan }: { readonly book: Pick<FundBook, 'loans'>; readonly loan: Loan },
  repaid: Repaid,
  today: LocalDate,
): RepaymentEffect => {
  const { id, amount, effectiveOn: on, early, excessTo } = repaid
  const said = { ...(early ? { early } : {}), ...(excessTo ? { excessTo } : {}) }
  const after = withMoney(loan, { id, on, amount, ...said })
  const split = splitOf(after, id, on)
  const before = standingOf(loan, today)
  const owedBefore = before?.owed ?? 0
  const owedAfter = standingOf(after, today)?.owed ?? 0
  const principal = split?.principal ?? 0
  return {
    loan,
    currency: loan.terms.currency,
    amount,
    on,
    interest: split?.interest ?? 0,
    principal,
    excess: split?.excess ?? 0,
    isExcessSaved: excessTo === 'savings',
    owedBefore,
    owedAfter,
    movesLater: loan.repayments.some((paid) => paid.on > on),
    asksAgain: repaymentDoubts(repaid, {
      loan,
      usual: repaidBefore(book, loan),
      standing: before,
    }),
  }
}

/** What became of a repayment that is in the book: its split, and what is left of the loan. */
export const repaymentInBook = (
  loan: Loan,
  id: string,
  today: LocalDate,
): { readonly split: Split | undefined; readonly owed: number } => ({
  split: splitOf(loan, id, today),
  owed: standingOf(loan, today)?.owed ?? 0,
})

/** What a member has saved through a day. */
export const savedThrough = (book: FundBook, memberId: string, day: LocalDate): number => {
  return savedBy(postedOf(book.balances), memberId, day)
}

/** What recording bought shares would do. `asksAgain` counts in money. */
export type SavingEffect = {
  readonly currency: Currency
  readonly memberId: string
  readonly on: LocalDate
  readonly shares: number
  readonly shareValue: number
  readonly sharesMax: number
  readonly amount: number
  readonly savedBefore: number
  readonly savedAfter: number
  readonly asksAgain: readonly AskAgain[]
}

type Bought = Pick<
  Extract<SavingsCommand, { type: 'BuyShares' }>,
  'memberId' | 'effectiveOn' | 'shares'
>

/** The savings of a member with shares that are not in the book yet; `postings` are those of her savings. */
export const savingEffect = (
  { book, postings }: { readonly book: FundBook; readonly postings: readonly PostingRow[] },
  { memberId, effectiveOn: on, shares }: Bought,
  today: LocalDate,
): SavingEffect => {
  const { currency, shareValue, sharesPerMeeting } = charterOf(book, on)
  const amount = shares * shareValue
  const savedBefore = savedThrough(book, memberId, today)
  const bought = postings
    .filter(({ entryType }) => entryType === 'SharesBought')
    .map((row) => ({ on: row.effectiveOn, amount: 0 - row.amount }))
  const thatDay = bought.filter((row) => row.on === on)
  return {
    currency,
    memberId,
    on,
    shares,
    shareValue,
    sharesMax: sharesPerMeeting.max,
    amount,
    savedBefore,
    savedAfter: savedBefore + amount,
    asksAgain: [
      ...tenTimes(
        amount,
        bought.map((row) => row.amount),
      ),
      ...(thatDay.length > 0
        ? [
            {
              why: 'already-that-day' as const,
              than: thatDay.reduce((sum, row) => sum + row.amount, 0),
            },
          ]
        : []),
    ],
  }
}
