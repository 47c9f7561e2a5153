import type { LocalDate } from '#domain/kernel/dates.ts'
import { mapWith } from '#domain/kernel/layers.ts'
import { type ListOf, listWith } from '#domain/kernel/list-of.ts'
import { type SettledRow, settled, takesBack } from '#domain/ledger/rows.ts'
import type { FlagRow, PostingRow } from '#domain/ledger/rows.ts'
import { type Running, copyOfRunning, move, nothingRunning } from '#domain/ledger/running.ts'

/*
 * Postings of the box come as one list, by entry and line. What a list is looked up by is made once of it, when it is asked for
 * first, and a list that follows on another one takes it over with what was posted since.
 */

type Box = ListOf<SettledRow>
type Rows = readonly SettledRow[]

type BoxDays = {
  /** By the day of their entries. */
  readonly byDay: ReadonlyMap<LocalDate, Rows>
  /** What moved by all entries of these days. */
  readonly days: Running
  /** What moved on the days of the entries themselves. */
  readonly onTheirDay: Running
  /** What entries moved on another day than their own. */
  readonly onAnother: Rows
  /** Of counts, and of the founding. */
  readonly apart: ListOf<SettledRow>
}

const apartTypes: readonly string[] = ['FundFounded', 'MeetingOpened', 'MeetingClosed']

const kept = new WeakMap<Box, BoxDays>()

const noRows: Rows = []

const none: BoxDays = {
  byDay: new Map(),
  days: nothingRunning(),
  onTheirDay: nothingRunning(),
  onAnother: [],
  apart: [],
}

const withRows = (before: BoxDays, rows: Box): BoxDays => {
  const days = copyOfRunning(before.days)
  const onTheirDay = copyOfRunning(before.onTheirDay)
  const moved = [...Map.groupBy(rows, ({ effectiveOn }) => effectiveOn)]
  for (const { on, effectiveOn, amount } of rows) {
    move(days, effectiveOn, amount)
    if (on === effectiveOn) move(onTheirDay, on, amount)
  }
  const other = rows.filter(({ on, effectiveOn }) => on !== effectiveOn)
  const apart = rows.filter(({ entryType }) => apartTypes.includes(entryType))
  return {
    days,
    byDay: mapWith(
      before.byDay,
      moved.map(([day, ofDay]) => [day, (before.byDay.get(day) ?? noRows).concat(ofDay)] as const),
    ),
    onTheirDay,
    onAnother: other.length === 0 ? before.onAnother : before.onAnother.concat(other),
    apart: apart.length === 0 ? before.apart : listWith(before.apart, apart),
  }
}

/** What a list of the box's postings is looked up by. Nobody may change it. */
export const boxDaysOf = (box: Box): Readonly<BoxDays> => {
  const known = kept.get(box) ?? withRows(none, box)
  kept.set(box, known)
  return known
}

/** What moved in the box by entries of a day. */
export const boxRowsOn = (box: Box, day: LocalDate): Rows => boxDaysOf(box).byDay.get(day) ?? noRows

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
  const all = listWith(before.settled, more)
  const days = kept.get(before.settled)
  if (days) kept.set(all, withRows(days, more))
  return { settled: all, raw: before.raw.concat(news.filter((row, i) => row !== more[i])) }
}
