import { sealedByAnotherSaid } from '#domain/access/row-seal.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import type { Marking, MarkingHow, Marks } from '#domain/access/marks.ts'
import { countedLines, keepLinesBefore } from '#infra/db/marked-lines.ts'
import { ageOfRow, withMark, withoutMark } from '#infra/db/marked.ts'
import { type Cells, type MarkedTable, markedNames, markedTables } from '#infra/db/marked-tables.ts'
import { type JournalKind, headIn, journalKinds, rowsOf } from '#infra/db/rows-of.ts'
import {
  type CountChange,
  ageOfRegister,
  keepRegister,
  nothing,
  registerAt,
  sumOf,
} from '#infra/db/register.ts'
import { putRows } from '#infra/db/many-rows.ts'
import { countAtRest } from '#infra/db/sealing-anew.ts'
import { type Statements } from '#infra/db/tables.ts'

type Of = { readonly em: Statements; readonly marks: Marks; readonly scope: string }
type How = { readonly at: string; readonly how: MarkingHow }

/** Whether anything of a fund or network bears a mark that holds: then it was taken in before, whatever was taken away since. */
const isMarked = async ({ em, marks, scope }: Of): Promise<boolean> => {
  for (const kind of [...journalKinds, ...markedNames]) {
    const count = await registerAt(em, scope, kind)
    if (count && ageOfRegister(marks, count) !== undefined) return true
  }
  for (const table of markedNames)
    if ((await rowsOf(em, table, scope)).some((row) => ageOfRow(marks, table, row) !== undefined))
      return true
  return false
}

/** What lets somebody in does not outlive the taking in: nobody knows who wrote it. */
const ended = (table: MarkedTable, row: Cells, at: string): Cells => {
  if (table === 'session') return { ...row, ended_at: row['ended_at'] ?? at }
  return table === 'one_time_key' ? { ...row, used_at: row['used_at'] ?? at } : row
}

/** Rows of one table that are given the mark of now, and how that changes what is counted. */
const markTable = async (of: Of, table: MarkedTable, { at, how }: How): Promise<Marking> => {
  const { em, marks, scope } = of
  const all = await rowsOf(em, table, scope)
  const told = { renewed: 0, takenIn: 0 }
  const marked = all.map((row): Cells => {
    const age = ageOfRow(marks, table, row)
    if (age === 'now' || (age === undefined && how === 'renews')) return row
    const cells = withoutMark(age === undefined ? ended(table, row, at) : row)
    told[age === undefined ? 'takenIn' : 'renewed'] += 1
    return withMark(marks, table, cells)
  })
  const anew = marked.filter((row, i) => row !== all[i])
  await putRows(em, table, markedTables[table] as never, anew as never)
  const known = (rows: readonly Cells[]): string[] =>
    rows.filter((row) => ageOfRow(marks, table, row)).map(({ mark }) => String(mark))
  await recount(of, table, { how, gone: known(all), come: known(marked) })
  return told
}

/** The log alone is never written anew: its older lines are kept together. */
const markLines = async (of: Of, { how }: How): Promise<Marking> => {
  const { em, marks, scope } = of
  const all = await rowsOf(em, 'activity', scope)
  const { rows, foreign } = await countedLines(of, all)
  const isNow = (row: Cells): boolean => ageOfRow(marks, 'activity', row) === 'now'
  const older = all.filter((row) => !isNow(row))
  const marksOf = (lines: readonly Cells[]): string[] => lines.map(({ mark }) => String(mark))
  if (how === 'renews' && foreign.length > 0)
    await recount(of, 'activity', { how, gone: [], come: [] })
  else {
    if (older.length > 0) await keepLinesBefore(of, older)
    await recount(of, 'activity', { how, gone: marksOf(rows), come: marksOf(all.filter(isNow)) })
  }
  return { renewed: older.length - foreign.length, takenIn: how === 'renews' ? 0 : foreign.length }
}

/** Counts on from what was counted; what is taken in is counted from nothing, because nothing that stands there is trusted. */
const recount = async (
  { em, marks, scope }: Of,
  kind: MarkedTable,
  { how, gone, come }: CountChange & Pick<How, 'how'>,
): Promise<void> => {
  const found = await registerAt(em, scope, kind)
  const isSound = found !== undefined && ageOfRegister(marks, found) !== undefined
  if (how === 'renews') {
    if (!isSound) return
    // What is as it should be is not counted as a change, or an older copy would catch up with what was kept.
    if (`${gone}` === `${come}` && ageOfRegister(marks, found) === 'now') return
  }
  const start =
    how === 'renews'
      ? { rows: found!.rows - gone.length, digest: sumOf(found!.digest, { gone, come: [] }) }
      : nothing
  await keepRegister(em, marks, {
    scope,
    kind,
    changes: (isSound ? found.changes : 0) + 1,
    rows: start.rows + come.length,
    digest: sumOf(start.digest, { gone: [], come }),
  })
}

const markJournal = async (
  { em, marks, scope }: Of,
  kind: JournalKind,
  { how }: How,
): Promise<void> => {
  const found = await registerAt(em, scope, kind)
  if (how === 'renews') {
    if (found && ageOfRegister(marks, found) === 'before') await keepRegister(em, marks, found)
    return
  }
  const head = await headIn(em, kind, scope)
  if (!head) return
  const { seq, hash } = head
  await keepRegister(em, marks, { scope, kind, changes: seq, rows: seq, digest: hash })
}

/** Marks what is of one fund or network. */
export const markScopeAnew = async (of: Of, asked: How): Promise<Marking> => {
  const isRefused = asked.how === 'first' && (await isMarked(of))
  // Nothing of it bears a mark of ours, and what is in it was sealed by another: it is no book of before, but that of another key.
  if (asked.how === 'first' && !isRefused && (await countAtRest(of)).shut > 0)
    throw new StorageUnavailable(sealedByAnotherSaid)
  const how = isRefused ? { ...asked, how: 'renews' as const } : asked
  const told = { renewed: 0, takenIn: 0 }
  for (const kind of journalKinds) await markJournal(of, kind, how)
  for (const table of markedNames) {
    const done = table === 'activity' ? await markLines(of, how) : await markTable(of, table, how)
    told.renewed += done.renewed
    told.takenIn += done.takenIn
  }
  return told
}
