import { expect, test } from 'vitest'
import { oldBookOf } from '#src/app/members/old-book.ts'
import { viewChanges } from '#src/app/views.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  paidOut,
  storyOf,
  takenOver,
} from '#test/support/village.ts'

const savings = (memberId: string, amount: number): StoryCommand => ({
  type: 'TakeOverSavings',
  effectiveOn: '2025-01-01',
  memberId,
  amount,
})
const oldBook = (told: readonly StoryCommand[]) => {
  const { village, entries } = storyOf(told)
  return oldBookOf(fundBookOf({ village, entries }), viewChanges(village, entries).postings)
}
const opening = {
  cash: 700_000,
  provision: 2_000,
  social: 30_000,
  reserve: 408_000,
  windows: [
    {
      windowId: 'w1',
      amount: 60_000,
    },
  ],
}
const beginnings: readonly StoryCommand[] = [
  founded({ opening }),
  ...['m1', 'm2', 'm3'].map((memberId) => admitted(memberId)),
  savings('m1', 200_000),
  savings('m2', 100_000),
]
const taken = takenOver({ on: '2024-10-20', principal: 300_000, months: 10, owed: 100_000 })

test('an older book adds up where what it has is what it owes and owns', () => {
  expect(oldBook([...beginnings, taken])).toEqual({
    openedOn: '2025-01-01',
    cash: 700_000,
    counted: 700_000,
    loans: {
      count: 1,
      owed: 100_000,
    },
    savings: {
      count: 2,
      saved: 300_000,
    },
    provision: 2_000,
    social: 30_000,
    restricted: 60_000,
    reserve: 408_000,
    left: 0,
    unexplained: 0,
  })
})

test('what is left over is not explained: above zero where it has too much, below where too little', () => {
  expect(oldBook(beginnings).left).toBe(-100_000)
  expect(oldBook([...beginnings, taken, savings('m3', 5_000)])).toMatchObject({
    left: -5_000,
    savings: {
      count: 3,
      saved: 305_000,
    },
  })
})

test('what the fund did afterwards is none of the older book', () => {
  const later: readonly StoryCommand[] = [
    { type: 'RecordDeposit', effectiveOn: '2025-01-01', memberId: 'm3', amount: 9_000 },
    paidOut({ on: '2025-01-20', principal: 50_000, months: 5, loanId: 'l2', memberId: 'm2' }),
  ]
  expect(oldBook([...beginnings, taken, ...later])).toEqual(oldBook([...beginnings, taken]))
})
