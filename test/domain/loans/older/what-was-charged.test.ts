import { expect, test } from 'vitest'
import { faultIn } from '#domain/kernel/shape.ts'
import {
  type AsWritten,
  carriedOf,
  demandedPercent,
  isAboveCap,
  olderFault,
  takenOverAsWritten,
} from '#domain/loans/as-written.ts'

test('18.00 per cent after rounding is none above the cap, a fee spread over the months of principal with it', () => {
  const isDear = (rate: string, fee: number, method: 'declining' | 'interest-only' = 'declining') =>
    isAboveCap(
      {
        product: 'normal',
        principal: 1_000_000,
        months: 10,
        asWritten: { method, rateMonthlyPercent: rate, fee },
      },
      { capYearlyPercent: 18, charterPercent: '1.5' },
    )
  expect([isDear('1.500416', 0), isDear('1.500417', 0)]).toEqual([false, true])
  // Ten equal months owe 5.5 months of the principal: 27,522 more are 18.0048 %, 27,523 are 18.005 %.
  expect([27_522, 27_523].map((fee) => isDear('1', fee))).toEqual([false, true])
  expect([50_041, 50_042].map((fee) => isDear('1', fee, 'interest-only'))).toEqual([false, true])
})

test('a rate is a hundred per cent a month at most, and a fee is nothing or a sum', () => {
  const fault = (asWritten: AsWritten) =>
    faultIn({ asWritten: takenOverAsWritten }, { asWritten })?.at ?? olderFault({ asWritten }, true)
  const rate = (rateMonthlyPercent: string) => fault({ method: 'flat', rateMonthlyPercent })
  expect(['0', '100', '100.1'].map(rate)).toEqual([
    undefined,
    undefined,
    '/asWritten/rateMonthlyPercent',
  ])
  expect([-1, 0, 1].map((fee) => fault({ fee }))).toEqual(['/asWritten/fee', undefined, undefined])
  expect([-1, 0, 1].map((interestPaidBefore) => fault({ interestPaidBefore }))).toEqual([
    '/asWritten/interestPaidBefore',
    undefined,
    undefined,
  ])
  expect(olderFault({ asWritten: { interestPaidBefore: 0 } }, false)).toBe(
    '/asWritten/interestPaidBefore',
  )
  expect(fault({ rateMonthlyPercent: '1' })).toBe('/asWritten/method')
  expect(fault({ method: 'flat' })).toBe('/asWritten/rateMonthlyPercent')
})

test('what is owed beyond the principal is old interest, as far as half of the principal has room', () => {
  const of = (owed: number, asWritten?: AsWritten, principal = 1_000_000) => {
    const told = { product: 'normal', principal, months: 10 }
    const carried = carriedOf(asWritten ? { ...told, asWritten } : told, owed)
    return [carried.oldInterest, carried.beyondHalf, carried.chargedBefore]
  }
  expect(of(1_200_000)).toEqual([0, 0, 0])
  expect(of(1_000_000, {})).toEqual([0, 0, 0])
  expect(of(1_000_001, {})).toEqual([1, 0, 1])
  expect(of(1_500_000, {})).toEqual([500_000, 0, 500_000])
  expect(of(1_500_001, {})).toEqual([500_000, 1, 500_000])
  expect(of(1_200_000, { fee: 200_000, interestPaidBefore: 150_000 })).toEqual([
    150_000, 50_000, 500_000,
  ])
  expect(of(1_200_000, { fee: 600_000 })).toEqual([0, 200_000, 600_000])
  // Half of an odd principal is rounded down.
  expect(of(20_000, {}, 10_001)).toEqual([5_000, 4_999, 5_000])
})

test('what a month may cost at most is a twelfth of the cap, rounded down in six decimals', () => {
  const demandedOf = (capYearlyPercent: number, rateMonthlyPercent: string) =>
    demandedPercent(
      {
        product: 'normal',
        principal: 1_000,
        months: 10,
        asWritten: { method: 'declining', rateMonthlyPercent },
      },
      { capYearlyPercent, charterPercent: '1.5' },
    )
  expect([demandedOf(18, '1.6'), demandedOf(18, '1.4')]).toEqual(['1.5', '1.4'])
  expect(demandedOf(17, '1.6')).toBe('1.416666')
})
