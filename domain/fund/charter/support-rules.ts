import type { Currency } from '#domain/kernel/money.ts'

/** What a grant can be for, as far as its limit differs by it; and food on the way, where children come along. */
export type SupportLimits = {
  readonly passport: number
  readonly papers: number
  readonly training: number
  readonly 'safe-return': number
  readonly 'emergency-return': number
  readonly reintegration: number
  readonly school: number
  readonly children: number
}
export type SupportLimit = keyof SupportLimits

/**
 * The most that one grant of a kind gives where a village has not ruled otherwise, in smallest units. The
 * riel's are DF 8.5 where it has one; those of training and school, and the other currencies, are round sums
 * of about the same worth, chosen once.
 */
const defaults: Readonly<Record<Currency, SupportLimits>> = {
  KHR: {
    passport: 400_000,
    papers: 100_000,
    training: 100_000,
    'safe-return': 300_000,
    'emergency-return': 300_000,
    reintegration: 1_200_000,
    school: 300_000,
    children: 200_000,
  },
  USD: {
    passport: 100_00,
    papers: 25_00,
    training: 25_00,
    'safe-return': 75_00,
    'emergency-return': 75_00,
    reintegration: 300_00,
    school: 75_00,
    children: 50_00,
  },
  THB: {
    passport: 3_200_00,
    papers: 800_00,
    training: 800_00,
    'safe-return': 2_400_00,
    'emergency-return': 2_400_00,
    reintegration: 9_600_00,
    school: 2_400_00,
    children: 1_600_00,
  },
  VND: {
    passport: 2_500_000,
    papers: 600_000,
    training: 600_000,
    'safe-return': 1_900_000,
    'emergency-return': 1_900_000,
    reintegration: 7_500_000,
    school: 1_900_000,
    children: 1_200_000,
  },
  LAK: {
    passport: 2_000_000,
    papers: 500_000,
    training: 500_000,
    'safe-return': 1_500_000,
    'emergency-return': 1_500_000,
    reintegration: 6_000_000,
    school: 1_500_000,
    children: 1_000_000,
  },
  MMK: {
    passport: 200_000,
    papers: 50_000,
    training: 50_000,
    'safe-return': 150_000,
    'emergency-return': 150_000,
    reintegration: 600_000,
    school: 150_000,
    children: 100_000,
  },
}

type Ruled = { readonly currency: Currency; readonly support?: Partial<SupportLimits> }

/** The limits of a charter on grants, with the defaults of its currency for what it does not say. */
export const supportLimitsOf = ({ currency, support = {} }: Ruled): SupportLimits => ({
  ...defaults[currency],
  ...support,
})

/** Whether a charter names no kind of grant that there is not. */
export const areKnownKinds = (support: Partial<SupportLimits> = {}): boolean =>
  Object.keys(support).every((name) => Object.hasOwn(defaults.KHR, name))
