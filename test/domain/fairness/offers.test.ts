import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/default-charter.ts'
import { legalCapOn } from '#domain/fund/law.ts'
import { offerCost, usualOffers } from '#domain/fairness/offers.ts'

const of = { principal: 500_000, months: 10, paidOutOn: '2026-01-20' }

test('500,000 for ten months costs 500,000 at a moneylender’s 10 %, interest only, and that is 120 % a year', () => {
  const cost = offerCost(defaultCharter, usualOffers.moneylender, of)
  expect(cost).toMatchObject({
    interest: 500_000,
    totalToRepay: 1_000_000,
    costPer100000: 100_000,
    nominalYearlyPercent: '120.00',
    firstInstalment: 50_000,
  })
})

test('1.5 % a month flat over a year is really 31.72 % a year', () => {
  const flat = { kind: 'flat', monthlyPercent: '1.5' } as const
  const year = { ...of, principal: 1_200_000, months: 12 }
  expect(offerCost(defaultCharter, flat, year).nominalYearlyPercent).toBe('31.72')
})

test('a fee that is taken off at once is part of what an offer costs', () => {
  const mfi = { ...usualOffers.mfi, fee: 10_000 }
  const [bare, dear] = [usualOffers.mfi, mfi].map((offer) => offerCost(defaultCharter, offer, of))
  expect(bare!.nominalYearlyPercent).toBe('18.00')
  expect(Number(dear!.nominalYearlyPercent)).toBeGreaterThan(22)
  expect(dear!.costPer100000 - bare!.costPer100000).toBe(2_000)
})

test('the law of a country holds from its day, and what is not certain says so', () => {
  expect(legalCapOn('2026-01-01')).toMatchObject({ country: 'KH', yearlyPercent: '18' })
  expect(legalCapOn('2016-12-31', 'VN').yearlyPercent).toBe('18')
  expect(legalCapOn('2017-01-01', 'VN')).toMatchObject({ yearlyPercent: '20', isCertain: false })
  expect(legalCapOn('2026-01-01', 'TH')).toMatchObject({ yearlyPercent: '15', isCertain: false })
})
