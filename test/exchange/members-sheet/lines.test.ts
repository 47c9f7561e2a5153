import { expect, test } from 'vitest'
import { lineFaults } from '#src/exchange/members-sheet/checks.ts'
import type { MemberLine } from '#src/exchange/members-sheet/sheet.ts'

const owing: Partial<MemberLine> = {
  loan: 'L1',
  loan_left: 1,
  principal: 1,
  months: 1,
  disbursed: '2025-12-31',
}
type Cells = { readonly [Column in keyof MemberLine]?: MemberLine[Column] | undefined }
const wrongIn = (...lines: readonly Cells[]) =>
  lineFaults(
    lines.map(
      (one, i) => ({ row: i + 2, card: `M${i}`, sex: 'f', zone: 'Z', ...one }) as MemberLine,
    ),
    '2026-01-01',
  ).map(({ row, field, code }) => `${row} ${field} ${code}`)

test.each<[string, Partial<MemberLine>, readonly string[]]>([
  ['who owes nothing', {}, []],
  ['who owes one riel of a loan of the eve', owing, []],
  [
    'whose loan was paid out on the first day',
    { ...owing, disbursed: '2026-01-01' },
    ['2 disbursed carried-over-after-opening'],
  ],
  ['whose loan was of one month', { ...owing, months: 1 }, []],
  ['whose loan was of no month', { ...owing, months: 0 }, ['2 months months-out-of-range']],
  ['whose loan was of 120 months', { ...owing, months: 120 }, []],
  ['whose loan was of 121 months', { ...owing, months: 121 }, ['2 months months-out-of-range']],
  ['whose loan was of nothing', { ...owing, principal: 0 }, ['2 principal principal-is-nought']],
  ['whose loan owes nothing more', { ...owing, loan_left: 0 }, ['2 loan_left value-missing']],
  ['whose loan has no sum that is left', { loan: 'L1' }, ['2 loan_left value-missing']],
  [
    'of whose loan only the rest is told',
    { loan_left: 1 },
    [
      '2 loan value-missing',
      '2 principal value-missing',
      '2 months value-missing',
      '2 disbursed value-missing',
    ],
  ],
  [
    'whose loan has a method and no rate',
    { ...owing, method: 'flat' },
    ['2 rate_monthly_percent rate-missing'],
  ],
  [
    'whose loan has a rate and no method',
    { ...owing, rate_monthly_percent: '2' },
    ['2 method method-missing'],
  ],
  ['whose loan has both', { ...owing, method: 'flat', rate_monthly_percent: '2' }, []],
])('a member %s', (_, line, faults) => {
  expect(wrongIn(line)).toEqual(faults)
})

test('a second line of a card is for a second loan alone, and each loan stands once', () => {
  const second = { card: 'M0', ...owing, loan: 'L2' }
  expect(wrongIn(owing, second)).toEqual([])
  expect(wrongIn(owing, { ...second, savings: 0 })).toEqual([])
  expect(wrongIn(owing, { ...second, savings: 1 })).toEqual(['3 card card-twice'])
  expect(wrongIn(owing, { card: 'M0' })).toEqual(['3 card card-twice'])
  expect(wrongIn(owing, { ...second, loan: 'L1' })).toEqual(['3 loan loan-number-twice'])
  // Cards that could not be read are not held against each other.
  expect(wrongIn({ card: undefined }, { card: undefined })).toEqual([])
})
