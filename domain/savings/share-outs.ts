import type { LocalDate } from '#domain/kernel/dates.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import type { PayOut, ShareOutPlan } from '#domain/savings/share-out.ts'

/** A share-out as the village keeps it. */
export type ShareOutHeld = ShareOutPlan & {
  readonly entryId: EntryId
  readonly on: LocalDate
  readonly isSurplusSplit: boolean
  readonly payOut: PayOut
  readonly isTakenBack?: true
}
export type ShareOuts = Map<EntryId, ShareOutHeld>

/** The days on which cycles ended: what was given back of shares begins anew. */
export const cycleEndsOf = (shareOuts: Iterable<ShareOutHeld>): LocalDate[] =>
  [...shareOuts]
    .filter(({ payOut, isTakenBack }) => payOut === 'shares-and-parts' && !isTakenBack)
    .map(({ on }) => on)

/** The last day on which a surplus was split; undefined where none was. */
export const lastSplitOf = (shareOuts: Iterable<ShareOutHeld>): LocalDate | undefined =>
  [...shareOuts]
    .filter(({ isSurplusSplit, isTakenBack }) => isSurplusSplit && !isTakenBack)
    .map(({ on }) => on)
    .toSorted()
    .at(-1)
