import { type Abroad, type CostBand, costBands } from '#domain/fund/meeting/away-more.ts'
import { type PublishedTable, keyOf } from '#domain/statistics/tables.ts'

/** What leaving for a country cost its workers, as indicator 10.7.1 asks it: in months of what they earn there. */
export type RecruitmentCost = {
  /** Workers of whom it is known. */
  readonly people: number
  /** The band in which the middle one of them lies. */
  readonly middle: Exclude<CostBand, 'unknown'>
  /** So many of a hundred paid more than a month's pay. */
  readonly overAMonth: number
}

const known = costBands.filter((band) => band !== 'unknown')

/**
 * The indicator for one corridor, from a published table and nothing else, so that it tells no more than that does. Undefined
 * where one of its bands is hidden: a share of what is left would be of other people.
 */
export const recruitmentCostOf = (
  { cells }: Pick<PublishedTable, 'cells'>,
  corridor: Abroad,
): RecruitmentCost | undefined => {
  const told = new Map(cells.map(({ at, people }) => [keyOf(at), people]))
  const bands = known.map((cost) => [cost, told.get(keyOf({ corridor, cost })) ?? null] as const)
  const sure = bands.flatMap(([band, people]) => (people === null ? [] : [[band, people] as const]))
  if (sure.length < known.length) return undefined
  const people = sure.reduce((sum, [, some]) => sum + some, 0)
  let below = 0
  const middle = sure.find(([, some]) => {
    below += some
    return 2 * below >= people
  })!
  const over = sure.reduce(
    (sum, [band, some]) => (band === 'to-3' || band === 'over-3' ? sum + some : sum),
    0,
  )
  return { people, middle: middle[0], overAMonth: Math.round((100 * over) / people) }
}
