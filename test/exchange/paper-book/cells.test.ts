import { expect, test } from 'vitest'
import type { Currency } from '#domain/kernel/money.ts'
import { readCell } from '#src/exchange/paper-book/cells.ts'
import type { CellKind, Column } from '#src/exchange/paper-book/columns.ts'

const column = (kind: CellKind, more: Partial<Column> = {}): Column => ({
  name: 'a',
  khmer: 'ក',
  kind,
  ...more,
})
const read = (text: string, of: Column, currency: Currency = 'KHR') => {
  const cell = readCell(text, of, currency)
  return 'fault' in cell ? cell.fault : cell.value
}

test.each<[string, Currency, number | string]>([
  ['0', 'KHR', 0],
  ['9000000000', 'KHR', 9_000_000_000],
  ['9000000001', 'KHR', 'amount-too-large'],
  ['9000000000.00', 'USD', 900_000_000_000],
  ['9000000000.01', 'USD', 'amount-too-large'],
  ['12.5', 'USD', 1250],
  ['12.50', 'USD', 1250],
  ['12.05', 'USD', 1205],
  ['12.5000', 'USD', 1250],
  ['12.5010', 'USD', 'amount-not-whole'],
  ['12.5', 'KHR', 'amount-not-whole'],
  ['12.0', 'KHR', 12],
  // Ten thousand with a dot between thousands, or ten.
  ['10.000', 'KHR', 'amount-not-a-number'],
  ['10.000', 'USD', 'amount-not-a-number'],
  ['-1', 'KHR', 'amount-negative'],
  ['-0', 'KHR', 'amount-negative'],
  ['1.', 'KHR', 'amount-not-a-number'],
  ['.5', 'USD', 'amount-not-a-number'],
  ['១២៣៤៥៦៧៨៩០', 'KHR', 1_234_567_890],
])('the sum %s in %s is %s', (text, currency, value) => {
  expect(read(text, column('sum'), currency)).toBe(value)
})

test.each<[string, CellKind, number | string]>([
  ['999999999', 'whole', 999_999_999],
  ['1000000000', 'whole', 'number-not-whole'],
  ['-1', 'whole', 'number-not-whole'],
  ['100', 'rate', '100'],
  ['100.000001', 'rate', 'rate-not-a-number'],
  ['0', 'rate', '0'],
  ['2.5 %', 'rate', '2.5'],
  ['1200', 'any-rate', '1200'],
  ['1200.000001', 'any-rate', 'any-rate-not-a-number'],
  ['101', 'any-rate', '101'],
  ['18.5%', 'any-rate', '18.5'],
  ['2024-02-29', 'date', '2024-02-29'],
  ['2025-02-29', 'date', 'date-impossible'],
  ['2025-2-9', 'date', 'date-format'],
  ['2025-12', 'month', '2025-12'],
  ['2025-13', 'month', 'date-impossible'],
  ['2025-00', 'month', 'date-impossible'],
  ['2025-12-01', 'month', 'month-format'],
  ['Y', 'yes-no', 'y'],
  ['n', 'yes-no', 'n'],
  ['yes', 'yes-no', 'choice-unknown'],
  ['M០១', 'code', 'M01'],
  ['=M01', 'code', 'code-format'],
  [' two words ', 'text', 'two words'],
])('%s as a cell of the kind %s is %s', (text, kind, value) => {
  expect(read(text, column(kind))).toBe(value)
})

test('a list of words is each of them once, whatever stands between them, and one unknown word spoils it', () => {
  const of = column('choices', { choices: ['land-title', 'id-card', 'none'] })
  expect(read('Land-Title; id-card', of)).toBe('land-title id-card')
  expect(read('id-card+id-card,none', of)).toBe('id-card none')
  expect(read('id-card house', of)).toBe('choice-unknown')
  expect(read('id-card', column('choices'))).toBe('choice-unknown')
})

test("a choice is one of the column's words, or what another system says for it", () => {
  const of = column('choice', { choices: ['1', 'flat'], saidAs: new Map([['flat rate', 'flat']]) })
  expect(['FLAT', 'Flat rate', '១', 'declining'].map((text) => read(text, of))).toEqual([
    'flat',
    'flat',
    '1',
    'choice-unknown',
  ])
})

test('an empty cell is nothing where it may be, else a fault, and a null character always is one', () => {
  expect(read('  ', column('sum', { mayBeEmpty: true }))).toBeUndefined()
  expect(read('  ', column('sum'))).toBe('value-missing')
  expect(read('a\u0000', column('text', { mayBeEmpty: true }))).toBe('nul-character')
})
