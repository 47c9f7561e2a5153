import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import { type LocalDate, monthlyDay } from '#domain/kernel/dates.ts'
import type { Fund } from '#domain/fund/fund.ts'
import type { EntryId, Envelope } from '#domain/ledger/entry.ts'

/**
 * That the meeting counted who is away. The figures of a small village point at people, so they stand outside
 * the journal, where they can be corrected and erased; the entry vouches for them by a salted hash.
 */
export type AwayCountRecorded = {
  readonly type: 'AwayCountRecorded'
  readonly v: 1
  readonly hash: string
  readonly flags: readonly never[]
  readonly postings: readonly never[]
}

export type RecordAwayCount = Envelope & {
  readonly type: 'RecordAwayCount'
  /** SHA-256 of the figures with a salt that is kept beside them. */
  readonly hash: string
}

export const recordAwayCount = ({ hash }: RecordAwayCount): Decision<AwayCountRecorded, never> =>
  /^[0-9a-f]{64}$/.test(hash)
    ? recorded({ type: 'AwayCountRecorded', v: 1, hash, flags: [], postings: [] })
    : invalid('hash-not-a-hash', '/hash')

export type AwayCounted = {
  readonly entryId: EntryId
  readonly on: LocalDate
  readonly hash: string
}

/** The fund after a count of who is away; the same whichever came first. */
export const fundAfterAwayCount = (
  fund: Fund,
  { hash }: AwayCountRecorded,
  { entryId, on }: { readonly entryId: EntryId; readonly on: LocalDate },
): Fund => ({
  ...fund,
  awayCounts: [...(fund.awayCounts ?? []), { entryId, on, hash }].toSorted((a, b) =>
    `${a.on} ${a.entryId}` < `${b.on} ${b.entryId}` ? -1 : 1,
  ),
})

const monthsBetweenCounts = 6

/** Whether the meeting has not counted who is away for six months. */
export const isAwayCountDue = ({ awayCounts = [], openedOn }: Fund, day: LocalDate): boolean => {
  const last = awayCounts.findLast(({ on }) => on <= day)?.on ?? openedOn
  const due = monthlyDay(last, monthsBetweenCounts, Number(last.slice(8)))
  return due <= day
}
