import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { costPer100000, costsMoreThan, planCost } from '#domain/loans/plan/plan-cost.ts'
import { type QuoteTerms, costVerdictOn, quoteFault, quoteOf } from '#domain/loans/plan/quote.ts'
import { planRows } from '#domain/loans/plan/plan-rows.ts'
import { ratePer, planTermsOf } from '#domain/loans/plan/quote-terms.ts'

const plain: QuoteTerms = {
  principal: 1_000_000,
  months: 12,
  product: 'normal',
  paidOutOn: '2025-01-20',
}
const byTheRiel = { ...defaultCharter, interestStep: 1 }
const costOf = (asked: Partial<QuoteTerms>) => costVerdictOn(byTheRiel, { ...plain, ...asked })

test('18.00 per cent after rounding passes, 18.01 does not, by the month and by the day', () => {
  const byMonth = (ratePercent: string) => costOf({ ratePercent })
  // Twelve times 1.500416 is 18.004992, twelve times 1.500417 is 18.005004.
  expect(['1.5', '1.500416', '1.500417'].map(byMonth)).toEqual([
    'within-cap',
    'within-cap',
    'above-cap',
  ])
  const byDay = (yearlyPercent: string) => costOf({ yearlyPercent })
  expect(['18', '18.004999', '18.005'].map(byDay)).toEqual([
    'within-cap',
    'within-cap',
    'above-cap',
  ])
})

test('interest that waits until the end hides no rate above the cap', () => {
  const graceOnInterest = { instalments: 12, is: 'deferred' } as const
  expect(costOf({ ratePercent: '1.6', graceOnInterest })).toBe('above-cap')
  expect(costOf({ ratePercent: '1.5', graceOnInterest })).toBe('within-cap')
})

test('a fee, and money that must be left, each lift a loan at the cap above it; at a lower rate they have room', () => {
  expect(costOf({ ratePercent: '1.5', fee: 1_000 })).toBe('above-cap')
  expect(costOf({ ratePercent: '1.5', deposit: 10_000 })).toBe('above-cap')
  expect(costOf({ ratePercent: '1', fee: 1_000 })).toBe('within-cap')
  expect(costOf({ ratePercent: '1', deposit: 10_000 })).toBe('within-cap')
})

test('money handed over is the loan less the fee and the deposit, which comes back with the last row', () => {
  const one = { ...plain, months: 1, principal: 1_000_000, ratePercent: '1' }
  const terms = planTermsOf(byTheRiel, one)
  const cost = (extras: object) => planCost(terms, undefined, extras)
  // 1,010,000 for 1,000,000; for 990,000: 2.0202 %; 910,000 for 900,000: 1.1111 % a month.
  expect(cost({}).nominalYearlyPercent).toBe('12.00')
  expect(cost({ fee: 10_000 }).nominalYearlyPercent).toBe('24.24')
  expect(cost({ deposit: 100_000 }).nominalYearlyPercent).toBe('13.33')
  expect(cost({ fee: 10_000 })).toMatchObject({
    interest: 10_000,
    totalToRepay: 1_010_000,
    costPer100000: 2_000,
  })
  // 31 days from 20 January: 1.01 to the power of 365 / 31.
  expect(cost({}).effectiveYearlyPercent).toBe('12.43')
})

test('the cap is held against what was handed over', () => {
  const terms = planTermsOf(byTheRiel, { ...plain, months: 1, ratePercent: '1' })
  const above = (extras: object) => costsMoreThan(terms, '24', extras)
  // 1,010,000 / 1.02000416 is 990,192.04: a fee of 9,807 leaves more, one of 9,808 less.
  expect([9_807, 9_808].map((fee) => above({ fee }))).toEqual([false, true])
  // 10,000 are 2.000416 % of 499,896, and 2.00042 % of 499,895.
  expect([500_104, 500_105].map((deposit) => above({ deposit }))).toEqual([false, true])
})

test('what each 100,000 costs is rounded half up', () => {
  expect([4, 5, 6].map((cost) => costPer100000(cost, 1_000_000))).toEqual([0, 1, 1])
  expect(costPer100000(41_000, 500_000)).toBe(8_200)
})

test('charges of half of the principal are within it, a riel more is above', () => {
  const charges = (fee: number) =>
    quoteOf(
      byTheRiel,
      { ...plain, principal: 100_000, months: 1, ratePercent: '1', fee },
      undefined,
    ).verdict.charges
  expect([48_999, 49_000, 49_001].map(charges)).toEqual([
    'within-half-of-principal',
    'within-half-of-principal',
    'above-half-of-principal',
  ])
})

const faultOf = (asked: Partial<QuoteTerms>) => quoteFault(defaultCharter, { ...plain, ...asked })

test('of a loan on paper something is handed over, and neither fee nor deposit is below zero', () => {
  expect([-1, 0, 999_999, 1_000_000].map((fee) => faultOf({ fee }))).toEqual([
    'fee',
    undefined,
    undefined,
    'fee',
  ])
  expect([-1, 0, 999_999, 1_000_000].map((deposit) => faultOf({ deposit }))).toEqual([
    'fee',
    undefined,
    undefined,
    'fee',
  ])
  expect(faultOf({ fee: 500_000, deposit: 499_999 })).toBeUndefined()
  expect([0, 1].map((principal) => faultOf({ principal }))).toEqual(['principal', undefined])
})

test('a loan on paper has 120 instalments at most, by whichever name', () => {
  const { months: _, ...bare } = plain
  const fault = (asked: Partial<QuoteTerms>) => quoteFault(defaultCharter, { ...bare, ...asked })
  expect([1, 120, 121].map((months) => fault({ months }))).toEqual([undefined, undefined, 'months'])
  expect([1, 120, 121].map((instalments) => fault({ instalments }))).toEqual([
    undefined,
    undefined,
    'instalments',
  ])
  expect(fault({})).toBe('instalments')
  expect(fault({ dueOn: ['2025-02-20', '2025-03-20'] })).toBeUndefined()
})

test('two words for one thing cannot both be meant', () => {
  const every = { n: 1, unit: 'weeks' } as const
  const dueOn = ['2025-02-20']
  expect(faultOf({ instalments: 12 })).toBe('months')
  expect(faultOf({ every, dueOn })).toBe('dueOn')
  expect(faultOf({ months: 1, firstDueOn: '2025-02-20', dueOn })).toBe('dueOn')
  expect(faultOf({ ratePercent: '1', yearlyPercent: '12' })).toBe('yearlyPercent')
  expect(faultOf({ rateMonthlyPercent: '1', ratePercent: '1' })).toBe('yearlyPercent')
  expect(faultOf({ months: 1, dueOn })).toBeUndefined()
})

test('a field of a plan is named as the question names it', () => {
  expect(faultOf({ months: 2, dueOn: ['2025-02-20'] })).toBe('dueOn')
  expect(faultOf({ ratePercent: '1000' })).toBe('ratePercent')
  expect(['999', '1000', 'much'].map((rate) => faultOf({ rateMonthlyPercent: rate }))).toEqual([
    undefined,
    'rateMonthlyPercent',
    'rateMonthlyPercent',
  ])
  expect(faultOf({ balloon: 1_000_000 })).toBe('balloon')
  expect(quoteFault({ ...defaultCharter, meetingDay: 32 }, plain)).toBe('charter')
})

test('a monthly rate is brought to another period over a year of 365 days, never rounded up', () => {
  expect(ratePer({ n: 1, unit: 'months' }, '1.5')).toBe('1.5')
  expect(ratePer({ n: 3, unit: 'months' }, '1.5')).toBe('4.5')
  expect(ratePer({ n: 2, unit: 'years' }, '1.5')).toBe('36')
  // 18 x 7 / 365 = 0.34520547..., 18 x 10 / 365 = 0.49315068...
  expect(ratePer({ n: 1, unit: 'weeks' }, '1.5')).toBe('0.345205')
  expect(ratePer({ n: 2, unit: 'weeks' }, '1.5')).toBe('0.69041')
  expect(ratePer({ n: 10, unit: 'days' }, '1.5')).toBe('0.49315')
})

test('where nothing is said the first instalment comes a period after the pay-out, or at the next meeting', () => {
  const first = (asked: Partial<QuoteTerms>) => {
    const { due } = planTermsOf(defaultCharter, { ...plain, ...asked })
    return 'every' in due ? due.firstDueOn : due.on[0]
  }
  expect(first({})).toBe('2025-02-20')
  expect(first({ paidOutOn: '2025-02-19' })).toBe('2025-02-20')
  expect(first({ dayOfMonth: 25 })).toBe('2025-01-25')
  expect(first({ every: { n: 2, unit: 'weeks' } })).toBe('2025-02-03')
  expect(first({ every: { n: 10, unit: 'days' } })).toBe('2025-01-30')
  expect(first({ every: { n: 1, unit: 'years' } })).toBe('2026-01-20')
  expect(first({ every: { n: 2, unit: 'years' } })).toBe('2027-01-20')
})

test('interest of a list is counted by its days, and a trade that is begun bears none', () => {
  const interest = (asked: Partial<QuoteTerms>) =>
    planTermsOf(defaultCharter, { ...plain, ...asked }).interest
  const dueOn = ['2025-02-20']
  expect(interest({ dueOn })).toMatchObject({ per: 'day', yearlyPercent: '18', days: 'actual/365' })
  expect(interest({})).toMatchObject({ per: 'period', ratePercent: '1.5', isFlat: false })
  expect(interest({ yearlyPercent: '12', days: '30/360' })).toMatchObject({
    per: 'day',
    yearlyPercent: '12',
    days: '30/360',
  })
  const trade = { product: 'enterprise', ratePercent: '3' } as const
  expect(interest(trade)).toMatchObject({ per: 'period', ratePercent: '0' })
  expect(interest({ ...trade, dueOn })).toMatchObject({ per: 'day', yearlyPercent: '0' })
  expect(interest({ ...trade, lender: 'other' })).toMatchObject({ ratePercent: '3' })
})

test('a question that says more than the charter is heard in every word', () => {
  const said = (asked: Partial<QuoteTerms>) => planTermsOf(defaultCharter, { ...plain, ...asked })
  const dueOn = ['2025-02-20']
  expect(said({ dueOn }).due).toEqual({ on: dueOn })
  expect(said({ dueOn, periodFrom: '2025-01-10' }).due).toEqual({
    on: dueOn,
    periodFrom: '2025-01-10',
  })
  expect(said({ dayOfMonth: 25 }).due).toMatchObject({ dayOfMonth: 25 })
  expect(said({ firstDueOn: '2025-03-05' }).due).toMatchObject({ dayOfMonth: 5 })
  expect(said({}).due).toMatchObject({ dayOfMonth: 20 })
  const more = {
    repayment: 'equal-instalment',
    graceOnPrincipal: 2,
    graceOnInterest: { instalments: 1, is: 'forgiven' },
    balloon: 3_000,
    interestRounding: { mode: 'up', step: 5 },
    instalmentRounding: { mode: 'half-up', step: 50 },
    remainder: 'spread',
    relief: [{ from: '2025-03-01', to: '2025-03-31' }],
  } as const
  expect(said(more)).toMatchObject(more)
  const step = 100
  expect(said({})).toMatchObject({
    repayment: 'equal-principal',
    graceOnPrincipal: 0,
    graceOnInterest: { instalments: 0 },
    balloon: 0,
    interestRounding: { mode: 'down', step },
    instalmentRounding: { mode: 'down', step },
    remainder: 'last',
    relief: [],
    isOutside: false,
  })
  expect(said({ product: 'seasonal' }).repayment).toBe('bullet')
})

test('a long loan is judged by what it would cost before half of the principal cuts it', () => {
  const long = { months: 120, ratePercent: '1.5' }
  expect(costOf(long)).toBe('within-cap')
  expect(costOf({ ...long, fee: 1_000 })).toBe('above-cap')
})

test('what is counted by the day is judged by the day', () => {
  const terms = planTermsOf(byTheRiel, { ...plain, months: 1, yearlyPercent: '18' })
  // 31 days are 15,287 of 1,000,000: 17.87 % by the day, where 12 such months would be 18.34 %.
  expect(planCost(terms)).toMatchObject({ interest: 15_287, nominalYearlyPercent: '17.87' })
})

test('a rate of any period comes to its year: twelve months, 365 days, or weeks of seven of them', () => {
  const yearOf = (every: QuoteTerms['every'], ratePercent: string) =>
    planCost(
      planTermsOf(byTheRiel, {
        ...plain,
        principal: 1_000_000_000,
        months: 1,
        ratePercent,
        ...(every && { every }),
      }),
    ).nominalYearlyPercent
  expect(yearOf({ n: 1, unit: 'months' }, '1.5')).toBe('18.00')
  expect(yearOf({ n: 3, unit: 'months' }, '4.5')).toBe('18.00')
  expect(yearOf({ n: 2, unit: 'years' }, '36')).toBe('18.00')
  expect(yearOf({ n: 2, unit: 'weeks' }, '0.69041')).toBe('18.00')
  expect(yearOf({ n: 10, unit: 'days' }, '0.49315')).toBe('18.00')
  const list = { ...plain, months: 1, dueOn: ['2025-02-20'], yearlyPercent: '18' }
  expect(planCost(planTermsOf(byTheRiel, list)).nominalYearlyPercent).toBe('17.87')
})

test('an offer of another lender is told as dear as it is, one of the fund is cut at half', () => {
  const long = { principal: 100_000, months: 120, ratePercent: '1.5' }
  const interestOf = (asked: Partial<QuoteTerms>) =>
    planRows(planTermsOf(byTheRiel, { ...plain, ...long, ...asked })).reduce(
      (sum, { interest }) => sum + interest,
      0,
    )
  expect(interestOf({})).toBe(50_000)
  expect(interestOf({ lender: 'fund' })).toBe(50_000)
  expect(interestOf({ lender: 'other' })).toBeGreaterThan(50_000)
  expect(interestOf({ method: 'flat' })).toBe(180_000)
})

test('days on which nobody meets are those that are told and those of the calendar that is named', () => {
  const holidays = (calendar?: 'KH') =>
    planTermsOf(defaultCharter, {
      ...plain,
      workingDays: {
        direction: 'forward',
        holidays: ['2025-02-20', '2025-02-20'],
        ...(calendar && { calendar }),
      },
    }).workingDays!.holidays
  expect(holidays()).toEqual(['2025-02-20'])
  expect(holidays('KH')).toContain('2025-02-20')
  expect(holidays('KH')).toContain('2025-04-14')
  expect(planTermsOf(defaultCharter, plain).workingDays).toBeUndefined()
})
