import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cashOf, goodsOf, holdingsOf } from '#domain/ventures/venturing.ts'
import { ventureStanding } from '#domain/ventures/venture.ts'
import { savingAfter } from '#test/support/saving-village.ts'
import { begun, leaving, line, profit, shares, venture, ventureId } from '#test/support/ventures.ts'
import { type StoryCommand, answerTo, booked } from '#test/support/village.ts'

test('whatever happens, the books hold, nothing is below zero and every sum is shared to the last unit', () => {
  const names = ['m1', 'm2', 'm3', 'm4', 'm5'] as const
  const step = fc.oneof(
    fc.record({
      is: fc.constantFrom('earned', 'spent', 'missing', 'bought', 'gone', 'profit'),
      amount: fc.integer({ min: 1, max: 300_000 }),
    }),
    fc.record({ is: fc.constant('left'), amount: fc.integer({ min: 0, max: 4 }) }),
  )
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 10 }), { minLength: 2, maxLength: 4 }),
      fc.constantFrom('at-most-the-price', 'book-value'),
      fc.array(step, { maxLength: 12 }),
      (counts, leavingValue, steps) => {
        let told: StoryCommand[] = [
          venture({ leavingValue: leavingValue as 'book-value' }),
          ...counts.map((count, i) => shares(names[i]!, count)),
        ]
        for (const { is, amount } of steps) {
          const village = savingAfter(told)
          const before = ventureStanding(village.ventures.get(ventureId)!)
          const next =
            is === 'left'
              ? leaving(names[amount]!)
              : is === 'profit'
                ? profit(amount)
                : line(is as 'earned', amount)
          const answer = answerTo(village, next)
          if (answer.outcome !== 'recorded') continue
          told = [...told, next]
          const after = ventureStanding(savingAfter(told).ventures.get(ventureId)!)
          expect(after.cash).toBeGreaterThanOrEqual(0)
          expect(after.goods).toBeGreaterThanOrEqual(0)
          if (is === 'left')
            expect(BigInt(after.worth) * BigInt(before.shares)).toBeGreaterThanOrEqual(
              BigInt(before.worth) * BigInt(after.shares),
            )
          if (answer.body.type === 'VentureProfitShared') {
            const paid = answer.body.parts.map((part) => part.paid)
            expect(paid.reduce((sum, one) => sum + one, 0)).toBe(amount)
            expect(Math.min(...paid)).toBeGreaterThan(0)
          }
        }
        const village = savingAfter(told)
        const { cash, goods, worth } = ventureStanding(village.ventures.get(ventureId)!)
        expect(booked(village, cashOf({ ventureId }))).toBe(cash)
        expect(booked(village, goodsOf({ ventureId }))).toBe(goods)
        expect(booked(village, holdingsOf({ ventureId }))).toBe(0 - worth)
        expect(booked(village, 'asset:cash-box')).toBe(100_000_000)
      },
    ),
    { numRuns: 40 },
  )
})

test('who bought first changes nobody’s part of what is shared', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(begun.slice(1), { minLength: 3 }), (bought) => {
      const earned = [line('earned', 99_999)]
      const partsAfter = (those: readonly StoryCommand[]) =>
        answerTo(savingAfter([venture(), ...those, ...earned]), profit(99_999))
      expect(partsAfter(bought)).toEqual(partsAfter(begun.slice(1)))
    }),
    { numRuns: 6 },
  )
})
