import type { LocalDate } from '#domain/kernel/dates.ts'
import type { EntryId } from '#domain/ledger/entry.ts'

/** A private movement as the village keeps it, by its entry. `amount` is saved above zero. */
export type PrivateLine = {
  readonly entryId: EntryId
  readonly mark: string
  readonly on: LocalDate
  readonly amount: number
  readonly isTakenBack?: true
}
export type PrivateState = Map<EntryId, PrivateLine>

/** Takes in a private movement, in place. */
export const takeInPrivate = (
  state: PrivateState,
  {
    mark,
    direction,
    amount,
  }: Pick<PrivateLine, 'mark' | 'amount'> & { readonly direction: 'in' | 'out' },
  { id, on }: { readonly id: EntryId; readonly on: LocalDate },
): void =>
  void state.set(id, { entryId: id, mark, on, amount: direction === 'in' ? amount : -amount })

/** A movement that turned out not to have been: it stays where it is found, and counts for nothing. */
export const takeOutPrivate = (state: PrivateState, id: EntryId): void => {
  const line = state.get(id)
  if (line) state.set(id, { ...line, isTakenBack: true })
}
