import { type LocalDate, type Span, daysAfter, daysCovered } from '#domain/kernel/dates.ts'

/** Of later days nothing is told: a window that has no end reaches to there. */
const horizonDays = 40_000

/**
 * The first day on which an instalment that fell due on `due` is more than `days` late, if nobody pays; days of windows do not
 * count. Undefined where that day never comes.
 */
export const lateFrom = (
  due: LocalDate,
  windows: readonly Span[],
  days: number,
): LocalDate | undefined => {
  let [after, covered] = [days + 1, 0]
  while (after <= horizonDays) {
    const on = daysAfter(due, after)
    covered = daysCovered(windows, due, on)
    if (after - covered > days) return on
    after = days + 1 + covered
  }
  return undefined
}
