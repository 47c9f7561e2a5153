import { monthlyDay, type LocalDate } from '#domain/kernel/dates.ts'

/** What a village has ruled of relief otherwise than the defaults (DF 8.4). */
export type ReliefRules = {
  /** How long an event puts instalments off. */
  readonly months: number
  /** The same for what befell one household. */
  readonly personalMonths: number
  /** The month in which the main harvest is in, 1 for January: a drought lasts to its end. */
  readonly harvestMonth: number
  /** How much of somebody's last loan is promised for a season of need, in per cent. */
  readonly lineOfLastLoanPercent: number
}

const defaults: ReliefRules = {
  months: 3,
  personalMonths: 2,
  harvestMonth: 12,
  lineOfLastLoanPercent: 50,
}

type Ruled = { readonly relief?: Partial<ReliefRules> }

/** The rules of a charter about relief, with the defaults for what it does not say. */
export const reliefRulesOf = ({ relief = {} }: Ruled): ReliefRules => ({ ...defaults, ...relief })

/** The last day of the harvest that comes next, the running one included. */
export const harvestAfter = ({ harvestMonth }: ReliefRules, day: LocalDate): LocalDate => {
  const months = (harvestMonth - Number(day.slice(5, 7)) + 12) % 12
  return monthlyDay(day, months, 31)
}
