import {
  type Dimension,
  type FixedTable,
  type ReleaseKind,
  all,
  depthOf,
  finestOf,
  keyOf,
  nodesOf,
  releaseKinds,
  upFrom,
} from '#domain/statistics/tables.ts'
import type { TableSystem } from '#domain/statistics/system.ts'

/** Why tables cannot be released, and where; `at` is a JSON pointer into the tables. */
export type TableFault = { readonly code: string; readonly at: string }

/** More than this the exact search would not come through in reasonable time. */
const mostCells = 2_000_000
const isName = (text: string): boolean => /^[\w.-]{1,40}$/.test(text)

const dimensionFault = (dimension: Dimension, kind: ReleaseKind): string | undefined => {
  const { id, categories, isPlace } = dimension
  if (![id, ...categories.map((one) => one.id)].every(isName)) return 'name-unreadable'
  const nodes = new Set(nodesOf(dimension))
  if (categories.length === 0) return 'categories-missing'
  if (nodes.size !== categories.length + 1) return 'category-twice'
  if (categories.some(({ within = all }) => !nodes.has(within))) return 'category-unknown'
  if (categories.some((one) => upFrom(dimension, one.id).at(-1) !== all))
    return 'category-in-a-ring'
  const isTooFine = isPlace && depthOf(dimension) > releaseKinds[kind].deepestPlace
  return isTooFine ? 'place-too-fine' : undefined
}

const countFault = ({ dimensions }: FixedTable, at: Readonly<Record<string, string>>) => {
  const isOf = dimensions.every((one) => finestOf(one).includes(at[one.id] ?? all))
  return isOf && Object.keys(at).length === dimensions.length ? undefined : 'category-unknown'
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

const tableFault = (
  table: FixedTable,
  kind: ReleaseKind,
): { readonly code: string; readonly at: string } | undefined => {
  if (!isName(table.id)) return { code: 'name-unreadable', at: '/id' }
  const ids = new Set(table.dimensions.map(({ id }) => id))
  if (table.dimensions.length > 3) return { code: 'too-many-dimensions', at: '/dimensions' }
  if (ids.size !== table.dimensions.length) return { code: 'dimension-twice', at: '/dimensions' }
  for (const [d, dimension] of table.dimensions.entries()) {
    const code = dimensionFault(dimension, kind)
    if (code) return { code, at: `/dimensions/${d}` }
  }
  const seen = new Set<string>()
  for (const [n, { at, people, sum = 0 }] of table.counts.entries()) {
    const isTwice = seen.has(keyOf(at))
    seen.add(keyOf(at))
    const code =
      countFault(table, at) ??
      (isTwice ? 'count-twice' : isCount(people) && isCount(sum) ? undefined : 'count-not-whole')
    if (code) return { code, at: `/counts/${n}` }
  }
  return undefined
}

/** One dimension is told in one way; a table may leave its lowest levels out. */
const differing = (tables: readonly FixedTable[]): number => {
  const within = new Map<string, string>()
  return tables.findIndex(({ dimensions }) =>
    dimensions.some(({ id, categories }) =>
      categories.some((one) => {
        const name = `${id}=${one.id}`
        const known = within.get(name) ?? one.within ?? all
        within.set(name, known)
        return known !== (one.within ?? all)
      }),
    ),
  )
}

/**
 * Tables that hang together in a ring (a by b, b by c, c by a) say more together than their shared margins do, and
 * nobody can say how much without the table of all three. Tables are taken away one by one that are part of another
 * but for what they alone have (Graham's reduction); what stays is a ring.
 */
export const inARing = (tables: readonly FixedTable[]): readonly number[] => {
  let edges = tables.map(({ dimensions }, t) => ({
    t,
    levels: new Set(
      dimensions.flatMap((one) =>
        Array.from({ length: depthOf(one) }, (_, level) => `${one.id}/${level}`),
      ),
    ),
  }))
  for (;;) {
    const others = (t: number) => edges.filter((edge) => edge.t !== t)
    const ear = edges.find(({ t, levels }) => {
      const shared = [...levels].filter((one) => others(t).some((edge) => edge.levels.has(one)))
      return (
        shared.length === 0 || others(t).some((edge) => shared.every((one) => edge.levels.has(one)))
      )
    })
    if (!ear) return edges.map(({ t }) => t)
    edges = others(ear.t)
  }
}

/** What is wrong with tables by themselves; undefined where they can be looked at as one system. */
export const faultInTables = (
  tables: readonly FixedTable[],
  kind: ReleaseKind,
): TableFault | undefined => {
  if (tables.length === 0) return { code: 'tables-missing', at: '/tables' }
  for (const [t, table] of tables.entries()) {
    const fault = tableFault(table, kind)
    if (fault) return { code: fault.code, at: `/tables/${t}${fault.at}` }
    if (tables.findIndex(({ id }) => id === table.id) < t)
      return { code: 'table-twice', at: `/tables/${t}/id` }
  }
  const other = differing(tables)
  if (other >= 0) return { code: 'dimension-differs', at: `/tables/${other}/dimensions` }
  const ring = inARing(tables)
  return ring.length > 0 ? { code: 'tables-in-a-ring', at: `/tables/${ring[0]}` } : undefined
}

/** What is wrong with tables together: a group that two of them count otherwise, or more than can be looked through. */
export const faultInSystem = ({ cells, truth }: TableSystem): TableFault | undefined => {
  for (const { people, parts, tables } of cells)
    for (const [n, own] of parts.entries())
      if (own.reduce((sum, part) => sum + truth[part]!, 0) !== people)
        return { code: 'tables-disagree', at: `/tables/${tables[n]}/counts` }
  return cells.length * truth.length > mostCells ? { code: 'too-large', at: '/tables' } : undefined
}
