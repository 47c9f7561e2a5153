import type { LocalDate } from '#domain/kernel/dates.ts'
import type { EntryId } from '#domain/ledger/entry.ts'

/**
 * What a meeting decides about the fund itself: that it goes on, rests, goes into another fund, or ends. Its money is paid
 * back through the same lines as ever; what begins anew is refused until a meeting lets it go on.
 */
export const futures = ['go-on', 'rest', 'merge', 'end'] as const
export type Future = (typeof futures)[number]

/** A decision about it, from its day on. */
export type FutureDecided = {
  readonly entryId: EntryId
  readonly from: LocalDate
  readonly future: Future
}

/** What held on a day: the last decision of that day or before it. */
export const futureOn = (decisions: readonly FutureDecided[] | undefined, day: LocalDate): Future =>
  decisions?.findLast(({ from }) => from <= day)?.future ?? 'go-on'

/** The fund after one more decision. */
export const fundAfterFuture = <Of extends { readonly futures?: readonly FutureDecided[] }>(
  fund: Of,
  { future }: { readonly future: Future },
  { entryId, on: from }: { readonly entryId: EntryId; readonly on: LocalDate },
): Of => ({ ...fund, futures: [...(fund.futures ?? []), { entryId, from, future }] })
