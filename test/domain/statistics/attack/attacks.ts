import { expect } from 'vitest'
import { type Release, releaseTables } from '#domain/statistics/releasing.ts'
import {
  type FixedTable,
  type PublishedTable,
  keyOf,
  releaseKinds,
} from '#domain/statistics/tables.ts'
import { type Population, countedTable } from '#test/domain/statistics/attack/population.ts'
import {
  type View,
  counterOf,
  foundIn,
  leftOver,
  linesOf,
  subtracted,
  viewOf,
} from '#test/domain/statistics/attack/readers.ts'
import { plainly, worldsOf } from '#test/domain/statistics/attack/worlds.ts'

/*
 * Six who want to find somebody in the statistics of a network, over drawn populations: what is released, and the same
 * people in plain tables in which nothing but groups of fewer than k is hidden.
 */

export const attacks = [
  'subtraction',
  'differencing in time',
  'complement of funds',
  'small areas',
  'knowing all but one',
  'mean and count',
] as const
type Attack = (typeof attacks)[number]
/** Groups found to the last person, and groups known to fewer than five either way. */
type Tally = Record<Attack, { exact: number; narrow: number }>

export const noTally = (): Tally =>
  Object.fromEntries(attacks.map((attack) => [attack, { exact: 0, narrow: 0 }])) as Tally

const add = (tally: Tally, attack: Attack, found: { exact: number; narrow: number }): void => {
  tally[attack].exact += found.exact
  tally[attack].narrow += found.narrow
}

type Case = Pick<Population, 'people' | 'kind'> & { readonly k: number }

/** What comes of subtracting along some lines of tables alone. */
const bySubtraction = (
  tables: readonly PublishedTable[],
  { people, k }: Case,
  { isPlain, isPlace }: { readonly isPlain: boolean; readonly isPlace: boolean },
) => {
  const view = viewOf(tables, { k, isPlain })
  subtracted(linesOf(view, (dimension) => isPlace === (dimension.isPlace ?? false)))
  return foundIn(view, { count: counterOf(people, tables), k })
}

/** Groups that are left of wholes, and those whose mean somebody finds with them: all of the same people. */
const byLeftOvers = (tables: readonly PublishedTable[], { people, k }: Case, view: View) => {
  const left = leftOver(view, { count: counterOf(people, tables), k })
  return { exact: left.length, narrow: left.length }
}

const meansOfFew = (tables: readonly PublishedTable[]): number =>
  tables
    .flatMap(({ cells }) => cells)
    .filter(({ people, mean }) => people === null && typeof mean === 'number').length

const toldOf = (tables: readonly PublishedTable[]) =>
  new Map(tables.flatMap(({ cells }) => cells).map(({ at, people }) => [keyOf(at), people]))

/** Figures of one period that were told twice and not alike: what came between is their difference. */
const toldOtherwise = (first: readonly PublishedTable[], again: readonly PublishedTable[]) => {
  const later = toldOf(again)
  const changed = [...toldOf(first)].filter(
    ([key, people]) => later.has(key) && later.get(key) !== people,
  )
  return { exact: changed.length, narrow: changed.length }
}

const told = (
  tables: readonly FixedTable[],
  kind: Population['kind'],
  earlier: readonly Release[],
) => {
  const released = releaseTables(tables, { kind, period: '2026-Q1', earlier })
  return released.outcome === 'released' ? released.release : released.code
}

/** A period is released, again with those who were heard of late, once more with other tables, and as half a year. */
const playedOut = (population: Population, tally: Tally) => {
  const { kind, people, late } = population
  const { k } = releaseKinds[kind]
  const first = population.tables.map((table) => countedTable(table, people))
  const all = [...first, ...population.later.map((table) => countedTable(table, people))]
  const release = told(first, kind, [])
  if (typeof release === 'string') throw new Error(release)
  const withLate = told(
    population.tables.map((table) => countedTable(table, [...people, ...late])),
    kind,
    [release],
  )
  if (typeof withLate !== 'string')
    add(tally, 'differencing in time', toldOtherwise(release.tables, withLate.tables))
  else expect(withLate).toMatch(/^(?:told-otherwise-before|unsafe-with-earlier)$/)
  const half = releaseTables(first, { kind, period: '2026-H1', earlier: [release] })
  expect(half).toMatchObject({ outcome: 'refused', code: 'another-calendar' })
  const whole = told(all, kind, [release])
  const both = typeof whole === 'string' ? release : whole
  add(tally, 'differencing in time', toldOtherwise(release.tables, both.tables))
  return { tables: both === release ? first : all, published: both.tables, k }
}

export const attacked = (population: Population, tally: Tally): { cells: number; told: number } => {
  const { tables, published, k } = playedOut(population, tally)
  const one = { ...population, k }
  const view = viewOf(published, { k, isPlain: false })
  add(tally, 'subtraction', bySubtraction(published, one, { isPlain: false, isPlace: false }))
  add(tally, 'small areas', bySubtraction(published, one, { isPlain: false, isPlace: true }))
  add(tally, 'complement of funds', byLeftOvers(published, one, view))
  const { byAll, byOwnPlace } = worldsOf(tables, published, k)
  for (const found of [byAll, ...byOwnPlace]) add(tally, 'knowing all but one', found)
  const few = meansOfFew(published)
  add(tally, 'mean and count', { exact: few, narrow: few })
  subtracted(linesOf(view, () => true))
  const found = foundIn(view, { count: counterOf(population.people, published), k })
  add(tally, 'mean and count', found)
  const cells = published.flatMap((table) => table.cells)
  return { cells: cells.length, told: cells.filter(({ people }) => people !== null).length }
}

/** The same six, where figures stand as they are and fewer than k are hidden. */
export const attackedPlainly = (population: Population, tally: Tally): void => {
  const { people, late, kind } = population
  const { k } = releaseKinds[kind]
  const tables = [...population.tables, ...population.later].map((table) =>
    countedTable(table, people),
  )
  const published = plainly(tables, people, k)
  const one = { ...population, k }
  const isPlain = true
  const view = viewOf(published, { k, isPlain })
  add(tally, 'subtraction', bySubtraction(published, one, { isPlain, isPlace: false }))
  add(tally, 'small areas', bySubtraction(published, one, { isPlain, isPlace: true }))
  const left = byLeftOvers(published, one, view)
  add(tally, 'complement of funds', left)
  // With its count the mean of whoever is left is what is left of the sums.
  add(tally, 'mean and count', left)
  add(
    tally,
    'differencing in time',
    toldOtherwise(published, plainly(tables, [...people, ...late], k)),
  )
  // One who knows all of a place but one, and reads how many they are.
  const known = [...view.seen.values()].filter(({ at, isTold }) => at['place'] && isTold).length
  add(tally, 'knowing all but one', { exact: known, narrow: known })
}
