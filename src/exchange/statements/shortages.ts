import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Statement, column } from '#domain/ledger/statement.ts'
import { periodOf, total } from '#domain/health/book.ts'
import { type Shortage, shortagesOf } from '#domain/health/shortages.ts'
import { statement, sumsOf } from '#src/exchange/statements/making.ts'
import type { StatementSource } from '#src/exchange/statements/source.ts'

const short = (ones: readonly Shortage[]): number =>
  total(ones.map(({ missing }) => Math.max(0, missing)))
const over = (ones: readonly Shortage[]): number =>
  total(ones.map(({ missing }) => Math.max(0, 0 - missing)))

const keeperOf = ({ keepers, office }: Shortage) => ({
  card: keepers.join(', '),
  office: office ?? 'nobody',
})

/** Nothing missing is a finding of whoever counted; where nobody did, nothing is known. */
const noneFound = ({ book, asOf }: StatementSource, from: LocalDate): string =>
  book.meetings.some(
    ({ heldOn, opening, closing }) =>
      heldOn >= from && heldOn <= asOf && (opening?.isByNote || closing?.isByNote),
  )
    ? 'note-no-shortages'
    : 'note-nobody-counted'

/** What is told of each meeting. */
export const shortageColumns = [
  column.day('date'),
  column.text('card'),
  column.code('office'),
  column.sum('counted'),
  column.sum('changed'),
  column.sum('missing'),
  column.sum('too_much'),
] as const

/**
 * What was missing in the box, or too much, by who kept it: over the period, and meeting by meeting beneath. What was
 * written down after a count has changed its sum stands apart, so that the count stays what it was.
 */
export const shortagesStatement = (asked: StatementSource): Statement => {
  const { book, asOf } = asked
  const { from } = periodOf(book, asOf)
  const found = shortagesOf(book, { from, to: asOf })
  const rows = [...Map.groupBy(found, ({ keepers }) => keepers.join(', '))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, ones]) => ({
      ...keeperOf(ones[0]!),
      meetings: new Set(ones.map(({ on }) => on)).size,
      missing: short(ones),
      too_much: over(ones),
    }))
  const meetings = found.map((one) => ({
    date: one.on,
    ...keeperOf(one),
    counted: one.counted,
    changed: one.missing - one.counted,
    missing: short([one]),
    too_much: over([one]),
  }))
  return statement(asked, {
    name: 'cash-shortages',
    from,
    columns: [
      column.text('card'),
      column.code('office'),
      column.number('meetings'),
      column.sum('missing'),
      column.sum('too_much'),
    ],
    rows,
    totals: { card: 'total', ...sumsOf(rows, ['meetings', 'missing', 'too_much']) },
    notes: [{ code: found.length > 0 ? 'note-shortages' : noneFound(asked, from) }],
    more:
      meetings.length > 0
        ? [{ name: 'each-shortage', columns: shortageColumns, rows: meetings }]
        : [],
    late: (account) => account === 'expense:cash-shortage',
  })
}
