import { balancesOf } from '#domain/ledger/balance-list.ts'
import { type LocalDate, dayBefore, daysAfter } from '#domain/kernel/dates.ts'
import { type FundBook, charterOf, standingFlags } from '#domain/health/book.ts'
import { type Finding, finding } from '#domain/health/finding.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { ceilingFor } from '#domain/loans/request/ceiling.ts'

/**
 * Savings are to carry a loan for a season, not for its day: so many days before it they should have been there, or so
 * many after it they still should. Whoever saves up for a loan keeps them, and whoever takes old savings out had them.
 */
export const lastingDays = 90

/** What an account stood at on the first of these days, and after each that changed it. */
const standsOn = (
  moved: readonly { readonly on: LocalDate; readonly amount: number }[],
  [from, to]: readonly [LocalDate, LocalDate],
): readonly number[] => {
  const savedOn = (day: LocalDate): number =>
    moved.reduce((sum, { on, amount }) => (on <= day ? sum - amount : sum), 0)
  const changes = moved.flatMap(({ on }) => (on > from && on <= to ? [on] : []))
  return [from, ...new Set(changes)].map(savedOn)
}

/** The last day on which a member's savings are asked for: a share-out gives everybody's back. */
const askedUntil = ({ shareOuts }: FundBook, on: LocalDate): LocalDate => {
  const shared = shareOuts.filter((one) => !one.isTakenBack && one.on > on).map((one) => one.on)
  const days = [daysAfter(on, lastingDays), ...shared.map(dayBefore)]
  return days.toSorted()[0]!
}

const ofLoan = (book: FundBook, loan: Loan): Finding[] => {
  const { loanId, memberId, number, origin, terms } = loan
  if (origin.kind !== 'paid-out') return []
  const { product, principal } = terms
  const { on } = origin
  const purpose = book.requests.find((one) => one.loanId === loanId)?.asked.purpose
  const own = balancesOf(book.balances, `liability:savings:${memberId}`)
  const charter = charterOf(book, on)
  const most = (savings: number): number =>
    ceilingFor(charter, {
      product,
      purpose,
      inputs: { savings, equityAndSavings: 0, isFirstCycle: true },
    })
  const before = standsOn(own, [daysAfter(on, -lastingDays), on])
  const after = standsOn(own, [on, askedUntil(book, on)])
  const lasting = Math.max(Math.min(...before), Math.min(...after))
  if (principal <= most(lasting)) return []
  const about = { kind: 'loan', number } as const
  // By what she had at the end of its day; what nobody could have borrowed is told where it was paid out.
  const isToldThere = standingFlags(book).some(
    ({ flag, subject }) => flag === 'above-ceiling' && subject === `loan:${loanId}`,
  )
  if (principal > most(after[0]!))
    return isToldThere || principal > most(Number.MAX_SAFE_INTEGER)
      ? []
      : [finding('loan-above-ceiling', on, about, { expected: most(after[0]!), found: principal })]
  return [
    finding('saved-for-the-loan-alone', on, about, { expected: most(lasting), found: principal }),
  ]
}

/** Savings that came for a loan and went again after it, whoever wrote which of them and on how many days. */
export const loansOnPassingSavings = (book: FundBook): Finding[] =>
  book.loans.flatMap((loan) => ofLoan(book, loan))
