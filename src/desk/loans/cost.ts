import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Ruling } from '#domain/fairness/ruling.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import type { RequestedLoan, LoanRequest } from '#domain/loans/request/request-state.ts'
import { quoteOfRequest } from '#src/app/lending/quoting.ts'
import { rulingsOnTerms, rulingsOnRequest } from '#src/app/lending/request-rulings.ts'
import type { Desk } from '#src/desk/desk.ts'
import type { Content } from '#src/desk/content.ts'
import { askingWords, lendingFormWords } from '#src/words/words.ts'

type Rules = { readonly rulings: readonly Ruling[]; readonly still: readonly string[] }

/** What the loan that is asked for would cost, paid out on a day; nothing where it cannot be counted. */
const priced = (
  { book }: Desk,
  asked: RequestedLoan,
  { on, rules }: { readonly on: LocalDate; readonly rules: () => Rules },
): Content => {
  const quote = quoteOfRequest(book, asked, on)
  return quote ? [{ is: 'loan-price', quote, ...rules() }] : []
}

/** While a request is typed: its price, and what the rules say of it that is nobody's own. */
export const priceTyped = (desk: Desk, asked: Envelope & RequestedLoan): Content => {
  const words = askingWords.in(desk.language)
  const { effectiveOn: on } = asked
  const rules = (): Rules => ({
    rulings: rulingsOnTerms(desk.book, asked, { on, isMeasured: false }),
    still: [words.stillCeiling, words.stillBurden],
  })
  return priced(desk, asked, { on, rules })
}

/** On the check of a request: within or above what the member may borrow, and not by how much. */
export const costOfRequest = (desk: Desk, asked: Envelope & RequestedLoan): Content => {
  const { effectiveOn: on } = asked
  const rulings = rulingsOnTerms(desk.book, asked, { on, isMeasured: true })
  const isAbove = rulings.some(({ code }) => code === 'above-ceiling')
  const within = isAbove ? [] : [lendingFormWords.in(desk.language).ceiling_within]
  const still = [...within, askingWords.in(desk.language).stillBurden]
  return priced(desk, asked, { on, rules: () => ({ rulings, still }) })
}

/** Before the vote: its price, and all that the rules say of it. */
export const costOf = (desk: Desk, request: LoanRequest, on: LocalDate): Content => {
  const rules = (): Rules => ({ rulings: rulingsOnRequest(desk.book, request, on), still: [] })
  return priced(desk, request.asked, { on, rules })
}
