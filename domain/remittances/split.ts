import { optional, group, list, sum, text, whole, word, type Said } from '#domain/kernel/shape.ts'
import { split } from '#domain/kernel/shares.ts'
import { holds } from '#domain/remittances/reference.ts'

/** What somebody abroad sends money for. */
export const splitUses = ['home', 'loan', 'savings', 'school'] as const
export type SplitUse = (typeof splitUses)[number]

export const sharesMax = 1000
export const partsMax = 6

/** A part of what is sent: to whom, by the reference that they gave, and how much of it. */
export const splitPart = {
  use: word(splitUses, 'use-unknown'),
  reference: text(/^RF\d{14}$/, { code: 'reference-wrong', example: 'RF18539007547034' }),
  /** So much each time, in the smallest unit. */
  fixed: optional(sum),
  /** So many shares of what is left after that. */
  shares: optional(whole(1, sharesMax, 'shares-not-whole')),
} as const

export const splitRule = list(group(splitPart), { min: 1, max: partsMax, code: 'parts-missing' })

export type SplitPart = Said<typeof splitPart>
export type SplitRule = readonly SplitPart[]

export const splitFaults = [
  'reference-wrong',
  'part-fixed-or-shares',
  'rest-is-nobodys',
  'part-named-twice',
] as const
type SplitFault = (typeof splitFaults)[number]

/** What keeps a rule from being one: each part is fixed or has shares, and one with shares takes what is left. */
export const ruleFault = (
  rule: SplitRule,
): { readonly code: SplitFault; readonly part: number } | undefined => {
  const at = (code: SplitFault, isAt: (part: SplitPart, i: number) => boolean) => {
    const part = rule.findIndex(isAt)
    return part < 0 ? undefined : { code, part }
  }
  return (
    at('reference-wrong', ({ reference }) => !holds(reference)) ??
    at(
      'part-fixed-or-shares',
      ({ fixed, shares }) => (fixed === undefined) === (shares === undefined),
    ) ??
    at('part-named-twice', ({ use, reference }, i) =>
      rule.slice(0, i).some((other) => other.use === use && other.reference === reference),
    ) ??
    (rule.some(({ shares }) => shares !== undefined)
      ? undefined
      : { code: 'rest-is-nobodys', part: rule.length - 1 })
  )
}

/**
 * The parts of a sum, in the order of the rule and to the last unit: fixed ones first, each as far as there is anything, then
 * what is left by shares, whose remainder goes to the largest.
 */
export const splitOf = (amount: number, rule: SplitRule): readonly number[] => {
  let left = amount
  const fixed = rule.map(({ fixed: most = 0 }) => {
    const part = Math.min(most, left)
    left -= part
    return part
  })
  const keyOf = (i: number): string => String(i).padStart(2, '0')
  const weights = rule.map(({ shares = 0 }, i) => ({ key: keyOf(i), weight: shares }))
  const shared = split(left, weights)
  return fixed.map((part, i) => part + shared.get(keyOf(i))!)
}
