import { regionOf } from '#domain/statistics/region.ts'
import { type TableSystem, systemOf } from '#domain/statistics/system.ts'
import { type FixedTable, type PublishedTable, keyOf } from '#domain/statistics/tables.ts'
import { counterOf } from '#test/domain/statistics/attack/readers.ts'
import type { Person } from '#test/domain/statistics/attack/population.ts'

/*
 * That a small group is safe is shown by other people who could have been counted: whole tables of other numbers, of
 * which all that is told comes out as it was told. Who finds them need not be trusted, so the solver is asked; whether
 * they are what they must be is counted here, group by group.
 */

type World = readonly number[]

/** What a reader holds fast: told figures as they were to the last person, or as printed, with one place known. */
type Reader = { readonly isExact: boolean; readonly own?: string }

const rounded = (people: number): number => 5 * Math.floor((people + 2) / 5)

const sumOf = (parts: readonly number[], numbers: World): number =>
  parts.reduce((sum, part) => sum + numbers[part]!, 0)

/** Whether other numbers in all smallest parts are people, and give the same tables. */
const givesTheSame = (
  { cells, truth, parts }: TableSystem,
  told: ReadonlyMap<string, number | null>,
  { world, reader, k }: { readonly world: World; readonly reader: Reader; readonly k: number },
): boolean => {
  const people = truth.map((count, part) => count + world[part]!)
  return (
    people.every((count) => Number.isInteger(count) && count >= 0) &&
    parts.every((at, part) => at['place'] !== reader.own || !reader.own || world[part] === 0) &&
    cells.every(({ key, people: before, parts: each }) => {
      const sums = each.map((own) => sumOf(own, people))
      const isPrinted = rounded(sums[0]!) === told.get(key) && sums[0]! >= k
      const isSame = reader.isExact ? sums[0] === before : isPrinted
      return sums.every((one) => one === sums[0]) && (told.get(key) === null || isSame)
    })
  )
}

type Safety = {
  /** Small groups that no other world was found for. */
  readonly exact: number
  /** Small groups whose numbers in all worlds found lie within fewer than five. */
  readonly narrow: number
  readonly tried: number
}

/**
 * How far apart small groups can be for a reader. Whoever knows all but one of a group and reads the rest learns
 * something only of more people than there are, so that for readers who hold told figures for exact the worlds must
 * have five more.
 */
const safetyFor = (
  system: TableSystem,
  { told, k, reader }: { told: ReadonlyMap<string, number | null>; k: number; reader: Reader },
): Safety => {
  const held = new Set(
    system.parts.flatMap((at, part) => (reader.own && at['place'] === reader.own ? [part] : [])),
  )
  const links = system.cells.flatMap(({ parts: [plus, ...others] }) =>
    others.map((minus) => ({ plus: plus!, minus, below: 0, above: 0 })),
  )
  const rows = system.cells
    .filter(({ key }) => told.get(key) !== null)
    .map(({ parts, people }) => {
      const up = rounded(people) - people
      const [below, above] = reader.isExact ? [0, 0] : [Math.min(2 - up, people - k), 2 + up]
      return { plus: parts[0]!, below, above }
    })
  const region = regionOf({ truth: system.truth, rows: [...rows, ...links], held })
  const worlds: World[] = []
  const small = system.cells.filter(
    ({ people, parts }) => people < k && !parts[0]!.every((part) => held.has(part)),
  )
  const widthOf = (parts: readonly number[]): number => {
    const by = worlds.map((world) => sumOf(parts, world))
    return Math.max(0, ...by) - (reader.isExact ? 0 : Math.min(0, ...by))
  }
  const widths = small.map(({ parts }) => {
    for (const sign of [1, -1] as const)
      for (let wanted = 5; wanted > 0 && widthOf(parts[0]!) < 5; wanted -= 1) {
        const { world } = region.reach({ parts: parts[0]!, sign }, wanted)
        if (world && givesTheSame(system, told, { world, reader, k })) worlds.push(world)
      }
    return widthOf(parts[0]!)
  })
  return {
    exact: widths.filter((width) => width === 0).length,
    narrow: widths.filter((width) => width < 5).length,
    tried: widths.length,
  }
}

/** What readers of tables find, who hold told figures for exact, and who know all figures of one place. */
export const worldsOf = (
  tables: readonly FixedTable[],
  published: readonly PublishedTable[],
  k: number,
): { readonly byAll: Safety; readonly byOwnPlace: readonly Safety[] } => {
  const system = systemOf(tables)
  const told = new Map(
    published.flatMap(({ cells }) => cells).map(({ at, people }) => [keyOf(at), people]),
  )
  const places = [...new Set(system.parts.flatMap((at) => at['place'] ?? []))]
  return {
    byAll: safetyFor(system, { told, k, reader: { isExact: true } }),
    // Where there is one place alone its people know all of it already.
    byOwnPlace: (places.length > 1 ? places : []).map((own) =>
      safetyFor(system, { told, k, reader: { isExact: false, own } }),
    ),
  }
}

/** Counts of a table without a rule of safety but that fewer than k are hidden. */
export const plainly = (
  tables: readonly FixedTable[],
  people: readonly Person[],
  k: number,
): readonly PublishedTable[] => {
  const { cells } = systemOf(tables)
  const count = counterOf(
    people,
    tables.map((table) => ({ ...table, cells: [] })),
  )
  return tables.map(({ id, dimensions }, t) => ({
    id,
    dimensions,
    cells: cells
      .filter((cell) => cell.tables.includes(t))
      .map(({ at }) => ({ at, people: count(at).length < k ? null : count(at).length })),
  }))
}
