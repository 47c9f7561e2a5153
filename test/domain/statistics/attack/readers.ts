import { type At, type Dimension, type PublishedTable, keyOf } from '#domain/statistics/tables.ts'
import type { Person } from '#test/domain/statistics/attack/population.ts'

/*
 * What people can do who have all tables, and none of our code but the names of cells: they know that figures are told
 * to the nearest five and nothing of fewer than k. Counted again from the people themselves, it is asked what they found.
 */

/** What is told of a group, as somebody reads it who wants to find the rest. */
export type Seen = { readonly at: At; low: number; high: number; readonly isTold: boolean }
export type View = {
  readonly tables: readonly PublishedTable[]
  readonly seen: ReadonlyMap<string, Seen>
}

/** `plain`: figures stand as they are, and what is hidden is fewer than k. */
export const viewOf = (
  tables: readonly PublishedTable[],
  { k, isPlain }: { readonly k: number; readonly isPlain: boolean },
): View => {
  const seen = new Map<string, Seen>()
  for (const { at, people } of tables.flatMap(({ cells }) => cells)) {
    const isTold = people !== null
    const [low, high] = !isTold
      ? [0, isPlain ? k - 1 : Number.POSITIVE_INFINITY]
      : isPlain
        ? [people, people]
        : [Math.max(people - 2, k), people + 2]
    seen.set(keyOf(at), { at, low, high, isTold })
  }
  return { tables, seen }
}

const childrenOf = ({ categories }: Dimension, node: string): readonly string[] =>
  categories.filter(({ within = '' }) => within === node).map(({ id }) => id)

const withNode = (at: At, id: string, node: string): At => {
  const { [id]: _, ...others } = at
  return node === '' ? others : { ...others, [id]: node }
}

type Line = { readonly whole: Seen; readonly parts: readonly Seen[] }

/** Each group with the groups that it falls into, along the dimensions that are asked for. */
export const linesOf = (
  { tables, seen }: View,
  isAsked: (dimension: Dimension) => boolean,
): readonly Line[] =>
  tables.flatMap(({ dimensions, cells }) =>
    dimensions.filter(isAsked).flatMap((dimension) =>
      cells.flatMap(({ at }) => {
        const nodes = childrenOf(dimension, at[dimension.id] ?? '')
        const parts = nodes.map((node) => seen.get(keyOf(withNode(at, dimension.id, node)))!)
        return parts.length === 0 ? [] : [{ whole: seen.get(keyOf(at))!, parts }]
      }),
    ),
  )

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** Subtracts for as long as anything comes of it: a whole is its parts, a part is the whole without the others. */
export const subtracted = (lines: readonly Line[]): void => {
  const narrow = (one: Seen, low: number, high: number): boolean => {
    if (low <= one.low && high >= one.high) return false
    one.low = Math.max(one.low, low)
    one.high = Math.min(one.high, high)
    return true
  }
  for (let isNew = true, turn = 0; isNew && turn < 60; turn += 1) {
    isNew = false
    for (const { whole, parts } of lines) {
      if (narrow(whole, sum(parts.map(({ low }) => low)), sum(parts.map(({ high }) => high))))
        isNew = true
      for (const part of parts) {
        const others = parts.filter((one) => one !== part)
        const low = whole.low - sum(others.map(({ high }) => high))
        if (narrow(part, low, whole.high - sum(others.map(({ low: least }) => least)))) isNew = true
      }
    }
  }
}

const within = (dimensions: readonly Dimension[], id: string, node: string): readonly string[] => {
  const categories = dimensions.find((one) => one.id === id)?.categories ?? []
  const above = categories.find((one) => one.id === node)?.within
  return above === undefined ? [node] : [node, ...within(dimensions, id, above)]
}

/** The people of a group, counted from the people themselves. */
export const counterOf = (people: readonly Person[], tables: readonly PublishedTable[]) => {
  const dimensions = tables
    .flatMap((table) => table.dimensions)
    .toSorted((a, b) => b.categories.length - a.categories.length)
  const all = people.map((person) => {
    const ways = [...new Set(dimensions.map(({ id }) => id))].flatMap((id) =>
      within(dimensions, id, person[id]!).map((node) => `${id}=${node}`),
    )
    return { person, of: new Set(ways) }
  })
  const known = new Map<string, readonly Person[]>()
  return (at: At): readonly Person[] => {
    const key = keyOf(at)
    const found =
      known.get(key) ??
      all
        .filter(({ of }) => Object.entries(at).every(([id, node]) => of.has(`${id}=${node}`)))
        .map(({ person }) => person)
    known.set(key, found)
    return found
  }
}
type Counter = ReturnType<typeof counterOf>

/** Groups of fewer than k that are known to the last person, and those known to fewer than five either way. */
export const foundIn = (
  { seen }: View,
  { count, k }: { readonly count: Counter; readonly k: number },
): { readonly exact: number; readonly narrow: number } => {
  const small = [...seen.values()].filter(({ at }) => count(at).length < k)
  return {
    exact: small.filter(({ low, high }) => low === high).length,
    narrow: small.filter(({ low, high }) => high - low < 5).length,
  }
}

/** People who are left when told parts are taken from a told whole, where they are fewer than k. */
export const leftOver = (
  { tables, seen }: View,
  { count, k }: { readonly count: Counter; readonly k: number },
): readonly (readonly Person[])[] =>
  tables.flatMap(({ dimensions, cells }) =>
    cells
      .filter(({ at }) => seen.get(keyOf(at))!.isTold)
      .flatMap(({ at }) => {
        const inside = (other: At): boolean =>
          dimensions.every(({ id }) => {
            const node = at[id]
            return node === undefined || within(dimensions, id, other[id] ?? '').includes(node)
          })
        const told = cells.filter(
          (one) => one.at !== at && seen.get(keyOf(one.at))!.isTold && inside(one.at),
        )
        const without = (parts: readonly (typeof cells)[number][]): readonly Person[] => {
          const gone = new Set(parts.flatMap((part) => count(part.at)))
          return count(at).filter((person) => !gone.has(person))
        }
        const alongOne = dimensions.map(({ id }) =>
          told.filter((one) => keyOf(withNode(one.at, id, '')) === keyOf(withNode(at, id, ''))),
        )
        const isAll = (parts: readonly (typeof cells)[number][]): boolean =>
          coversAll(
            dimensions,
            at,
            parts.map((part) => part.at),
          )
        return [...told.map((part) => [part]), ...alongOne]
          .filter((parts) => parts.length > 0 && !isAll(parts))
          .map(without)
          .filter(({ length }) => length < k)
      }),
  )

/** Whether parts are the whole of a group by how the dimensions are made, whoever there is. */
const coversAll = (dimensions: readonly Dimension[], at: At, parts: readonly At[]): boolean => {
  const smallest = dimensions.map(({ id, categories }) =>
    categories
      .filter((one) => categories.every((other) => other.within !== one.id))
      .map((one) => ({ id, way: within(dimensions, id, one.id) }))
      .filter(({ way }) => at[id] === undefined || way.includes(at[id]!)),
  )
  const all = smallest.reduce<readonly (readonly { id: string; way: readonly string[] }[])[]>(
    (ways, list) => ways.flatMap((way) => list.map((one) => [...way, one])),
    [[]],
  )
  return all.every((corner) =>
    parts.some((part) => corner.every(({ id, way }) => !part[id] || way.includes(part[id]))),
  )
}
