import fc from 'fast-check'
import { expect, test } from 'vitest'
import { monthly, near, nearDay } from '#test/support/edge-draws.ts'
import { lending, paid, paidOut, standingIn } from '#test/support/village.ts'

const lent = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const village = (
  order: 'interest-first' | 'principal-first',
  ...told: Parameters<typeof lending>[0]
) => lending([lent, ...told], { repaymentOrder: order })

const splitOn = (order: 'interest-first' | 'principal-first', sum: number) => {
  const { splits } = standingIn(village(order, paid('2025-02-20', sum)), '2025-02-20')
  return splits.map(({ interest, principal }) => [interest, principal])[0]
}

test('30,000 of 57,500 that have fallen due pay the interest first, or the principal, as the charter has it', () => {
  expect(splitOn('interest-first', 30_000)).toEqual([7_500, 22_500])
  expect(splitOn('principal-first', 30_000)).toEqual([0, 30_000])
  expect(splitOn('principal-first', 52_000)).toEqual([2_000, 50_000])
})

test('whoever brings all that has fallen due, or more, pays the same in either order', () => {
  for (const sum of [57_500, 100_000, 507_500])
    expect(splitOn('principal-first', sum)).toEqual(splitOn('interest-first', sum))
})

const dueDays = monthly('2025-02-01', 8, 20)
const day = nearDay(dueDays, { from: '2025-01-20', to: '2025-09-30' })
/** What has fallen due through a day, that day included. */
const fallenOn = (on: string): number => dueDays.filter((due) => due <= on).length * 50_000
/** The interest of a month, the part of it, and both. */
const sum = near([7_500, 50_000, 57_500], { min: 1, max: 90_000 })

test('a loan keeps the order of the charter under which it was lent, and no sum is lost in either', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(day, sum), { minLength: 1, maxLength: 6 }), (list) => {
      const told = list.map(([on, brought]) => paid(on, brought))
      for (const order of ['interest-first', 'principal-first'] as const) {
        const { splits, owed, principalPaid } = standingIn(village(order, ...told), '2025-12-31')
        let settled = 0
        for (const { on, amount, interest, principal, excess } of splits) {
          expect(interest + principal + excess).toBe(amount)
          settled += principal
          if (order === 'principal-first' && interest > 0)
            expect(settled).toBeGreaterThanOrEqual(fallenOn(on))
        }
        expect(owed + principalPaid).toBe(500_000)
      }
    }),
    { numRuns: 60 },
  )
})
