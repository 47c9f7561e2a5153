import type { LocalDate } from '#domain/kernel/dates.ts'

/** What something came to by the end of each day on which it moved, the earliest first; smallest units. */
export type Running = { readonly days: LocalDate[]; readonly sums: number[] }

export const nothingRunning = (): Running => ({ days: [], sums: [] })

export const copyOfRunning = ({ days, sums }: Running): Running => ({
  days: days.slice(),
  sums: sums.slice(),
})

/** How many of the days are not after a day. */
const countThrough = (days: readonly LocalDate[], through: LocalDate): number => {
  // Most questions are about the end of the book.
  if (days.length === 0 || days.at(-1)! <= through) return days.length
  let [from, to] = [0, days.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (days[middle]! <= through) from = middle + 1
    else to = middle
  }
  return from
}

/** Adds what moved on a day, in place; what comes late costs as much as there are days after it. */
export const move = ({ days, sums }: Running, on: LocalDate, amount: number): void => {
  const count = countThrough(days, on)
  const isThere = days[count - 1] === on
  if (!isThere) {
    days.splice(count, 0, on)
    sums.splice(count, 0, sums[count - 1] ?? 0)
  }
  for (let at = isThere ? count - 1 : count; at < sums.length; at += 1) sums[at]! += amount
}

/** What it had come to by the end of a day, or in all. */
export const sumThrough = ({ days, sums }: Running, through?: LocalDate): number =>
  sums[(through === undefined ? days.length : countThrough(days, through)) - 1] ?? 0

/** The same of many days, each asked for after the ones before it. */
export const sumsInOrder = ({ days, sums }: Running): ((through: LocalDate) => number) => {
  let count = 0
  return (through) => {
    while (count < days.length && days[count]! <= through) count += 1
    return sums[count - 1] ?? 0
  }
}

/** What moved within a stretch of days; undefined where nothing did. */
export const movedWithin = (
  { days, sums }: Running,
  { before, through }: { readonly before?: LocalDate | undefined; readonly through: LocalDate },
): number | undefined => {
  const last = countThrough(days, through)
  const first = before === undefined ? 0 : countThrough(days, before)
  return last > first ? sums[last - 1]! - (sums[first - 1] ?? 0) : undefined
}

/** The days on which it moved after one day and through another. */
export const daysWithin = (
  { days }: { readonly days: readonly LocalDate[] },
  after: LocalDate,
  through: LocalDate,
): readonly LocalDate[] => days.slice(countThrough(days, after), countThrough(days, through))
