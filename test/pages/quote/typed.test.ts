import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import type { FieldName, Typed } from '#src/pages/quote/choices.ts'
import { keptQuery, readTyped, typedIn } from '#src/pages/quote/typed.ts'
import { khmerDigits } from '#src/words/locale.ts'

const base: Typed = { amount: '500000', count: '10', paidOutOn: '2026-01-20' }

const read = (more: Typed = {}, charter = defaultCharter) =>
  readTyped({ ...base, ...more }, charter)

test('a form that is hardly filled in asks for what the charter says', () => {
  expect(read().asked).toEqual({
    principal: 500_000,
    instalments: 10,
    product: 'normal',
    paidOutOn: '2026-01-20',
    every: { n: 1, unit: 'months' },
    days: 'actual/365',
    remainder: 'last',
  })
})

test('Khmer digits are digits in every field', () => {
  const typed: Typed = {
    amount: khmerDigits('500000'),
    count: khmerDigits('10'),
    paidOutOn: khmerDigits('2026-01-20'),
    rate: khmerDigits('1.5'),
    balloon: khmerDigits('1000'),
    relief: khmerDigits('2026-03-01 2026-03-31'),
  }
  expect(readTyped(typed, defaultCharter).asked).toMatchObject({
    principal: 500_000,
    instalments: 10,
    paidOutOn: '2026-01-20',
    rateMonthlyPercent: '1.5',
    balloon: 1_000,
    relief: [{ from: '2026-03-01', to: '2026-03-31' }],
  })
})

test.each<[string, Typed, Record<string, unknown>]>([
  ['weeks', { every: '2-weeks' }, { every: { n: 2, unit: 'weeks' } }],
  ['a quarter', { every: '3-months' }, { every: { n: 3, unit: 'months' } }],
  ['a season', { every: 'end' }, { every: { n: 1, unit: 'months' }, repayment: 'bullet' }],
  ['equal sums', { repayment: 'equal-instalment' }, { repayment: 'equal-instalment' }],
  ['a rate of a period', { rate: '2', rateOf: 'period' }, { ratePercent: '2' }],
  [
    'a rate of a year',
    { rate: '18', rateOf: 'year', days: '30/360' },
    { yearlyPercent: '18', days: '30/360' },
  ],
  ['another lender', { offer: 'other' }, { lender: 'other' }],
  ['a flat offer', { offer: 'flat' }, { lender: 'other', method: 'flat' }],
  [
    'grace',
    { graceOnPrincipal: '2', graceOnInterest: '3', graceIs: 'forgiven' },
    { graceOnPrincipal: 2, graceOnInterest: { instalments: 3, is: 'forgiven' } },
  ],
  [
    'a step alone, which is rounded down to',
    { interestStep: '500' },
    { interestRounding: { mode: 'down', step: 500 } },
  ],
  [
    'a mode alone, with the step of the charter',
    { instalmentMode: 'half-even' },
    { instalmentRounding: { mode: 'half-even', step: 100 } },
  ],
  [
    'days without a meeting',
    { off6: 'on', off7: 'on', calendar: 'on', holidays: '2026-02-20', direction: 'backward' },
    {
      workingDays: {
        weekend: [6, 7],
        holidays: ['2026-02-20'],
        direction: 'backward',
        calendar: 'KH',
      },
    },
  ],
  [
    'two windows of relief',
    { relief: '2026-03-01 2026-03-31\n2026-09-01, 2026-10-31' },
    {
      relief: [
        { from: '2026-03-01', to: '2026-03-31' },
        { from: '2026-09-01', to: '2026-10-31' },
      ],
    },
  ],
  ['fee and deposit', { fee: '5000', deposit: '10000' }, { fee: 5_000, deposit: 10_000 }],
  [
    'first due date and day of the month',
    { firstDueOn: '2026-02-28', dayOfMonth: '31' },
    { firstDueOn: '2026-02-28', dayOfMonth: 31 },
  ],
])('%s can be asked', (_, typed, asked) => {
  expect(read(typed).asked).toMatchObject(asked)
})

test('days of our own need no number of instalments, and know the meeting before', () => {
  const typed: Typed = {
    amount: '500000',
    paidOutOn: '2026-01-25',
    every: 'meetings',
    dueOn: '2026-02-20 2026-03-20',
    periodFrom: '2026-01-20',
  }
  const { asked } = readTyped(typed, defaultCharter)
  expect(asked).toMatchObject({ dueOn: ['2026-02-20', '2026-03-20'], periodFrom: '2026-01-20' })
  expect(asked).not.toHaveProperty('every')
})

test('dollars are typed with their cents', () => {
  const dollars = { ...defaultCharter, currency: 'USD' } as const
  expect(read({ amount: '500.25' }, dollars).asked).toMatchObject({ principal: 50_025 })
  expect(read({ amount: '500.2' }, dollars).faults.get('amount')).toBe('faultAmount')
})

test.each<[FieldName, Typed]>([
  ['amount', { amount: '' }],
  ['amount', { amount: '5 hundred' }],
  ['amount', { amount: '0' }],
  ['count', { count: '' }],
  ['count', { count: '-3' }],
  ['paidOutOn', { paidOutOn: '2026-02-31' }],
  ['paidOutOn', { paidOutOn: '' }],
  ['dueOn', { every: 'meetings' }],
  ['dueOn', { dueOn: '2026-02-20 tomorrow' }],
  ['rate', { rate: '1,5' }],
  ['rate', { rateOf: 'year' }],
  ['repayment', { repayment: 'equal-instalment', offer: 'flat' }],
  ['interestStep', { interestStep: 'hundreds' }],
  ['relief', { relief: '2026-03-01' }],
  ['balloon', { balloon: 'half' }],
  ['graceOnInterest', { graceOnInterest: 'all' }],
])('what cannot be read is told at %s', (field, typed) => {
  const { asked, faults } = read(typed)
  expect(asked).toBeUndefined()
  expect([...faults.keys()]).toEqual([field])
})

test('every field that is wrong is told at once', () => {
  const { faults } = read({ amount: 'x', count: 'x', paidOutOn: 'x', relief: 'x' })
  expect([...faults.keys()].toSorted()).toEqual(['amount', 'count', 'paidOutOn', 'relief'])
})

test('fields that are not ours are not read, and none is longer than a form of ours', () => {
  const sent: Record<string, string> = { amount: '9'.repeat(999), memberId: 'M07', count: ' 10 ' }
  const typed = typedIn((name) => sent[name])
  expect(Object.keys(typed).toSorted()).toEqual(['amount', 'count'])
  expect(typed.amount).toHaveLength(40)
  expect(typed.count).toBe('10')
})

test('a link to the same page carries what could be read, in Latin digits, and nothing else', () => {
  const typed: Typed = { ...base, count: khmerDigits('10'), every: '<b>', off7: 'yes', rate: 'x' }
  expect(keptQuery(typed, read({ rate: 'x' }).faults)).toEqual({
    amount: '500000',
    count: '10',
    paidOutOn: '2026-01-20',
    every: 'month',
    off7: 'on',
  })
})
