import Database from 'better-sqlite3'
import type { LeafId, Leaves } from '#domain/cases/leaves.ts'
import { makeSlots, slotsOn } from '#infra/cases/slots.ts'
import { isSame } from '#infra/cases/sound.ts'
import type { Chance } from '#test/app/cases/attack/cheap-keys.ts'

/** What a service that betrays does otherwise, each for itself. */
export type Weakness =
  | 'ids-by-time'
  | 'date-beside'
  | 'laid-as-they-come'
  | 'unpadded'
  | 'in-place'
  | 'unmoved'
  | 'log-lines'
  | 'asked-and-entered-at-once'
  | 'handed-over-at-once'
  | 'sum-of-its-own'
  | 'code-in-the-book'
  | 'own-in-place'
  | 'own-log-lines'

export type Copy = {
  readonly leaves: ReadonlyMap<LeafId, Uint8Array>
  /** The file itself. */
  readonly raw: Buffer
  /** When each leaf came, where that stands beside it. */
  readonly dates: ReadonlyMap<LeafId, number>
}

type Ask = (sql: string, ...values: unknown[]) => Record<string, unknown>[]

/** Statements prepared once each. */
const askOn = (database: Database.Database): Ask => {
  const prepared = new Map<string, Database.Statement>()
  return (sql, ...values) => {
    const statement = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, statement)
    if (statement.reader) return statement.all(...values) as Record<string, unknown>[]
    statement.run(...values)
    return []
  }
}

/** The file as it is made, before anything is written. */
const empty = ((): Buffer => {
  const database = new Database(':memory:')
  database.transaction(() => makeSlots(askOn(database)))()
  return database.serialize()
})()

/**
 * The store as a file is laid, in memory; its chance is ours. The worker reads what was written beside the file, which is
 * what costs; each copy is read from the file itself, and has to be the same.
 */
export const storeBy = (chance: Chance, now: () => number) => {
  const database = new Database(empty)
  database.function('random', { deterministic: false }, () => chance.below(2 ** 31))
  const slots = slotsOn(askOn(database))
  const change = database.transaction(slots.change)
  const held = new Map<LeafId, Uint8Array>()
  const came = new Map<LeafId, number>()
  const leaves: Leaves = {
    read: async (ids) => new Map(ids.flatMap((id) => (held.has(id) ? [[id, held.get(id)!]] : []))),
    ids: async (after, limit) => slots.ids(after, limit),
    change: async (changes) => {
      const answer = change(changes)
      if (answer === 'stale') return answer
      for (const { id, sealed } of changes) {
        if (sealed) {
          held.set(id, sealed)
          came.set(id, now())
        } else held.delete(id)
      }
      return answer
    },
  }
  const copy = async (): Promise<Copy> => {
    const found = slots.read(slots.ids(undefined, 100_000))
    if (
      found.size !== held.size ||
      [...found].some(([id, sealed]) => !isSame(held.get(id), sealed))
    )
      throw new Error('the file holds something else than was written')
    return { leaves: found, raw: database.serialize(), dates: new Map(came) }
  }
  return { leaves, copy, close: () => database.close() }
}

/** Under which id a case lies that never leaves its place. */
export const ownPlace = (code: string): LeafId => Buffer.from(code.padEnd(16)).toString('hex')
/** The same of its own page. */
export const ownLinePlace = (code: string): LeafId => ownPlace(`own ${code}`)

/** A copy, with what stands in no store: where the leaves of each case's file lie, and how long the texts are. */
export type Laid = {
  readonly copy: Copy
  readonly files: ReadonlyMap<string, readonly LeafId[]>
  /** And where each own page lies. */
  readonly owns: ReadonlyMap<string, LeafId>
  readonly lengths: ReadonlyMap<LeafId, number>
}

/** In that copy what these name lies under ids that never change, as if it were written over where it is. */
const inPlace = (
  copy: Copy,
  placed: ReadonlyMap<string, LeafId | readonly LeafId[]>,
  placeOf: (code: string) => LeafId,
): Copy => {
  const leaves = new Map(copy.leaves)
  for (const [code, one] of placed) {
    const id = typeof one === 'string' ? one : one[0]!
    leaves.set(placeOf(code), leaves.get(id)!)
    leaves.delete(id)
  }
  return { ...copy, leaves }
}

const cut = ({ copy, lengths }: Laid): Copy => ({
  ...copy,
  leaves: new Map([...copy.leaves].map(([id, bytes]) => [id, bytes.slice(0, lengths.get(id))])),
})

/** A copy as it is where the store betrays; else without what stands in no store. */
export const weakened = (laid: Laid, weak: Weakness | undefined): Copy => {
  if (weak === 'date-beside') return laid.copy
  const copy = { ...laid.copy, dates: new Map() }
  if (weak === 'in-place') return inPlace(copy, laid.files, ownPlace)
  if (weak === 'own-in-place') return inPlace(copy, laid.owns, ownLinePlace)
  if (weak === 'laid-as-they-come')
    return { ...copy, raw: Buffer.from([...laid.copy.dates.keys()].join('')) }
  return weak === 'unpadded' ? cut({ ...laid, copy }) : copy
}
