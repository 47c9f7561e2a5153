import { expect, test } from 'vitest'
import type { Budget, Budgets } from '#domain/ports.ts'
import type { WithStore } from '#test/contract/store-suite.ts'

const since = '2026-01-20T02:00:00.000Z'
const lockedUntil = '2026-01-20T02:15:00.000Z'

/** One more guess; the fifth locks the door. Tells how many there were before. */
export const guess = (before: Budget | undefined) => {
  const failures = (before?.failures ?? 0) + 1
  return {
    budget: { failures, since, lockedUntil: failures >= 5 ? lockedUntil : undefined },
    answer: failures - 1,
  }
}

export const budgetNow = (store: Budgets, scope: string, subject: string) =>
  store.changeBudget(scope, subject, (before) => ({
    budget: before ?? { failures: 0, since, lockedUntil: undefined },
    answer: before,
  }))

/** A thousand at once in a full run. */
const many = process.env['TEST_BUDGET'] === undefined ? 200 : 1_000

/** Guesses that are counted. */
export const budgetFacts = (withStore: WithStore): void => {
  test(
    'of many who guess at once each counts, and none is told what another was told',
    withStore(async (store) => {
      const told = await Promise.all(
        Array.from({ length: many }, () => store.changeBudget('fund-a', 'card:1', guess)),
      )
      expect(told.toSorted((a, b) => a - b)).toEqual(Array.from({ length: many }, (_, i) => i))
      expect(await budgetNow(store, 'fund-a', 'card:1')).toStrictEqual({
        failures: many,
        since,
        lockedUntil,
      })
    }),
  )

  test(
    'guesses at many doors are counted at each door once',
    withStore(async (store) => {
      const doors = Array.from({ length: many }, (_, i) => `card:${i}`)
      await Promise.all(doors.map((door) => store.changeBudget('fund-a', door, guess)))
      const counted = await Promise.all(doors.map((door) => budgetNow(store, 'fund-a', door)))
      expect(new Set(counted.map((budget) => budget?.failures))).toEqual(new Set([1]))
    }),
  )

  test(
    'guesses in one fund or at one door are not counted in another',
    withStore(async (store) => {
      for (let i = 0; i < 3; i += 1) await store.changeBudget('fund-a', 'card:1', guess)
      expect(await budgetNow(store, 'fund-a', 'card:1')).toStrictEqual({
        failures: 3,
        since,
        lockedUntil: undefined,
      })
      expect(await budgetNow(store, 'fund-b', 'card:1')).toBeUndefined()
      expect(await budgetNow(store, 'fund-a', 'card:2')).toBeUndefined()
    }),
  )

  test(
    'a guess that cannot be judged is told so, and those beside it count all the same',
    withStore(async (store) => {
      const outcomes = await Promise.allSettled([
        store.changeBudget('fund-a', 'card:1', guess),
        store.changeBudget('fund-a', 'card:1', () => {
          throw new Error('no judge')
        }),
        store.changeBudget('fund-a', 'card:1', guess),
      ])
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect((await budgetNow(store, 'fund-a', 'card:1'))?.failures).toBe(2)
    }),
  )
}
