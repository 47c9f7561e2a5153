import type { LocalDate } from '#domain/kernel/dates.ts'
import { fewest, isMuch } from '#domain/kernel/layers.ts'

/** What something came to by the end of each day on which it moved, the earliest first; smallest units. */
export type Course = { readonly days: readonly LocalDate[]; readonly sums: readonly number[] }

/**
 * The same of what moves on. Its last days are its own; those before them are closed, and whoever follows on it has them in
 * common with it, so that a copy does not cost more where there are more days.
 */
export type Running = {
  closed: Course
  open: { readonly days: LocalDate[]; readonly sums: number[] }
}

const nothing: Course = { days: [], sums: [] }

export const nothingRunning = (): Running => ({ closed: nothing, open: { days: [], sums: [] } })

const part = ({ days, sums }: Course, from: number, to?: number): Running['open'] => ({
  days: days.slice(from, to),
  sums: sums.slice(from, to),
})

const together = ({ closed, open }: Running): Running['open'] => ({
  days: closed.days.concat(open.days),
  sums: closed.sums.concat(open.sums),
})

/**
 * What stays the same value for as long as nothing moves through a day: the closed days, where it is one of them, and else all of
 * it. What hangs on those days alone is kept with it.
 */
export const stretchThrough = (line: Running, through: LocalDate): object =>
  through <= (line.closed.days.at(-1) ?? '') ? line.closed : line

/** All of its days. Nobody may change them. */
export const courseOf = (line: Running): Course =>
  line.closed.days.length === 0 ? line.open : together(line)

/** A copy in which more days are closed, where many are open. */
const closing = (line: Running): Running | undefined => {
  if (!isMuch(line.open.days.length, line.closed.days.length)) return undefined
  const all = courseOf(line)
  return { closed: part(all, 0, -fewest), open: part(all, -fewest) }
}

/** What is posted to the copy, nobody sees who holds the other one, nor the other way round. */
export const copyOfRunning = (line: Running): Running =>
  closing(line) ?? { closed: line.closed, open: part(line.open, 0) }

/** Opens all days, if something moved on one that is closed. */
const opening = (line: Running, on: LocalDate): void => {
  if (on > (line.closed.days.at(-1) ?? '')) return
  line.open = together(line)
  line.closed = nothing
}

/** How many of the days are not after a day. */
const countIn = (days: readonly LocalDate[], through: LocalDate): number => {
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

/** On how many days it moved. */
export const countOf = ({ closed, open }: Running): number => closed.days.length + open.days.length

const countThrough = ({ closed, open }: Running, through: LocalDate): number => {
  const count = countIn(open.days, through)
  return count > 0 ? closed.days.length + count : countIn(closed.days, through)
}

const dayAt = ({ closed, open }: Running, at: number): LocalDate | undefined =>
  closed.days[at] ?? open.days[at - closed.days.length]

/** What it had come to by the end of so many of its days. */
const sumAfter = ({ closed, open }: Running, count: number): number =>
  closed.sums[count - 1] ?? open.sums[count - 1 - closed.days.length] ?? 0

/** Adds what moved on a day, in place; what comes late costs as much as there are days after it, or that are closed. */
export const move = (line: Running, on: LocalDate, amount: number): void => {
  opening(line, on)
  const { days, sums } = line.open
  const count = countIn(days, on)
  const isThere = days[count - 1] === on
  if (!isThere) {
    sums.splice(count, 0, sumThrough(line, on))
    days.splice(count, 0, on)
  }
  for (let at = isThere ? count - 1 : count; at < sums.length; at += 1) sums[at]! += amount
}

/** What it had come to by the end of a day, or in all. */
export const sumThrough = (line: Running, through?: LocalDate): number =>
  sumAfter(line, through === undefined ? countOf(line) : countThrough(line, through))

/** The same of many days, each asked for after the ones before it. */
export const sumsInOrder = (line: Running): ((through: LocalDate) => number) => {
  const all = countOf(line)
  let count = 0
  return (through) => {
    while (count < all && dayAt(line, count)! <= through) count += 1
    return sumAfter(line, count)
  }
}

/** What moved within a stretch of days; undefined where nothing did. */
export const movedWithin = (
  line: Running,
  { before, through }: { readonly before?: LocalDate | undefined; readonly through: LocalDate },
): number | undefined => {
  const last = countThrough(line, through)
  const first = before === undefined ? 0 : countThrough(line, before)
  return last > first ? sumAfter(line, last) - sumAfter(line, first) : undefined
}

/** What moved, day by day. */
export const movesIn = (
  line: Running,
): readonly { readonly on: LocalDate; readonly amount: number }[] => {
  const { days, sums } = courseOf(line)
  return days.map((on, i) => ({ on, amount: sums[i]! - (sums[i - 1] ?? 0) }))
}

/** The first day on which it moved. */
export const firstMoved = (line: Running): LocalDate | undefined => dayAt(line, 0)

/** The last one. */
export const lastMoved = (line: Running): LocalDate | undefined => dayAt(line, countOf(line) - 1)

/** The days on which it moved after one day and through another. */
export const daysWithin = (
  line: Running,
  after: LocalDate,
  through: LocalDate,
): readonly LocalDate[] => {
  const { closed, open } = line
  const [from, to] = [countThrough(line, after), countThrough(line, through)]
  const own = (count: number): number => Math.max(0, count - closed.days.length)
  return closed.days.slice(from, to).concat(open.days.slice(own(from), own(to)))
}
