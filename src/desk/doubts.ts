import { type FundBook, charterOf } from '#domain/health/book.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Field } from '#src/desk/fields.ts'
import { type TypedSum, ordinarySum } from '#src/desk/typed-sum.ts'

/** A sum that is ten times what is usual, or more: perhaps a zero too many. */
export type Doubt = Pick<TypedSum, 'currency' | 'usual'> & {
  readonly label: string
  readonly amount: number
}

const middle = (sums: readonly number[]): number =>
  sums.toSorted((a, b) => a - b)[Math.floor(sums.length / 2)] ?? 0

/** What is usual to borrow in a fund: the middle one of its loans. */
export const usualLoan = (book: FundBook, today: LocalDate): { readonly usual: number } => ({
  usual:
    middle(book.loans.map(({ terms }) => terms.principal)) ||
    ordinarySum(charterOf(book, today).currency),
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
