import type { LocalDate } from '#domain/kernel/dates.ts'

/** What a charter may say of savings beside the price of a share. Where it says nothing, DF 8.2 holds. */
export type SavingsRules = {
  /** How much of what stays saved must stay in cash; more of it while the rivers are high. */
  readonly liquidity?: { readonly percent: number; readonly rainyPercent: number }
  /** How a surplus is split; the three are the whole of it. */
  readonly surplus?: SurplusRule
  /** The most that a fund owes outside, in per cent of its equity and all savings. */
  readonly borrowingMaxPercent?: number
}

type SurplusRule = {
  readonly membersPercent: number
  readonly reservePercent: number
  readonly runningCostsPercent: number
}

const defaultSavingsRules = {
  liquidity: { percent: 20, rainyPercent: 35 },
  surplus: { membersPercent: 60, reservePercent: 30, runningCostsPercent: 10 },
  // Our own choice: no source gives a number for a village fund.
  borrowingMaxPercent: 50,
} as const satisfies SavingsRules

/** True where the parts of a surplus are the whole of it. */
export const isSplitWhole = (surplus: SurplusRule = defaultSavingsRules.surplus): boolean =>
  surplus.membersPercent + surplus.reservePercent + surplus.runningCostsPercent === 100

/** June to November: the rivers rise, and members need their savings most. */
const isRainy = (day: LocalDate): boolean => {
  const month = Number(day.slice(5, 7))
  return month >= 6 && month <= 11
}

/** A charter as far as it has rules of savings. */
type WithRules = { readonly savingsRules?: SavingsRules }

export const liquidityRuleOf = ({ savingsRules }: WithRules) =>
  savingsRules?.liquidity ?? defaultSavingsRules.liquidity

/** Per cent of what stays saved that must stay in cash on a day. */
export const liquidityPercentOn = (charter: WithRules, day: LocalDate): number => {
  const { percent, rainyPercent } = liquidityRuleOf(charter)
  return isRainy(day) ? rainyPercent : percent
}

export const surplusRuleOf = ({ savingsRules }: WithRules): SurplusRule =>
  savingsRules?.surplus ?? defaultSavingsRules.surplus

export const borrowingMaxPercentOf = ({ savingsRules }: WithRules): number =>
  savingsRules?.borrowingMaxPercent ?? defaultSavingsRules.borrowingMaxPercent
