import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type SavingsLine, heldOn, heldOnEach } from '#domain/savings/account.ts'

const dayOf = (n: number): string => `2025-03-${String(n).padStart(2, '0')}`
const day = fc.integer({ min: 1, max: 12 }).map(dayOf)

const line = fc
  .record({
    on: day,
    amount: fc.integer({ min: -20_000, max: 20_000 }),
    shares: fc.nat(4),
    shareValue: fc.constantFrom(1_000, 3_000),
  })
  .map(({ on, amount, shares, shareValue }): SavingsLine =>
    amount > 0 && shares > 0
      ? { id: '', type: 'SharesBought', on, amount: shares * shareValue, shares, shareValue }
      : { id: '', type: 'SavingsDeposited', on, amount },
  )

/** As it was counted first: day by day, each share for itself. */
const naive = (lines: readonly SavingsLine[], asOf: string, ends: readonly string[]) => {
  let held: number[] = []
  let saved = 0
  for (let n = 1; dayOf(n) <= asOf && n <= 12; n += 1) {
    for (const one of lines.filter(({ on }) => on === dayOf(n))) {
      saved += one.amount
      held.push(...Array.from({ length: one.shares ?? 0 }, () => one.shareValue!))
    }
    if (ends.includes(dayOf(n))) held = []
    while (held.reduce((sum, value) => sum + value, 0) > Math.max(saved, 0)) held.pop()
  }
  const inShares = held.reduce((sum, value) => sum + value, 0)
  return { saved, shares: held.length, inShares, free: saved - inShares }
}

test('what a member holds on a day is the same asked alone, asked among others, and counted share by share', () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 12 }),
      fc.uniqueArray(day),
      fc.array(day),
      (lines, ends, asked) => {
        const days = asked.toSorted()
        const each = heldOnEach(lines, days, ends)
        expect(each).toEqual(days.map((on) => heldOn(lines, on, ends)))
        expect(each).toEqual(days.map((on) => naive(lines, on, ends)))
      },
    ),
  )
})

test('as lines come one by one, early or late, in place or in a new list, and some are taken out, it is counted the same', () => {
  const step = fc.record({
    line,
    how: fc.constantFrom('in place', 'anew', 'taken out'),
    at: fc.nat(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), fc.uniqueArray(day), (steps, ends) => {
      let lines: SavingsLine[] = []
      for (const { line: one, how, at } of steps) {
        if (how === 'in place') lines.push(one)
        else if (how === 'anew') lines = [...lines, one]
        else lines = lines.filter((_, i) => i !== at % (lines.length + 1))
        for (const on of [dayOf(12), one.on]) {
          expect(heldOn(lines, on, ends)).toEqual(naive(lines, on, ends))
          expect(heldOn(lines.slice(0, -1), on, ends)).toEqual(naive(lines.slice(0, -1), on, ends))
        }
      }
    }),
  )
})
