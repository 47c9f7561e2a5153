import { type Period, unitOf } from '#domain/statistics/calendar.ts'
import { type Way, leaksOf } from '#domain/statistics/checks.ts'
import { leastOfEach, mostTries } from '#domain/statistics/choosing.ts'
import { roundedAmount, roundedPeople } from '#domain/statistics/rounding.ts'
import { type TableFault, faultInSystem, faultInTables } from '#domain/statistics/sound.ts'
import { type Cell, type TableSystem, isFew, systemOf } from '#domain/statistics/system.ts'
import {
  type FixedTable,
  type PublishedCell,
  type PublishedTable,
  type ReleaseKind,
  keyOf,
  releaseKinds,
} from '#domain/statistics/tables.ts'

/** What is told of one period, all at once. */
export type Release = {
  readonly kind: ReleaseKind
  readonly period: Period
  readonly tables: readonly PublishedTable[]
}

type Asked = {
  readonly kind: ReleaseKind
  readonly period: Period
  /** All that was released before, of whatever kind and period, the oldest first. */
  readonly earlier: readonly Release[]
}

export type Released =
  | {
      readonly outcome: 'released'
      readonly release: Release
      /** Whether it is proven that nothing that is safe would tell more. */
      readonly isLeast: boolean
    }
  | ({ readonly outcome: 'refused' } & TableFault)

const ofThisPeriod = ({ kind, period, earlier }: Asked): readonly Release[] =>
  earlier.filter((one) => one.kind === kind && one.period === period)

/** What was told of each group of this period before: a number to the nearest five, or `null` where it was hidden. */
const toldBefore = (asked: Asked): ReadonlyMap<string, number | null> =>
  new Map(
    ofThisPeriod(asked).flatMap(({ tables }) =>
      tables.flatMap(({ cells }) => cells.map(({ at, people }) => [keyOf(at), people] as const)),
    ),
  )

/** Why this period cannot be told of so after what was told before. */
const calendarFault = (tables: readonly FixedTable[], asked: Asked): TableFault | undefined => {
  const unit = unitOf(asked.period)
  if (!unit) return { code: 'period-unreadable', at: '/period' }
  const ofKind = asked.earlier.filter(({ kind }) => kind === asked.kind)
  // A quarter beside its months, or a year beside its quarters, is one sum more to subtract from.
  if (ofKind.some(({ period }) => unitOf(period) !== unit))
    return { code: 'another-calendar', at: '/period' }
  const isLater = ofKind.some(({ period }) => period > asked.period)
  if (isLater) return { code: 'period-over', at: '/period' }
  const ids = new Set(tables.map(({ id }) => id))
  const isMissing = ofThisPeriod(asked).some((one) => one.tables.some(({ id }) => !ids.has(id)))
  return isMissing ? { code: 'earlier-table-missing', at: '/tables' } : undefined
}

/** A cell that was told otherwise before: its people were counted again since. */
const changedSince = (
  { cells }: TableSystem,
  { before, k }: { readonly before: ReadonlyMap<string, number | null>; readonly k: number },
): TableFault | undefined => {
  const changed = cells.find((cell) => {
    const told = before.get(cell.key) ?? null
    return told !== null && (isFew(cell, k) || told !== roundedPeople(cell.people))
  })
  return changed && { code: 'told-otherwise-before', at: `/tables/${changed.tables[0]}/counts` }
}

const publishedCell = (
  { at, people, sum }: Cell,
  isHidden: boolean,
  hasMeans: boolean,
): PublishedCell => {
  if (isHidden) return { at, people: null, ...(hasMeans ? { mean: null } : {}) }
  const mean = hasMeans ? { mean: roundedAmount(Math.round((sum ?? 0) / people)) } : {}
  return { at, people: roundedPeople(people), ...mean }
}

const publishedOf = (
  { tables, cells }: TableSystem,
  isHidden: readonly boolean[],
): readonly PublishedTable[] =>
  tables.map(({ id, dimensions, counts }, t) => ({
    id,
    dimensions,
    cells: cells.flatMap((cell, at) =>
      cell.tables.includes(t)
        ? [
            publishedCell(
              cell,
              isHidden[at]!,
              counts.some(({ sum }) => sum !== undefined),
            ),
          ]
        : [],
    ),
  }))

/** So many rounds, or tables of so many cells, and what was hidden stays so: the search comes to its end soon. */
const [mostRounds, mostCellsForLeast] = [30, 250]

/**
 * Cells to hide, so that what is left is safe; a cell where nothing is, beside what was told before. Each leak says of
 * which cells one must be hidden; of each the least is, and what is left is looked at again, until nothing leaks. A
 * cell costs by how much of the table it tells and not by how many people it has: a choice that went by people would
 * tell of them.
 */
const hiddenOf = (
  system: TableSystem,
  { before, k }: { readonly before: ReadonlyMap<string, number | null>; readonly k: number },
): { readonly isHidden: readonly boolean[]; readonly isLeast: boolean } | Cell => {
  const { cells } = system
  const costOf = (at: number): number =>
    cells[at]!.parts.reduce((sum, { length }) => sum + length, 0)
  // Whatever was hidden stays so, and what was told cannot be taken back.
  const hidden = new Set(
    cells.flatMap((cell, at) => (isFew(cell, k) || before.get(cell.key) === null ? [at] : [])),
  )
  const isTold = cells.map(({ key }) => typeof before.get(key) === 'number')
  let groups: (readonly number[])[] = []
  let isLeast = true
  for (let round = 0; ; round += 1) {
    // Once the least is out of reach, a good choice does.
    const choice = leastOfEach(groups, costOf, isLeast ? mostTries : 30)
    isLeast = isLeast && choice.isLeast
    const isHidden = cells.map((_, at) => hidden.has(at) || choice.chosen.has(at))
    const leaks = leaksOf({ system, isHidden, k })
    if (leaks.length === 0) return { isHidden, isLeast }
    const isQuick = round >= mostRounds || cells.length > mostCellsForLeast
    if (isQuick) {
      for (const at of choice.chosen) hidden.add(at)
      groups = []
      isLeast = false
    }
    for (const { oneOf, isProven } of leaks) {
      const mayHide = oneOf.filter((at) => !isTold[at]).toSorted((a, b) => costOf(a) - costOf(b))
      if (mayHide.length === 0) return cells[oneOf[0] ?? 0]!
      groups.push(isProven ? mayHide : mayHide.slice(0, 1))
      isLeast = isLeast && isProven
    }
  }
}

/**
 * What may be told of tables, all of one kind, period and population. Small groups are hidden; then others with them,
 * as little as possible, until nobody can find a small one: not by subtraction, not by everything that follows
 * from all tables together even if each figure that is told were exact, not with all figures of one's own place and
 * what is printed, and not by what was told before. What is told is rounded to five. Refused where the tables are
 * not sound, where they do not fit what was told before, or where nothing safe can be said beside that.
 */
export const releaseTables = (tables: readonly FixedTable[], asked: Asked): Released => {
  const fault = calendarFault(tables, asked) ?? faultInTables(tables, asked.kind)
  if (fault) return { outcome: 'refused', ...fault }
  const system = systemOf(tables)
  const [before, { k }] = [toldBefore(asked), releaseKinds[asked.kind]]
  const inSystem = faultInSystem(system) ?? changedSince(system, { before, k })
  if (inSystem) return { outcome: 'refused', ...inSystem }
  const found = hiddenOf(system, { before, k })
  if ('key' in found)
    return { outcome: 'refused', code: 'unsafe-with-earlier', at: `/tables/${found.tables[0]}` }
  const { kind, period } = asked
  const release = { kind, period, tables: publishedOf(system, found.isHidden) }
  return { outcome: 'released', release, isLeast: found.isLeast }
}

/** Tables by themselves as strangers may see them, of which nothing else is ever told. Throws where they are not sound. */
export const safeTables = (
  tables: readonly FixedTable[],
  kind: ReleaseKind,
): readonly PublishedTable[] => {
  const system = systemOf(tables)
  const fault = faultInTables(tables, kind) ?? faultInSystem(system)
  if (fault) throw new Error(`${fault.code} at ${fault.at}`)
  const found = hiddenOf(system, { before: new Map(), k: releaseKinds[kind].k })
  if ('key' in found) throw new Error('nothing was told before that could not be hidden')
  return publishedOf(system, found.isHidden)
}

/** Why a release must not go out (or should not have): how a small group is found, or what is told otherwise than it is. */
export type Unsafe = {
  readonly by: Way | 'too-few' | 'differs' | TableFault['code']
  readonly at: string
}

/** Everything that is wrong with a release, from the counts that it was made of; none where it is safe. */
export const unsafeIn = (
  release: Release,
  tables: readonly FixedTable[],
  earlier: readonly Release[],
): readonly Unsafe[] => {
  const { kind, period } = release
  const asked = { kind, period, earlier }
  const fault = calendarFault(tables, asked) ?? faultInTables(tables, kind)
  if (fault) return [{ by: fault.code, at: fault.at }]
  const system = systemOf(tables)
  const { k } = releaseKinds[kind]
  const inSystem = faultInSystem(system) ?? changedSince(system, { before: toldBefore(asked), k })
  if (inSystem) return [{ by: inSystem.code, at: inSystem.at }]
  const [before, told] = [toldBefore(asked), toldBefore({ ...asked, earlier: [release] })]
  const isHidden = system.cells.map(({ key }) => (told.get(key) ?? null) === null)
  const named = (by: Unsafe['by'], isSo: (cell: Cell, at: number) => boolean): readonly Unsafe[] =>
    system.cells.filter(isSo).map(({ key }) => ({ by, at: key }))
  return [
    ...named('too-few', (cell, at) => !isHidden[at] && isFew(cell, k)),
    ...named(
      'differs',
      ({ key, people }, at) => !isHidden[at] && told.get(key) !== roundedPeople(people),
    ),
    ...named(
      'told-otherwise-before',
      ({ key }) => before.has(key) && before.get(key) !== told.get(key),
    ),
    ...leaksOf({ system, isHidden, k }).map(({ by, key }) => ({ by, at: key })),
  ]
}

/** Whether nobody finds a small group in a release, nor in it and all that was told before. */
export const isSafe = (
  release: Release,
  tables: readonly FixedTable[],
  earlier: readonly Release[],
): boolean => unsafeIn(release, tables, earlier).length === 0
