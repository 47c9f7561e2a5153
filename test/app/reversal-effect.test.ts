import { expect, test } from 'vitest'
import { reversalEffect, takenBackBy } from '#src/app/reversal-effect.ts'
import { beginningsOf, reversed } from '#test/support/committee.ts'
import {
  type StoryCommand,
  fundBookOf,
  idOf,
  paid,
  paidOut,
  storyOf,
} from '#test/support/village.ts'

const as = (n: number, told: object): StoryCommand =>
  ({ ...told, id: idOf(900 + n) }) as StoryCommand
const lent = paidOut({ on: '2025-01-20', principal: 400_000, months: 4 })
const deposit = { type: 'RecordDeposit', effectiveOn: '2025-02-01', memberId: 'm1', amount: 700 }

const storyWith = (...told: readonly StoryCommand[]) => {
  const { village, entries } = storyOf([...beginningsOf(), ...told])
  const book = fundBookOf({ village, entries })
  const entry = (n: number) => entries.find(({ id }) => id === idOf(900 + n))!
  const effect = (n: number, of = book) =>
    reversalEffect(of, entry(n))?.map(
      ({ account, before, after, currency }) => `${account} ${before} ${after} ${currency}`,
    )
  return { book, entry, effect }
}

test('taking savings back leaves less in the box and less saved', () => {
  const { effect } = storyWith({ ...deposit, amount: 300 } as StoryCommand, as(1, deposit))
  expect(effect(1)).toEqual([
    'asset:cash-box 100001000 100000300 KHR',
    'liability:savings:m1 1000 300 KHR',
  ])
})

test('taking a repayment back owes the loan again, and takes the interest out of what came in', () => {
  const { effect } = storyWith(lent, as(1, paid('2025-02-20', [6_000, 100_000])))
  expect(effect(1)!.toSorted()).toEqual([
    'asset:cash-box 99706000 99600000 KHR',
    'asset:loan:l1 300000 400000 KHR',
    'income:interest 6000 0 KHR',
  ])
})

test('a cost that is taken back is a cost less', () => {
  const { effect } = storyWith(
    as(1, { type: 'RecordExpense', effectiveOn: '2025-02-01', amount: 50 }),
  )
  expect(effect(1)).toContain('expense:running-costs 50 0 KHR')
})

test('what cannot be taken back, or hangs on a loan that is not there, has no effect to be told', () => {
  const about = { kind: 'savings', memberId: 'm1' }
  const raised = { type: 'RaiseDispute', effectiveOn: '2025-02-01', reason: 'other', about }
  const { book, effect } = storyWith(lent, as(1, raised), as(2, paid('2025-02-20', 106_000)))
  expect(effect(1)).toBeUndefined()
  expect(effect(2)).toBeDefined()
  expect(effect(2, { ...book, loans: [] })).toBeUndefined()
})

test('an entry that was taken back names the line that did it, and one that stands names none', () => {
  const { book, entry } = storyWith(
    as(1, deposit),
    as(2, deposit),
    as(3, reversed(idOf(901), '2025-02-10')),
  )
  expect(takenBackBy(book, entry(1))).toBe(entry(3).seq)
  expect(takenBackBy(book, entry(2))).toBeUndefined()
  const flags = [{ ...book.flags.at(-1)!, flag: 'another', subject: `entry:${entry(2).seq}` }]
  expect(takenBackBy({ ...book, flags }, entry(2))).toBeUndefined()
})
