import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PlanTerms, planFault } from '#domain/loans/plan/plan.ts'
import { roundedProduct, wholeShare } from '#domain/loans/plan/plan-figures.ts'
import { planPeriods } from '#domain/loans/plan/plan-periods.ts'
import { planRows } from '#domain/loans/plan/plan-rows.ts'
import { scheduleOf } from '#domain/loans/plan/scheduled.ts'
import { lending, loanIn, paidOut } from '#test/support/village.ts'

const riel = { mode: 'down', step: 100 } as const
const monthly = { every: { n: 1, unit: 'months' }, firstDueOn: '2025-02-20' } as const

const terms = (asked: Partial<PlanTerms> = {}): PlanTerms => ({
  principal: 500_000,
  paidOutOn: '2025-01-20',
  instalments: 10,
  due: monthly,
  interest: { per: 'period', ratePercent: '1.5' },
  repayment: 'equal-principal',
  interestRounding: riel,
  instalmentRounding: riel,
  remainder: 'last',
  ...asked,
})
const figures = (asked: Partial<PlanTerms>) =>
  planRows(terms(asked)).map(({ dueOn, principal, interest }) => [dueOn, principal, interest])
const sums = (asked: Partial<PlanTerms>) =>
  planRows(terms(asked)).map(({ principal, interest }) => [principal, interest])

test('with the parameters of the stored convention it is the stored convention, to the unit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 3_000_000 }),
      fc.integer({ min: 1, max: 24 }),
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 1, max: 28 }),
      fc.constantFrom('normal', 'seasonal', 'emergency' as const),
      (principal, months, meetingDay, day, product) => {
        const on = `2025-01-${String(day).padStart(2, '0')}`
        const loan = loanIn(
          lending([paidOut({ on, principal, months, product: product as 'normal' })], {
            meetingDay,
          }),
        )
        const { firstDueOn, dueDay, rateMonthlyPercent, interestStep, instalmentStep } = loan.terms
        const rows = planRows(
          terms({
            principal,
            paidOutOn: on,
            instalments: months,
            due: { every: { n: 1, unit: 'months' }, firstDueOn, dayOfMonth: dueDay },
            interest: { per: 'period', ratePercent: rateMonthlyPercent },
            repayment: product === 'seasonal' ? 'bullet' : 'equal-principal',
            interestRounding: { mode: 'down', step: interestStep },
            instalmentRounding: { mode: 'down', step: instalmentStep },
          }),
        )
        expect(rows).toEqual(scheduleOf(loan))
      },
    ),
    { numRuns: 60 },
  )
})

test('equal instalments of 500,000 over 10 months at 1.5 % are 54,200, the last 53,700', () => {
  // 500,000 x 0.015 / (1 - 1.015^-10) = 54,217.09
  expect(sums({ repayment: 'equal-instalment' })).toEqual([
    [46_700, 7_500],
    [47_500, 6_700],
    [48_200, 6_000],
    [48_900, 5_300],
    [49_600, 4_600],
    [50_400, 3_800],
    [51_100, 3_100],
    [51_900, 2_300],
    [52_700, 1_500],
    [53_000, 700],
  ])
})

test('every fortnight and every week count from the first day, over a year of 26 and 52', () => {
  const every = (n: number) =>
    figures({
      instalments: 3,
      due: { every: { n, unit: 'weeks' }, firstDueOn: '2025-02-03' },
      interest: { per: 'period', ratePercent: '0.69' },
    }).map(([on]) => on)
  expect(every(1)).toEqual(['2025-02-03', '2025-02-10', '2025-02-17'])
  expect(every(2)).toEqual(['2025-02-03', '2025-02-17', '2025-03-03'])
})

test('a loan that is paid at meetings falls due on the days on which the fund meets', () => {
  const on = ['2025-02-12', '2025-03-19', '2025-04-11']
  expect(figures({ principal: 300_000, instalments: 3, due: { on } })).toEqual([
    ['2025-02-12', 100_000, 4_500],
    ['2025-03-19', 100_000, 3_000],
    ['2025-04-11', 100_000, 1_500],
  ])
})

test('own dates with interest by the day: real days over 365', () => {
  const asked = {
    principal: 300_000,
    instalments: 2,
    due: { on: ['2025-05-20', '2025-12-20'] },
    interest: { per: 'day', yearlyPercent: '18', days: 'actual/365' },
  } as const
  // 300,000 x 18 % x 120/365 = 17,753 and 150,000 x 18 % x 214/365 = 15,830.
  expect(sums(asked)).toEqual([
    [150_000, 17_700],
    [150_000, 15_800],
  ])
})

test('the same months by 30/360 and by real years', () => {
  const share = (days: 'actual/actual' | '30/360') =>
    planPeriods(
      terms({
        instalments: 2,
        paidOutOn: '2023-12-31',
        due: { on: ['2024-01-31', '2024-03-01'] },
        interest: { per: 'day', yearlyPercent: '18', days },
      }),
    ).map((period) => (period.share.parts / period.share.of).toFixed(6))
  expect(share('30/360')).toEqual([(30 / 360).toFixed(6), (31 / 360).toFixed(6)])
  expect(share('actual/actual')).toEqual([(1 / 365 + 30 / 366).toFixed(6), (30 / 366).toFixed(6)])
})

test('a season is one payment: principal and all its interest on the last day', () => {
  expect(figures({ instalments: 6, repayment: 'bullet' })).toEqual([
    ['2025-07-20', 500_000, 45_000],
  ])
})

test('interest-only months, a balloon, and rows that carry a balloon at their end', () => {
  expect(sums({ instalments: 3, graceOnPrincipal: 2 })).toEqual([
    [0, 7_500],
    [0, 7_500],
    [500_000, 7_500],
  ])
  expect(sums({ instalments: 4, balloon: 300_000 })).toEqual([
    [50_000, 7_500],
    [50_000, 6_700],
    [50_000, 6_000],
    [350_000, 5_200],
  ])
  const [first, , , last] = planRows(
    terms({ instalments: 4, balloon: 300_000, repayment: 'equal-instalment' }),
  )
  expect(last!.total - first!.total - 300_000).toBeLessThanOrEqual(500)
})

test('interest of the first months deferred falls due together and bears none; forgiven it is gone', () => {
  const grace = (is: 'deferred' | 'forgiven') =>
    sums({ instalments: 4, graceOnPrincipal: 2, graceOnInterest: { instalments: 2, is } })
  expect(grace('deferred')).toEqual([
    [250_000, 22_500],
    [250_000, 3_700],
  ])
  expect(grace('forgiven')).toEqual([
    [250_000, 7_500],
    [250_000, 3_700],
  ])
})

test('the remainder goes first, last, or step by step over as many rows as it takes', () => {
  const parts = (remainder: PlanTerms['remainder']) =>
    sums({ principal: 100_050, instalments: 4, remainder }).map(([principal]) => principal)
  expect(parts('last')).toEqual([25_000, 25_000, 25_000, 25_050])
  expect(parts('first')).toEqual([25_050, 25_000, 25_000, 25_000])
  expect(sums({ principal: 100_000, instalments: 3, remainder: 'spread' }).map(([p]) => p)).toEqual(
    [33_400, 33_300, 33_300],
  )
})

test('a loan of less than a step is one part, however its remainder is spread', () => {
  const small = { principal: 1_000, balloon: 901, instalments: 3, remainder: 'spread' } as const
  expect(sums({ ...small, interest: { per: 'period', ratePercent: '0' } })).toEqual([
    [99, 0],
    [901, 0],
  ])
})

test('each mode of rounding, to its step', () => {
  const by = (mode: 'down' | 'up' | 'half-up' | 'half-even') =>
    [149, 150, 250].map((amount) =>
      roundedProduct(amount, wholeShare, wholeShare, { mode, step: 100 }),
    )
  expect(by('down')).toEqual([100, 100, 200])
  expect(by('up')).toEqual([200, 200, 300])
  expect(by('half-up')).toEqual([100, 200, 300])
  expect(by('half-even')).toEqual([100, 200, 200])
})

test('a first month of twelve days bears twelve thirtieths, a longer one never more than a month', () => {
  expect(sums({ paidOutOn: '2025-02-08' })[0]).toEqual([50_000, 3_000])
  expect(sums({ paidOutOn: '2025-01-02' })[0]).toEqual([50_000, 7_500])
})

test('month ends come back after a short February, in leap years too', () => {
  const days = (firstDueOn: string) =>
    figures({
      instalments: 4,
      paidOutOn: '2023-12-31',
      due: { every: { n: 1, unit: 'months' }, firstDueOn },
    }).map(([on]) => on)
  expect(days('2024-01-31')).toEqual(['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-30'])
})

test('a holiday moves the day by the rule that was named, and never the interest', () => {
  const holidays = ['2025-04-30', '2025-05-01']
  const moved = (direction: 'forward' | 'backward' | 'forward-in-month' | 'same') =>
    planRows(
      terms({
        instalments: 3,
        paidOutOn: '2025-01-30',
        due: { every: { n: 1, unit: 'months' }, firstDueOn: '2025-02-28', dayOfMonth: 30 },
        workingDays: { weekend: [], holidays, direction },
      }),
    )
  expect(moved('forward')[2]!.dueOn).toBe('2025-05-02')
  expect(moved('backward')[2]!.dueOn).toBe('2025-04-29')
  expect(moved('forward-in-month')[2]!.dueOn).toBe('2025-04-29')
  expect(moved('same')[2]!.dueOn).toBe('2025-04-30')
  const interest = moved('same').map((row) => row.interest)
  for (const rule of ['forward', 'backward', 'forward-in-month'] as const)
    expect(moved(rule).map((row) => row.interest)).toEqual(interest)
})

test('a flood of three months moves what is due by three months and costs nothing', () => {
  const relief = [{ from: '2025-03-15', to: '2025-06-14' }]
  expect(figures({ instalments: 3, relief })).toEqual([
    ['2025-02-20', 166_600, 7_500],
    ['2025-06-20', 166_600, 5_000],
    ['2025-07-20', 166_800, 2_500],
  ])
})

test('what cannot hold is named', () => {
  expect(planFault(terms())).toBeUndefined()
  expect(planFault(terms({ instalments: 0 }))).toBe('instalments')
  expect(planFault(terms({ graceOnPrincipal: 10 }))).toBe('graceOnPrincipal')
  expect(planFault(terms({ balloon: 500_000 }))).toBe('balloon')
  expect(planFault(terms({ due: { on: ['2025-02-20'] } }))).toBe('due')
  expect(planFault(terms({ instalments: 2, due: { on: ['2025-03-20', '2025-02-20'] } }))).toBe(
    'due',
  )
  expect(planFault(terms({ due: { ...monthly, firstDueOn: '2025-01-20' } }))).toBe('firstDueOn')
})

test.each([
  ['repayment', { repayment: '' }],
  ['remainder', { remainder: 'middle' }],
  ['interestRounding', { interestRounding: { mode: 'off', step: 100 } }],
  ['graceOnInterest', { graceOnInterest: { instalments: 1, is: 'later' } }],
  ['workingDays', { workingDays: { weekend: [], holidays: [], direction: 'away' } }],
  ['every', { due: { every: { n: 1, unit: 'moons' }, firstDueOn: '2025-02-20' } }],
  ['days', { interest: { per: 'day', yearlyPercent: '18', days: 'some' } }],
])('a word that means nothing is named by its field: %s', (field, odd) => {
  expect(planFault(terms(odd as Partial<PlanTerms>))).toBe(field)
})
