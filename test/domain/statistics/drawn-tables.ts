import { type Release, releaseTables } from '#domain/statistics/releasing.ts'
import {
  type Dimension,
  type FixedTable,
  type ReleaseKind,
  keyOf,
  atOf,
  crossed,
  finestOf,
} from '#domain/statistics/tables.ts'

/** A dimension of so many lines side by side. */
export const lines = (id: string, size: number): Dimension => ({
  id,
  categories: Array.from({ length: size }, (_, n) => ({ id: `${id}${n}` })),
})

/** A table of these counts, in the order of its dimensions' smallest categories. */
export const tableOf = (
  dimensions: readonly Dimension[],
  people: readonly number[],
  id = 'table',
): FixedTable => ({
  id,
  dimensions,
  counts: crossed(dimensions.map(finestOf)).map((nodes, n) => ({
    at: atOf(dimensions, nodes),
    people: people[n]!,
  })),
})

/** Two districts of a province, of two communes each, and a province without any. */
export const places: Dimension = {
  id: 'place',
  isPlace: true,
  categories: [
    { id: 'north' },
    { id: 'river', within: 'north' },
    { id: 'hill', within: 'north' },
    { id: 'river-1', within: 'river' },
    { id: 'river-2', within: 'river' },
    { id: 'hill-1', within: 'hill' },
    { id: 'hill-2', within: 'hill' },
    { id: 'south' },
  ],
}

/** What is released of tables that may be; throws where they may not. */
export const released = (
  tables: readonly FixedTable[],
  kind: ReleaseKind = 'migration',
  earlier: readonly Release[] = [],
) => {
  const found = releaseTables(tables, { kind, period: '2026-Q1', earlier })
  if (found.outcome !== 'released') throw new Error(`${found.code} ${found.at}`)
  return found
}

/** What is told, by who they are; a hyphen where it is hidden. */
export const told = ({ release }: { readonly release: Release }) =>
  Object.fromEntries(
    release.tables.flatMap(({ cells }) =>
      cells.map(({ at, people }) => [keyOf(at) || 'all', people ?? '-']),
    ),
  )
