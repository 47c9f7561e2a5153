import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AllocationRule } from '#domain/conventions/allocation.ts'
import { arrearsOn } from '#domain/conventions/arrears.ts'
import { type CumulativeTerms, cumulativeRows } from '#domain/conventions/cumulative.ts'
import { type FixedSchedule, type LoanEvent, paidLoan } from '#domain/conventions/payments.ts'
import { rescheduledRows } from '#domain/conventions/rescheduled.ts'

const terms = (asked: Partial<CumulativeTerms> = {}): CumulativeTerms => ({
  money: { step: 1, rounding: 'half-even' },
  principal: 100_000,
  annualRatePercent: '12',
  method: 'flat',
  interestPeriod: 'same-as-repayment',
  amortization: 'equal-instalments',
  disbursedOn: '2023-01-01',
  instalments: 3,
  every: { n: 1, unit: 'months' },
  graceOnPrincipal: 0,
  graceOnInterestPayment: 0,
  instalmentMultiple: 100,
  ...asked,
})

const rule = (asked: Partial<AllocationRule> = {}): AllocationRule => ({
  due: ['penalties', 'fees', 'interest', 'principal'],
  ahead: ['penalties', 'fees', 'interest', 'principal'],
  isDueFirst: false,
  sweep: 'instalment',
  future: 'next',
  futureByType: {},
  ...asked,
})

const told = (events: readonly LoanEvent[], asked: Partial<FixedSchedule> = {}) =>
  paidLoan({
    terms: terms(),
    rule: rule(),
    events,
    isDownPaymentPaid: false,
    isReplayedByDate: false,
    ...asked,
  })

const pay = (on: string, amount: number): LoanEvent => ({
  kind: 'money',
  money: { type: 'payment', on, amount },
})
const fee = (dueOn: string, amount: number): LoanEvent => ({
  kind: 'charge',
  charge: { component: 'fees', dueOn, amount },
})

test('a payment beyond everything is overpaid, and its parts are what was owed', () => {
  const { overpaid, transactions, rows } = told([pay('2023-01-10', 103_500)])
  expect(overpaid).toBe(500)
  expect(transactions[0]!.parts).toEqual({
    principal: 100_000,
    interest: 3_000,
    fees: 0,
    penalties: 0,
  })
  expect(rows.every(({ outstanding }) => outstanding === 0)).toBe(true)
})

test('a charge-off takes what is left by component, and a payment reversed later makes it more', () => {
  const events = [fee('2023-01-15', 2_000), pay('2023-01-20', 10_000)]
  const chargedOff: LoanEvent = { kind: 'charge-off', on: '2023-02-10' }
  expect(told([...events, chargedOff]).transactions.at(-1)).toEqual({
    on: '2023-02-10',
    type: 'charge-off',
    amount: 95_000,
    isReversed: false,
    parts: { principal: 93_000, interest: 2_000, fees: 0, penalties: 0 },
  })
  const reversed = told([...events, chargedOff, { kind: 'reverse-payment', event: 1 }])
  expect(reversed.transactions.at(-1)).toMatchObject({
    amount: 105_000,
    parts: { principal: 100_000, interest: 3_000, fees: 2_000, penalties: 0 },
  })
})

test('after a write-off nothing is outstanding and nothing more was paid', () => {
  const { rows, transactions } = told([
    pay('2023-01-20', 10_000),
    { kind: 'write-off', on: '2023-02-10' },
  ])
  expect(rows.map(({ outstanding, paid }) => [outstanding, paid])).toEqual([
    [0, 10_000],
    [0, 0],
    [0, 0],
  ])
  expect(transactions.at(-1)!.amount).toBe(93_000)
})

test('two charges after the last due date share one extra row', () => {
  const { rows } = told([fee('2023-04-10', 500), fee('2023-04-20', 700)])
  expect(rows.at(-1)).toMatchObject({ n: 4, dueOn: '2023-04-20', principal: 0, fees: 1_200 })
})

test('spread money goes to each component in equal shares, and what one row cannot use goes on', () => {
  const spread = rule({ future: 'spread', ahead: ['penalties', 'fees', 'principal', 'interest'] })
  const { rows } = told([fee('2023-01-15', 500), pay('2023-01-10', 3_500)], { rule: spread })
  // 3,500 / 3: 500 fees on the first row only; 3,000 left are 1,000 principal a row.
  expect(rows.map(({ paid }) => paid)).toEqual([1_500, 1_000, 1_000])
})

test('money is never lost, whatever the rule: what was paid and what is left is what came', () => {
  const day = fc
    .integer({ min: 1, max: 28 })
    .map((d) => `2023-0${1 + (d % 5)}-${String(d).padStart(2, '0')}`)
  const sum = fc.integer({ min: 1, max: 60_000 })
  const event: fc.Arbitrary<LoanEvent> = fc.oneof(
    fc.tuple(day, sum).map(([on, amount]) => pay(on, amount)),
    fc.tuple(day, sum).map(([on, amount]) => fee(on, amount)),
  )
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 12 }),
      fc.constantFrom<AllocationRule['sweep'][]>('instalment', 'component'),
      fc.constantFrom<AllocationRule['future'][]>('next', 'last', 'spread'),
      fc.boolean(),
      fc.boolean(),
      (events, sweep, future, isDueFirst, isReplayedByDate) => {
        const { rows, overpaid, transactions } = told(events, {
          rule: rule({ sweep, future, isDueFirst }),
          isReplayedByDate,
        })
        const came = transactions.reduce((all, { amount }) => all + amount, 0)
        const paid = rows.reduce((all, row) => all + row.paid, 0)
        expect(paid + overpaid).toBe(came)
        for (const row of rows) {
          const asked = row.principal + row.interest + row.fees + row.penalties
          expect(row.paid + row.outstanding).toBe(asked)
          expect(row.outstanding).toBeGreaterThanOrEqual(0)
          expect(row.inAdvance + row.late).toBeLessThanOrEqual(row.paid)
        }
        const parts = transactions.reduce(
          (all, { parts: one }) => all + one.principal + one.interest + one.fees + one.penalties,
          0,
        )
        expect(parts).toBe(paid)
      },
    ),
    { numRuns: 300 },
  )
})

test('a holiday in payment moves the rows and costs no flat interest', () => {
  const rows = rescheduledRows(terms(), { fromDueOn: '2023-03-01', newDueOn: '2023-05-15' })
  expect(rows.map(({ dueOn, principal, interest }) => [dueOn, principal, interest])).toEqual([
    ['2023-02-01', 33_300, 1_000],
    ['2023-05-15', 33_300, 1_000],
    ['2023-06-15', 33_400, 1_000],
  ])
  // Where parts grow from row to row each keeps its own.
  const growing = terms({ method: 'declining' })
  const principalOf = (of: readonly { readonly principal: number }[]) =>
    of.map(({ principal }) => principal)
  expect(
    principalOf(rescheduledRows(growing, { fromDueOn: '2023-03-01', newDueOn: '2023-05-15' })),
  ).toEqual(principalOf(cumulativeRows(growing)))
})

test('two extra terms spread what is left over more rows', () => {
  // Fineract, LoanReschedule.feature C3028: 750 left of 1,000 after the down payment, five rows of 150.
  const rows = rescheduledRows(
    terms({
      annualRatePercent: '0',
      disbursedOn: '2023-10-01',
      every: { n: 15, unit: 'days' },
      downPaymentPercent: '25',
    }),
    { fromDueOn: '2023-10-16', newDueOn: '2023-10-31', extraTerms: 2 },
  )
  expect(rows.map(({ dueOn, principal }) => [dueOn, principal])).toEqual([
    ['2023-10-01', 25_000],
    ['2023-10-31', 15_000],
    ['2023-11-15', 15_000],
    ['2023-11-30', 15_000],
    ['2023-12-15', 15_000],
    ['2023-12-30', 15_000],
  ])
})

test('of interest that waits nothing is lost where a loan is agreed anew, and what has waited waits no more', () => {
  // 1,000 a month; the payment of the first two waits.
  const waits = terms({ instalments: 4, graceOnInterestPayment: 2 })
  const interest = (fromDueOn: string, newDueOn: string) =>
    rescheduledRows(waits, { fromDueOn, newDueOn }).map((row) => row.interest)
  expect(interest('2023-02-01', '2023-02-15')).toEqual([0, 0, 3_000, 1_000])
  expect(interest('2023-03-01', '2023-03-15')).toEqual([0, 0, 3_000, 1_000])
  expect(interest('2023-04-01', '2023-04-15')).toEqual([0, 0, 3_000, 1_000])
  expect(interest('2023-05-01', '2023-05-15')).toEqual([0, 0, 3_000, 1_000])
})

test('what is left of a grace on principal holds where the rest is spread anew', () => {
  const waits = terms({ instalments: 4, annualRatePercent: '0', graceOnPrincipal: 2 })
  const parts = (fromDueOn: string) =>
    rescheduledRows(waits, { fromDueOn, extraTerms: 1 }).map((row) => row.principal)
  expect(parts('2023-02-01')).toEqual([0, 0, 33_300, 33_300, 33_400])
  expect(parts('2023-03-01')).toEqual([0, 0, 33_300, 33_300, 33_400])
  expect(parts('2023-04-01')).toEqual([0, 0, 33_300, 33_300, 33_400])
})

test('a pause counts whole, and what is due today is not yet late', () => {
  const asked = {
    graceDays: 3,
    pauses: [{ start: '2023-10-06', end: '2023-10-30' }],
    buckets: [{ name: 'late', min: 1, max: null }],
    instalments: [
      { dueOn: '2023-10-01', outstanding: 100 },
      { dueOn: '2023-11-10', outstanding: 100 },
    ],
  }
  expect(arrearsOn({ ...asked, asOf: '2023-11-10' })).toMatchObject({
    overdue: 100,
    pastDueDays: 40,
    delinquentDays: 40 - 24 - 3,
    delinquentSince: '2023-10-04',
    bucket: 'late',
  })
  expect(arrearsOn({ ...asked, asOf: '2023-10-01' })).toMatchObject({
    overdue: 0,
    pastDueDays: 0,
    delinquentSince: null,
    bucket: null,
  })
})
