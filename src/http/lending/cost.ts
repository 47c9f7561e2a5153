import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Ruling } from '#domain/fairness/ruling.ts'
import type { LoanAsked, LoanRequest } from '#domain/loans/request-state.ts'
import { questionOf, quoteIn } from '#src/app/quoting.ts'
import { rulingsOnAsked, rulingsOnRequest } from '#src/app/request-rulings.ts'
import type { Room } from '#src/http/desk/record.ts'
import type { Html } from '#src/pages/layout.ts'
import { formWordsAt } from '#src/pages/lending/act-pages.ts'
import { pricePart } from '#src/pages/lending/price-part.ts'
import { askingWords } from '#src/words/words.ts'

type Told = { readonly rulings: readonly Ruling[]; readonly still: readonly string[] }

/** What the loan that is asked for would cost, paid out on a day; nothing where it cannot be counted. */
const priced = (
  { at, book }: Room,
  asked: LoanAsked,
  { on, told }: { readonly on: LocalDate; readonly told: () => Told },
): Html | undefined => {
  const answer = quoteIn(book, { asked: questionOf(asked, on), memberId: undefined })
  return 'fault' in answer ? undefined : pricePart(at, { quote: answer.quote, ...told() })
}

/** While a request is typed: its price, and what the rules say of it that is nobody's own. */
export const priceTyped = (room: Room, asked: LoanAsked, on: LocalDate): Html | undefined => {
  const words = askingWords.in(room.at.language)
  const told = (): Told => ({
    rulings: rulingsOnAsked(room.book, asked, { on, isMeasured: false }),
    still: [words.stillCeiling, words.stillBurden],
  })
  return priced(room, asked, { on, told })
}

/** On the check of a request: within or above what the member may borrow, and not by how much. */
export const costOfAsked = (room: Room, asked: LoanAsked, on: LocalDate): Html | undefined => {
  const rulings = rulingsOnAsked(room.book, asked, { on, isMeasured: true })
  const isAbove = rulings.some(({ code }) => code === 'above-ceiling')
  const within = isAbove ? [] : [formWordsAt(room.at).ceiling_within]
  const still = [...within, askingWords.in(room.at.language).stillBurden]
  return priced(room, asked, { on, told: () => ({ rulings, still }) })
}

/** Before the vote: its price, and all that the rules say of it. */
export const costOf = (room: Room, request: LoanRequest, on: LocalDate): Html => {
  const told = (): Told => ({ rulings: rulingsOnRequest(room.book, request, on), still: [] })
  return html`${priced(room, request.asked, { on, told }) ?? ''}`
}
