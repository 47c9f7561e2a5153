import { type MoreFigures, moreFault } from '#domain/fund/meeting/away-more.ts'

/**
 * Who is away, counted at a meeting: how many in all, and the same people told five times over. No name, no
 * household and no crossing of two tables: a raised hand for each line is all that it takes.
 */
export const awayTables = {
  sex: ['f', 'm'],
  age: ['under-18', '18-24', '25-34', '35-44', '45-up', 'unknown'],
  /** How they left. Which broker is not asked. */
  mode: ['agency', 'state-programme', 'employer', 'border-pass', 'alone', 'broker', 'unknown'],
  work: ['building', 'factory', 'farm', 'fishing', 'house-work', 'selling', 'other', 'unknown'],
  place: ['inside', 'outside'],
} as const
export type AwayTable = keyof typeof awayTables
export const awayTableNames = Object.keys(awayTables) as readonly AwayTable[]
export type AwayLine<Table extends AwayTable = AwayTable> = (typeof awayTables)[Table][number]

export type AwayFigures = { readonly total: number } & {
  readonly [Table in AwayTable]: Readonly<Record<AwayLine<Table>, number>>
} & {
  /** What the meeting counted beyond that, where it did; counts of older versions have none of it. */
  readonly more?: MoreFigures
}

/** More than a village has people. */
export const awayMax = 99_999

export const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= awayMax

/** The lines of a table with their figures, in the order of the form. */
export const awayLines = (
  figures: AwayFigures,
  table: AwayTable,
): readonly (readonly [line: AwayLine, count: number])[] =>
  awayTables[table].map(
    (line) => [line, (figures[table] as Readonly<Record<AwayLine, number>>)[line]] as const,
  )

export const sumOfTable = (figures: AwayFigures, table: AwayTable): number =>
  awayLines(figures, table).reduce((sum, [, count]) => sum + count, 0)

type AwayFault = {
  readonly code: 'count-not-whole' | 'table-not-total' | 'more-than-there-are' | 'too-few-stones'
  readonly at: string
}

/** What is wrong with figures: a count that is none, or a table that does not come to what it is of. */
export const awayFault = (figures: AwayFigures): AwayFault | undefined => {
  if (!isCount(figures.total)) return { code: 'count-not-whole', at: '/total' }
  for (const table of awayTableNames) {
    const odd = awayLines(figures, table).find(([, count]) => !isCount(count))
    if (odd) return { code: 'count-not-whole', at: `/${table}/${odd[0]}` }
    if (sumOfTable(figures, table) !== figures.total)
      return { code: 'table-not-total', at: `/${table}` }
  }
  return moreFault(figures, isCount)
}

/** Figures as this version has them: one of an older count had no line for whoever left with a border pass. */
export const upcastAway = (kept: AwayFigures): AwayFigures => ({
  ...kept,
  mode: { ...kept.mode, 'border-pass': kept.mode['border-pass'] ?? 0 },
})
