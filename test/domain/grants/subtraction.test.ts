import { expect, test } from 'vitest'
import { type SupportKind, supportKinds, supportMax } from '#domain/grants/kinds.ts'
import {
  type Cell,
  type Given,
  type WindowLine,
  cellsByKind,
  kOf,
  quarterTotals,
  safeGroups,
  safeRows,
  survivorsShown,
  windowStatement,
} from '#domain/grants/report.ts'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { reached } from '#test/support/reached.ts'

/*
 * Somebody has everything that was told in 24 months: each window's table of each year, its money by quarter and
 * its codes, the village's totals, the network's counts. They know our rules, and take one from the other.
 */

const isLong = process.env['TEST_BUDGET'] === 'ci'
const k = kOf.migration

/** Chance from a seed, the same on every machine. */
const chanceOf = (seed: number) => {
  let state = (seed * 2_654_435_761) >>> 0
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const whole = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  return { whole, happens: (percent: number): boolean => next() * 100 < percent }
}

type Grant = Given & { readonly on: string; readonly isSurvivors: boolean }
type Window = { readonly fund: number; readonly grants: readonly Grant[] }
const years = ['2024', '2025'] as const

/** A network of three funds with two windows each, of large and small years. */
const networkOf = (seed: number): readonly Window[] => {
  const chance = chanceOf(seed)
  return Array.from({ length: 6 }, (_, i): Window => {
    const kinds = supportKinds.filter(() => chance.happens(60))
    const grants = years.flatMap((year) =>
      kinds.flatMap((kind) =>
        Array.from(
          { length: chance.happens(50) ? chance.whole(0, 9) : chance.whole(8, 40) },
          (): Grant => ({
            kind,
            person: `${i} ${chance.whole(1, 400)}`,
            amount:
              chance.whole(1, supportMax(defaultCharter, { kind, withChildren: false }) / 100) *
              100,
            on: `${year}-${String(chance.whole(1, 12)).padStart(2, '0')}-20`,
            isSurvivors: chance.happens(15),
          }),
        ),
      ),
    )
    return { fund: i % 3, grants }
  })
}

type Group = ReadonlySet<string>
const peopleOf = (grants: readonly Grant[]): Group => new Set(grants.map(({ person }) => person))
const ofYear = ({ grants }: Window, year: string): readonly Grant[] =>
  grants.filter(({ on }) => on.startsWith(year))

type Table = (cells: readonly Cell<SupportKind>[]) => readonly SupportKind[] | undefined
/** Kinds that a table tells by themselves; undefined where it tells nothing. */
const ours: Table = (cells) => safeGroups(cells, k)?.told.map(({ key }) => key)
const plain: Table = (cells) => cells.filter(({ people }) => people >= k).map(({ key }) => key)

/**
 * What is left of the whole (whose codes are told) when any of the told kinds are taken away: each of these
 * groups is known to be of the kinds that were not told. Sizes of those that are somebody and too few.
 */
const foundIn = (window: Window, year: string, table: Table): readonly number[] => {
  const grants = ofYear(window, year)
  const told = table(cellsByKind(grants))
  if (!told) return []
  const tooFew = (one: readonly Grant[]): number[] => {
    const { size } = peopleOf(one)
    return size > 0 && size < k ? [size] : []
  }
  return [
    ...told.flatMap((kind) => tooFew(grants.filter((one) => one.kind === kind))),
    ...tooFew(grants.filter(({ kind }) => !told.includes(kind))),
  ]
}

const seeds = Array.from({ length: isLong ? 1500 : 150 }, (_, i) => i + 1)

test('no group of fewer than ten is left of any table of 24 months, where plain suppression leaves many', () => {
  let leaks = 0
  let [tables, networks, found] = [0, 0, 0]
  for (const seed of seeds) {
    networks += 1
    for (const window of networkOf(seed))
      for (const year of years) {
        const groups = foundIn(window, year, ours)
        expect(groups, `seed ${seed}`).toEqual([])
        found += groups.length
        leaks += foundIn(window, year, plain).length
        tables += safeRows(cellsByKind(ofYear(window, year)), k).length
      }
  }
  expect(leaks).toBeGreaterThan(seeds.length)
  expect(tables).toBeGreaterThan(seeds.length)
  const tried = 'random networks, each table of 24 months attacked by subtraction'
  reached({ promise: 'P13', tried, count: networks, atLeast: isLong ? 1_500 : 150, found })
})

test('the village’s totals are what donors were told already, so that neither can be taken from the other', () => {
  for (const seed of seeds.slice(0, 100)) {
    const network = networkOf(seed)
    for (const fund of [0, 1, 2]) {
      const windows = network.filter((one) => one.fund === fund)
      const linesOf = ({ grants }: Window): readonly WindowLine[] =>
        grants.map(({ on, amount }) => ({ on, amount, entryType: 'SupportPartPaid' }))
      const totals = quarterTotals(windows.flatMap(linesOf), '2026-01-15')
      for (const { quarter, total } of totals) {
        const begin = (Number(quarter.slice(-1)) - 1) * 3 + 1
        const [from, to] = [begin, begin + 2].map((month) => String(month).padStart(2, '0'))
        const days = {
          from: `${quarter.slice(0, 4)}-${from}-01`,
          to: `${quarter.slice(0, 4)}-${to}-31`,
        }
        const told = windows.map((one) => windowStatement(linesOf(one), days).spent)
        expect(told.reduce((sum, spent) => sum + spent, 0)).toBe(total)
      }
    }
  }
})

/** Every number of survivors that somebody who knows our rules must hold possible, where so many were told. */
const possible = (people: number, said: number): readonly number[] =>
  Array.from({ length: people - 21 }, (_, i) => i + 11).filter(
    (survivors) => 5 * Math.round(survivors / 5) === said,
  )

test('survivors are told of none but a network where eleven are and eleven are not, nor by taking one year from the other', () => {
  let [told, pairs] = [0, 0]
  for (const seed of seeds) {
    const byYear: (readonly number[])[] = []
    const network = networkOf(seed)
    for (const year of years) {
      const grants = network.flatMap((one) => ofYear(one, year))
      const people = peopleOf(grants).size
      const survivors = peopleOf(grants.filter(({ isSurvivors }) => isSurvivors)).size
      const said = survivorsShown(people, survivors)
      if (said === undefined) continue
      told += 1
      expect(Math.min(survivors, people - survivors)).toBeGreaterThanOrEqual(11)
      expect(possible(people, said)).toContain(survivors)
      byYear.push(possible(people, said))
    }
    if (byYear.length < 2) continue
    pairs += 1
    const [first, second] = byYear as [readonly number[], readonly number[]]
    const between = new Set(second.flatMap((later) => first.map((earlier) => later - earlier)))
    // How many more there were, and so whether one who came was a survivor, is one of at least three.
    expect(between.size).toBeGreaterThanOrEqual(3)
  }
  expect([told > 10, pairs > 5]).toEqual([true, true])
})

/** Every table that there can be with so many kinds, and what of it is told. */
const worldsOf = (
  kinds: number,
  mostInAll: number,
  told: (cells: readonly Cell<string>[]) => string,
) => {
  const groups = new Map<string, number[][]>()
  const counts = Array.from({ length: kinds }, () => 0)
  const walk = (place: number, left: number): void => {
    if (place === kinds) {
      const cells = counts.map((people, i) => ({ key: `k${i}`, people, amount: 0 }))
      const whole = counts.reduce((sum, one) => sum + one, 0)
      // How many were helped can be counted by the codes, to the last one.
      const said = `${whole} ${told(cells)}`
      const same = groups.get(said)
      if (same) same.push([...counts])
      else groups.set(said, [[...counts]])
      return
    }
    for (let n = 0; n <= left; n += 1) {
      counts[place] = n
      walk(place + 1, left - n)
    }
    counts[place] = 0
  }
  walk(0, mostInAll)
  return groups
}

/** In how many of the tables somebody who knows our rules finds the exact number of a kind of fewer than ten. */
const foundExactly = (groups: ReadonlyMap<string, readonly number[][]>): number =>
  [...groups.values()].filter((worlds) =>
    worlds[0]!.some(
      (first, i) => first > 0 && first < k && worlds.every((one) => one[i] === first),
    ),
  ).length

test('whoever knows the rules and every possible year cannot say how many a small kind had', () => {
  const rounded = (cells: readonly Cell<string>[]): string => JSON.stringify(safeRows(cells, k))
  const bare = (cells: readonly Cell<string>[]): string =>
    JSON.stringify(cells.filter(({ people }) => people >= k))
  const [kinds, most] = isLong ? [4, 44] : [3, 44]
  expect(foundExactly(worldsOf(kinds, most, rounded))).toBe(0)
  expect(foundExactly(worldsOf(kinds, most, bare))).toBeGreaterThan(10)
})
