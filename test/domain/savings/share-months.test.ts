import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import { type SavingsLine, heldOn } from '#domain/savings/account.ts'
import { meetingDaysBetween, shareMonthsOf } from '#domain/savings/share-out.ts'

const day = fc.integer({ min: 0, max: 500 }).map((n) => daysAfter('2025-01-01', n))

const line = fc
  .record({ on: day, shares: fc.nat(3), amount: fc.integer({ min: -9_000, max: 3_000 }) })
  .map(({ on, shares, amount }): SavingsLine =>
    shares > 0
      ? { id: '', type: 'SharesBought', on, amount: shares * 5_000, shares, shareValue: 5_000 }
      : { id: '', type: 'SavingsDeposited', on, amount },
  )

/** Each meeting day by itself, of lines that nobody has seen before. */
const plainly = (
  lines: readonly SavingsLine[],
  { from, cycleEnds, meetingDay }: Parameters<typeof shareMonthsOf>[1],
  on: LocalDate,
): number => {
  const own = lines.map((one) => ({ ...one }))
  return meetingDaysBetween(meetingDay, { from, to: on })
    .map((each) => heldOn(own, each, cycleEnds).shares)
    .reduce((sum, shares) => sum + shares, 0)
}

const step = fc.record({
  line,
  // Most of what comes is of a later day than all before it.
  how: fc.constantFrom('later', 'later', 'later', 'any day', 'in place', 'taken out'),
  at: fc.nat(),
  on: day,
})

test('share-months counted on as lines come are those counted day by day, whenever and of whichever day they are asked', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 25 }),
      fc.array(day, { maxLength: 2 }),
      fc.array(day, { minLength: 1, maxLength: 2 }),
      fc.constantFrom(1, 20, 31),
      (steps, cycleEnds, froms, meetingDay) => {
        let lines: SavingsLine[] = []
        for (const { line: one, how, at, on } of steps) {
          const last = lines.at(-1)?.on ?? '2025-01-01'
          if (how === 'later') lines = [...lines, { ...one, on: daysAfter(last, at % 40) }]
          else if (how === 'any day') lines = [...lines, one]
          else if (how === 'in place') lines.push(one)
          else lines = lines.filter((_, i) => i !== at % (lines.length + 1))
          for (const from of froms)
            for (const asked of [daysAfter(lines.at(-1)?.on ?? on, 31), on]) {
              const counting = { from, cycleEnds, meetingDay }
              expect(shareMonthsOf(lines, counting, asked)).toBe(plainly(lines, counting, asked))
            }
        }
      },
    ),
  )
})
