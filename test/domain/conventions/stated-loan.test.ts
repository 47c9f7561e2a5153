import { expect, test } from 'vitest'
import { type StatedLoan, planThere, yearlyPercent } from '#domain/conventions/stated-loan.ts'

const loan = (more: Partial<StatedLoan>): StatedLoan => ({
  system: 'opencbs',
  principal: 100_000,
  ratePercent: '1',
  ratePer: 'instalment',
  method: 'declining',
  parts: 'equal-principal',
  interestBy: 'period',
  every: { n: 1, unit: 'months' },
  disbursedOn: '2025-01-20',
  instalments: 4,
  graceOnPrincipal: 0,
  rounding: 'half-up',
  dayCount: { year: '365', month: 'actual' },
  unitsInOne: 1,
  ...more,
})

test('a rate of an instalment is told for a year by how many instalments a year has', () => {
  const ofYear = (n: number, unit: StatedLoan['every']['unit']) =>
    yearlyPercent(loan({ every: { n, unit } }))
  expect([ofYear(1, 'weeks'), ofYear(2, 'weeks'), ofYear(4, 'weeks')]).toEqual(['52', '26', '13'])
  expect([ofYear(1, 'months'), ofYear(3, 'months'), ofYear(1, 'years')]).toEqual(['12', '4', '1'])
  expect([ofYear(1, 'days'), ofYear(5, 'days')]).toEqual(['365', '73'])
})

test('a rate of a year, a month, a week or a day is told for a year however often is paid', () => {
  const per = (ratePer: StatedLoan['ratePer']) =>
    yearlyPercent(loan({ ratePer, every: { n: 2, unit: 'weeks' } }))
  expect([per('year'), per('month'), per('week'), per('day')]).toEqual(['1', '12', '52', '365'])
})

test('a yearly rate is shared among the instalments of a year: 26 % is 1 % each two weeks', () => {
  const rows = planThere(
    loan({ ratePercent: '26', ratePer: 'year', every: { n: 2, unit: 'weeks' } }),
  )
  expect(typeof rows === 'string' ? rows : rows.map((row) => row.interest)).toEqual([
    1_000, 750, 500, 250,
  ])
})

/** Interest of each row; why there is no plan, where there is none. */
const interests = (more: Partial<StatedLoan>) => {
  const rows = planThere(
    loan({ principal: 1_000_000, ratePer: 'year', ratePercent: '12', ...more }),
  )
  return typeof rows === 'string' ? rows : rows.map((row) => row.interest)
}

test('12 % a year is 1 % a month, or is counted by the days of each month, as that book says', () => {
  const two = { system: 'fineract', instalments: 2 } as const
  expect(interests({ ...two, interestBy: 'period' })).toEqual([10_000, 5_000])
  // 31 days of a million and 28 of a half, of 365 a year.
  expect(interests({ ...two, interestBy: 'day' })).toEqual([10_192, 4_603])
})

test('a system that knows one price on what is left has no plan for a loan with a grace', () => {
  for (const system of ['fineract-progressive', 'frappe'] as const) {
    const annuity = { system, parts: 'equal-instalments' } as const
    expect(interests(annuity), system).toHaveLength(4)
    expect(interests({ ...annuity, graceOnPrincipal: 1 }), system).toBe('not-of-that-system')
  }
})

test('rows are counted from one, in whichever system', () => {
  for (const system of ['fineract', 'fineract-progressive', 'opencbs', 'frappe'] as const) {
    const rows = planThere(loan({ system, parts: 'equal-instalments' }))
    expect(typeof rows === 'string' ? rows : rows.map(({ n }) => n), system).toEqual([1, 2, 3, 4])
  }
})
