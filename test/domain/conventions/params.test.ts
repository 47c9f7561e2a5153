import { expect, test } from 'vitest'
import { runCases } from '#src/exchange/cases/run-cases.ts'

type Plain = Record<string, unknown>

const run = (params: Plain, expected: Plain = { rowCount: 1 }) =>
  runCases([
    {
      file: 'one.json',
      text: JSON.stringify({
        schema: 'loan-cases/1',
        kind: 'schedule',
        cases: [{ id: 'one', params, expected }],
      }),
    },
  ]).failures[0]

const told = (params: Plain): string => {
  const failure = run(params)
  return `${failure?.cell}: ${failure?.computed}`
}

const cumulative = {
  convention: 'cumulative',
  currency: { code: 'EUR', decimals: 2 },
  principal: '1000',
  annualRatePercent: '12',
  interestMethod: 'declining',
  interestPeriod: 'daily',
  amortization: 'equal-installments',
  disbursedOn: '2023-01-01',
  installments: 1,
  repayEvery: { n: 1, unit: 'months' },
  rounding: 'half-even',
}
const fixed = {
  convention: 'payments-on-fixed-schedule',
  loan: cumulative,
  allocation: { order: 'penalties-fees-interest-principal' },
  events: [] as Plain[],
}
const rateFactor = {
  convention: 'rate-factor',
  currency: { code: 'USD', decimals: 2 },
  annualRatePercent: '7',
  dayCount: { year: '360', month: '30' },
  repayEvery: { n: 1, unit: 'months' },
  scheduleStart: '2024-01-01',
  installments: 1,
  rounding: 'half-even',
  disbursements: [{ on: '2024-01-01', amount: '100' }],
}
const periodRate = {
  convention: 'period-rate',
  currency: { code: 'KHR', decimals: 0 },
  principal: '1000',
  ratePerPeriodPercent: '3',
  interestMethod: 'declining',
  amortization: 'equal-principal',
  disbursedOn: '2006-01-01',
  installments: 1,
  repayEvery: { n: 14, unit: 'days' },
  rounding: 'half-up',
}

test('a param that nobody knows fails with its name, wherever it stands', () => {
  const unknown = 'is no param known here'
  expect(run(cumulative)).toBeUndefined()
  expect(run(fixed)).toBeUndefined()
  expect(run(rateFactor)).toBeUndefined()
  expect(run(periodRate)).toBeUndefined()
  expect(told({ ...cumulative, graceOnPrinciple: 2 })).toBe(`params/graceOnPrinciple: ${unknown}`)
  expect(told({ ...fixed, loan: { ...cumulative, moon: 'full' } })).toBe(
    `params/loan/moon: ${unknown}`,
  )
  expect(told({ ...cumulative, repayEvery: { n: 1, unit: 'months', on: 15 } })).toBe(
    `params/repayEvery/on: ${unknown}`,
  )
  const paid = { type: 'payment', on: '2023-01-10', amount: '1', waived: true }
  expect(told({ ...fixed, events: [paid] })).toBe(`params/events/0: waived: ${unknown}`)
  const args = { rate: '0.01', nper: '12', pv: '1000', tipe: '1' }
  expect(told({ convention: 'spreadsheet', function: 'PMT', args })).toBe(
    `params/args/tipe: ${unknown}`,
  )
})

test('what only describes, and what says nothing at zero, is no fault', () => {
  expect(run({ ...cumulative, note: 'from the book', prorateFirst: false })).toBeUndefined()
  expect(run({ ...rateFactor, graceOnPrincipal: 0, downPaymentPercent: null })).toBeUndefined()
  expect(told({ ...rateFactor, graceOnPrincipal: 2 })).toBe(
    'params/graceOnPrincipal: is no param known here',
  )
})

test('a function without what it needs fails with the name of that', () => {
  const asked = (name: string, args: Plain): string =>
    told({ convention: 'spreadsheet', function: name, args })
  expect(asked('PMT', { rate: '0.01', pv: '1000' })).toBe('params/args/nper: is missing')
  expect(asked('IPMT', { rate: '0.01', nper: '12', per: 13, pv: '1000' })).toBe(
    'params/args/per: lies outside the periods',
  )
  expect(asked('RATE', { nper: '1000000000', pv: '1000', pmt: '-1' })).toBe(
    'params/args/nper: must be a whole number of periods',
  )
})

test('params that contradict each other fail with the one that cannot hold', () => {
  expect(told({ ...cumulative, firstDueDate: '2022-12-31' })).toBe(
    'params/firstDueDate: is not after the day of the loan',
  )
  const change = { fromDueDate: '2023-02-02', extraTerms: 1 }
  const original = { ...cumulative, interestMethod: 'flat' }
  expect(told({ convention: 'reschedule', original, change })).toBe(
    'params/fromDueDate: is no due date of the plan',
  )
  expect(told({ ...fixed, events: [{ type: 'reverse-payment', event: 0 }] })).toBe(
    'params/events: reverse what is no payment before them',
  )
  expect(told({ ...rateFactor, disbursements: [{ on: '2024-02-01', amount: '100' }] })).toBe(
    'params/disbursements: do not all lie between the start and the last due date',
  )
  expect(told({ ...rateFactor, payments: [{ on: '2024-01-15', principal: '5' }] })).toBe(
    'params/payments: do not all name the due date of an instalment',
  )
  expect(told({ ...periodRate, weights: [{ principal: '0.9' }] })).toBe(
    'params/weights: do not share out the whole principal',
  )
})

test('sizes beyond all sense are refused at once', () => {
  const before = process.cpuUsage()
  for (const odd of [
    { installments: 1e9 },
    { principal: '1e30' },
    { principal: '9'.repeat(30) },
    { annualRatePercent: 'abc' },
    { repayEvery: { n: 1e9, unit: 'months' } },
  ])
    expect(run({ ...cumulative, ...odd })?.expected).toBe('something to compute with')
  const payments = [{ amount: '1', count: 1e9 }]
  expect(told({ convention: 'apr-effective', drawdowns: payments, payments })).toContain('count')
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(5_000)
})

test('every computed sum goes to the multiple of its currency, with decimals too', () => {
  const currency = { code: 'KHR', decimals: 2, multipleOf: '100' }
  const rows = [{ principal: '12300', interest: '100' }]
  expect(run({ ...cumulative, currency, principal: '12300' }, { rows })).toBeUndefined()
})

test('a first period that is longer than the others bears its real days in a plan by days', () => {
  const asked = { ...periodRate, installments: 2, firstDueDate: '2006-01-22', prorateFirst: true }
  const rows = [
    { dueDate: '2006-01-22', principal: '500', interest: '45' },
    { dueDate: '2006-02-05', principal: '500', interest: '15' },
  ]
  expect(run(asked, { rows })).toBeUndefined()
})

test('weights share out what is left by the weights that are left', () => {
  const weights = ['0.25', '0.25', '0.5'].map((principal) => ({ principal }))
  const asked = { ...periodRate, principal: '101', installments: 3, weights }
  const rows = [{ principal: '25' }, { principal: '25' }, { principal: '51' }]
  expect(run({ ...asked, remainder: 'remaining-average' }, { rows })).toBeUndefined()
})

test('a list of transactions may tell a reversed payment as it was, or leave it out', () => {
  const events = [
    { type: 'payment', on: '2023-01-10', amount: '100' },
    { type: 'reverse-payment', event: 0 },
    { type: 'payment', on: '2023-01-20', amount: '300' },
  ]
  const standing = { type: 'payment', amount: '300', principal: '289.81', interest: '10.19' }
  const reversed = { type: 'payment', amount: '100', principal: '89.81', interest: '10.19' }
  const asked = { ...fixed, events }
  expect(run(asked, { transactions: [standing] })).toBeUndefined()
  expect(run(asked, { transactions: [reversed, standing] })).toBeUndefined()
  expect(run(asked, { transactions: [standing, standing] })?.cell).toBe('transactions/2/type')
})
