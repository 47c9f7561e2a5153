import { refused } from '#domain/kernel/decision.ts'
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

/** A village says "two thirds": no whole number of hundredths is that, so that 67 stands for it, and 34 for one third. */
const thirds = new Map([
  [67, 2],
  [34, 1],
])

/** How many of those who count must be there. */
export const quorumOf = (
  active: number,
  { quorumPercent }: Pick<Charter, 'quorumPercent'>,
): number => {
  const ofThree = thirds.get(quorumPercent)
  return Math.ceil(ofThree === undefined ? (active * quorumPercent) / 100 : (active * ofThree) / 3)
}

/** Whether enough of those who count were there. The quorum is counted before anyone steps out. */
export const isQuorum = (
  present: number,
  {
    active,
    charter,
  }: { readonly active: number; readonly charter: Pick<Charter, 'quorumPercent'> },
): boolean => present >= quorumOf(active, charter)

/** Why a vote of the whole meeting by hands lets nothing happen; undefined where enough were there and most said yes. */
export const lostBy = (
  raised: Votes,
  ground: Parameters<typeof isQuorum>[1],
): { readonly outcome: 'refused'; readonly code: 'quorum-missing' | 'vote-lost' } | undefined => {
  if (!isQuorum(raised.present, ground)) return refused('quorum-missing')
  return raised.yes <= raised.no ? refused('vote-lost') : undefined
}
