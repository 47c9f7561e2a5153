import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Currency, isAmount } from '#domain/kernel/money.ts'
import type { EntryId, Envelope } from '#domain/ledger/entry.ts'
import { type Posting, transfer } from '#domain/ledger/posting.ts'

/**
 * Money that somebody saves or takes out in private. `mark` is made anew for every entry from a key that
 * is not in the database, the owner and the entry's id: the service finds an owner's entries by it, and
 * nobody else can tell whose one is, nor that two are one person's.
 */
export type PrivateSavingsMoved = {
  readonly type: 'PrivateSavingsMoved'
  readonly v: 1
  readonly mark: string
  readonly direction: Direction
  readonly amount: number
  readonly flags: readonly 'more-than-saved'[]
  readonly postings: readonly Posting[]
}

export const directions = ['in', 'out'] as const
type Direction = (typeof directions)[number]

export type RecordPrivateSavings = Envelope & {
  readonly type: 'RecordPrivateSavings'
  readonly mark: string
  readonly direction: Direction
  readonly amount: number
  /** Said by whoever can read the marks: the owner had less than was handed out. */
  readonly isMoreThanOwn?: true
}

/** A private movement as the village keeps it, by its entry. `amount` is saved above nought. */
export type PrivateLine = {
  readonly entryId: EntryId
  readonly mark: string
  readonly on: LocalDate
  readonly amount: number
  readonly isTakenBack?: true
}
export type PrivateShelf = Map<EntryId, PrivateLine>

const isMark = (mark: unknown): boolean => typeof mark === 'string' && /^[0-9a-f]{64}$/.test(mark)

/** A fact: the money is in the box, or out of it. */
export const recordPrivateSavings = (
  { held, currency }: { readonly held: number; readonly currency: Currency },
  command: RecordPrivateSavings,
): Decision<PrivateSavingsMoved, never> => {
  const { mark, direction, amount, effectiveOn: on } = command
  if (!isMark(mark)) return invalid('mark-unreadable', '/mark')
  if (!directions.includes(direction)) return invalid('word-unknown', '/direction')
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  const isOut = direction === 'out'
  const isTooMuch = isOut && (command.isMoreThanOwn === true || amount > held)
  return recorded({
    type: 'PrivateSavingsMoved',
    v: 1,
    mark,
    direction,
    amount,
    flags: isTooMuch ? (['more-than-saved'] as const) : [],
    postings: transfer({
      from: isOut ? 'asset:cash-box' : 'liability:private-savings',
      to: isOut ? 'liability:private-savings' : 'asset:cash-box',
      amount,
      currency,
      on,
    }),
  })
}

/** Takes in a private movement, in place. */
export const takeInPrivate = (
  shelf: PrivateShelf,
  { mark, direction, amount }: PrivateSavingsMoved,
  { id, on }: { readonly id: EntryId; readonly on: LocalDate },
): void =>
  void shelf.set(id, { entryId: id, mark, on, amount: direction === 'in' ? amount : -amount })

/** A movement that turned out not to have been: it stays where it is found, and counts for nothing. */
export const takeOutPrivate = (shelf: PrivateShelf, id: EntryId): void => {
  const line = shelf.get(id)
  if (line) shelf.set(id, { ...line, isTakenBack: true })
}
