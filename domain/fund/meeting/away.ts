import { type LocalDate, monthlyDay } from '#domain/kernel/dates.ts'
import type { EntryId } from '#domain/ledger/entry.ts'

/** A count of who is away, as the fund keeps it. */
export type AwayCounted = {
  readonly entryId: EntryId
  readonly on: LocalDate
  readonly hash: string
}

/** A fund as far as its meeting counts who is away. */
type WithCounts = { readonly awayCounts?: readonly AwayCounted[] }

/** The fund after a count of who is away; the same whichever came first. */
export const fundAfterAwayCount = <Of extends WithCounts>(
  fund: Of,
  { hash }: Pick<AwayCounted, 'hash'>,
  { entryId, on }: { readonly entryId: EntryId; readonly on: LocalDate },
): Of => ({
  ...fund,
  awayCounts: [...(fund.awayCounts ?? []), { entryId, on, hash }].toSorted((a, b) =>
    `${a.on} ${a.entryId}` < `${b.on} ${b.entryId}` ? -1 : 1,
  ),
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
