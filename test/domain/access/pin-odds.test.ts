import fc from 'fast-check'
import { expect, test } from 'vitest'
import { takeGuess } from '#domain/access/lockout.ts'
import { instantAfter } from '#domain/kernel/dates.ts'
import type { Budget } from '#domain/ports.ts'
import { drawPin } from '#src/app/identity/users.ts'
import { reached } from '#test/support/reached.ts'

const start = '2026-01-20T02:00:00.000Z'
const space = 1_000_000

type Lock = typeof takeGuess<Budget>

/** At which moments guesses are looked at, for such a patience: those between one shutting of the door and the next together. */
const guessesByCycle = (waits: readonly number[], lock: Lock = takeGuess): number[][] => {
  let budget: Budget | undefined
  let now = start
  const cycles: number[][] = [[]]
  for (const wait of waits) {
    now = instantAfter(now, wait)
    const { budget: after, answer } = lock(budget, now)
    budget = after
    if (answer.may !== 'guess') continue
    cycles.at(-1)!.push(Date.parse(now))
    if (after.lockedUntil !== undefined) cycles.push([])
  }
  return cycles
}

const oddsOfCycle = 5e-6
const oddsOfDay = 1.5e-5
const oddsUntilReset = 2e-5
const dayMs = 86_400_000

/** The most guesses that fall into any day. */
const mostInADay = (guesses: readonly number[]): number => {
  let [most, from] = [0, 0]
  for (const [n, at] of guesses.entries()) {
    while (at - guesses[from]! >= dayMs) from += 1
    most = Math.max(most, n - from + 1)
  }
  return most
}

/** What is too likely. The same PIN is not tried twice, so chances add up. */
const tooLikely = (cycles: readonly (readonly number[])[]): string[] => {
  const all = cycles.flat()
  return [
    ...cycles.flatMap(({ length }) => (length / space > oddsOfCycle ? ['in a lock cycle'] : [])),
    ...(mostInADay(all) / space > oddsOfDay ? ['in a day'] : []),
    ...(all.length / space > oddsUntilReset ? ['until somebody comes in person'] : []),
  ]
}

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
  expect(cycles.map(({ length }) => length)).toEqual([5, 5, 5, 5])
  const likely = tooLikely(cycles)
  expect(likely).toEqual([])
  const tried =
    'guesses of one who never tires, of which each lock cycle looks at five in a million'
  const found = likely.length
  reached({ promise: 'P12', tried, count: untiring.length, atLeast: 400_000, found })
})

test('P12: no rhythm of guessing gets more out of a lock cycle or a day', () => {
  const wait = fc.oneof(
    fc.constantFrom(0, 1, 900_000, 3_600_000, 86_400_000),
    fc.integer({ min: 0, max: 100_000_000 }),
  )
  let [rhythms, tooMany, guessed] = [0, 0, 0]
  fc.assert(
    fc.property(fc.array(wait, { maxLength: 200 }), (waits) => {
      const cycles = guessesByCycle(waits)
      const likely = tooLikely(cycles)
      rhythms += 1
      tooMany += likely.length
      guessed = Math.max(guessed, ...cycles.map(({ length }) => length))
      expect(likely).toEqual([])
    }),
    { numRuns: 1_000 },
  )
  const tried = 'rhythms of guessing'
  // Five are looked at where somebody waits long enough, so that no more than five means something.
  expect(guessed).toBe(5)
  reached({ promise: 'P12', tried, count: rhythms, atLeast: 1_000, found: tooMany })
})

/** Ours as it would be with another wait in place of a quarter of an hour, an hour and a day. */
const waiting =
  (ms: number): Lock =>
  (before, at) => {
    const { budget, answer } = takeGuess(before, at)
    const isShut = answer.may === 'guess' && budget.lockedUntil !== undefined
    return { budget: isShut ? { ...budget, lockedUntil: instantAfter(at, ms) } : budget, answer }
  }

const weakLocks: readonly (readonly [string, Lock, readonly string[]])[] = [
  [
    'never shuts',
    (before, at) => {
      const failures = (before?.failures ?? 0) + 1
      return { budget: { failures, since: at, lockedUntil: undefined }, answer: { may: 'guess' } }
    },
    ['in a lock cycle', 'in a day', 'until somebody comes in person'],
  ],
  [
    'begins anew when its wait is over',
    (before, at) =>
      takeGuess(
        before?.lockedUntil !== undefined && at >= before.lockedUntil ? undefined : before,
        at,
      ),
    ['in a day', 'until somebody comes in person'],
  ],
  [
    'begins anew with each day',
    (before, at) =>
      takeGuess(before && at < instantAfter(before.since, dayMs) ? before : undefined, at),
    ['until somebody comes in person'],
  ],
  ['opens again too soon', waiting(120_000), ['in a day']],
  [
    'counts a guess half',
    (before, at) => {
      const { budget, answer } = takeGuess(before, at)
      const isCounted = answer.may === 'guess'
      return { budget: { ...budget, failures: budget.failures - (isCounted ? 0.5 : 0) }, answer }
    },
    ['in a lock cycle', 'in a day', 'until somebody comes in person'],
  ],
]

test.each(weakLocks)('P12: a guesser gets too far with a lock that %s', (_, lock, where) => {
  const eachMinute = Array.from({ length: 5_000 }, () => 60_000)
  expect(tooLikely(guessesByCycle(eachMinute))).toEqual([])
  expect([...new Set(tooLikely(guessesByCycle(eachMinute, lock)))]).toEqual(where)
})
