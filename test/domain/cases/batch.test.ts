import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goingOver, isBatchDay, nextBatchDay, sharedSums } from '#domain/cases/batch.ts'
import { daysAfter, daysBetween, weekdayOf } from '#domain/kernel/dates.ts'

const days = fc.integer({ min: 0, max: 3000 }).map((n) => daysAfter('2026-01-01', n))

describe('what the team asks of a fund', () => {
  test('goes over on a Monday, and never on the day on which it was asked', () => {
    fc.assert(
      fc.property(days, (day) => {
        const next = nextBatchDay(day)
        expect([weekdayOf(next), isBatchDay(next)]).toEqual([1, true])
        expect(daysBetween(day, next)).toBeGreaterThanOrEqual(1)
        expect(daysBetween(day, next)).toBeLessThanOrEqual(7)
      }),
    )
  })

  test('goes over together, none of it later than the second Monday', () => {
    const asked = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(asked, (offsets) => {
        let waiting = offsets.map((n) => ({ askedOn: daysAfter('2026-11-02', n) }))
        for (let n = 0; n < 60; n += 1) {
          const today = daysAfter('2026-11-02', n)
          const going = goingOver(waiting, today)
          if (going.length > 0) expect(isBatchDay(today)).toBe(true)
          for (const { askedOn } of going) {
            expect(askedOn < today).toBe(true)
            expect(daysBetween(nextBatchDay(askedOn), today)).toBeLessThanOrEqual(7)
          }
          // One or two go alone where somebody has waited for a week.
          if (going.length > 0 && going.length < 3)
            expect(going.some((one) => daysBetween(nextBatchDay(one.askedOn), today) === 7)).toBe(
              true,
            )
          waiting = waiting.filter((one) => !going.includes(one))
        }
        expect(waiting).toEqual([])
      }),
    )
  })

  test('waits for others where it is one of two', () => {
    const two = [{ askedOn: '2026-11-03' }, { askedOn: '2026-11-04' }]
    expect(goingOver(two, '2026-11-09')).toEqual([])
    expect(goingOver([...two, { askedOn: '2026-11-08' }], '2026-11-09')).toHaveLength(3)
    expect(goingOver(two, '2026-11-16')).toEqual(two)
    expect(goingOver(two, '2026-11-17')).toEqual([])
  })

  test('is a sum that others have, or where nobody has any, a usual one', () => {
    expect(sharedSums('KHR', [300_000, 123_000])).toEqual(['KHR-300000'])
    expect(sharedSums('KHR', [123_000])).toContain('KHR-1200000')
    expect(sharedSums('THB', [300_000])).toEqual([])
  })
})
