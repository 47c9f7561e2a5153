import type { LocalDate } from '#domain/kernel/dates.ts'
import { type FundBook, charterOf, loansById, total } from '#domain/health/book.ts'
import { type NextPayment, nextPaymentOf } from '#domain/loans/early.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { meetingFrom } from '#domain/fund/charter/meeting-days.ts'

/** The next meeting by the charter; today counts until it is over. */
export const nextMeetingOf = (book: FundBook, asOf: LocalDate): LocalDate =>
  meetingFrom(charterOf(book, asOf), asOf)

/**
 * The next payment of a loan as every page, message and paper tells it; undefined where nothing is owed. By its id, since
 * a loan as it is known on a day may lack windows of relief that were declared later.
 */
export const nextPaymentIn = (
  book: FundBook,
  { loanId }: Pick<Loan, 'loanId'>,
  asOf: LocalDate,
): NextPayment | undefined => {
  const loan = loansById(book.loans).get(loanId)
  return loan && nextPaymentOf(loan, { asOf, meetingOn: nextMeetingOf(book, asOf) })
}

/** What several loans ask for on the next day on which one of them does. */
export type NextTogether = NextPayment & {
  /** Whether anything of them is late, due then or not. */
  readonly isAnyLate: boolean
  /** The loan, where it is a single one. */
  readonly loanId?: string
}

/** The next payment of somebody with several loans: of the first day, all that fall due on it together. */
export const nextTogether = (
  loans: readonly { readonly loanId: string; readonly next: NextPayment }[],
): NextTogether | undefined => {
  const on = loans.map(({ next }) => next.on).toSorted()[0]
  if (on === undefined) return undefined
  const due = loans.filter(({ next }) => next.on === on)
  const sum = (of: 'principal' | 'interest' | 'late' | 'amount'): number =>
    total(due.map(({ next }) => next[of]))
  return {
    on,
    principal: sum('principal'),
    interest: sum('interest'),
    late: sum('late'),
    amount: sum('amount'),
    isAnyLate: loans.some(({ next }) => next.late > 0),
    ...(due.length === 1 && { loanId: due[0]!.loanId }),
  }
}
