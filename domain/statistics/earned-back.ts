import { type Abroad, type CostBand } from '#domain/fund/meeting/away-more.ts'
import { recruitmentCostOf } from '#domain/statistics/recruitment-cost.ts'
import type { PublishedTable } from '#domain/statistics/tables.ts'

/** Months from one number to another; without an end where nobody knows of one. */
export type Months = { readonly from: number; readonly to: number | undefined }

/** What leaving cost, in months of the first pay: both ends of each band that a meeting counts. */
const bandMonths: Readonly<Record<Exclude<CostBand, 'unknown'>, Months>> = {
  nothing: { from: 0, to: 0 },
  'to-1': { from: 0, to: 1 },
  'to-3': { from: 1, to: 3 },
  'over-3': { from: 3, to: undefined },
}

/** Whoever lives abroad eats there: so much of the pay, one part of three, is taken to be put aside. An assumption, and told. */
export const partsOfPay = 3

export type EarnedBack = {
  /** Workers of whom it is known what leaving cost. */
  readonly people: number
  /** If nothing of the pay were needed to live on. */
  readonly ofAllPay: Months
  /** If one part of `partsOfPay` is put aside. */
  readonly ofOnePart: Months
}

/**
 * How many months the middle worker of a corridor works until what leaving cost has come back, from the published table of
 * costs and nothing else: cost and pay are one person's there, so that no wage is needed. Interest of a debt comes on top, and
 * a pay that was promised and is not paid: neither is counted by anybody. Undefined where the indicator cannot be told.
 */
export const earnedBackOf = (
  cost: Pick<PublishedTable, 'cells'>,
  corridor: Abroad,
): EarnedBack | undefined => {
  const told = recruitmentCostOf(cost, corridor)
  if (!told) return undefined
  const { from, to } = bandMonths[told.middle]
  const ofOnePart = { from: from * partsOfPay, to: to === undefined ? to : to * partsOfPay }
  return { people: told.people, ofAllPay: { from, to }, ofOnePart }
}
