import { Decimal } from 'decimal.js'
import { expect, test } from 'vitest'
import { differenceOf } from '#src/exchange/cases/compare.ts'
import { runCases } from '#src/exchange/cases/run-cases.ts'
import { withoutIdle } from '#src/exchange/cases/idle-params.ts'

type Figures = Readonly<Record<string, unknown>>
const cellOf = (expected: Figures, computed: Figures) => differenceOf(expected, computed)?.cell

test('sums are compared as numbers and all else as it is written', () => {
  expect(cellOf({ total: '0' }, { total: '0.00' })).toBeUndefined()
  expect(cellOf({ total: '1.5' }, { total: 1.5 })).toBeUndefined()
  expect(cellOf({ total: '-1' }, { total: '1' })).toBe('total')
  expect(cellOf({ day: '2025-01-01' }, { day: '2025-01-02' })).toBe('day')
  expect(differenceOf({ total: null }, {})).toBeUndefined()
  expect(differenceOf({ total: '1' }, {})).toEqual({
    cell: 'total',
    expected: '1',
    computed: 'nothing',
  })
})

test('a case that states nothing does not pass, whatever is said of its decimals', () => {
  expect(cellOf({}, { total: '1' })).toBe('expected')
  expect(cellOf({ decimals: 2, roundedDecimals: 1 }, { total: '1' })).toBe('expected')
})

test('a list has each of its rows and no more, and the first cell that differs is told', () => {
  const rows = (...totals: readonly string[]) => totals.map((total) => ({ total }))
  expect(cellOf({ dueDates: ['a', 'b'] }, { dueDates: ['a', 'b'] })).toBeUndefined()
  expect(cellOf({ dueDates: ['a'] }, { dueDates: ['a', 'b'] })).toBe('dueDates/length')
  expect(cellOf({ dueDates: ['a', 'b'] }, { dueDates: ['a'] })).toBe('dueDates/2')
  expect(cellOf({ rows: rows('1', '2') }, { rows: rows('1', '3') })).toBe('rows/2/total')
  expect(cellOf({ rows: rows('1') }, { rows: rows('1', '2') })).toBe('rows/length')
  expect(cellOf({ rows: rows('1') }, {})).toBe('rows/1/total')
})

test('rows of which only some are stated are found by their number', () => {
  const computed = { someRows: [1, 2, 3].map((n) => ({ n, total: String(n * 10) })) }
  expect(cellOf({ someRows: [{ n: 3, total: '30' }] }, computed)).toBeUndefined()
  expect(cellOf({ someRows: [{ n: 3, total: '20' }] }, computed)).toBe('someRows/3/total')
  expect(cellOf({ someRows: [{ n: 4, total: '20' }] }, computed)).toBe('someRows/4/n')
})

test('on which day nothing was paid is not asked, and on which day something was is', () => {
  const row = (total: string, paidOn: string) => ({ rows: [{ total, paidOn }] })
  expect(cellOf(row('0', 'a'), row('0', 'b'))).toBeUndefined()
  expect(cellOf(row('0.00', 'a'), row('0', 'b'))).toBeUndefined()
  expect(cellOf(row('1', 'a'), row('1', 'b'))).toBe('rows/1/paidOn')
})

test('rows that the plan alone leaves may be meant, and then the whole of them', () => {
  const rows = (balance: string) => [{ balance }]
  const both = { rows: rows('1'), rowsByPlan: rows('2') }
  expect(cellOf({ rows: rows('1') }, both)).toBeUndefined()
  expect(cellOf({ rows: rows('2') }, both)).toBeUndefined()
  expect(differenceOf({ rows: rows('3') }, both)).toMatchObject({ computed: '1' })
  expect(cellOf({ total: '2' }, { total: '1', rowsByPlan: '2' })).toBe('total')
})

test('an allotment has every name that is expected and none beside', () => {
  const of = (expected: Figures, computed: Figures) =>
    cellOf({ byInstallment: expected }, { byInstallment: computed })
  expect(of({ 1: '5' }, { 1: '5.0' })).toBeUndefined()
  expect(of({ 1: '5' }, { 1: '5', 2: '1' })).toBe('byInstallment/2')
  expect(of({ 1: '5', 2: '1' }, { 1: '5' })).toBe('byInstallment/2')
})

test('a rate has as many decimals as the case states, and a half goes up', () => {
  const of = (value: string, more: Figures, computed: string) =>
    cellOf({ value, ...more }, { value: new Decimal(computed) })
  expect(of('12.35', { decimals: 2 }, '12.345')).toBeUndefined()
  expect(of('12.34', { decimals: 2 }, '12.3449')).toBeUndefined()
  expect(of('12.34', { decimals: 2 }, '12.345')).toBe('value')
  expect(of('12', {}, '12.4')).toBeUndefined()
  expect(
    cellOf({ roundedPercent: '1.3', roundedDecimals: 1 }, { roundedPercent: new Decimal('1.25') }),
  ).toBeUndefined()
})

test('what says nothing at zero is left out where nobody knows it, and what says something is told', () => {
  const unknown = (...keys: readonly string[]) =>
    [{ code: 'unrecognized_keys', path: [], keys, message: '' }] as never
  const left = (params: Figures) =>
    Object.keys(withoutIdle(params, unknown(...Object.keys(params))))
  expect(left({ note: 'words', title: 'more' })).toEqual([])
  expect(left({ graceOnPrincipal: 0, payments: [], annuity: '', weights: null })).toEqual([])
  expect(left({ chargeInterestInGrace: false, downPaymentPercent: '0.00' })).toEqual([])
  expect(left({ graceOnPrincipal: 1, payments: [1], annuity: 'fixed' })).toEqual([
    'graceOnPrincipal',
    'payments',
    'annuity',
  ])
  expect(left({ somethingElse: 0 })).toEqual(['somethingElse'])
  expect(withoutIdle({ note: 1 }, [{ code: 'custom', path: [], message: '' }] as never)).toEqual({
    note: 1,
  })
})

test('of a file every case counts once, passed or failed, and one that cannot be read fails', () => {
  const text = JSON.stringify({
    schema: 'loan-cases/1',
    kind: 'formula',
    cases: [
      { id: 'a', params: { convention: 'nobody' }, expected: { value: '1' } },
      { id: 'b', kind: 'nothing', params: {}, expected: {} },
      { id: '' },
    ],
  })
  const report = runCases([
    { file: 'a.json', text: `\ufeff${text}` },
    { file: 'b.json', text: '{' },
  ])
  expect(report).toMatchObject({
    passed: 0,
    kinds: [
      { kind: 'formula', passed: 0, total: 1 },
      { kind: 'nothing', passed: 0, total: 1 },
    ],
    failures: [
      { id: 'a', cell: 'params/convention' },
      { id: 'b', cell: 'kind' },
    ],
  })
  expect(report.faults.at(-1)).toMatchObject({ file: 'b.json', place: '/' })
  expect(report.faults[0]!.place).toMatch(/^\/cases\/2\//)
  expect(report.failed).toBe(report.failures.length + report.faults.length)
})
