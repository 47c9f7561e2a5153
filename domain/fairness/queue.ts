import type { LocalDate } from '#domain/kernel/dates.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'

/** Why a request stands where it stands, the first reason first. */
export type QueueReason =
  | 'emergency'
  | 'buy-out-of-a-dear-debt'
  | 'poorest'
  | 'poor'
  | 'waits-longest'
  | 'smaller'

export type Queued = {
  readonly loanId: string
  readonly place: number
  readonly reasons: readonly QueueReason[]
}

export type Waiting = Pick<
  LoanRequest,
  'loanId' | 'asked' | 'requestedOn' | 'writtenOn' | 'seq'
> & {
  /** IDPoor level of the household, where it has one. */
  readonly povertyLevel: 1 | 2 | undefined
}

/** The less, the more it is needed: an emergency, a debt that eats a family, then the poorest and the poor. */
const needOf = ({ asked, povertyLevel }: Waiting): number => {
  if (asked.product === 'emergency') return 0
  if (asked.purpose === 'buy-out') return 1
  return povertyLevel === 1 ? 2 : povertyLevel === 2 ? 3 : 4
}

const needs: readonly (QueueReason | undefined)[] = [
  'emergency',
  'buy-out-of-a-dear-debt',
  'poorest',
  'poor',
  undefined,
]

/** Since when is the day on which it was written down: nobody gets before others by an earlier day or an id. */
type Key = readonly [need: number, since: LocalDate, principal: number, seq: number, loanId: string]

const keyOf = (waiting: Waiting): Key => [
  needOf(waiting),
  waiting.writtenOn ?? waiting.requestedOn,
  waiting.asked.principal,
  waiting.seq ?? 0,
  waiting.loanId,
]

const compared = (a: Key, b: Key): number => {
  for (const [i, part] of a.entries()) {
    const other = b[i]!
    if (part !== other) return part < other ? -1 : 1
  }
  return 0
}

/** Whether a request comes before another one by the rule. */
export const comesBefore = (one: Waiting, other: Waiting): boolean =>
  compared(keyOf(one), keyOf(other)) < 0

/** What sets a request before the one that comes after it, where need does not. */
const reasonsOf = (own: Key, next: Key | undefined): QueueReason[] => {
  const need = needs[own[0]]
  if (need) return [need]
  if (!next || next[1] > own[1]) return ['waits-longest']
  return next[2] > own[2] ? ['smaller'] : []
}

/**
 * Requests in the order in which cash should go to them: by need, then by how long they have waited, then
 * the smaller first. The same requests give the same order, in whatever order they were written down.
 */
export const queueOf = (waiting: readonly Waiting[]): Queued[] => {
  const inOrder = waiting
    .map((one) => ({ loanId: one.loanId, key: keyOf(one) }))
    .toSorted((a, b) => compared(a.key, b.key))
  return inOrder.map(({ loanId, key }, i) => ({
    loanId,
    place: i + 1,
    reasons: reasonsOf(key, inOrder[i + 1]?.key),
  }))
}
