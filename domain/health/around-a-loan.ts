import { type LocalDate, dayBefore, daysAfter } from '#domain/kernel/dates.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import { charterOn } from '#domain/fund/charter/charter.ts'
import type { FundBook } from '#domain/health/book.ts'
import { type Finding, finding } from '#domain/health/finding.ts'
import { type Running, daysWithin, stretchThrough, sumThrough } from '#domain/ledger/running.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { ceilingFor } from '#domain/loans/request/ceiling.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'

/**
 * Savings are to carry a loan for a season, not for its day: so many days before it they should have been there, or so
 * many after it they still should. Whoever saves up for a loan keeps them, and whoever takes old savings out had them.
 */
export const lastingDays = 90

/** What was saved on the first of these days, and after each that changed it. */
const savedWithin = (
  line: Running,
  [from, to]: readonly [LocalDate, LocalDate],
): readonly number[] =>
  [from, ...daysWithin(line, from, to)].map((day) => 0 - sumThrough(line, day))

/** The last day on which a member's savings are asked for: a share-out gives everybody's back. */
const askedUntil = (shareOuts: FundBook['shareOuts'], on: LocalDate): LocalDate => {
  const shared = shareOuts.filter((one) => !one.isTakenBack && one.on > on).map((one) => one.on)
  const days = [daysAfter(on, lastingDays), ...shared.map(dayBefore)]
  return days.toSorted()[0]!
}

const askedOfLoan = whileSame(({ origin: { on } }: Loan, shareOuts: FundBook['shareOuts']) =>
  askedUntil(shareOuts, on),
)

/** What of a borrower's savings is looked at for a loan, which stays as it is while they move on later days. */
export const savingsAround = (
  loan: Loan,
  savings: Running,
  shareOuts: FundBook['shareOuts'],
): object => stretchThrough(savings, askedOfLoan(loan, shareOuts))

/** What a loan is held against. */
export type Around = {
  readonly charters: FundBook['fund']['charters']
  readonly shareOuts: FundBook['shareOuts']
  readonly purpose: LoanRequest['asked']['purpose'] | undefined
  /** What moved on the borrower's savings. */
  readonly savings: Running
  /** Whether it was flagged as above its ceiling when it was paid out. */
  readonly isToldThere: boolean
}

/** Savings that came for a loan and went again after it, whoever wrote which of them and on how many days. */
export const onPassingSavings = (loan: Loan, around: Around): Finding[] => {
  const { number, origin, terms } = loan
  if (origin.kind !== 'paid-out') return []
  const { product, principal } = terms
  const { on } = origin
  const { charter } = charterOn(around.charters, on)
  const { purpose, savings: own, isToldThere } = around
  const most = (savings: number): number =>
    ceilingFor(charter, {
      product,
      purpose,
      inputs: { savings, equityAndSavings: 0, isFirstCycle: true },
    })
  const before = savedWithin(own, [daysAfter(on, -lastingDays), on])
  const after = savedWithin(own, [on, askedUntil(around.shareOuts, on)])
  const lasting = Math.max(Math.min(...before), Math.min(...after))
  if (principal <= most(lasting)) return []
  const about = { kind: 'loan', number } as const
  // By what she had at the end of its day; what nobody could have borrowed is told where it was paid out.
  if (principal > most(after[0]!))
    return isToldThere || principal > most(Number.MAX_SAFE_INTEGER)
      ? []
      : [finding('loan-above-ceiling', on, about, { expected: most(after[0]!), found: principal })]
  return [
    finding('saved-for-the-loan-alone', on, about, { expected: most(lasting), found: principal }),
  ]
}
