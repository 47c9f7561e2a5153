import { type LocalDate, later } from '#domain/kernel/dates.ts'
import type { Hands, Saved, Sums, Swing } from '#domain/hands/hands.ts'

/** The hand that a move is of: until which meeting, and whose. */
export type Keyed = { readonly key: string; readonly on: LocalDate }

/** Sums with one of a day more or less. */
export const plus = (sums: Sums, on: LocalDate, more: number): Sums => {
  if (more === 0) return sums
  const { [on]: before = 0, ...others } = sums
  return before + more === 0 ? others : { ...others, [on]: before + more }
}

const withDay = (days: readonly LocalDate[], on: LocalDate, by: 1 | -1): readonly LocalDate[] => {
  if (by === -1) return days.toSpliced(days.indexOf(on), 1)
  // Nearly every sum is of the last day or a later one.
  return on >= (days.at(-1) ?? '') ? [...days, on] : [...days, on].toSorted()
}

/** Sums that came and went again, with a sum of each of those days more or less. */
const plusEach = (sums: Sums, { in: came, out: went }: Swing, each: number): Sums =>
  came.length === 0 || went.length === 0
    ? sums
    : came.slice(0, went.length).reduce((all, on, i) => plus(all, later(on, went[i]!), each), sums)

/** What has come and gone again, with one sum of one owner or without it. */
export const swung = (
  { swings }: Hands,
  { key, on }: Keyed,
  {
    sums,
    saved: { owner, amount },
    by,
  }: { readonly sums: Sums; readonly saved: Saved; readonly by: 1 | -1 },
): Sums => {
  const size = Math.abs(amount)
  const place = `${key} ${owner} ${size}`
  const before = swings.get(place) ?? { in: [], out: [] }
  const way = amount > 0 ? 'in' : 'out'
  const after = { ...before, [way]: withDay(before[way], on, by) }
  swings.set(place, after)
  return plusEach(plusEach(sums, before, 0 - size), after, size)
}
