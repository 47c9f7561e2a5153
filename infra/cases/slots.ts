import { type LeafChange, type LeafId, type Leaves, leafBytes } from '#domain/cases/leaves.ts'
import { isSame } from '#infra/cases/sound.ts'

/*
 * Leaves in SQLite, so that the file does not tell in which order they came. A table keyed by id lays its pages as rows
 * come, and whoever reads the raw file reads that order. So the rows are made in advance, all of one length: a new leaf
 * takes one of the empty ones by chance and is written over it where it lies, and one that goes leaves an empty row.
 */

type Value = string | number | Uint8Array

/** One statement on one database, its values bound, answered at once. */
export type Ask = (statement: string, ...values: Value[]) => readonly Record<string, unknown>[]

/** What stands in an empty row: as long as an id, and before every id. */
const noId = '-'.repeat(32)
const noBytes = new Uint8Array(leafBytes)

/** How many rows there are at first, and by how much they become more when none is empty. */
const slotsMin = 256
const growth = 1.5

const tablesOf = (end: string): readonly string[] => [
  `create table leaf${end} (slot integer primary key, id text not null)`,
  `create table sealed${end} (slot integer primary key, bytes blob not null)`,
]

/** Whether the tables are there; with the last of them they are whole. */
export const isSlotted = (ask: Ask): boolean =>
  ask(`select 1 from sqlite_schema where name = 'sealed'`).length > 0

const numberIn = (rows: readonly Record<string, unknown>[]): number => Number(rows[0]!['n'])

const addEmpty = (ask: Ask, from: number, to: number): void => {
  for (let slot = from; slot < to; slot += 1) {
    ask('insert into leaf (slot, id) values (?, ?)', slot, noId)
    ask('insert into sealed (slot, bytes) values (?, ?)', slot, noBytes)
  }
}

/** Makes the tables where there are none yet; within a transaction. */
export const makeSlots = (ask: Ask): void => {
  if (isSlotted(ask)) return
  for (const statement of tablesOf('')) ask(statement)
  addEmpty(ask, 0, slotsMin)
}

/** Lays all rows anew in an order of chance: those that were there before others must not stand before them. */
const shuffle = (ask: Ask): void => {
  ask('create table place (slot integer primary key, before integer not null)')
  ask('insert into place (before) select slot from leaf order by random()')
  for (const statement of tablesOf('_anew')) ask(statement)
  ask(`insert into leaf_anew select place.slot - 1, leaf.id
    from place join leaf on leaf.slot = place.before order by place.slot`)
  ask(`insert into sealed_anew select place.slot - 1, sealed.bytes
    from place join sealed on sealed.slot = place.before order by place.slot`)
  ask('drop table place')
  for (const table of ['leaf', 'sealed']) {
    ask(`drop table ${table}`)
    ask(`alter table ${table}_anew rename to ${table}`)
  }
}

/** Empty rows, as many as are asked for, chosen by chance among all. */
const emptySlots = (ask: Ask, count: number): readonly number[] => {
  const isEmpty = numberIn(ask('select count(*) as n from leaf where id = ?', noId))
  if (isEmpty < count) {
    const before = numberIn(ask('select count(*) as n from leaf'))
    addEmpty(ask, before, Math.ceil(Math.max(before * growth, before + count)))
    shuffle(ask)
  }
  return ask('select slot from leaf where id = ? order by random() limit ?', noId, count).map(
    ({ slot }) => Number(slot),
  )
}

type Held = { readonly slot: number; readonly sealed: Uint8Array }

const heldIn = (ask: Ask, ids: readonly LeafId[]): ReadonlyMap<LeafId, Held> => {
  // One look through all ids, whose table is small: an index would lay them down as they come.
  const rows = ask(
    `select leaf.slot, leaf.id, sealed.bytes from leaf join sealed on sealed.slot = leaf.slot
      where leaf.id in (select value from json_each(?)) and leaf.id <> ?`,
    JSON.stringify(ids),
    noId,
  )
  return new Map(
    rows.map(({ slot, id, bytes }) => [
      String(id),
      { slot: Number(slot), sealed: new Uint8Array(bytes as ArrayBuffer) },
    ]),
  )
}

const put = (ask: Ask, slot: number, { id, sealed }: Pick<LeafChange, 'id' | 'sealed'>): void => {
  ask('update leaf set id = ? where slot = ?', sealed ? id : noId, slot)
  ask('update sealed set bytes = ? where slot = ?', sealed ?? noBytes, slot)
}

/** What a port of leaves asks, on tables that are made; a change within a transaction. */
export const slotsOn = (ask: Ask) => ({
  read: (ids: readonly LeafId[]): ReadonlyMap<LeafId, Uint8Array> =>
    new Map([...heldIn(ask, ids)].map(([id, { sealed }]) => [id, sealed])),

  change: (changes: readonly LeafChange[]): Awaited<ReturnType<Leaves['change']>> => {
    const held = heldIn(
      ask,
      changes.map(({ id }) => id),
    )
    if (changes.some(({ id, seen }) => !isSame(held.get(id)?.sealed, seen))) return 'stale'
    const added = changes.filter(({ id, sealed }) => sealed && !held.has(id))
    for (const change of changes) {
      const before = held.get(change.id)
      if (before) put(ask, before.slot, change)
    }
    // A leaf that stays may lie elsewhere from here on: rows become more by being laid anew.
    const slots = added.length > 0 ? emptySlots(ask, added.length) : []
    for (const [at, change] of added.entries()) put(ask, slots[at]!, change)
    return 'kept'
  },

  ids: (after: LeafId | undefined, limit: number): readonly LeafId[] =>
    ask(
      'select id from leaf where id > ? and id <> ? order by id limit ?',
      after ?? noId,
      noId,
      limit,
    ).map(({ id }) => String(id)),
})
