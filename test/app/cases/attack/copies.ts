import Database from 'better-sqlite3'
import type { LeafId, Leaves } from '#domain/cases/leaves.ts'
import { makeSlots, slotsOn } from '#infra/cases/slots.ts'
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
  | 'code-in-the-book'

export type Copy = {
  readonly leaves: ReadonlyMap<LeafId, Uint8Array>
  /** The file itself. */
  readonly raw: Buffer
  /** When each leaf came, where that stands beside it. */
  readonly dates: ReadonlyMap<LeafId, number>
}
/** The store as a file is laid, in memory; its chance is ours. */
export const storeBy = (chance: Chance, now: () => number) => {
  const database = new Database(':memory:')
  database.function('random', { deterministic: false }, () => chance.below(2 ** 31))
  const prepared = new Map<string, Database.Statement>()
  const ask = (sql: string, ...values: unknown[]): Record<string, unknown>[] => {
    const statement = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, statement)
    if (statement.reader) return statement.all(...values) as Record<string, unknown>[]
    statement.run(...values)
    return []
  }
  database.transaction(() => makeSlots(ask))()
  const slots = slotsOn(ask)
  const came = new Map<LeafId, number>()
  const leaves: Leaves = {
    read: async (ids) => slots.read(ids),
    ids: async (after, limit) => slots.ids(after, limit),
    change: async (changes) => {
      for (const { id, sealed } of changes) if (sealed) came.set(id, now())
      return database.transaction(() => slots.change(changes))()
    },
  }
  const copy = async (): Promise<Copy> => {
    const ids = await leaves.ids(undefined, 100_000)
    return { leaves: await leaves.read(ids), raw: database.serialize(), dates: new Map(came) }
  }
  return { leaves, copy, close: () => database.close() }
}

/** Under which id a case lies that never leaves its place. */
export const ownPlace = (code: string): LeafId => Buffer.from(code.padEnd(16)).toString('hex')

/** In that copy each case's file lies under an id that never changes, as if it were written over where it is. */
const inPlace = (copy: Copy, files: ReadonlyMap<string, LeafId>): Copy => {
  const leaves = new Map(copy.leaves)
  for (const [code, id] of files) {
    leaves.set(ownPlace(code), leaves.get(id)!)
    leaves.delete(id)
  }
  return { ...copy, leaves }
}

const cut = (copy: Copy, lengths: ReadonlyMap<string, number>): Copy => ({
  ...copy,
  leaves: new Map([...copy.leaves].map(([id, bytes]) => [id, bytes.slice(0, lengths.get(id))])),
})

/** A copy as it is where the store betrays; else without what stands in no store. */
export const weakened = (
  copy: Copy,
  {
    weak,
    lengths,
    files,
  }: {
    readonly weak: Weakness | undefined
    readonly lengths: ReadonlyMap<string, number>
    readonly files: ReadonlyMap<string, LeafId>
  },
): Copy => {
  if (weak === 'date-beside') return copy
  const bare = { ...copy, dates: new Map() }
  if (weak === 'in-place') return inPlace(bare, files)
  if (weak === 'laid-as-they-come')
    return { ...bare, raw: Buffer.from([...copy.dates.keys()].join('')) }
  return weak === 'unpadded' ? cut(bare, lengths) : bare
}
