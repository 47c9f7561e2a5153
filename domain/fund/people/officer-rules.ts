import type { Currency } from '#domain/kernel/money.ts'
import { officersAmountMax } from '#domain/fund/charter/limits.ts'

/** How officers are chosen and how far they go; whatever a charter leaves out is as it is by default. */
export type OfficerRules = {
  readonly termMonths: number
  /** So long after the end of a term officers may still vote and approve. */
  readonly graceDays: number
  /** Of so many seats on the committee at least so many are women's. */
  readonly seats: number
  readonly womenMin: number
  /** Fewer officers than these decide nothing by themselves: the meeting does. */
  readonly votingMin: number
  /** What officers may decide by themselves, in smallest units; above it the meeting votes. */
  readonly amountMax: number
}

const defaults = { termMonths: 12, graceDays: 60, seats: 5, womenMin: 3, votingMin: 4 } as const

type Ruled = { readonly currency: Currency; readonly officers?: Partial<OfficerRules> }

/** The rules of a charter about its officers, with the defaults for what it does not say. */
export const officerRulesOf = ({ currency, officers = {} }: Ruled): OfficerRules => ({
  ...defaults,
  amountMax: officersAmountMax(currency),
  ...officers,
})

/** Whether such rules can hold beside each other; no charter lets officers decide more than the table does. */
export const areOfficerRules = (ruled: Ruled): boolean => {
  const { seats, womenMin, votingMin, amountMax } = officerRulesOf(ruled)
  return womenMin <= seats && votingMin <= seats && amountMax <= officersAmountMax(ruled.currency)
}

/**
 * Whether a committee can still come to its women's seats: of more people than seats as large a part of them
 * is theirs. A committee that is not whole yet breaks nothing as long as enough seats are free.
 */
export const hasRoomForWomen = (
  { seats, womenMin }: OfficerRules,
  { women, men }: { readonly women: number; readonly men: number },
): boolean => {
  const places = Math.max(seats, women + men)
  return men <= places - Math.floor((womenMin * places) / seats)
}
