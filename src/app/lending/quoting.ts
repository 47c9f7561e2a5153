import { postedOf } from '#domain/ledger/balance-list.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { charterOn } from '#domain/fund/charter/charter.ts'
import type { FundBook } from '#domain/health/book.ts'
import { type CeilingInputs, ceilingInputs } from '#domain/loans/request/ceiling.ts'
import type { RequestedLoan } from '#domain/loans/request/request-state.ts'
import { type Quote, type QuoteTerms, quoteFault, quoteOf } from '#domain/loans/plan/quote.ts'

/** Which field of a question cannot hold, and why by code. */
type QuoteFault = {
  readonly field: string
  readonly code: 'cannot-hold' | 'member-unknown'
}

export type QuoteAnswer = { readonly quote: Quote } | { readonly fault: QuoteFault }

type PricedRequest = Omit<RequestedLoan, 'loanId' | 'memberId' | 'purpose'>

/** What was asked for, as a question about its price if it were paid out on a day. */
export const questionOf = (
  { product, principal, months, plan, firstDueOn, fee, deposit }: PricedRequest,
  paidOutOn: LocalDate,
): QuoteTerms => ({
  ...plan,
  product,
  principal,
  instalments: months,
  paidOutOn,
  ...(firstDueOn === undefined || plan?.dueOn || firstDueOn <= paidOutOn ? {} : { firstDueOn }),
  ...(fee === undefined ? {} : { fee }),
  ...(deposit === undefined ? {} : { deposit }),
})

/** What the ceiling of a member is measured against on a day, from the balances of the book. */
export const ceilingOf = (book: FundBook, memberId: string, on: string): CeilingInputs => {
  const posted = postedOf(book.balances)
  return ceilingInputs(posted, { openedOn: book.fund.openedOn, memberId, on })
}

/**
 * A quote by the charter of a fund on the day of the pay-out; where a member is named by id or card, judged
 * against the ceiling too.
 */
export const quoteIn = (
  book: FundBook,
  { asked, memberId }: { readonly asked: QuoteTerms; readonly memberId: string | undefined },
): QuoteAnswer => {
  const { charter } = charterOn(book.fund.charters, asked.paidOutOn)
  const member = book.members.find((one) => one.memberId === memberId || one.card === memberId)
  if (memberId !== undefined && !member)
    return { fault: { field: 'memberId', code: 'member-unknown' } }
  const field = quoteFault(charter, asked)
  if (field !== undefined) return { fault: { field, code: 'cannot-hold' } }
  const ceiling = member && ceilingOf(book, member.memberId, asked.paidOutOn)
  return { quote: quoteOf(charter, asked, ceiling) }
}

/** What was asked for, as it would be priced if it were paid out on a day; nothing where it cannot be counted. */
export const quoteOfRequest = (
  book: FundBook,
  asked: PricedRequest,
  paidOutOn: LocalDate,
): Quote | undefined => {
  const answer = quoteIn(book, { asked: questionOf(asked, paidOutOn), memberId: undefined })
  return 'fault' in answer ? undefined : answer.quote
}
