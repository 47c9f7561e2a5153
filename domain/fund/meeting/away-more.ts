/*
 * What a meeting counts beyond who is away. Each table is of the same people, or of a part of them that another line tells;
 * two are crossed with where people are, because nothing can be said of a corridor without it.
 */

/** Where people are: at home in the country, the four countries most go to, and whichever else. */
export const corridors = ['inside', 'TH', 'MY', 'KR', 'JP', 'elsewhere'] as const
export type Corridor = (typeof corridors)[number]
export const abroad = ['TH', 'MY', 'KR', 'JP', 'elsewhere'] as const satisfies readonly Corridor[]
export type Abroad = (typeof abroad)[number]

export const moreTables = {
  /** Who the broker was to whoever left with one. */
  broker: ['kin', 'neighbour', 'sub-agent', 'stranger', 'online', 'unknown'],
  /** Whether money was borrowed to leave. */
  debt: ['none', 'paid-back', 'owes', 'unknown'],
  /** Whether money comes home. */
  sends: ['often', 'sometimes', 'never', 'unknown'],
  /** Why those came back who did since the last count. */
  reason: ['contract-over', 'family', 'ill', 'dismissed', 'expelled', 'own-wish', 'unknown'],
} as const
export type MoreTable = keyof typeof moreTables
export const moreTableNames = Object.keys(moreTables) as readonly MoreTable[]

/**
 * What leaving cost, in months of the first pay abroad: of those who left within three years for their first job there with an
 * employer, as indicator 10.7.1 asks it. Both halves of it are one person's, so that no wage and no fee is told.
 */
export const costBands = ['nothing', 'to-1', 'to-3', 'over-3', 'unknown'] as const
export type CostBand = (typeof costBands)[number]

/** What happened to people abroad: told by stones that nobody sees fall, never by hands. */
export const abuses = ['pay-kept', 'papers-kept', 'not-free', 'hurt', 'nothing'] as const
export type Abuse = (typeof abuses)[number]

/** Of fewer people the stones would tell who dropped them. */
export const stonesMin = 10

type Counts<Line extends string> = Readonly<Record<Line, number>>

export type MoreFigures = {
  readonly corridor: Counts<Corridor>
  /** Women among them. */
  readonly women: Counts<Corridor>
  readonly returned: number
  readonly cost: Readonly<Record<Abroad, Counts<CostBand>>>
  /** Where the stones were counted: how many took part, and how many stones lay in each bag. */
  readonly stones?: { readonly asked: number } & Counts<Abuse>
} & { readonly [Table in MoreTable]: Counts<(typeof moreTables)[Table][number]> }

type Fault = {
  readonly code: 'count-not-whole' | 'table-not-total' | 'more-than-there-are' | 'too-few-stones'
  readonly at: string
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, one) => all + one, 0)

/** The count that it stands beside: as much of it as the tables are held against. */
type Beside = {
  readonly total: number
  readonly sex: { readonly f: number }
  readonly mode: { readonly broker: number }
  readonly place: { readonly inside: number }
  readonly more?: MoreFigures
}

/** How many people each table is of. */
export const peopleOf = (
  { total, mode }: Pick<Beside, 'total' | 'mode'>,
  { returned }: Pick<MoreFigures, 'returned'>,
): Readonly<Record<MoreTable, number>> => ({
  broker: mode.broker,
  debt: total,
  sends: total,
  reason: returned,
})

/** Every line that must be there, with what stands in it. */
const linesOf = (more: MoreFigures): readonly (readonly [at: string, count: unknown])[] => {
  const lines = (at: string, names: readonly string[], counts: object | undefined) =>
    names.map((name) => [`${at}/${name}`, (counts as Record<string, unknown>)?.[name]] as const)
  return [
    ['/returned', more.returned] as const,
    ...lines('/corridor', corridors, more.corridor),
    ...lines('/women', corridors, more.women),
    ...moreTableNames.flatMap((table) => lines(`/${table}`, moreTables[table], more[table])),
    ...abroad.flatMap((to) => lines(`/cost/${to}`, costBands, more.cost?.[to])),
    ...(more.stones ? lines('/stones', ['asked', ...abuses], more.stones) : []),
  ]
}

const stonesFault = ({ asked, ...stones }: NonNullable<MoreFigures['stones']>) => {
  if (asked < stonesMin) return { code: 'too-few-stones', at: '/stones/asked' } as const
  const odd = abuses.find((one) => stones[one] > asked)
  return odd && ({ code: 'more-than-there-are', at: `/stones/${odd}` } as const)
}

/** What does not add up; undefined where all of it does. `isCount` says whether something is a count at all. */
export const moreFault = (
  figures: Beside,
  isCount: (value: unknown) => boolean,
): Fault | undefined => {
  const { more } = figures
  if (more === undefined) return undefined
  const odd = linesOf(more).find(([, count]) => !isCount(count))
  if (odd) return { code: 'count-not-whole', at: `/more${odd[0]}` }
  const people = peopleOf(figures, more)
  const wrong =
    moreTableNames.find((table) => sum(more[table]) !== people[table]) ??
    (sum(more.corridor) !== figures.total || more.corridor.inside !== figures.place.inside
      ? 'corridor'
      : undefined) ??
    (sum(more.women) !== figures.sex.f ? 'women' : undefined)
  if (wrong !== undefined) return { code: 'table-not-total', at: `/more/${wrong}` }
  const beyond =
    corridors.find((to) => more.women[to] > more.corridor[to]) ??
    abroad.find((to) => sum(more.cost[to]) > more.corridor[to])
  if (beyond !== undefined) return { code: 'more-than-there-are', at: `/more/corridor/${beyond}` }
  const fault = more.stones && stonesFault(more.stones)
  return fault && { ...fault, at: `/more${fault.at}` }
}
