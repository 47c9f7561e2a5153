import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { legalCapOn } from '#domain/fund/charter/law.ts'
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

test('1.5 % flat on 1,200,000 is 18,000 and 100,000 in each of twelve months', () => {
  const flat = { kind: 'flat', monthlyPercent: '1.5' } as const
  expect(
    offerCost(defaultCharter, flat, { ...of, principal: 1_200_000, months: 12 }),
  ).toMatchObject({
    interest: 216_000,
    totalToRepay: 1_416_000,
    costPer100000: 18_000,
    firstInstalment: 118_000,
    fee: 0,
  })
})

test('interest alone is paid each month until the last, in which all of it falls due', () => {
  const alone = { kind: 'interest-only', monthlyPercent: '10' } as const
  const cost = (months: number) => offerCost(defaultCharter, alone, { ...of, months })
  expect(cost(2)).toMatchObject({ interest: 100_000, firstInstalment: 50_000 })
  expect(cost(1)).toMatchObject({ interest: 50_000, firstInstalment: 550_000 })
})

test('other lenders count to the riel: a half goes up', () => {
  const falling = { kind: 'falling', monthlyPercent: '1.5' } as const
  const odd = (principal: number) =>
    offerCost(defaultCharter, falling, { ...of, principal, months: 1 }).interest
  expect([odd(100_033), odd(100_034), odd(100_100)]).toEqual([1_500, 1_501, 1_502])
})

test('a fee that is taken off at once is part of what an offer costs', () => {
  const mfi = { ...usualOffers.mfi, fee: 10_000 }
  const [bare, dear] = [usualOffers.mfi, mfi].map((offer) => offerCost(defaultCharter, offer, of))
  expect(bare!.nominalYearlyPercent).toBe('18.00')
  expect(Number(dear!.nominalYearlyPercent)).toBeGreaterThan(22)
  expect(dear!.costPer100000 - bare!.costPer100000).toBe(2_000)
  expect([bare!.fee, dear!.fee]).toEqual([0, 10_000])
  expect(bare!.costPer100000).toBe(8_250)
})

test('the law of a country holds from its day, and what is not certain says so', () => {
  expect(legalCapOn('2026-01-01')).toMatchObject({ country: 'KH', yearlyPercent: '18' })
  expect(legalCapOn('2016-12-31', 'VN').yearlyPercent).toBe('18')
  expect(legalCapOn('2017-01-01', 'VN')).toMatchObject({ yearlyPercent: '20', isCertain: false })
  expect(legalCapOn('2026-01-01', 'TH')).toMatchObject({ yearlyPercent: '15', isCertain: false })
})
