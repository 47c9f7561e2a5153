import { statement } from '#src/exchange/statements/making.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type HeldElsewhere, accountOfPlace } from '#domain/fund/bank.ts'
import type { BankLine } from '#domain/fund/bank-lines.ts'
import { total } from '#domain/health/book.ts'
import {
  type Statement,
  type StatementNote,
  type StatementRow,
  column,
} from '#domain/ledger/statement.ts'
import { type Moved, movedThere } from '#src/exchange/bank-file/book-side.ts'
import { type StatementSource } from '#src/exchange/statements/source.ts'

/** What stands beside the book for one reading: the bank's own list, and what it says is there. */
export type Beside = {
  /** Every line of the list, with the mark that it is known again by. */
  readonly lines: readonly {
    readonly row: number
    readonly on: LocalDate
    readonly amount: number
    readonly mark: string
  }[]
  /** What was there before the first line; undefined where the list does not say. */
  readonly opening: number | undefined
  /** What is there on the day; undefined where neither list nor person says. */
  readonly balance: number | undefined
  readonly balanceFrom: 'file' | 'typed'
}

type Row = StatementRow & { readonly amount: number }
type Given = Partial<Pick<StatementRow, 'date' | 'entry' | 'row' | 'what'>>

const rowOf = (line: string, amount: number, given: Given = {}): Row => ({
  line,
  date: null,
  entry: null,
  row: null,
  what: '',
  ...given,
  amount,
})

const unlessZero = (row: Row): Row[] => (row.amount === 0 ? [] : [row])

type Parts = {
  readonly asOf: LocalDate
  readonly place: HeldElsewhere
  readonly moved: readonly Moved[]
  readonly matches: readonly BankLine[]
}

/** Entries of the book that no line told of by the day. */
const entriesAlone = ({ asOf, moved, matches }: Parts): Row[] => {
  const matched = new Set(matches.flatMap(({ entries }) => entries.map(({ seq }) => seq)))
  return moved
    .filter(({ seq }) => !matched.has(seq))
    .flatMap(({ seq, on, entryType, through }) =>
      unlessZero(
        rowOf('entry-without-line', -through(asOf), { date: on, entry: seq, what: entryType }),
      ),
    )
}

/** A line and its entries that stand on two sides of the day. */
const onTwoSides = ({ asOf, moved, matches }: Parts): Row[] => {
  const bySeq = new Map(moved.map((one) => [one.seq, one]))
  return matches.flatMap(({ on, amount, entries }): Row[] => {
    const own = entries.flatMap(({ seq }) => bySeq.get(seq) ?? [])
    if (on > asOf)
      return own.flatMap((one) =>
        unlessZero(
          rowOf('entry-line-later', -one.through(asOf), {
            date: one.on,
            entry: one.seq,
            what: one.entryType,
          }),
        ),
      )
    const booked = total(own.map(({ through }) => through(asOf)))
    return unlessZero(rowOf('line-entry-later', amount - booked, { date: on }))
  })
}

/** Lines of the list that nobody has confirmed. */
const linesAlone = ({ asOf, matches }: Parts, beside: Beside | undefined): Row[] => {
  const confirmed = new Set(matches.map(({ mark }) => mark))
  return (beside?.lines ?? [])
    .filter(({ on, mark }) => on <= asOf && !confirmed.has(mark))
    .map(({ on, row, amount }) => rowOf('line-without-entry', amount, { date: on, row }))
}

/** What is left between both, told as far as the list tells it: before its first line, and lines that are not in it. */
const restOf = ({ asOf, matches }: Parts, beside: Beside | undefined, rest: number): Row[] => {
  const first = beside?.lines[0]?.on
  if (!beside || beside.opening === undefined || first === undefined || first > asOf)
    return unlessZero(rowOf('rest', rest))
  const inList = new Set(beside.lines.map(({ mark }) => mark))
  const others = matches.filter(({ on, mark }) => on <= asOf && !inList.has(mark))
  const before = others.filter(({ on }) => on < first)
  const opened = beside.opening - total(before.map(({ amount }) => amount))
  const missing = others
    .filter(({ on }) => on >= first)
    .map(({ on, amount }) => rowOf('line-not-in-list', -amount, { date: on }))
  const told = opened + total(missing.map(({ amount }) => amount))
  return [
    ...unlessZero(rowOf('rest-before-list', opened, { date: first })),
    ...missing,
    ...unlessZero(rowOf('rest-in-list', rest - told)),
  ]
}

type HeldThere = { readonly balance: number | undefined; readonly note: StatementNote }

const heldThere = (
  { book, asOf }: StatementSource,
  place: HeldElsewhere,
  beside: Beside | undefined,
): HeldThere => {
  if (beside?.balance !== undefined)
    return { balance: beside.balance, note: { code: `note-bank-${beside.balanceFrom}` } }
  const written = (book.fund.statements ?? []).filter((one) => one.place === place)
  const ofDay = written.findLast(({ on }) => on === asOf)
  if (ofDay) return { balance: ofDay.balance, note: { code: 'note-bank-written' } }
  const last = written.findLast(({ on }) => on < asOf)
  const note = last
    ? { code: 'note-bank-written-before', values: { on: { day: last.on } } }
    : { code: 'note-bank-not-written' }
  return { balance: undefined, note }
}

/**
 * From what the book says is there to what the bank says, line by line, to the last unit. Entries without a line are
 * taken off, lines without an entry are put on; where the bank's own balance is not known, the last line is what it
 * should hold.
 */
export const reconciliationOf = (
  asked: StatementSource,
  place: HeldElsewhere,
  beside?: Beside,
): Statement => {
  const { book, asOf, postings } = asked
  const moved = movedThere(book, postings, place)
  const matches = book.bankLines.filter((line) => line.place === place)
  const parts: Parts = { asOf, place, moved, matches }
  const known = [
    rowOf('book-balance', total(moved.map(({ through }) => through(asOf)))),
    ...entriesAlone(parts),
    ...onTwoSides(parts),
    ...linesAlone(parts, beside),
  ]
  const should = total(known.map(({ amount }) => amount))
  const { balance, note } = heldThere(asked, place, beside)
  const rest = balance === undefined ? [] : restOf(parts, beside, balance - should)
  const isSettled = balance !== undefined && known.length === 1 && rest.length === 0
  return statement(asked, {
    name: `${place}-reconciliation`,
    from: null,
    columns: [
      column.code('line'),
      column.sum('amount'),
      column.day('date'),
      column.number('entry'),
      column.number('row'),
      column.code('what'),
    ],
    rows: [...known, ...rest],
    totals: rowOf(balance === undefined ? 'bank-should-hold' : 'bank-balance', balance ?? should),
    notes: [
      note,
      { code: isSettled ? 'note-bank-agrees' : 'note-bank-signs' },
      ...(beside === undefined ? [{ code: 'note-bank-without-list' }] : []),
    ],
    late: (account) => account === accountOfPlace(place),
  })
}
