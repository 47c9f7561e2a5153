import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { type Means, bandOfMeans } from '#domain/fairness/means.ts'
import type { FairTerms } from '#domain/fairness/ruling.ts'
import { burdenBands } from '#domain/loans/request/request-state.ts'

const ground = { charter: defaultCharter, on: '2025-01-20' } as const
// Four times 25,000 without interest: an enterprise loan takes a round sum.
const asked: FairTerms = { product: 'enterprise', principal: 100_000, months: 4, purpose: 'trade' }

const earning = (least: number, most = least, ...monthly: readonly number[]): Means => ({
  income: { least, most },
  debts: monthly.map((one) => ({ owed: one * 10, monthly: one, ends: false })),
})
const bandOf = (means: Means, more: Partial<FairTerms> = {}) =>
  bandOfMeans({ ...asked, ...more }, means, ground).burden

test('the band is what the loan and all other lenders take of the income of a month', () => {
  expect(bandOf(earning(100_000, 100_000))).toBe('up-to-33')
  expect(bandOf(earning(100_000, 100_000, 8_000))).toBe('up-to-33')
  expect(bandOf(earning(100_000, 100_000, 8_010))).toBe('to-40')
  expect(bandOf(earning(100_000, 100_000, 10_000, 5_000))).toBe('to-40')
  expect(bandOf(earning(100_000, 100_000, 15_010))).toBe('to-50')
  expect(bandOf(earning(100_000, 100_000, 25_000))).toBe('to-50')
  expect(bandOf(earning(100_000, 100_000, 25_010))).toBe('above-50')
  // Only where even a good month is too little is it refused.
  expect(bandOf(earning(40_000, 100_000))).toBe('to-50')
  expect(bandOf(earning(0))).toBe('unknown')
})

test('what is paid after a harvest is spread over the months until then', () => {
  const harvest = { months: 1, plan: { dueOn: ['2025-05-20'] } } as const
  expect(bandOf(earning(75_000, 75_000), harvest)).toBe('to-40')
  expect(bandOf(earning(76_000, 76_000), harvest)).toBe('up-to-33')
})

test('a buy-out lightens where the debts that it ends take more than it does', () => {
  const debts = (monthly: number, ends: boolean): Means => ({
    income: { least: 100_000, most: 100_000 },
    debts: [{ owed: 100_000, monthly, ends }],
  })
  const answer = (means: Means, purpose: FairTerms['purpose']) =>
    bandOfMeans({ ...asked, product: 'normal', purpose }, means, ground)
  expect(answer(debts(60_000, true), 'buy-out')).toEqual({ burden: 'up-to-33', lightens: true })
  expect(answer(debts(20_000, true), 'buy-out')).toMatchObject({ lightens: false })
  expect(answer(debts(60_000, false), 'buy-out')).toEqual({ burden: 'above-50', lightens: false })
  expect(answer(debts(60_000, true), 'trade')).toEqual({ burden: 'above-50', lightens: false })
})

test('a debt more never makes a household look as if it could bear more', () => {
  const sum = fc.integer({ min: 1, max: 1_000_000 })
  fc.assert(
    fc.property(sum, sum, fc.array(sum, { maxLength: 4 }), sum, (a, b, debts, one) => {
      const [least, most] = [Math.min(a, b), Math.max(a, b)]
      const place = (...more: readonly number[]) =>
        burdenBands.indexOf(bandOf(earning(least, most, ...debts, ...more)) as never)
      expect(place(one)).toBeGreaterThanOrEqual(place())
    }),
  )
})
