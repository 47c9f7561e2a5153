import { type AwayFigures, awayLines, awayTables } from '#domain/fund/meeting/away-figures.ts'
import {
  type MoreFigures,
  abroad,
  abuses,
  corridors,
  costBands,
  moreTables,
} from '#domain/fund/meeting/away-more.ts'
import { type Lies, fewestVillages, placesOf } from '#domain/statistics/away-places.ts'
import type { Dimension, FixedTable } from '#domain/statistics/tables.ts'

/** What the meeting of a village counted, and where the village lies. */
export type CountedVillage = Lies & { readonly figures: AwayFigures }

/** Lines that make every table one of the same people, so that they can be told together. */
export const cameBack = 'came-back'
export const notAsked = 'not-asked'
export const withoutBroker = 'without-broker'
export const otherWay = 'other-way'
export const stillAway = 'still-away'

const dimensionOf = (id: string, lines: readonly string[]): Dimension => ({
  id,
  categories: lines.map((line) => ({ id: line })),
})

type Line = readonly [line: string, people: number]

/** What one village says of a table: of which people, and by which mark the village stands in the sums. */
const bySaid = <One extends object>(
  villages: readonly One[],
  of: (one: One) => readonly Pick<Count, 'at' | 'people'>[],
): readonly Count[] =>
  summed(
    villages.flatMap((one, i) =>
      of(one).map((count) => ({ ...count, from: { [`v${i}`]: count.people } })),
    ),
  )

const oneWay = (
  villages: readonly CountedVillage[],
  { id, lines, of }: OneWay & { readonly id: string },
): FixedTable => ({
  id,
  dimensions: [dimensionOf(id, lines)],
  counts: bySaid(villages, ({ figures }) =>
    of(figures).map(([line, people]) => ({ at: { [id]: line }, people })),
  ),
})

type Count = FixedTable['counts'][number]

/** Counts of the same people of several villages, added up; nobody stands in no line. */
const summed = (counts: readonly Count[]): readonly Count[] => {
  const by = new Map<string, Count>()
  for (const { at, people, from } of counts.filter((one) => one.people > 0)) {
    const key = JSON.stringify(at)
    const before = by.get(key)
    const all = { ...before?.from }
    for (const [village, own] of Object.entries(from ?? {}))
      all[village] = (all[village] ?? 0) + own
    by.set(key, { at, people: (before?.people ?? 0) + people, from: all })
  }
  return [...by.values()]
}

/** A table of a meeting beyond who is away: of a village that did not count it, all are under `not-asked`. */
const ofMore =
  (lines: (more: MoreFigures, figures: AwayFigures) => readonly Line[]) =>
  (figures: AwayFigures): readonly Line[] =>
    figures.more ? lines(figures.more, figures) : [[notAsked, figures.total]]

const entries = (counts: Readonly<Record<string, number>>): readonly Line[] =>
  Object.entries(counts)

type OneWay = {
  readonly lines: readonly string[]
  readonly of: (figures: AwayFigures) => readonly Line[]
}

/** Of those who are away, with all who came back in one line. */
const ofAway = (
  lines: readonly string[],
  of: (figures: AwayFigures) => readonly Line[],
): OneWay => ({
  lines: [...lines, cameBack],
  of: (figures) => [...of(figures), [cameBack, figures.more?.returned ?? 0]],
})

/** Each variable of the base set by itself: only where people are is crossed with others, so that the system can be solved. */
const oneWays: Readonly<Record<string, OneWay>> = {
  age: ofAway(awayTables.age, (one) => awayLines(one, 'age')),
  mode: ofAway(awayTables.mode, (one) => awayLines(one, 'mode')),
  work: ofAway(awayTables.work, (one) => awayLines(one, 'work')),
  broker: ofAway(
    [...moreTables.broker, withoutBroker, notAsked],
    ofMore(({ broker }, { total, mode }) => [
      ...entries(broker),
      [withoutBroker, total - mode.broker],
    ]),
  ),
  debt: ofAway(
    [...moreTables.debt, notAsked],
    ofMore(({ debt }) => entries(debt)),
  ),
  sends: ofAway(
    [...moreTables.sends, notAsked],
    ofMore(({ sends }) => entries(sends)),
  ),
  // Why people came back; all who are away stand in one line.
  reason: {
    lines: [...moreTables.reason, stillAway],
    of: ({ total, more }) => [...entries(more?.reason ?? {}), [stillAway, total]],
  },
}

/** How many are where, or came back. */
const whereOf = ({ total, more }: AwayFigures): readonly Line[] => [
  ...(more ? entries(more.corridor) : [[notAsked, total] as const]),
  [cameBack, more?.returned ?? 0],
]

const corridorDimension = dimensionOf('corridor', [...corridors, notAsked, cameBack])

/** Where people are, by the places that they left. */
const placeTable = (villages: readonly CountedVillage[]): FixedTable => {
  const { dimension, placeOf } = placesOf(villages)
  // One place alone is all of it.
  const isOne = dimension.categories.length < 2
  return {
    id: 'place',
    dimensions: isOne ? [corridorDimension] : [dimension, corridorDimension],
    counts: bySaid(villages, (one) =>
      whereOf(one.figures).map(([corridor, people]) => ({
        at: { ...(!isOne && { place: placeOf.get(one)! }), corridor },
        people,
      })),
    ),
  }
}

type Cross = readonly [corridor: string, line: string, people: number]

const crossed = (
  villages: readonly CountedVillage[],
  {
    id,
    lines,
    of,
  }: {
    readonly id: string
    readonly lines: readonly string[]
    readonly of: (figures: AwayFigures) => readonly Cross[]
  },
): FixedTable => ({
  id,
  dimensions: [corridorDimension, dimensionOf(id, lines)],
  counts: bySaid(villages, ({ figures }) =>
    of(figures).map(([corridor, line, people]) => ({ at: { corridor, [id]: line }, people })),
  ),
})

/** Women and men by where they are. */
const sexOf = ({ sex, more }: AwayFigures): readonly Cross[] => [
  ...(more
    ? corridors.flatMap((to): readonly Cross[] => [
        [to, 'f', more.women[to]],
        [to, 'm', more.corridor[to] - more.women[to]],
      ])
    : awayTables.sex.map((one): Cross => [notAsked, one, sex[one]])),
  [cameBack, cameBack, more?.returned ?? 0],
]

/** What leaving cost, in months of the first pay, of whom indicator 10.7.1 asks; all others stand in one line. */
const costOf = ({ total, more }: AwayFigures): readonly Cross[] => {
  if (!more) return [[notAsked, otherWay, total]]
  const paid = abroad.flatMap((to): readonly Cross[] => {
    const bands = costBands.map((band): Cross => [to, band, more.cost[to][band]])
    const told = bands.reduce((sum, [, , people]) => sum + people, 0)
    return [...bands, [to, otherWay, more.corridor[to] - told]]
  })
  return [...paid, ['inside', otherWay, more.corridor.inside], [cameBack, otherWay, more.returned]]
}

/** What harmed people, by province: each kind is a table of its own, since one person may drop several stones. */
const stoneTables = (villages: readonly CountedVillage[]): readonly FixedTable[] => {
  const counted = villages.filter(({ figures }) => figures.more?.stones)
  if (counted.length < fewestVillages) return []
  const { dimension, placeOf } = placesOf(
    counted.map((one) => ({ ...one, district: one.province })),
  )
  const places = [...placeOf]
  return abuses.map((abuse) => ({
    id: abuse,
    dimensions: [dimension, { id: abuse, categories: [{ id: 'yes' }, { id: 'no' }] }],
    counts: bySaid(places, ([{ figures }, place]) => {
      const { asked, [abuse]: yes } = figures.more!.stones!
      return [
        { at: { place, [abuse]: 'yes' }, people: yes },
        { at: { place, [abuse]: 'no' }, people: asked - yes },
      ]
    }),
  }))
}

const isFew = (count: number): boolean => count > 0 && count < fewestVillages

/** Where one or two villages alone counted more, or alone did not, none of them is said to have: it would be told of those. */
const alike = (villages: readonly CountedVillage[]): readonly CountedVillage[] => {
  const asked = villages.filter(({ figures }) => figures.more).length
  return isFew(asked) || isFew(villages.length - asked)
    ? villages.map(({ figures: { more: _more, ...figures }, ...one }) => ({ ...one, figures }))
    : villages
}

/** The same of each place that is told by itself, and of all together. */
const withoutFew = (villages: readonly CountedVillage[]): readonly CountedVillage[] => {
  const { placeOf } = placesOf(villages)
  return alike([...Map.groupBy(villages, (one) => placeOf.get(one)).values()].flatMap(alike))
}

/**
 * The fixed tables of half a year, from what each village counted in it: of who is away and who came back, all of the same
 * people; and of what harmed them. None where too few villages counted.
 */
export const awayTablesOf = (
  all: readonly CountedVillage[],
): { readonly migration: readonly FixedTable[]; readonly survivors: readonly FixedTable[] } => {
  const villages = withoutFew(all)
  return {
    migration: [
      placeTable(villages),
      crossed(villages, { id: 'sex', lines: [...awayTables.sex, cameBack], of: sexOf }),
      crossed(villages, { id: 'cost', lines: [...costBands, otherWay], of: costOf }),
      ...Object.entries(oneWays).map(([id, table]) => oneWay(villages, { id, ...table })),
    ],
    survivors: stoneTables(all),
  }
}
