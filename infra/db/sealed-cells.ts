import { StorageUnavailable } from '#domain/ports.ts'
import { createHash } from 'node:crypto'
import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { Marks } from '#domain/access/marks.ts'
import { sealedBy, sealedByAnotherSaid } from '#domain/access/row-seal.ts'
import {
  type Cells,
  type MarkedTable,
  longColumns,
  markedTables,
  scopeOf,
} from '#infra/db/marked-tables.ts'

/*
 * Which cells of which rows lie sealed, for every host: a row is sealed before it is marked and written, and opened after its
 * mark was looked at. A store that was given no key seals nothing.
 */

type Form = {
  /** What is hidden, together. */
  readonly hidden: readonly string[]
  /** The column that holds it, sealed. */
  readonly body: string
  /** What stands in the others. */
  readonly bare?: Cells
  /** By which a row is found that does not say what it is about: a column that holds a keyed hash of some cells. */
  readonly found?: { readonly column: string; readonly of: readonly string[] }
}

const forms: { readonly [Name in MarkedTable]?: Form } = {
  member_name: { hidden: ['khmer', 'latin'], body: 'khmer', bare: { latin: null } },
  // The photo itself, which is not read with the list of photos, is sealed by itself; its column of hashes has that of what lies there.
  member_photo: { hidden: ['media_type', 'digest'], body: 'media_type' },
  nominee: {
    hidden: ['member_id', 'name', 'nominee_id', 'share'],
    body: 'name',
    bare: { nominee_id: null, share: '' },
    found: { column: 'member_id', of: ['member_id'] },
  },
  kinship: {
    hidden: ['first_id', 'second_id', 'relation', 'declared_at'],
    body: 'declared_at',
    bare: { second_id: '', relation: '' },
    found: { column: 'first_id', of: ['first_id', 'second_id', 'relation'] },
  },
  note: { hidden: ['text'], body: 'text' },
  user_account: {
    hidden: ['login', 'login_key'],
    body: 'login',
    found: { column: 'login_key', of: ['login_key'] },
  },
}

export const sealedTables = Object.keys(forms) as MarkedTable[]

/** The column of a table that holds what is sealed. */
export const bodyOf = (table: MarkedTable): string => forms[table]!.body

type KnownMarks = Marks | undefined

export const sha256 = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex')

/** Where a text lies: a row that is moved to another member, or a text to another column, does not open. */
const placeOf = (table: MarkedTable, cells: Cells, column: string): string =>
  lengthPrefixed([
    'village-fund/sealed/1',
    table,
    ...markedTables[table].map((key) => String(cells[key])),
    column,
  ])

const saidOf = (table: MarkedTable, cells: Cells, of: readonly string[]): string =>
  lengthPrefixed([table, ...of.map((column) => String(cells[column]))])

/** The keys that a row may stand under: by the key of now, by those before it, and in clear. */
export const keysOf = (
  marks: KnownMarks,
  table: MarkedTable,
  cells: Cells,
): readonly [Cells, ...Cells[]] => {
  const { found, bare } = forms[table]!
  const { column, of } = found!
  const clear = Object.fromEntries(of.map((one) => [one, cells[one]!]))
  if (!marks) return [clear]
  const hashed = (hash: string): Cells => ({
    ...Object.fromEntries(of.map((one) => [one, bare?.[one] ?? ''])),
    [column]: hash,
  })
  const [now, ...before] = marks.seal.hashes(scopeOf(table, cells), saidOf(table, cells, of))
  return [hashed(now), ...before.map(hashed), clear]
}

/** A row as it is written. */
export const sealedCells = (marks: KnownMarks, table: MarkedTable, cells: Cells): Cells => {
  const form = forms[table]
  if (!form || !marks) return cells
  const scope = scopeOf(table, cells)
  const [key] = form.found ? keysOf(marks, table, cells) : [{}]
  const shut: Record<string, string | number | null> = { ...cells, ...form.bare, ...key }
  const sealIn = (column: string, said: unknown): void => {
    shut[column] = marks.seal.seal(scope, placeOf(table, shut, column), JSON.stringify(said))
  }
  const { long, hash } = longColumns[table] ?? {}
  if (long !== undefined) {
    sealIn(long, cells[long])
    shut[hash!] = sha256(String(shut[long]))
  }
  sealIn(
    form.body,
    form.hidden.map((column) => cells[column] ?? null),
  )
  return shut
}

const isShut = (marks: KnownMarks, { body }: Form, cells: Cells): boolean => {
  const text = cells[body]
  if (typeof text !== 'string') return false
  return marks ? marks.seal.ageOf(text) === 'shut' : sealedBy(text) !== undefined
}

/** Throws where rows are sealed by another key. One that somebody put beside those of ours is none of ours, and stops nobody. */
export const assertKnown = (
  marks: KnownMarks,
  table: MarkedTable,
  rows: readonly Cells[],
): void => {
  const form = forms[table]
  if (!form) return
  const shut = rows.filter((row) => isShut(marks, form, row)).length
  if (shut > 0 && (!marks || shut === rows.length))
    throw new StorageUnavailable(sealedByAnotherSaid)
}

/** What is hidden in a row; undefined where it was altered or moved. */
const hiddenIn = (
  marks: Marks,
  table: MarkedTable,
  { cells, place }: { readonly cells: Cells; readonly place: string },
): Cells | undefined => {
  const { hidden, body } = forms[table]!
  const text = marks.seal.open(scopeOf(table, cells), place, String(cells[body]))
  if (text === undefined) return undefined
  const said = JSON.parse(text) as (string | null)[]
  return Object.fromEntries(hidden.map((column, i) => [column, said[i] ?? null]))
}

/** A text that was sealed; one of a version that did not seal lies in clear and is read as it lies. */
const isSealedIn = (table: MarkedTable, cells: Cells): boolean => {
  const form = forms[table]
  const text = form && cells[form.body]
  return typeof text === 'string' && sealedBy(text) !== undefined
}

/** A row as it was before it was sealed; nothing where it was altered or moved. */
export const openedCells = (
  marks: KnownMarks,
  table: MarkedTable,
  cells: Cells,
): Cells | undefined => {
  if (!isSealedIn(table, cells)) return cells
  if (!marks) throw new StorageUnavailable(sealedByAnotherSaid)
  const hidden = hiddenIn(marks, table, { cells, place: placeOf(table, cells, bodyOf(table)) })
  if (!hidden) return undefined
  const { long } = longColumns[table] ?? {}
  const sealed = long === undefined ? undefined : cells[long]
  if (typeof sealed !== 'string') return { ...cells, ...hidden }
  const text = marks.seal.open(scopeOf(table, cells), placeOf(table, cells, long!), sealed)
  return text === undefined
    ? undefined
    : { ...cells, ...hidden, [long!]: JSON.parse(text) as string }
}

/** What was opened of a list, by where each text lies and how it reads. */
type Opened = Map<string, Cells>

/** Lists of so many funds are kept open. */
const listsMax = 200

/**
 * Lists that were opened are kept, so that a page does not open each name again. A text is known by itself: what is not in the
 * file any more, or reads otherwise, is not found here, and goes with the next reading or writing of its list.
 */
const lists = new WeakMap<Marks, Map<string, Opened>>()

const listsOf = (marks: Marks): Map<string, Opened> => {
  const known = lists.get(marks) ?? new Map<string, Opened>()
  lists.set(marks, known)
  return known
}

const keepList = (kept: Map<string, Opened>, name: string, opened: Opened): void => {
  kept.delete(name)
  kept.set(name, opened)
  if (kept.size > listsMax) kept.delete(kept.keys().next().value!)
}

/** What is written or erased is not kept open here either. */
export const forgetOpened = (marks: Marks, table: MarkedTable, scope: string): void => {
  lists.get(marks)?.delete(`${table} ${scope}`)
}

/** Rows of one owner, or the same of many, as they were before they were sealed, without those that were altered or moved, or are none of ours. */
export const openedList = (
  marks: KnownMarks,
  table: MarkedTable,
  rows: readonly Cells[],
): readonly Cells[] => {
  const form = forms[table]
  if (!form || !marks || rows.length === 0) return rows
  const kept = listsOf(marks)
  const scope = scopeOf(table, rows[0]!)
  const isOfOne = rows.every((row) => scopeOf(table, row) === scope)
  const name = isOfOne ? `${table} ${scope}` : `${table} of many`
  const before = kept.get(name)
  const now: Opened = new Map()
  const opened = rows.flatMap((cells): Cells[] => {
    if (!isSealedIn(table, cells)) return [cells]
    if (isShut(marks, form, cells)) return []
    const place = placeOf(table, cells, form.body)
    const key = `${place} ${cells[form.body]}`
    const hidden = before?.get(key) ?? hiddenIn(marks, table, { cells, place })
    if (!hidden) return []
    now.set(key, hidden)
    return [{ ...cells, ...hidden }]
  })
  keepList(kept, name, now)
  return opened
}
