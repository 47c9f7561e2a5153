import type { AuditorAccess } from '#domain/fund/auditors.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { type LocalDate, later } from '#domain/kernel/dates.ts'

/** From a day on so much more. */
export type Step = readonly [from: LocalDate, amount: number]

/**
 * What lists of funds tell of one of them, without reading its book: it follows each entry, in the same commit. It is exact on
 * every day from `on` until the next entry, and names no member and no loan. Sums in smallest units.
 */
export type FundSummary = {
  /** The last entry that it has taken in, and the day on which that was written down. */
  readonly seq: number
  readonly writtenOn: LocalDate
  /** The last day that anything in the book is about. */
  readonly on: LocalDate
  readonly openedOn: LocalDate
  readonly villageCode: string
  readonly currency: Currency
  readonly members: number
  readonly cash: number
  readonly savings: number
  /** Principal that is owed, and on how many loans. */
  readonly owed: number
  readonly loans: number
  /** Principal of loans that are late, and of those that are more than thirty days late, by when they are if nobody pays. */
  readonly late: readonly Step[]
  readonly par30: readonly Step[]
  readonly lastMeeting?: LocalDate
  /** What somebody said is not right, and nobody has answered. */
  readonly unanswered: number
  /** Windows and grants of donors' money; absent where there are none. */
  readonly grants?: number
  readonly auditors?: readonly AuditorAccess[]
}

const through = (steps: readonly Step[], day: LocalDate): number =>
  steps.reduce((sum, [from, amount]) => (from <= day ? sum + amount : sum), 0)

/** What is late on a day; of a day before the last one that the book is about, what is on that one. */
export const lateIn = (
  { late, par30, on }: Pick<FundSummary, 'late' | 'par30' | 'on'>,
  today: LocalDate,
): { readonly late: number; readonly par30: number } => {
  const day = later(on, today)
  return { late: through(late, day), par30: through(par30, day) }
}
