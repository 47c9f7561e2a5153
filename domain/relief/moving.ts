import { type Posting, difference, merged } from '#domain/ledger/posting.ts'
import { books } from '#domain/loans/books.ts'
import { type Loan, withDeferrals } from '#domain/loans/loan.ts'
import { type ReliefEvent, windowsOf } from '#domain/relief/relief.ts'

/** A loan as an event lets it stand, whatever the event said of it before. */
export const loanWithEvent = (loan: Loan, event: ReliefEvent): Loan =>
  withDeferrals(
    { ...loan, deferrals: loan.deferrals.filter(({ eventId }) => eventId !== event.eventId) },
    windowsOf(event, loan.loanId),
  )

/** The loans that an event touches, before a change or after it. */
export const loansOf = (...events: readonly ReliefEvent[]): readonly string[] => [
  ...new Set(events.flatMap(({ touched }) => touched.map(({ loanId }) => loanId))),
]

/** What a change of an event posts: the difference that it makes to the books of all loans that it touches. */
export const postingsOfChange = (
  loans: ReadonlyMap<string, Loan>,
  before: ReliefEvent,
  after: ReliefEvent,
): Posting[] =>
  merged(
    loansOf(before, after).flatMap((loanId) => {
      const loan = loans.get(loanId)!
      return difference(books(loan), books(loanWithEvent(loan, after)))
    }),
  )

/** Takes in an event as it is after a change, with its windows on every loan, in place. */
export const moveLoans = (
  village: { readonly loans: Map<string, Loan>; readonly events: Map<string, ReliefEvent> },
  before: ReliefEvent,
  after: ReliefEvent,
): void => {
  village.events.set(after.eventId, after)
  for (const loanId of loansOf(before, after))
    village.loans.set(loanId, loanWithEvent(village.loans.get(loanId)!, after))
}
