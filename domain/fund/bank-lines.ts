import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { amountMax } from '#domain/kernel/money.ts'
import { type HeldElsewhere, accountOfPlace } from '#domain/fund/bank.ts'
import type { EntryId, Envelope } from '#domain/ledger/entry.ts'
import type { Posting } from '#domain/ledger/posting.ts'

/*
 * Lines of a bank's or a wallet's own list, each told to be what entries of the book say. A person says so; no
 * money moves by it.
 */

export const heldElsewhere = ['bank', 'wallet'] as const satisfies readonly HeldElsewhere[]

export type BankLineMatched = {
  readonly type: 'BankLineMatched'
  readonly v: 1
  readonly place: HeldElsewhere
  /** What the line says came in, or with a minus went out. */
  readonly amount: number
  /** The line, known again by nobody who has no key: its day, sum and the bank's reference under one. */
  readonly mark: string
  readonly entryIds: readonly EntryId[]
  readonly flags: readonly never[]
  readonly postings: readonly never[]
}

/** A person confirms that a line of the bank is these entries; `effectiveOn` is the line's own day. */
export type MatchBankLine = Envelope & {
  readonly type: 'MatchBankLine'
  readonly place: HeldElsewhere
  readonly amount: number
  /** 64 hexadecimal digits, made by whoever reads the file. */
  readonly mark: string
  readonly entryIds: readonly EntryId[]
}

/** A line that was confirmed, as the fund keeps it. */
export type BankLine = {
  readonly entryId: EntryId
  readonly on: LocalDate
  readonly place: HeldElsewhere
  readonly amount: number
  readonly mark: string
  readonly entries: readonly { readonly entryId: EntryId; readonly seq: number }[]
  readonly isTakenBack?: true
}

type KeptEntry = {
  readonly seq: number
  readonly body: { readonly postings: readonly Posting[] }
  readonly reversedBy?: EntryId
}

export type BankShelf = {
  readonly kept: ReadonlyMap<EntryId, KeptEntry>
  readonly bankLines: ReadonlyMap<EntryId, BankLine>
}

export type MatchRefusal =
  | 'line-matched-before'
  | 'entry-matched-before'
  | 'entry-taken-back'
  | 'sums-differ'

/** What an entry moved at the bank or in the wallet, whatever day its books took it to; in is above nought. */
export const movedAt = (place: HeldElsewhere, postings: readonly Posting[]): number => {
  const account = accountOfPlace(place)
  return postings.reduce((sum, one) => (one.account === account ? sum + one.amount : sum), 0)
}

const standing = ({ bankLines }: Pick<BankShelf, 'bankLines'>): BankLine[] =>
  [...bankLines.values()].filter(({ isTakenBack }) => isTakenBack !== true)

/** As many entries as one slip of a bank ever put together. */
const entriesMax = 20

const lineFault = ({ place, amount, mark, entryIds }: MatchBankLine) => {
  if (!heldElsewhere.includes(place)) return invalid('place-of-cash-unknown', '/place')
  if (!Number.isSafeInteger(amount) || amount === 0 || Math.abs(amount) > amountMax)
    return invalid('amount-not-whole', '/amount')
  if (!/^[0-9a-f]{64}$/.test(mark)) return invalid('mark-not-a-hash', '/mark')
  if (entryIds.length === 0) return invalid('no-entry-named', '/entryIds')
  if (entryIds.length > entriesMax) return invalid('too-many-entries', '/entryIds')
  return undefined
}

const entryFault = ({ kept }: BankShelf, { place, entryIds }: MatchBankLine) => {
  for (const [i, id] of entryIds.entries()) {
    const entry = kept.get(id)
    if (!entry) return invalid('entry-unknown', `/entryIds/${i}`)
    if (entryIds.indexOf(id) < i) return invalid('entry-named-twice', `/entryIds/${i}`)
    if (movedAt(place, entry.body.postings) === 0)
      return invalid('entry-not-of-the-place', `/entryIds/${i}`)
  }
  return undefined
}

/**
 * One line may be several entries, because a bank puts slips together; one entry is one line, so that the book tells
 * what the bank tells. All of it went one way, sums agree to the last unit, and each line and each entry stands once in the list of a place.
 */
export const matchBankLine = (
  shelf: BankShelf,
  command: MatchBankLine,
): Decision<BankLineMatched, MatchRefusal> => {
  const fault = lineFault(command) ?? entryFault(shelf, command)
  if (fault) return fault
  const { place, amount, mark, entryIds } = command
  const others = standing(shelf)
  if (others.some((line) => line.mark === mark)) return refused('line-matched-before')
  // What went from the bank to the wallet stands in the list of each.
  const there = others.filter((line) => line.place === place)
  const matched = new Set(there.flatMap(({ entries }) => entries.map(({ entryId }) => entryId)))
  if (entryIds.some((id) => matched.has(id))) return refused('entry-matched-before')
  const entries = entryIds.map((id) => shelf.kept.get(id)!)
  if (entries.some(({ reversedBy }) => reversedBy !== undefined)) return refused('entry-taken-back')
  const moved = entries.map(({ body }) => movedAt(place, body.postings))
  const isOneWay = moved.every((sum) => sum > 0 === amount > 0)
  if (!isOneWay || moved.reduce((sum, one) => sum + one, 0) !== amount)
    return refused('sums-differ')
  const said = { place, amount, mark, entryIds }
  return recorded({ type: 'BankLineMatched', v: 1, ...said, flags: [], postings: [] })
}

/** Takes a confirmed line in, in place. */
export const takeInBankLine = (
  { kept, bankLines }: Pick<BankShelf, 'kept'> & { readonly bankLines: Map<EntryId, BankLine> },
  { place, amount, mark, entryIds }: BankLineMatched,
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
  standing({ bankLines })
    .filter(({ entries }) => entries.some((one) => one.entryId === entryId))
    .map((line) => line.entryId)
