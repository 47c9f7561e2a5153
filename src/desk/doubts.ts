import type { Currency } from '#domain/kernel/money.ts'
import type { FundBook } from '#domain/health/book.ts'
import { charterOf } from '#domain/health/book.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Field } from '#src/desk/fields.ts'

/** What a field knows of the sum that is typed into it: every field of money has it, so that no form can leave it out. */
export type TypedSum = {
  readonly currency: Currency
  /** What is usual here. It is public: never counted from what somebody has in private. */
  readonly usual: number
  /** The sum in smallest units; undefined where nothing is typed. */
  readonly read: (text: string) => number | undefined
}

/** A sum that is ten times what is usual, or more: perhaps a zero too many. */
export type Doubt = Pick<TypedSum, 'currency' | 'usual'> & {
  readonly label: string
  readonly amount: number
}

/** What people pay at once where nothing else is known: about a hundred dollars, in smallest recorded units. */
const ordinary: Readonly<Record<Currency, number>> = {
  KHR: 400_000,
  USD: 10_000,
  THB: 350_000,
  VND: 2_500_000,
  LAK: 2_000_000,
  MMK: 200_000,
}
export const ordinarySum = (currency: Currency): number => ordinary[currency]

const middle = (sums: readonly number[]): number =>
  sums.toSorted((a, b) => a - b)[Math.floor(sums.length / 2)] ?? 0

/** What is usual to borrow in a fund: the middle one of its loans. */
export const usualLoan = (
  { loans, ...book }: FundBook,
  today: LocalDate,
): { readonly usual: number } => ({
  usual:
    middle(loans.map(({ terms }) => terms.principal)) ||
    ordinarySum(charterOf({ loans, ...book }, today).currency),
})

/** What is usual to bring to one meeting: as many of the dearest shares as the charter allows. */
export const usualAtMeeting = (book: FundBook, today: LocalDate): number => {
  const { shareValue, sharesPerMeeting, currency } = charterOf(book, today)
  return shareValue * sharesPerMeeting.max || ordinarySum(currency)
}

/** The sums of a form that are asked about once more before anything is recorded. */
export const doubtsIn = (
  fields: readonly Field[],
  of: (name: string) => string,
): readonly Doubt[] =>
  fields.flatMap(({ name, label, sum }) => {
    const amount = sum?.read(of(name))
    return sum && amount !== undefined && amount >= 10 * sum.usual
      ? [{ label, amount, currency: sum.currency, usual: sum.usual }]
      : []
  })
