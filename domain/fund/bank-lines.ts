import type { LocalDate } from '#domain/kernel/dates.ts'
import { described, optional, word } from '#domain/kernel/shape.ts'
import { type HeldElsewhere, accountOfPlace } from '#domain/fund/bank.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import type { Posting } from '#domain/ledger/posting.ts'

/*
 * Lines of a bank's or a wallet's own list, each told to be what entries of the book say. A person says so; no
 * money moves by it.
 */

export const heldElsewhere = ['bank', 'wallet'] as const satisfies readonly HeldElsewhere[]

/** Where money came in that went through no hand; the box where nothing is said. */
export const placeElsewhere = optional(
  described(word(heldElsewhere, 'place-of-cash-unknown'), 'Where it arrived, if not in the box'),
)

/** A line that was confirmed, as the fund keeps it. */
export type BankLine = {
  readonly entryId: EntryId
  readonly on: LocalDate
  readonly place: HeldElsewhere
  /** What the line says came in, or with a minus went out. */
  readonly amount: number
  /** The line, known again by nobody who has no key: its day, sum and the bank's reference under one. */
  readonly mark: string
  readonly entries: readonly { readonly entryId: EntryId; readonly seq: number }[]
  readonly isTakenBack?: true
}

type KeptEntry = {
  readonly seq: number
  readonly body: { readonly postings: readonly Posting[] }
  readonly reversedBy?: EntryId
}

export type BankState = {
  readonly kept: ReadonlyMap<EntryId, KeptEntry>
  readonly bankLines: ReadonlyMap<EntryId, BankLine>
}

/** What an entry moved at the bank or in the wallet, whatever day its books took it to; in is above zero. */
export const movedAt = (place: HeldElsewhere, postings: readonly Posting[]): number => {
  const account = accountOfPlace(place)
  return postings.reduce((sum, one) => (one.account === account ? sum + one.amount : sum), 0)
}

/** The lines that have not been taken back. */
export const standingLines = (bankLines: BankState['bankLines']): BankLine[] =>
  [...bankLines.values()].filter(({ isTakenBack }) => isTakenBack !== true)

/** Takes a confirmed line in, in place. */
export const takeInBankLine = (
  { kept, bankLines }: Pick<BankState, 'kept'> & { readonly bankLines: Map<EntryId, BankLine> },
  {
    place,
    amount,
    mark,
    entryIds,
  }: Pick<BankLine, 'place' | 'amount' | 'mark'> & { readonly entryIds: readonly EntryId[] },
  { id, on }: { readonly id: EntryId; readonly on: LocalDate },
): void => {
  const entries = entryIds.map((entryId) => ({ entryId, seq: kept.get(entryId)!.seq }))
  bankLines.set(id, { entryId: id, on, place, amount, mark, entries })
}

/** The confirmation of a line that stands on an entry: it is taken back before the entry is. */
export const linesOn = (
  bankLines: ReadonlyMap<EntryId, BankLine>,
  entryId: EntryId,
): readonly EntryId[] =>
  standingLines(bankLines)
    .filter(({ entries }) => entries.some((one) => one.entryId === entryId))
    .map((line) => line.entryId)
