import { type LocalDate, monthlyDay } from '#domain/kernel/dates.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { inOrder } from '#domain/fund/people/life.ts'

/** A count of who is away, as the fund keeps it. */
export type AwayCounted = {
  readonly entryId: EntryId
  readonly on: LocalDate
  readonly hash: string
}

/** A fund as far as its meeting counts who is away. */
type WithCounts = { readonly awayCounts?: readonly AwayCounted[] }

/** The fund after a count of who is away; of two of one day the one that was written down last comes last. */
export const fundAfterAwayCount = <Of extends WithCounts>(
  fund: Of,
  { hash }: Pick<AwayCounted, 'hash'>,
  { entryId, on }: { readonly entryId: EntryId; readonly on: LocalDate },
): Of => ({
  ...fund,
  awayCounts: inOrder([...(fund.awayCounts ?? []), { entryId, on, hash }]),
})

const monthsBetweenCounts = 6

/** Whether the meeting has not counted who is away for six months. */
export const isAwayCountDue = (
  { awayCounts = [], openedOn }: WithCounts & { readonly openedOn: LocalDate },
  day: LocalDate,
): boolean => {
  const last = awayCounts.findLast(({ on }) => on <= day)?.on ?? openedOn
  const due = monthlyDay(last, monthsBetweenCounts, Number(last.slice(8)))
  return due <= day
}
