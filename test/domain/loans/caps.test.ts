import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lending, loanIn, paid, paidOut, standingIn } from '#test/support/village.ts'
import { walk } from '#domain/loans/plan/village-convention.ts'

test('over its life a loan bears at most half of its principal, however long it is owed', () => {
  const village = lending([
    paidOut({ on: '2025-01-20', principal: 600_000, months: 12, product: 'seasonal' }),
  ])
  // 9,000 a month: 33 months are 297,000, and only 3,000 more may ever be counted.
  expect(standingIn(village, '2027-10-20').interestDue).toBe(297_000)
  expect(standingIn(village, '2027-11-20').interestDue).toBe(300_000)
  expect(standingIn(village, '2050-01-01').interestDue).toBe(300_000)
})

test('interest that was paid counts against the half as well', () => {
  const told = [
    paidOut({ on: '2025-01-20', principal: 600_000, months: 12, product: 'seasonal' }),
    paid('2027-10-20', 297_000),
  ]
  const village = lending(told)
  expect(standingIn(village, '2050-01-01')).toMatchObject({
    interestPaid: 297_000,
    interestDue: 3_000,
    owed: 600_000,
  })
})

test('half of an odd principal is rounded down', () => {
  const village = lending([paidOut({ on: '2025-01-20', principal: 10_001, months: 1 })], {
    interestStep: 1,
  })
  expect(standingIn(village, '2060-01-01').interestDue).toBe(5_000)
})

test('a loan that is settled after the half is reached asks for the half only', () => {
  const told = [
    paidOut({ on: '2025-01-20', principal: 600_000, months: 12, product: 'seasonal' }),
    paid('2040-01-05', 900_000),
  ]
  expect(standingIn(lending(told), '2040-01-05')).toMatchObject({
    status: 'closed',
    interestPaid: 300_000,
    principalPaid: 600_000,
  })
})

test('a loan that was never late is not limited by what stands at its end', () => {
  const sums = [57_500, 56_700, 56_000, 55_200, 54_500, 53_700, 53_000, 52_200, 51_500, 50_700]
  const months = ['02', '03', '04', '05', '06', '07', '08', '09', '10', '11']
  const village = lending([
    paidOut({ on: '2025-01-20', principal: 500_000, months: 10 }),
    ...sums.map((sum, i) => paid(`2025-${months[i]}-20`, sum)),
  ])
  expect(standingIn(village, '2025-12-31')).toMatchObject({
    status: 'closed',
    interestPaid: 41_000,
    interestDue: 0,
  })
})

test('after its first default a loan is asked for at most the principal then outstanding', () => {
  const parts = Array.from({ length: 9 }, (_, i) =>
    paid(`2025-${String(i + 2).padStart(2, '0')}-20`, [15_000 - i * 1_500, 100_000]),
  )
  const village = lending([
    paidOut({ on: '2025-01-20', principal: 1_000_000, months: 10 }),
    ...parts,
  ])
  // The last part of 100,000 is missed with its 1,500; from that day on at most 100,000 more.
  expect(standingIn(village, '2025-11-20')).toMatchObject({ owed: 100_000, interestDue: 1_500 })
  expect(standingIn(village, '2031-05-20').interestDue).toBe(1_500 + 66 * 1_500)
  expect(standingIn(village, '2031-06-20').interestDue).toBe(101_500)
  expect(standingIn(village, '2060-01-01').interestDue).toBe(101_500)
})

test('whatever is paid and when, no loan ever counts more than half of its principal', () => {
  const month = fc.integer({ min: 2, max: 60 })
  const payment = fc.record({ month, sum: fc.integer({ min: 1, max: 80_000 }) })
  fc.assert(
    fc.property(fc.array(payment, { maxLength: 6 }), (payments) => {
      const told = payments.map(({ month: n, sum }) => {
        const year = 2025 + Math.floor(n / 12)
        return paid(`${year}-${String((n % 12) + 1).padStart(2, '0')}-11`, sum)
      })
      const loan = paidOut({ on: '2025-01-20', principal: 300_000, months: 6 })
      const village = lending([loan, ...told])
      const walked = walk(loanIn(village), '2060-01-01')
      const taken = walked.splits.reduce((sum, { interest }) => sum + interest, 0)
      expect(walked.interestCounted).toBeLessThanOrEqual(150_000)
      expect(taken + walked.interestDue).toBe(walked.interestCounted)
    }),
  )
})
