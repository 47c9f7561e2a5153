import fc from 'fast-check'
import { expect, test } from 'vitest'
import { takeGuess } from '#domain/access/lockout.ts'
import { instantAfter } from '#domain/kernel/dates.ts'
import type { Budget } from '#domain/ports.ts'
import { drawPin } from '#src/app/identity/users.ts'
import { reached } from '#test/support/reached.ts'

const start = '2026-01-20T02:00:00.000Z'
const space = 1_000_000

/** How many guesses are looked at between one opening of the door and the next, for such a patience. */
const guessesByCycle = (waits: readonly number[]): number[] => {
  let budget: Budget | undefined
  let now = start
  const cycles = [0]
  for (const wait of waits) {
    now = instantAfter(now, wait)
    const { budget: after, answer } = takeGuess(budget, now)
    budget = after
    if (answer.may !== 'guess') continue
    cycles[cycles.length - 1]! += 1
    if (after.lockedUntil !== undefined) cycles.push(0)
  }
  return cycles
}

const oddsOfCycle = 5e-6
const oddsUntilReset = 2e-5

test('P12: each number that can be drawn is a PIN, and no PIN comes of two numbers', () => {
  const seen = new Uint8Array(space)
  for (let n = 0; n < space; n += 1) {
    let draws = 0
    const below = (bound: number): number => {
      draws += 1
      if (draws > 1 || bound !== space) throw new Error('some PINs are likelier than others')
      return n
    }
    const pin = drawPin({ random: { token: () => '', below } })
    if (!/^\d{6}$/.test(pin)) throw new Error(pin)
    seen[Number(pin)]! += 1
  }
  expect(seen.every((times) => times === 1)).toBe(true)
})

test('P12: a guesser who never tires finds a PIN in a lock cycle with a chance of at most 5e-6', () => {
  const untiring = Array.from({ length: 400_000 }, () => 1_000)
  const cycles = guessesByCycle(untiring)
  expect(cycles).toEqual([5, 5, 5, 5])
  // The same PIN is not tried twice, so chances add up.
  for (const guesses of cycles) expect(guesses / space).toBeLessThanOrEqual(oddsOfCycle)
  const all = cycles.reduce((sum, guesses) => sum + guesses, 0)
  expect(all / space).toBeLessThanOrEqual(oddsUntilReset)
  const tried =
    'guesses of one who never tires, of which each lock cycle looks at five in a million'
  const found = cycles.filter((guesses) => guesses / space > oddsOfCycle).length
  reached({ promise: 'P12', tried, count: untiring.length, atLeast: 400_000, found })
})

test('P12: no rhythm of guessing gets more out of a lock cycle', () => {
  const wait = fc.oneof(
    fc.constantFrom(0, 1, 900_000, 3_600_000, 86_400_000),
    fc.integer({ min: 0, max: 100_000_000 }),
  )
  let [rhythms, tooMany, guessed] = [0, 0, 0]
  fc.assert(
    fc.property(fc.array(wait, { maxLength: 200 }), (waits) => {
      const cycles = guessesByCycle(waits)
      rhythms += 1
      tooMany += cycles.filter((guesses) => guesses > 5).length
      guessed = Math.max(guessed, ...cycles)
      for (const guesses of cycles) expect(guesses / space).toBeLessThanOrEqual(oddsOfCycle)
      expect(cycles.reduce((a, b) => a + b, 0) / space).toBeLessThanOrEqual(oddsUntilReset)
    }),
    { numRuns: 1_000 },
  )
  const tried = 'rhythms of guessing'
  // Five are looked at where somebody waits long enough, so that no more than five means something.
  expect(guessed).toBe(5)
  reached({ promise: 'P12', tried, count: rhythms, atLeast: 1_000, found: tooMany })
})
