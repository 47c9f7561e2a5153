import type { LocalDate } from '#domain/kernel/dates.ts'
import { type SettledRow, settled, takesBack } from '#domain/ledger/rows.ts'
import type { FlagRow, PostingRow } from '#domain/ledger/rows.ts'
import { type Running, copyOfRunning, move, nothingRunning } from '#domain/ledger/running.ts'

/*
 * Postings of the box come as one list, by entry and line. What a list is looked up by is made once of it, when it is asked for
 * first, and a list that follows on another one takes it over with what was posted since.
 */

type Box = readonly SettledRow[]

type BoxDays = {
  /** By the day of their entries. */
  readonly byDay: Map<LocalDate, Box>
  /** What moved on the days of the entries themselves. */
  readonly onTheirDay: Running
  /** What entries moved on another day than their own. */
  readonly onAnother: Box
  /** Of counts, and of the founding. */
  readonly apart: Box
}

const apartTypes: readonly string[] = ['FundFounded', 'MeetingOpened', 'MeetingClosed']

const kept = new WeakMap<Box, BoxDays>()

const none: BoxDays = {
  byDay: new Map(),
  onTheirDay: nothingRunning(),
  onAnother: [],
  apart: [],
}

const withRows = (before: BoxDays, rows: Box): BoxDays => {
  const byDay = new Map(before.byDay)
  const onTheirDay = copyOfRunning(before.onTheirDay)
  for (const [day, ofDay] of Map.groupBy(rows, ({ effectiveOn }) => effectiveOn))
    byDay.set(day, [...(byDay.get(day) ?? []), ...ofDay])
  for (const { on, effectiveOn, amount } of rows)
    if (on === effectiveOn) move(onTheirDay, on, amount)
  const other = rows.filter(({ on, effectiveOn }) => on !== effectiveOn)
  const apart = rows.filter(({ entryType }) => apartTypes.includes(entryType))
  return {
    byDay,
    onTheirDay,
    onAnother: other.length === 0 ? before.onAnother : [...before.onAnother, ...other],
    apart: apart.length === 0 ? before.apart : Object.freeze([...before.apart, ...apart]),
  }
}

/** What a list of the box's postings is looked up by. Nobody may change it. */
export const boxDaysOf = (box: Box): Readonly<BoxDays> => {
  const known = kept.get(box) ?? withRows(none, box)
  kept.set(box, known)
  return known
}

const noRows: Box = []

/** What moved in the box by entries of a day. */
export const boxRowsOn = (box: Box, day: LocalDate): Box => boxDaysOf(box).byDay.get(day) ?? noRows

/** Where each posting belongs, and of those that were taken for another one's what the journal has. */
export type BoxRows = { readonly settled: Box; readonly raw: readonly PostingRow[] }

/** The box as it is read: `raw` are all its postings. */
export const boxFrom = (raw: readonly PostingRow[], flags: readonly FlagRow[]): BoxRows => {
  const all = settled(raw, flags)
  return { settled: all, raw: raw.filter((row, i) => row !== all[i]) }
}

/** The box with what was posted since, and the flags that came with it. */
export const boxWith = (
  before: BoxRows,
  news: readonly PostingRow[],
  flags: readonly FlagRow[],
): BoxRows => {
  if (news.length === 0) return before
  const isBack = flags.some(({ flag }) => flag === takesBack)
  const more = isBack ? settled(news, flags, [...before.raw, ...before.settled, ...news]) : news
  const all = [...before.settled, ...more]
  const days = kept.get(before.settled)
  if (days) kept.set(all, withRows(days, more))
  return { settled: all, raw: [...before.raw, ...news.filter((row, i) => row !== more[i])] }
}
