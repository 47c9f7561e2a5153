import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { Marks } from '#domain/access/marks.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import {
  type CountChange,
  type Known,
  changeCount,
  keepHead,
  keepRegister,
  nothing,
  ownerOf,
  registerAt,
} from '#infra/db/register.ts'
import { chunksOf, putRows } from '#infra/db/many-rows.ts'
import {
  type Cells,
  type MarkedTable,
  keyOf,
  longColumns,
  markedNames,
  markedTables,
  scopeOf,
} from '#infra/db/marked-tables.ts'
import {
  assertKnown,
  forgetOpened,
  openedCells,
  openedList,
  sealedCells,
  sha256,
} from '#infra/db/sealed-cells.ts'
import { type Statements, type Tables, fromColumns, tables } from '#infra/db/tables.ts'

/** A store without a key (nobody told this program) neither makes marks nor looks at them. */
export type KnownMarks = Marks | undefined

/** The columns of a row that its mark is over, in an order of their own; found once for each list of columns. */
const saidColumns = new Map<string, readonly string[]>()

const columnsSaid = (table: MarkedTable, names: readonly string[]): readonly string[] => {
  const key = `${table} ${names.join(' ')}`
  const known = saidColumns.get(key)
  if (known) return known
  const said = names
    .filter((column) => column !== 'mark' && column !== longColumns[table]?.long)
    .toSorted()
  saidColumns.set(key, said)
  return said
}

/** All that a row says, in whichever order a database gives its columns. */
const saidBy = (table: MarkedTable, cells: Cells): string =>
  lengthPrefixed([
    'village-fund/row/1',
    table,
    ...columnsSaid(table, Object.keys(cells)).flatMap((column) => [
      column,
      cells[column] === null ? undefined : `${cells[column]}`,
    ]),
  ])

/** Whether what is too long for the mark, where it was read, is what the marked hash says. */
const isLongSound = (table: MarkedTable, cells: Cells): boolean => {
  const { long, hash } = longColumns[table] ?? {}
  const text = long === undefined ? undefined : cells[long]
  return typeof text !== 'string' || sha256(text) === cells[hash!]
}

export const ageOfRow = (
  marks: Marks,
  table: MarkedTable,
  cells: Cells,
): ReturnType<Marks['ageOf']> =>
  typeof cells['mark'] === 'string' && isLongSound(table, cells)
    ? marks.ageOf(saidBy(table, cells), cells['mark'])
    : undefined

export const withoutMark = <Found extends object>(found: Found): Omit<Found, 'mark'> => {
  const { mark: _, ...cells } = found as Found & { readonly mark: unknown }
  return cells
}

/** A row as it was written; nothing where another program wrote it, or wrote into it, or took its mark away. */
export const ownCells = <Found extends object>(
  marks: KnownMarks,
  table: MarkedTable,
  found: Found | undefined,
): Omit<Found, 'mark'> | undefined => {
  if (!found) return undefined
  assertKnown(marks, table, [found as unknown as Cells])
  if (marks && ageOfRow(marks, table, found as unknown as Cells) === undefined) return undefined
  return openedCells(marks, table, withoutMark(found) as unknown as Cells) as
    | typeof found
    | undefined
}

/** The same as the program has rows. */
export const ownRow = <Row extends object>(
  marks: KnownMarks,
  table: MarkedTable,
  found: object | undefined,
): Row | undefined => {
  const cells = ownCells(marks, table, found)
  return cells && fromColumns<Row>(cells as never)
}

/** Rows as they were found, whoever wrote them. */
export const openedRows = <Row extends object>(
  marks: KnownMarks,
  table: MarkedTable,
  found: readonly object[],
): Row[] => {
  assertKnown(marks, table, found as readonly Cells[])
  const cells = found.map((one) => withoutMark(one) as Cells)
  return openedList(marks, table, cells).map((one) => fromColumns<Row>(one as never))
}

/** Rows that this program wrote, whole. */
export const ownRows = <Row extends object>(
  marks: KnownMarks,
  table: MarkedTable,
  found: readonly object[],
): Row[] => {
  assertKnown(marks, table, found as readonly Cells[])
  const own = marks
    ? found.filter((one) => ageOfRow(marks, table, one as Cells) !== undefined)
    : found
  return openedRows(marks, table, own)
}

export const withMark = <Row extends object>(
  marks: KnownMarks,
  table: MarkedTable,
  cells: Row,
): Row & { readonly mark: string | null } => ({
  ...cells,
  mark: marks?.mark(saidBy(table, cells as unknown as Cells)) ?? null,
})

/** The rows with the keys of these, as they stand. */
const standing = async (
  em: Statements,
  table: MarkedTable,
  rows: readonly object[],
): Promise<Cells[]> => {
  const found: Cells[] = []
  const [owner, first, ...keys] = markedTables[table]
  // Where one column tells the row, many are asked for at once: a book that comes brings thousands of texts.
  for (const some of keys.length === 0 ? chunksOf(em, rows) : rows.map((row) => [row])) {
    const of = (key: string) => some.map((row) => (row as Cells)[key]) as never
    let query = tables(em)
      .selectFrom(table as 'device')
      .selectAll()
      .where(owner as never, '=', scopeOf(table, rows[0]!) as never)
      .where(first as never, 'in', of(first))
    for (const key of keys) query = query.where(key as never, 'in', of(key))
    found.push(...((await query.execute()) as unknown as Cells[]))
  }
  return found
}

const marksOf = (marks: Marks, table: MarkedTable, rows: readonly Cells[]): string[] =>
  rows.filter((row) => ageOfRow(marks, table, row) !== undefined).map((row) => String(row['mark']))

/** Counts rows that come and go, where this program has a key; before they do, so that an empty table is seen as one. */
export const counted = async (
  em: Statements,
  marks: KnownMarks,
  of: { readonly table: MarkedTable; readonly scope: string; readonly change: CountChange },
  known?: Known,
): Promise<void> => {
  const { table: kind, scope, change } = of
  if (marks) await changeCount(em, marks, { scope, kind, ...change }, known)
}

/** Writes rows of one owner in place of those with their keys, marked and counted. */
export const putMarked = async <Name extends MarkedTable>(
  em: Statements,
  marks: KnownMarks,
  table: Name,
  rows: readonly Omit<Tables[Name], 'mark'>[],
): Promise<void> => {
  if (rows.length === 0) return
  const unique = [...new Map(rows.map((row) => [keyOf(table, row), row])).values()]
  const shut = unique.map((row) => sealedCells(marks, table, row as unknown as Cells))
  const before = marks ? await standing(em, table, shut) : []
  const written = shut.map((row) => withMark(marks, table, row))
  if (marks) {
    const change = {
      gone: marksOf(marks, table, before),
      come: written.map(({ mark }) => String(mark)),
    }
    await changeCount(em, marks, { scope: scopeOf(table, unique[0]!), kind: table, ...change })
    forgetOpened(marks, table, scopeOf(table, unique[0]!))
  }
  await putRows(em, table, markedTables[table] as never, written as never)
}

/** The same for whoever reads the audit: who is kin of whom is no business of an operator's screen. */
export const toldKey = (table: MarkedTable, cells: object): string =>
  table === 'kinship' ? String((cells as Cells)['first_id']) : keyOf(table, cells)

/** Deletes rows of one owner that fit, and counts them as gone. */
export const dropMarked = async (
  em: Statements,
  marks: KnownMarks,
  {
    table,
    scope,
    where,
  }: { readonly table: MarkedTable; readonly scope: string; readonly where: Cells },
): Promise<void> => {
  const cells = Object.entries({ [markedTables[table][0]]: scope, ...where })
  let found = tables(em)
    .selectFrom(table as 'device')
    .selectAll()
  let gone = tables(em).deleteFrom(table as 'device')
  for (const [column, value] of cells) {
    found = found.where(column as never, '=', value as never)
    gone = gone.where(column as never, '=', value as never)
  }
  if (marks) {
    const rows = (await found.execute()) as unknown as Cells[]
    const change = { gone: marksOf(marks, table, rows), come: [] }
    if (rows.length > 0) await changeCount(em, marks, { scope, kind: table, ...change })
    forgetOpened(marks, table, scope)
  }
  await gone.execute()
}

/** Begins to count every table of a book that is founded, so that a count which is taken away is missed. */
const beginCounts = async (
  em: Statements,
  marks: Marks,
  { scope, owner }: { readonly scope: string; readonly owner: 'fund_id' | 'network_id' },
): Promise<void> => {
  const own = markedNames.filter((table) => ['scope', owner].includes(ownerOf(table)))
  for (const table of own) {
    if (await registerAt(em, scope, table)) continue
    const query = tables(em)
      .selectFrom(table as 'device')
      .selectAll()
      .limit(1)
    const row = await query.where(ownerOf(table) as never, '=', scope as never).executeTakeFirst()
    if (!row) await keepRegister(em, marks, { scope, kind: table, ...nothing })
  }
}

type Appended = {
  readonly scope: string
  readonly kind: 'entry' | 'network_entry'
  readonly rows: readonly JournalRow[]
}

/** What is told whoever would go on with a book without the key by which it is marked. */
const keyMissing =
  'this book bears marks of a key that this program was not given: set MODE and PEPPER as its service has them'

/** Keeps where a journal ends after rows were appended; a book that is marked is not gone on with by whoever cannot mark. */
export const markHead = async (
  em: Statements,
  marks: KnownMarks,
  { scope, kind, rows }: Appended,
  known: Known,
): Promise<void> => {
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return
  if (!marks && (await known(kind))) throw new Error(keyMissing)
  if (!marks) return
  const owner = kind === 'entry' ? 'fund_id' : 'network_id'
  if (await keepHead(em, marks, { scope, kind, first, last }, known))
    await beginCounts(em, marks, { scope, owner })
}
