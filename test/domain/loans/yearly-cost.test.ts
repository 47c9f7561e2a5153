import { expect, test } from 'vitest'
import { Fine, type Solved } from '#domain/loans/plan/solver.ts'
import {
  cellValue,
  datedInternalRate,
  effectiveRate,
  futureValue,
  interestPart,
  internalRate,
  nominalRate,
  numberOfPeriods,
  presentValue,
  principalOfPeriods,
  principalPart,
  ratePerPeriod,
} from '#domain/loans/plan/spreadsheet.ts'
import {
  actuarialYearlyRate,
  effectiveYearlyRate,
  firstIntervalOf,
  unitRate,
} from '#domain/loans/plan/yearly-cost.ts'

const shown = (solved: Solved, decimals: number): string =>
  solved.found ? solved.rate.toFixed(decimals) : solved.reason

// Regulation Z, appendix J, part (c)(1): advance, first payment, unit-period, payments, yearly rate.
test.each([
  ['5000', '1978-01-10', '1978-02-10', 'month', 1, '230', 24, '9.69', [1, 0, 30]],
  ['6000', '1978-02-10', '1978-04-01', 'month', 1, '200', 36, '11.82', [1, 19, 30]],
  ['5000', '1978-02-23', '1978-03-01', 'half-month', 1, '219.17', 24, '10.34', [0, 6, 15]],
  ['10000', '1978-05-23', '1978-10-01', 'month', 3, '385', 40, '8.97', [1, 39, 90]],
  ['500', '1978-03-20', '1978-04-21', 'week', 1, '17.60', 30, '14.96', [4, 4, 7]],
] as const)(
  'a loan of %s from %s, first paid on %s',
  (amount, on, firstPaymentOn, unit, n, payment, count, percent, [full, odd, base]) => {
    const unitPeriod = { unit, n }
    expect(firstIntervalOf(on, firstPaymentOn, unitPeriod)).toEqual({
      fullUnitPeriods: full,
      oddDays: odd,
      oddDayBase: base,
    })
    const rate = actuarialYearlyRate({
      advance: { on, amount },
      firstPaymentOn,
      unitPeriod,
      payments: [{ amount: payment, count }],
    })
    expect(shown(rate, 2)).toBe(percent)
  },
)

test('half months go from the first to the sixteenth and back', () => {
  const unit = { unit: 'half-month', n: 1 } as const
  expect(firstIntervalOf('1978-02-23', '1978-04-01', unit)).toMatchObject({
    fullUnitPeriods: 2,
    oddDays: 6,
  })
  expect(firstIntervalOf('1978-02-23', '1978-03-16', unit)).toMatchObject({
    fullUnitPeriods: 1,
    oddDays: 6,
  })
  expect(firstIntervalOf('1978-02-10', '1978-04-01', unit)).toMatchObject({
    fullUnitPeriods: 3,
    oddDays: 6,
  })
})

test('what is left of years up to the first payment is whole months where no day is left beside them', () => {
  const unit = { unit: 'year', n: 1 } as const
  const leftOf = (firstPaymentOn: string) => firstIntervalOf('2025-01-01', firstPaymentOn, unit)
  expect(leftOf('2026-07-01')).toMatchObject({ fullUnitPeriods: 1, oddDays: 180 })
  expect(leftOf('2026-07-02')).toMatchObject({ fullUnitPeriods: 1, oddDays: 182, oddDayBase: 365 })
})

test('less that is paid back on the very day of the advance has no rate', () => {
  const payments = [{ amount: new Fine(50), periods: 0, odd: new Fine(0) }]
  expect(unitRate(new Fine(100), payments)).toEqual({ found: false, reason: 'no-rate-found' })
})

test('one payment after a year of weeks, of months and of days are three ways to the same time', () => {
  const after = (at: { weeks?: number; months?: number; days?: number; years?: number }) =>
    shown(effectiveYearlyRate([{ amount: '100', at: {} }], [{ amount: '118', at }]), 6)
  expect([
    after({ weeks: 52 }),
    after({ months: 12 }),
    after({ days: 365 }),
    after({ years: 1 }),
  ]).toEqual(Array.from({ length: 4 }, () => '18.000000'))
})

test('a drawdown in parts is taken at its own days', () => {
  const rate = effectiveYearlyRate(
    [{ amount: '100', at: {}, every: { months: 1 }, count: 2 }],
    [{ amount: '201', at: { months: 2 } }],
  )
  // x + x^2 = 2.01: x is (sqrt(9.04) - 1) / 2 = 1.0033296, to the power of twelve 1.04070.
  expect(shown(rate, 3)).toBe('4.070')
})

const annuity = { presentValue: 0, futureValue: 0, isAtStart: false }
const tenPercent = new Fine('0.1').div(12)

test('the functions give what the help pages of the spreadsheets say', () => {
  // Microsoft Excel help.
  const monthly = new Fine('0.06').div(12)
  expect(
    futureValue({
      ...annuity,
      rate: monthly,
      periods: 10,
      payment: -200,
      presentValue: -500,
      isAtStart: true,
    }).toFixed(2),
  ).toBe('2581.40')
  expect(
    presentValue({
      ...annuity,
      rate: new Fine('0.08').div(12),
      periods: 240,
      payment: 500,
    }).toFixed(2),
  ).toBe('-59777.15')
  expect(
    shown(
      numberOfPeriods({
        rate: '0.01',
        payment: -100,
        presentValue: -1000,
        futureValue: 10_000,
        isAtStart: true,
      }),
      7,
    ),
  ).toBe('59.6738657')
  expect(
    shown(ratePerPeriod({ ...annuity, periods: 48, payment: -200, presentValue: 8000 }), 4),
  ).toBe('0.0077')
  expect(shown(internalRate([-70_000, 12_000, 15_000, 18_000, 21_000, 26_000]), 4)).toBe('0.0866')
  expect(
    interestPart({ ...annuity, rate: tenPercent, periods: 36, presentValue: 8000 }, 1).toFixed(2),
  ).toBe('-66.67')
  expect(
    principalPart({ ...annuity, rate: tenPercent, periods: 24, presentValue: 2000 }, 1).toFixed(2),
  ).toBe('-75.62')
  expect(
    principalOfPeriods(
      { ...annuity, rate: new Fine('0.09').div(12), periods: 360, presentValue: 125_000 },
      { start: 13, end: 24 },
    ).toFixed(4),
  ).toBe('-934.1071')
  expect(effectiveRate('0.0525', 4).toFixed(7)).toBe('0.0535427')
  expect(nominalRate('0.053543', 4).toFixed(8)).toBe('0.05250032')
})

test('a payment that never gets there has no number of periods, and it is said why', () => {
  const asked = { rate: '0.1', presentValue: 1000, futureValue: 0, isAtStart: false }
  expect(numberOfPeriods({ ...asked, payment: -50 })).toEqual({
    found: false,
    reason: 'no-rate-found',
  })
  expect(numberOfPeriods({ ...asked, rate: 0, payment: 0 })).toEqual({
    found: false,
    reason: 'nothing-to-balance',
  })
  // Whoever draws each time what the money bears draws for ever.
  expect(numberOfPeriods({ ...asked, presentValue: -1000, payment: 100 })).toEqual({
    found: false,
    reason: 'no-rate-found',
  })
})

test('dated flows of one day have no rate', () => {
  const on = '2025-01-20'
  expect(
    datedInternalRate([
      { on, amount: -100 },
      { on, amount: 110 },
    ]),
  ).toEqual({
    found: false,
    reason: 'nothing-to-balance',
  })
})

test('a cell holds a number or a quotient, and nothing else', () => {
  expect(cellValue('0.09/12')!.toFixed(4)).toBe('0.0075')
  expect(cellValue('-12')!.toFixed(0)).toBe('-12')
  for (const text of ['', '1/0', '1+1', '=A1', 'NaN']) expect(cellValue(text)).toBeUndefined()
})
