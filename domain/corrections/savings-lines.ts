import { charterOn } from '#domain/fund/charter.ts'
import type { Fund } from '#domain/fund/fund.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { EntryBody, EntryId } from '#domain/ledger/entry.ts'
import type { Kept } from '#domain/corrections/reversal.ts'
import {
  type SavingsShelf,
  isOwnLine,
  linesOf,
  takeInLines,
  takeOutLines,
} from '#domain/savings/account.ts'

type Shelf = {
  readonly fund: Fund | undefined
  readonly savings: SavingsShelf
  readonly kept: ReadonlyMap<EntryId, Kept>
}

type Entry = {
  readonly id: EntryId
  readonly effectiveOn: LocalDate
  readonly body: EntryBody & { readonly reverses?: EntryId }
}

/** The lines of savings that an entry makes, or takes away where it reverses one that made its own. */
export const takeLines = (
  { fund, savings, kept }: Shelf,
  { body, id, effectiveOn: on }: Entry,
): void => {
  if (!fund) return
  const { type, reverses } = body
  const original = reverses === undefined ? undefined : kept.get(reverses)?.body.type
  if (reverses !== undefined && original !== undefined && isOwnLine(original))
    return takeOutLines(savings, reverses)
  if (!isOwnLine(type)) return
  const { shareValue } = charterOn(fund.charters, on).charter
  takeInLines(savings, linesOf(body.postings, { id, type, on }, shareValue))
}
