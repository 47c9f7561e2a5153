import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { rulingsOn } from '#domain/fairness/fair-lending.ts'
import type { FairTerms, FairGround } from '#domain/fairness/ruling.ts'
import { monthsLasting } from '#domain/loans/plan/plan-months.ts'
import { type QuoteTerms, quoteOf } from '#domain/loans/plan/quote.ts'
import { monthsOf, rulingsOnQuote } from '#src/app/lending/fair-quote.ts'
import { rulingsPart } from '#src/pages/fair/rulings-part.ts'
import { pageText } from '#test/pages/page-text.ts'

const fundId = '0190c2f0-7a10-7000-8000-000000000001'

const asked: FairTerms = {
  product: 'normal',
  principal: 500_000,
  months: 10,
  purpose: 'family-need',
}
const ground: FairGround = {
  charter: defaultCharter,
  on: '2026-01-20',
  ceiling: { savings: 900_000, equityAndSavings: 90_000_000, isFirstCycle: false },
  burden: { least: 10, most: 20 },
  hasOther: false,
}

const told = async (more: Partial<FairGround>, of: Partial<FairTerms> = {}) => {
  const rulings = rulingsOn({ ...asked, ...of }, { ...ground, ...more })
  return String(await rulingsPart(rulings, { fundId, language: 'en' }))
}

test('a household that cannot bear it is told no, and led to the plan that buys its dear debt out', async () => {
  const part = await told({ burden: { least: 60, most: 70 } })
  expect(pageText(part)).toContain(
    'No: All lenders together would take more than half of what the household earns.',
  )
  expect(part).toContain(`href="/funds/${fundId}/buy-out"`)
})

test('a paper held as security is a no that no vote can change', async () => {
  const text = pageText(await told({}, { security: 'land-title' }))
  expect(text).toContain('No vote can change this.')
  expect(text).toContain('Leave the paper at home.')
})

test('what nobody knows is for the meeting, and advice stops nobody', async () => {
  expect(pageText(await told({ burden: 'unknown' }))).toContain(
    'For the meeting: Nobody knows what the household earns',
  )
  const advice = pageText(await told({ burden: { least: 30, most: 35 } }))
  expect(advice).toContain('Advice:')
  expect(advice).toContain('It stops nobody.')
})

const codesOf = (more: Partial<QuoteTerms>): readonly string[] => {
  const question: QuoteTerms = {
    principal: 500_000,
    instalments: 10,
    product: 'normal',
    paidOutOn: '2026-01-20',
    ...more,
  }
  const quote = quoteOf(defaultCharter, question, undefined)
  return rulingsOnQuote(defaultCharter, { asked: question, quote }).map(({ code }) => code)
}

test('a question is judged by its price, and nobody’s savings or burden stand in it', () => {
  expect(codesOf({})).toEqual([])
  expect(codesOf({ principal: 900_000_000 })).toEqual([])
  expect(codesOf({ rateMonthlyPercent: '2' })).toEqual(['above-cap'])
  expect(codesOf({ fee: 20_000 })).toEqual(['above-cap'])
  expect(codesOf({ deposit: 100_000 })).toEqual(['above-cap'])
  expect(codesOf({ instalments: 120 })).toEqual(['charges-above-half'])
})

test('an emergency is judged by its size and its time too, however it is paid back', () => {
  const emergency = { product: 'emergency' as const, principal: 200_000, instalments: 3 }
  expect(codesOf(emergency)).toEqual([])
  expect(codesOf({ ...emergency, principal: 200_001 })).toEqual(['above-ceiling'])
  expect(codesOf({ ...emergency, instalments: 4 })).toEqual(['too-long-for-an-emergency'])
  const weekly = { ...emergency, every: { n: 1, unit: 'weeks' as const } }
  expect(codesOf({ ...weekly, instalments: 12 })).toEqual([])
  expect(codesOf({ ...weekly, instalments: 14 })).toEqual(['too-long-for-an-emergency'])
})

test('a plan lasts as many months as it has begun, and is compared with the nearest', () => {
  const quoteFor = (more: Partial<QuoteTerms>) => {
    const base = { principal: 500_000, product: 'normal' as const, paidOutOn: '2026-01-20' }
    return quoteOf(defaultCharter, { ...base, ...more }, undefined)
  }
  const months = (more: Partial<QuoteTerms>) => monthsLasting(quoteFor(more).terms)
  expect(months({ instalments: 10 })).toBe(10)
  expect(months({ instalments: 4, every: { n: 3, unit: 'months' } })).toBe(12)
  expect(months({ instalments: 52, every: { n: 1, unit: 'weeks' } })).toBe(12)
  expect(months({ instalments: 1, every: { n: 1, unit: 'weeks' } })).toBe(1)
  const halfAYear = quoteFor({ instalments: 26, every: { n: 1, unit: 'weeks' } })
  expect([monthsLasting(halfAYear.terms), monthsOf(halfAYear)]).toEqual([7, 6])
  expect(months({ instalments: 2, dueOn: ['2026-02-25', '2026-03-21'] })).toBe(3)
})
