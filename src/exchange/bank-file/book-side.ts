import type { LocalDate } from '#domain/kernel/dates.ts'
import { type HeldElsewhere, accountOfPlace } from '#domain/fund/bank.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { takenBackBy } from '#domain/ledger/late-lines.ts'

/** An entry of the book that moved money at the bank or in the wallet, with what took it back. */
export type Moved = {
  readonly seq: number
  readonly on: LocalDate
  readonly entryType: string
  /** In is above zero; what an entry and its taking back come to is zero. */
  readonly amount: number
  readonly isTakenBack: boolean
  /** What stands in the books through a day. */
  readonly through: (day: LocalDate) => number
}

/** Entries that moved money there, in the order of the journal. */
export const movedThere = (
  book: Pick<FundBook, 'flags'>,
  postings: readonly PostingRow[],
  place: HeldElsewhere,
): readonly Moved[] => {
  const account = accountOfPlace(place)
  const back = takenBackBy(book)
  const own = postings.filter((line) => line.account === account)
  const byRoot = Map.groupBy(own, ({ seq }) => back.get(seq) ?? seq)
  const takenBack = new Set(back.values())
  return [...byRoot]
    .toSorted(([a], [b]) => a - b)
    .map(([seq, lines]) => {
      const first = lines.find((line) => line.seq === seq) ?? lines[0]!
      return {
        seq,
        on: first.effectiveOn,
        entryType: first.entryType,
        amount: lines.reduce((sum, { amount }) => sum + amount, 0),
        isTakenBack: takenBack.has(seq),
        through: (day) =>
          lines.reduce((sum, { on, amount }) => (on <= day ? sum + amount : sum), 0),
      }
    })
}

/** Entries that no line of the place was confirmed for, those that were taken back left out. */
export const withoutLine = (
  book: Pick<FundBook, 'bankLines'>,
  moved: readonly Moved[],
  place: HeldElsewhere,
): readonly Moved[] => {
  const there = book.bankLines.filter((line) => line.place === place)
  const matched = new Set(there.flatMap(({ entries }) => entries.map(({ seq }) => seq)))
  return moved.filter(({ seq, isTakenBack }) => !isTakenBack && !matched.has(seq))
}
