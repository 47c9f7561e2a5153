import { expect, test } from 'vitest'
import { cellDay, daysOf } from '#src/exchange/bank-file/days.ts'
import { readHeading } from '#src/exchange/bank-file/headings.ts'
import { bankSum, bankWay } from '#src/exchange/bank-file/sums.ts'

const day = (text: string): unknown => {
  const cell = cellDay(text)
  if ('fault' in cell) return cell.fault
  return 'day' in cell ? cell.day : [cell.first, cell.second, cell.year]
}

test.each<[string, unknown]>([
  ['2026-01-31', '2026-01-31'],
  ['2026/1/3', '2026-01-03'],
  ['2026.12.31', '2026-12-31'],
  ['2026-13-01', 'date-impossible'],
  ['2026-02-29', 'date-impossible'],
  ['31-Jan-2026', '2026-01-31'],
  ['1 September 2026', '2026-09-01'],
  ['1 Dec, 2026', '2026-12-01'],
  ['31 មករា 2026', '2026-01-31'],
  ['៣១ ធ្នូ ២០២៦', '2026-12-31'],
  ['1 Septemberish 2026', 'bank-date-format'],
  ['30 Feb 2026', 'date-impossible'],
  ['31 Jän 2026', 'bank-date-format'],
  ['31 Xyz 2026', 'bank-date-format'],
  ['Jan 31 2026', 'bank-date-format'],
  ['05/01/2026', [5, 1, 2026]],
  ['5-1-2026', [5, 1, 2026]],
  ['05/01/26', 'bank-date-format'],
  ['2026-01-31 14:31', '2026-01-31'],
  ['2026-01-31T14:31:09.123Z', '2026-01-31'],
  ['2026-01-31, 2:31 p.m.', '2026-01-31'],
  ['2026-01-31 14:31+07:00', '2026-01-31'],
  ['2026-01-31 14', 'bank-date-format'],
  [`2026-01-31${' '.repeat(30)}`, '2026-01-31'],
  [`2026-01-31${' '.repeat(31)}`, 'bank-date-format'],
])('the cell %s is the day %s', (text, read) => {
  expect(day(text)).toEqual(read)
})

const days = (texts: readonly string[], today = '2026-06-01') =>
  daysOf(texts.map(cellDay), today).map((one) => ('day' in one ? one.day : one.fault))

test('whether the day or the month stands first is asked of the whole list', () => {
  // The 13th can only be a day.
  expect(days(['03/02/2026', '13/02/2026'])).toEqual(['2026-02-03', '2026-02-13'])
  expect(days(['02/03/2026', '02/13/2026'])).toEqual(['2026-02-03', '2026-02-13'])
  expect(days(['03/02/2025', '13/02/2025'])).toEqual(['2025-02-03', '2025-02-13'])
  // One of the two is still ahead; today itself is not.
  expect(days(['05/06/2026'], '2026-06-05')).toEqual(['date-two-ways'])
  expect(days(['05/06/2026'], '2026-06-04')).toEqual(['2026-05-06'])
  expect(days(['05/06/2026'], '2026-05-06')).toEqual(['2026-05-06'])
  expect(days(['05/06/2026'], '2026-05-05')).toEqual(['date-impossible'])
  expect(days(['13/13/2026'])).toEqual(['date-impossible'])
})

test('where both could be, the one that runs one way is taken, upwards or downwards', () => {
  expect(days(['01/02/2026', '02/02/2026', '01/03/2026'])).toEqual([
    '2026-02-01',
    '2026-02-02',
    '2026-03-01',
  ])
  expect(days(['01/03/2026', '02/02/2026', '01/02/2026'])).toEqual([
    '2026-03-01',
    '2026-02-02',
    '2026-02-01',
  ])
  // Two like days run one way.
  expect(days(['01/02/2026', '01/02/2026', '02/02/2026', '01/03/2026'])).toEqual([
    '2026-02-01',
    '2026-02-01',
    '2026-02-02',
    '2026-03-01',
  ])
  expect(days(['01/02/2026', '02/03/2026'])).toEqual(['date-two-ways', 'date-two-ways'])
  // Neither runs one way: none is guessed, but a day that is one either way is that day.
  expect(days(['02/01/2026', '01/02/2026', '03/03/2026', '01/01/2026'])).toEqual([
    'date-two-ways',
    'date-two-ways',
    '2026-03-03',
    '2026-01-01',
  ])
  // What is sure stays as it is beside it.
  expect(days(['2026-05-01', '13/02/2026', 'x'])).toEqual([
    '2026-05-01',
    '2026-02-13',
    'bank-date-format',
  ])
})

const sum = (text: string, currency: 'KHR' | 'USD' = 'KHR'): unknown => {
  const read = bankSum(text, currency)
  return 'fault' in read ? read.fault : read.amount
}

test.each<[string, unknown]>([
  ['', undefined],
  [' - ', undefined],
  ['–', undefined],
  ['0', 0],
  ['-0', 0],
  ['1,200', 1200],
  ['1,20', 'bank-sum-unread'],
  ['1200,000', 'bank-sum-unread'],
  ['1 200 000', 1_200_000],
  ['1\u00a0200', 1200],
  ['1.200.000', 1_200_000],
  // Twelve hundred, or one and a fifth.
  ['1.200', 'bank-sum-unread'],
  ['1200.00', 1200],
  ['1200.50', 'amount-not-whole'],
  ['1.2.3', 'bank-sum-unread'],
  ['-1200', -1200],
  ['(1,200)', -1200],
  ['(1,200', 'bank-sum-unread'],
  ['1,200)', 'bank-sum-unread'],
  ['−1200', -1200],
  ['+1200', 1200],
  ['(0)', 0],
  ['៛1,200', 1200],
  ['1200 riel', 1200],
  ['1200 Riels', 1200],
  ['KHR 1200', 1200],
  ['១២០០ រៀល', 1200],
  ['$1200', 'bank-sum-unread'],
  ['9000000000', 9_000_000_000],
  ['9000000001', 'amount-too-large'],
  [`${' '.repeat(36)}1200`, 1200],
  [`${' '.repeat(37)}1200`, 'bank-sum-unread'],
])('the cell %s is the sum %s', (text, read) => {
  expect(sum(text)).toBe(read)
})

test('a sum of dollars may have cents and is not read as riel', () => {
  expect(['$1,234.50', '(12.50)', '12.50 USD', '៛12'].map((text) => sum(text, 'USD'))).toEqual([
    123_450,
    -1250,
    1250,
    'bank-sum-unread',
  ])
})

test('a word for the way is in, out or neither', () => {
  expect([' CR ', '+', 'ចូល', 'Dr', '-', 'ចេញ', 'x', ''].map(bankWay)).toEqual([
    1,
    1,
    1,
    -1,
    -1,
    -1,
    undefined,
    undefined,
  ])
})

test('a heading says its column, its place in the list and its currency', () => {
  const said = (text: string) => {
    const { column, rank, currency } = readHeading(text)
    return [column, rank, currency]
  }
  expect(said('Transaction Date')).toEqual(['day', 0, undefined])
  expect(said('Date')).toEqual(['day', 1, undefined])
  expect(said('  credit  AMOUNT (usd) ')).toEqual(['in', 2, 'USD'])
  expect(said('Credit (own)')).toEqual(['in', 1, undefined])
  expect(said('Ref. No.')).toEqual(['reference', 4, undefined])
  expect(said('No.')).toEqual(['unread', 0, undefined])
  expect(said('')).toEqual(['unread', 0, undefined])
  expect(said('Fee')).toEqual(['unknown', 0, undefined])
})
