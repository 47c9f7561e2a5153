import { isAmountOrZero } from '#domain/kernel/money.ts'
import { group, whole } from '#domain/kernel/shape.ts'
import type { Charter, Votes } from '#domain/fund/charter/charter.ts'

/** Hands or slips as they were counted: more than a village has people. */
export const hands = whole(0, 10_000, 'votes-not-whole')
/** Hands raised at a meeting. */
export const votes = group({ present: hands, yes: hands, no: hands }, 'votes-not-whole')

export type HandsRefusal = 'quorum-missing'

/** What cannot be in a count of hands; a place within it. Undefined where it can. */
export const handsFault = (
  { present, yes, no }: Votes,
  active: number,
): { readonly code: string; readonly at: string } | undefined => {
  if (![present, yes, no].every(isAmountOrZero)) return { code: 'votes-not-whole', at: '' }
  if (yes + no > present) return { code: 'more-votes-than-present', at: '' }
  return present > active ? { code: 'more-present-than-members', at: '/present' } : undefined
}

/** Whether enough of those who count were there. The quorum is counted before anyone steps out. */
export const isQuorum = (
  present: number,
  {
    active,
    charter,
  }: { readonly active: number; readonly charter: Pick<Charter, 'quorumPercent'> },
): boolean => present * 100 >= active * charter.quorumPercent
