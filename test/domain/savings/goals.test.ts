import { expect, test } from 'vitest'
import { type SavingsGoal, goalFaults, progressOf } from '#domain/savings/goals.ts'

const goal = (more: Partial<SavingsGoal> = {}): SavingsGoal => ({
  kind: 'school',
  amount: 300_000,
  ...more,
})

test('a goal is one of the pictures, a whole sum, and a day that is still to come or none', () => {
  const faults = (more: Partial<SavingsGoal> = {}) => goalFaults(goal(more), '2026-01-20')
  expect(faults()).toEqual([])
  expect(faults({ by: '2026-01-21' })).toEqual([])
  expect(faults({ by: '2026-01-20' })).toEqual(['by'])
  expect(faults({ by: '2026-01-19' })).toEqual(['by'])
  expect(faults({ by: '2026-02-30' })).toEqual(['by'])
  expect(faults({ amount: 1 })).toEqual([])
  expect(faults({ amount: 0 })).toEqual(['amount'])
  expect(faults({ kind: 'leaving' as never })).toEqual(['kind'])
  expect(faults({ kind: '' as never, amount: 0.5, by: 'soon' })).toEqual(['kind', 'amount', 'by'])
})

test('a goal is never said to be reached before it is', () => {
  const at = (saved: number) => progressOf(goal(), saved)
  expect(at(299_999)).toEqual({ percent: 99, left: 1 })
  expect(at(300_000)).toEqual({ percent: 100, left: 0 })
  expect(at(300_001)).toEqual({ percent: 100, left: 0 })
  expect(at(0)).toEqual({ percent: 0, left: 300_000 })
  expect(at(2_999)).toEqual({ percent: 0, left: 297_001 })
  expect(at(3_000)).toEqual({ percent: 1, left: 297_000 })
  expect(at(-5_000)).toEqual({ percent: 0, left: 300_000 })
})
