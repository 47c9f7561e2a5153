import fc from 'fast-check'
import { dayInMonth, dayOf, monthOf, textOf } from '#test/support/oracle/calendar.ts'

/*
 * Chance alone seldom draws the very day on which something ends, or the very sum that is owed, and that is where a rule
 * says yes or no. So half of all draws are taken from the edges that a property names: the same again or one beside it.
 */

type Range = { readonly min: number; readonly max: number }

/** Any whole number of a range, and as often one of the edges or the next on either side of it, within the range. */
export const near = (edges: readonly number[], { min, max }: Range): fc.Arbitrary<number> =>
  fc.oneof(
    fc.integer({ min, max }),
    fc
      .tuple(fc.constantFrom(...edges), fc.constantFrom(0, 0, -1, 1))
      .map(([edge, by]) => Math.min(Math.max(edge + by, min), max)),
  )

/** Any day from one through another, and as often one of the edges or the day before or after it. */
export const nearDay = (
  edges: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): fc.Arbitrary<string> => near(edges.map(dayOf), { min: dayOf(from), max: dayOf(to) }).map(textOf)

/** The same day of so many months, from the month of a day on; the last of a month that has no such day. */
export const monthly = (from: string, months: number, date: number): readonly string[] =>
  Array.from({ length: months }, (_, n) => textOf(dayInMonth(monthOf(dayOf(from)) + n, date)))
