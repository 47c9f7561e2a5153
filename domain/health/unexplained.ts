import { type LocalDate, daysAfter, daysBetween } from '#domain/kernel/dates.ts'
import { heldOn } from '#domain/fund/members.ts'
import type { Office } from '#domain/fund/tenures.ts'
import type { FundBook } from '#domain/health/book.ts'

/** What nobody can explain must be less a quarter later, and every quarter after that. */
export const daysToExplain = 90

/** What an older book does not explain. Sums in smallest units, more in the box than in the book positive. */
export type Unexplained = {
  readonly left: number
  /** The day since which there has always been something. */
  readonly since: LocalDate
  /** Who answers for it: an office, never a person. */
  readonly owner: Office
  /** The day by which it has to be less than on the last of these days. */
  readonly nextOn: LocalDate
  /** The last of these days, where it was not less then than on the one before. */
  readonly failedOn: LocalDate | undefined
}

type Moved = { readonly on: LocalDate; readonly amount: number }

const heldThrough = (moved: readonly Moved[], day: LocalDate): number =>
  moved.reduce((sum, { on, amount }) => (on <= day ? sum - amount : sum), 0)

/** The first day of the last stretch of days on which something was left. */
const sinceOf = (moved: readonly Moved[], day: LocalDate): LocalDate | undefined => {
  const days = [...new Set(moved.map(({ on }) => on))].filter((on) => on <= day).toSorted()
  const lastNought = days.findLastIndex((on) => heldThrough(moved, on) === 0)
  return days[lastNought + 1]
}

/** What is unexplained on a day, who answers for it and by when it must be less; undefined where nothing is. */
export const unexplainedOf = (
  { balances, members }: Pick<FundBook, 'balances' | 'members'>,
  day: LocalDate,
): Unexplained | undefined => {
  const moved = balances.filter(({ account }) => account === 'equity:unexplained')
  const left = heldThrough(moved, day)
  const since = sinceOf(moved, day)
  if (left === 0 || since === undefined) return undefined
  const passed = Math.floor(daysBetween(since, day) / daysToExplain)
  const checkOn = (k: number): LocalDate => daysAfter(since, k * daysToExplain)
  const leftOn = (k: number): number => Math.abs(heldThrough(moved, checkOn(k)))
  const hasFailed = passed > 0 && leftOn(passed) >= leftOn(passed - 1)
  const hasRecordKeeper = members.some((one) =>
    heldOn(one, day).some(({ office }) => office === 'record-keeper'),
  )
  return {
    left,
    since,
    // Whoever keeps the book looks for it; without a record-keeper it is the chair's.
    owner: hasRecordKeeper ? 'record-keeper' : 'chair',
    nextOn: checkOn(passed + 1),
    failedOn: hasFailed ? checkOn(passed) : undefined,
  }
}
