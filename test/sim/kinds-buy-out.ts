import type { Draws } from '#test/sim/draws.ts'

/** Mostly a household that can bear it. */
export const bandOf = (draws: Draws) =>
  draws.happens(80)
    ? draws.one(['up-to-33', 'to-40'] as const)
    : draws.one(['to-50', 'above-50', 'above-50', 'unknown'] as const)

/** Kinds of lender, now and then one of them twice. */
export const lendersOf = (draws: Draws) =>
  draws.happens(80)
    ? (['moneylender'] as const)
    : draws.one([['mfi'], ['moneylender', 'mfi'], ['mfi', 'mfi']] as const)

/** What a plan said of the debts that a loan is to end. */
export const buyOutOf = (draws: Draws) => ({
  lenderKinds: lendersOf(draws),
  ...draws.maybe(60, () => ({
    burdenBefore: 'above-50' as const,
    burdenAfter: bandOf(draws),
    ...draws.maybe(70, () => ({ lightens: true as const })),
  })),
})
