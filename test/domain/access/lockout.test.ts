import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Guess,
  afterSuccess,
  failuresMax,
  giveBackSharedGuess,
  putBackGuess,
  sharedFailuresMax,
  takeGuess,
  takeSharedGuess,
} from '#domain/access/lockout.ts'
import { instantAfter } from '#domain/kernel/dates.ts'
import type { Budget } from '#domain/ports.ts'

const start = '2026-01-20T02:00:00.000Z'
const minute = 60_000
const at = (minutes: number): string => instantAfter(start, minutes * minute)

const door = () => {
  let budget: Budget | undefined
  return {
    guess: (when: string): Guess => {
      const taken = takeGuess(budget, when)
      budget = taken.budget
      return taken.answer
    },
    succeed: (when: string) => {
      budget = afterSuccess(when).budget
    },
    putBack: (when: string) => {
      budget = putBackGuess(budget, when).budget
    },
    failures: () => budget?.failures ?? 0,
  }
}

/** Guesses as fast as the door lets one, through so many minutes; tells the minute of each guess. */
const greedily = (minutes: number): number[] => {
  const its = door()
  const made: number[] = []
  for (let m = 0; m < minutes; m += 1) while (its.guess(at(m)).may === 'guess') made.push(m)
  return made
}

describe('one person’s door', () => {
  test('it opens for five, after 15 minutes, an hour and a day for five more each, then never', () => {
    const five = (minutes: number) => Array.from({ length: 5 }, () => minutes)
    expect(greedily(3 * 24 * 60)).toEqual([...five(0), ...five(15), ...five(75), ...five(1515)])
  })

  test('it says until when to wait, and that it cannot open by itself any more', () => {
    const its = door()
    for (let i = 0; i < 5; i += 1) its.guess(start)
    expect(its.guess(at(14))).toEqual({ may: 'wait', until: at(15) })
    expect(its.guess(at(15))).toEqual({ may: 'guess' })
    for (let i = 0; i < 14; i += 1) its.guess(at(10_000 * (i + 1)))
    expect(its.failures()).toBe(20)
    expect(failuresMax).toBe(20)
    expect(its.guess(at(10_000_000))).toEqual({ may: 'reset-in-person' })
  })

  test('what is kept of a door is how many guesses it had, since when, and until when it is closed', () => {
    const first = takeGuess(undefined, start).budget
    expect(first).toEqual({ failures: 1, since: start, lockedUntil: undefined })
    const fourth = { failures: 4, since: start, lockedUntil: undefined }
    const fifth = takeGuess(fourth, at(7)).budget
    expect(fifth).toEqual({ failures: 5, since: start, lockedUntil: at(22) })
    expect(putBackGuess(fifth, at(8)).budget).toEqual(fourth)
    expect(afterSuccess(at(9)).budget).toEqual({
      failures: 0,
      since: at(9),
      lockedUntil: undefined,
    })
  })

  test('a right guess opens it wholly, even the last one', () => {
    const its = door()
    for (let i = 0; i < failuresMax; i += 1) its.guess(at(10_000 * i))
    its.succeed(at(300_000))
    expect(greedilyFrom(its, 300_000)).toBe(5)
  })

  test('a guess that was not made is put back, and the door stands as before', () => {
    const its = door()
    for (let i = 0; i < 5; i += 1) its.guess(start)
    its.putBack(start)
    expect(its.guess(start)).toEqual({ may: 'guess' })
    expect(its.guess(start)).toEqual({ may: 'wait', until: at(15) })
    its.putBack(start)
    for (let i = 0; i < 30; i += 1) its.putBack(start)
    expect(its.failures()).toBe(0)
  })
})

describe('one person’s door, whatever the rhythm', () => {
  test('however guesses, waits and put-backs come, no more than 5 are looked at before a wait', () => {
    const step = fc.record({
      wait: fc.constantFrom(0, 0, 0, 1, 14, 15, 16, 59, 60, 61, 1439, 1440, 1441),
      isPutBack: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const its = door()
        let now = 0
        let looked = 0
        let lockedAt = 0
        for (const { wait, isPutBack } of steps) {
          now += wait
          if (its.guess(at(now)).may !== 'guess') continue
          if (isPutBack) its.putBack(at(now))
          else {
            looked += 1
            if (looked % 5 === 1 && looked > 1) {
              const waits = [15, 60, 1440]
              expect(now - lockedAt).toBeGreaterThanOrEqual(waits[(looked - 1) / 5 - 1]!)
            }
            if (looked % 5 === 0) lockedAt = now
          }
          expect(its.failures()).toBe(looked)
        }
        expect(looked).toBeLessThanOrEqual(failuresMax)
      }),
      { numRuns: 500 },
    )
  })
})

const greedilyFrom = (its: ReturnType<typeof door>, minutes: number): number => {
  let made = 0
  while (its.guess(at(minutes)).may === 'guess') made += 1
  return made
}

describe('what all doors share', () => {
  const shared = (max: number) => {
    let budget: Budget | undefined
    return {
      guess: (when: string): Guess => {
        const taken = takeSharedGuess(budget, when, max)
        budget = taken.budget
        return taken.answer
      },
      giveBack: (when: string) => {
        budget = giveBackSharedGuess(budget, when).budget
      },
    }
  }

  test.each([
    ['device', 50],
    ['fund', 50],
    ['network', 200],
  ] as const)('of a %s %i guesses a day are the most', (door, max) => {
    expect(sharedFailuresMax[door]).toBe(max)
  })

  test.each(Object.entries(sharedFailuresMax))('a %s has %i wrong guesses in a day', (_, max) => {
    const its = shared(max)
    for (let i = 0; i < max; i += 1) expect(its.guess(at(i)).may).toBe('guess')
    expect(its.guess(at(1439))).toEqual({ may: 'wait', until: at(1440) })
    expect(its.guess(at(1440))).toEqual({ may: 'guess' })
  })

  test('right guesses use nothing up, however many there are', () => {
    const its = shared(50)
    for (let i = 0; i < 5_000; i += 1) {
      expect(its.guess(start).may).toBe('guess')
      its.giveBack(start)
    }
    its.giveBack(start)
    for (let i = 0; i < 50; i += 1) expect(its.guess(start).may).toBe('guess')
    expect(its.guess(start).may).toBe('wait')
  })

  test('a guess given back on another day does not open more than the day has', () => {
    const its = shared(3)
    its.guess(start)
    its.giveBack(at(2_000))
    for (let i = 0; i < 3; i += 1) expect(its.guess(at(2_000)).may).toBe('guess')
    expect(its.guess(at(2_000)).may).toBe('wait')
  })
})
