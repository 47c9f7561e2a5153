import type { LocalDate } from '#domain/kernel/dates.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'
import { rulingsAtVote, rulingsOn } from '#domain/fairness/fair-lending.ts'
import type { Ruling } from '#domain/fairness/ruling.ts'
import { hasOtherLoan } from '#domain/loans/plan/concurrent.ts'
import type { RequestedLoan, LoanRequest } from '#domain/loans/request/request-state.ts'
import { awaitsRestart } from '#domain/relief/restart.ts'
import { ceilingOf } from '#src/app/lending/quoting.ts'

/** So much saved that the savings of nobody are what a ruling is about. */
const plenty = 900_000_000_000

const openStates: readonly LoanRequest['state'][] = [
  'requested',
  'appraised',
  'appealed',
  'approved',
]

/** Whether the member owes a loan of the same sort. */
const owesOther = ({ loans }: FundBook, asked: RequestedLoan, on: LocalDate): boolean =>
  hasOtherLoan(new Map(loans.map((loan) => [loan.loanId, loan])), { ...asked, on })

/** Whether the member asks for another one of the same sort, which is not lent yet. */
const asksOther = (
  { loans, requests }: FundBook,
  { memberId, product, loanId }: RequestedLoan,
): boolean =>
  requests.some(
    (one) =>
      one.asked.memberId === memberId &&
      one.loanId !== loanId &&
      (one.asked.product === 'emergency') === (product === 'emergency') &&
      openStates.includes(one.state) &&
      !loans.some((loan) => loan.loanId === one.loanId),
  )

/**
 * What the charter says of a loan that is asked for, but of what the household can bear, which its appraisal
 * finds out. Where savings are not to be `measured`, the limits of the fund alone are asked: whoever types
 * one sum after another would find by the answers what somebody has saved.
 */
export const rulingsOnTerms = (
  book: FundBook,
  asked: RequestedLoan,
  { on, isMeasured }: { readonly on: LocalDate; readonly isMeasured: boolean },
): readonly Ruling[] => {
  const ceiling = ceilingOf(book, asked.memberId, on)
  return rulingsOn(asked, {
    charter: charterOf(book, on),
    on,
    ceiling: isMeasured ? ceiling : { ...ceiling, savings: plenty },
    burden: { least: 0, most: 0 },
    hasOther: owesOther(book, asked, on) || asksOther(book, asked),
    awaitsRestart: awaitsRestart(book.loans, asked.memberId, on),
  })
}

/** What the vote is told: all that the charter says of a request that was looked into. */
export const rulingsOnRequest = (
  book: FundBook,
  request: LoanRequest,
  on: LocalDate,
): readonly Ruling[] =>
  rulingsAtVote(request, {
    charter: charterOf(book, on),
    on,
    ceiling: ceilingOf(book, request.asked.memberId, on),
    hasOther: owesOther(book, request.asked, on),
    awaitsRestart: awaitsRestart(book.loans, request.asked.memberId, on),
  })
