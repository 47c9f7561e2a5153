import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Ruling } from '#domain/fairness/ruling.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import type { RequestedLoan, LoanRequest } from '#domain/loans/request/request-state.ts'
import type { FundBook } from '#domain/health/book.ts'
import { dayToShow } from '#src/app/household/own-view.ts'
import { nextMeetingOf } from '#src/app/lending/next-payment.ts'
import { meetingOn } from '#domain/health/meetings.ts'
import { quoteOfRequest } from '#src/app/lending/quoting.ts'
import { rulingsOnTerms, rulingsOnRequest } from '#src/app/lending/request-rulings.ts'
import type { Desk } from '#src/desk/desk.ts'
import { type Content, note } from '#src/desk/content.ts'
import { dateInWords } from '#src/words/locale.ts'
import { askingWords, lendingFormWords } from '#src/words/words.ts'

type Rules = { readonly rulings: readonly Ruling[]; readonly still: readonly string[] }

/**
 * The day for which a price is told and read aloud: the one it was put before the household for while that is not past,
 * else the meeting that is held, or the next one, since no money is handed out before a vote. After the vote it is today.
 */
export const payoutDayOf = (
  book: FundBook,
  {
    disclosure: told,
    state,
  }: Pick<LoanRequest, 'disclosure'> & Partial<Pick<LoanRequest, 'state'>>,
  on: LocalDate,
): LocalDate => {
  const day = dayToShow(book, on)
  if (told && told.paidOutOn >= day && state !== 'approved') return told.paidOutOn
  return state === 'approved' || meetingOn(book, day) ? day : nextMeetingOf(book, day)
}

type Priced = {
  readonly on: LocalDate
  /** Left out, the day on which it would be handed out as is usual. */
  readonly paidOutOn?: LocalDate
  /** It stands on the page of the loan, which says first of all what no vote lends. */
  readonly isRefusalAbove?: true
  /** It stands beside what is to be done, and a phone folds its parts. */
  readonly isBeside?: true
}

/**
 * What the loan that is asked for would cost, handed out as is usual; where its own days come before that, on the day on
 * which it is asked for. Nothing where it cannot be counted.
 */
const priced = (
  { book, language }: Desk,
  { asked, loanId, ...told }: Partial<LoanRequest> & { readonly asked: RequestedLoan },
  { on, paidOutOn, isRefusalAbove, isBeside, rules }: Priced & { readonly rules: () => Rules },
): Content => {
  const day = paidOutOn ?? payoutDayOf(book, told, on)
  const quote = quoteOfRequest(book, asked, day) ?? quoteOfRequest(book, asked, on)
  if (!quote) return []
  const said = askingWords.in(language).pricedFor(dateInWords(quote.terms.paidOutOn, language))
  return [note(said), { is: 'loan-price', quote, loanId, isRefusalAbove, isBeside, ...rules() }]
}

/** While a request is typed: its price, and what the rules say of it that is nobody's own. */
export const priceTyped = (desk: Desk, asked: Envelope & RequestedLoan): Content => {
  const words = askingWords.in(desk.language)
  const { effectiveOn: on } = asked
  const rules = (): Rules => ({
    rulings: rulingsOnTerms(desk.book, asked, { on, isMeasured: false }),
    still: [words.stillBurden],
  })
  return priced(desk, { asked }, { on, isBeside: true, rules })
}

/** On the check of a request: within or above what the member may borrow, and not by how much. */
export const costOfRequest = (desk: Desk, asked: Envelope & RequestedLoan): Content => {
  const { effectiveOn: on } = asked
  const rulings = rulingsOnTerms(desk.book, asked, { on, isMeasured: true })
  const isAbove = rulings.some(({ code }) => code === 'above-ceiling')
  const within = isAbove ? [] : [lendingFormWords.in(desk.language).ceiling_within]
  const still = [...within, askingWords.in(desk.language).stillBurden]
  const rules = (): Rules => ({ rulings, still })
  return priced(desk, { asked }, { on, rules })
}

/** Before the vote: its price, and all that the rules say of it. */
export const costOf = (desk: Desk, request: LoanRequest, priceOn: Priced): Content => {
  const rulings = rulingsOnRequest(desk.book, request, priceOn.on)
  return priced(desk, request, { ...priceOn, rules: () => ({ rulings, still: [] }) })
}
