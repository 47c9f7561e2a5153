import { charterOn } from '#domain/fund/charter/charter.ts'
import type { Fund } from '#domain/fund/fund.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { EntryBody, EntryId } from '#domain/ledger/entry.ts'
import {
  type SavingsLines,
  isOwnLine,
  linesOf,
  takeInLines,
  takeOutLines,
} from '#domain/savings/account.ts'

type State = { readonly fund: Fund | undefined; readonly savings: SavingsLines }

type Entry = {
  readonly id: EntryId
  readonly effectiveOn: LocalDate
  readonly body: EntryBody & { readonly reverses?: EntryId }
}

/** The lines of savings that an entry makes, or takes away with the entry that it reverses. */
export const takeLines = ({ fund, savings }: State, { body, id, effectiveOn: on }: Entry): void => {
  if (!fund) return
  const { type, reverses } = body
  if (reverses !== undefined) return takeOutLines(savings, reverses)
  if (!isOwnLine(type)) return
  const { shareValue } = charterOn(fund.charters, on).charter
  takeInLines(savings, linesOf(body.postings, { id, type, on }, shareValue))
}
