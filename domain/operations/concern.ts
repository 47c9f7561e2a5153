/**
 * Whose own matter a vote is, as the operation says it: the loan's or the request's borrower, the household that an event
 * befell, or members by name. Those step out, and their kin. `everybody`: all the fund's, or nobody's whom a book knows.
 */
export type Concern =
  | 'everybody'
  | { readonly loanId: string }
  | { readonly requestId: string }
  | { readonly eventId: string }
  | { readonly memberIds: readonly string[] }
