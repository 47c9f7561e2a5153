import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { type QuoteTerms, quoteFault, quoteOf } from '#domain/loans/plan/quote.ts'

const quote = (asked: Partial<QuoteTerms>) =>
  quoteOf(
    defaultCharter,
    { principal: 1_000_000, months: 12, product: 'normal', paidOutOn: '2025-01-20', ...asked },
    undefined,
  )

const effectiveOf = (nominal: string | null) => ((1 + Number(nominal) / 1_200) ** 12 - 1) * 100

test('500,000 for 10 months costs 41,000: 8,200 for each 100,000', () => {
  const answer = quote({ principal: 500_000, months: 10 })
  expect(answer).toMatchObject({
    interest: 41_000,
    totalToRepay: 541_000,
    costPer100000: 8_200,
    verdict: { cost: 'within-cap', capYearlyPercent: '18', charges: 'within-half-of-principal' },
  })
  expect(answer.rows.map(({ balance }) => balance)).toEqual([
    450_000, 400_000, 350_000, 300_000, 250_000, 200_000, 150_000, 100_000, 50_000, 0,
  ])
})

test('1,000,000 at 1.5 % a month over 12 months is about 18.0 nominal and 19.6 effective', () => {
  const { nominalYearlyPercent, effectiveYearlyPercent, verdict } = quote({})
  expect(Number(nominalYearlyPercent)).toBeCloseTo(18.0, 0)
  expect(Number(nominalYearlyPercent)).toBeLessThanOrEqual(18)
  expect(Number(nominalYearlyPercent)).toBeGreaterThan(17.9)
  expect(Number(effectiveYearlyPercent)).toBeCloseTo(19.6, 1)
  expect(verdict.cost).toBe('within-cap')
})

test('2 % flat over 10 months is about 41.5 nominal and 50.4 effective, and is never lent', () => {
  const answer = quote({ months: 10, method: 'flat', rateMonthlyPercent: '2' })
  expect(answer.interest).toBe(200_000)
  expect(Number(answer.nominalYearlyPercent)).toBeCloseTo(41.5, 1)
  expect(effectiveOf(answer.nominalYearlyPercent)).toBeCloseTo(50.4, 1)
  expect(Math.abs(Number(answer.effectiveYearlyPercent) - 50.4)).toBeLessThan(0.5)
  expect(answer.verdict.cost).toBe('flat-rate-not-lent')
})

test.each([
  ['1.5', 12, 31.7],
  ['3', 10, 60.9],
])('%s a month flat over %i months is really %d a year', (rateMonthlyPercent, months, real) => {
  const answer = quote({ months, method: 'flat', rateMonthlyPercent })
  expect(Math.abs(Number(answer.nominalYearlyPercent) - real)).toBeLessThan(0.06)
})

test.each([
  [10_000, 0, 20.0],
  [30_000, 0, 24.1],
  [0, 100_000, 21.9],
])('a fee of %i and a deposit of %i make 18 per cent really %d', (fee, deposit, real) => {
  const asked = { principal: 1_000_000, months: 12, product: 'normal' } as const
  const unrounded = { ...defaultCharter, interestStep: 1 }
  const answer = quoteOf(unrounded, { ...asked, paidOutOn: '2025-01-20', fee, deposit }, undefined)
  expect(Math.abs(Number(answer.nominalYearlyPercent) - real)).toBeLessThan(0.06)
  expect(answer.verdict.cost).toBe('above-cap')
})

test('2 % a month is above the cap, however small the loan', () => {
  expect(quote({ rateMonthlyPercent: '2' }).verdict.cost).toBe('above-cap')
  expect(quote({ rateMonthlyPercent: '2', principal: 100_000 }).verdict.cost).toBe('above-cap')
})

test('a loan without interest costs nothing and has a rate of zero', () => {
  expect(quote({ product: 'emergency', principal: 200_000, months: 3 })).toMatchObject({
    interest: 0,
    costPer100000: 0,
    nominalYearlyPercent: '0.00',
    verdict: { cost: 'within-cap' },
  })
})

test('charges above half of the principal are named', () => {
  const dear = quote({ method: 'flat', rateMonthlyPercent: '5', months: 10 })
  expect(dear.verdict.charges).toBe('within-half-of-principal')
  expect(quote({ method: 'flat', rateMonthlyPercent: '5.1', months: 10 }).verdict.charges).toBe(
    'above-half-of-principal',
  )
})

test('nobody can infer savings from a quote that was not asked about them', () => {
  expect(quote({}).verdict.ceiling).toBe('not judged')
  const inputs = { savings: 400_000, equityAndSavings: 20_000_000, isFirstCycle: false }
  const asked = { months: 10, product: 'normal', paidOutOn: '2025-01-20' } as const
  const verdict = (principal: number) =>
    quoteOf(defaultCharter, { ...asked, principal }, inputs).verdict.ceiling
  expect([verdict(1_200_000), verdict(1_200_100)]).toEqual(['within', 'above'])
})

test('a seasonal loan is quoted as one sum, its months of interest with it', () => {
  const answer = quote({ principal: 650_000, months: 8, product: 'seasonal' })
  // 9,750 a month, rounded down to 9,700.
  expect(answer.rows).toEqual([
    { n: 1, dueOn: '2025-09-20', principal: 650_000, interest: 77_600, total: 727_600, balance: 0 },
  ])
  expect(answer.verdict.cost).toBe('within-cap')
})

test.each([
  ['principal', { principal: 0 }],
  ['months', { months: 0 }],
  ['months', { months: 121 }],
  ['fee', { fee: -1 }],
  ['fee', { fee: 600_000, deposit: 400_000 }],
  ['firstDueOn', { firstDueOn: '2025-01-20' }],
])('a question that cannot hold is named by its field: %s', (field, fault) => {
  const asked = { principal: 1_000_000, months: 12, product: 'normal', paidOutOn: '2025-01-20' }
  expect(quoteFault(defaultCharter, { ...asked, ...fault } as QuoteTerms)).toBe(field)
})

test('what a quote asks for is principal and interest, to the riel, and it ends at zero', () => {
  const sum = fc.integer({ min: 1_000, max: 1_500_000 })
  const date = fc.integer({ min: 1, max: 31 }).map((n) => `2025-05-${String(n).padStart(2, '0')}`)
  fc.assert(
    fc.property(sum, fc.integer({ min: 1, max: 12 }), date, (principal, months, paidOutOn) => {
      const answer = quote({ principal, months, paidOutOn })
      const total = answer.rows.reduce((all, row) => all + row.total, 0)
      expect(total).toBe(answer.totalToRepay)
      expect(answer.rows.reduce((all, row) => all + row.principal, 0)).toBe(principal)
      expect(answer.rows.every((row) => row.interest >= 0 && row.interest % 100 === 0)).toBe(true)
      expect(answer.rows.at(-1)!.balance).toBe(0)
    }),
  )
})

test('an ordinary loan from a meeting to the next meetings is within the cap', () => {
  const sum = fc.integer({ min: 10, max: 15_000 }).map((n) => n * 100)
  const month = fc.integer({ min: 1, max: 12 }).map((n) => String(n).padStart(2, '0'))
  fc.assert(
    fc.property(sum, fc.integer({ min: 1, max: 12 }), month, (principal, months, m) => {
      const answer = quote({ principal, months, paidOutOn: `2024-${m}-20` })
      expect(answer.verdict.cost).toBe('within-cap')
    }),
    { numRuns: 25 },
  )
})

test('an ordinary 1.5 % a month loan is within the cap from whatever date', () => {
  const date = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([m, d]) => `2025-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
  fc.assert(
    fc.property(date, fc.integer({ min: 1, max: 12 }), (paidOutOn, months) => {
      expect(quote({ paidOutOn, months }).verdict.cost).toBe('within-cap')
    }),
    { numRuns: 25 },
  )
})

test('half a month of 0.75 % is 18 % a year, because odd days bear simple interest', () => {
  const answer = quote({ months: 1, paidOutOn: '2025-01-05' })
  expect(answer).toMatchObject({ interest: 7_500, nominalYearlyPercent: '18.00' })
})
