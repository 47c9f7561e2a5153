import { expect, test } from 'vitest'
import { findingsOf } from '#domain/health/findings.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  paid,
  paidOut,
  relieved,
  storyOf,
} from '#test/support/village.ts'

// What a sum is held against is all that was so on its day, whichever line was typed first.

const begun = [
  founded({ opening: { cash: 2_000_000, reserve: 2_000_000 } }),
  admitted('m1'),
  paidOut({ on: '2025-01-20', principal: 400_000, months: 8 }),
]
const codes = (...told: readonly StoryCommand[]): readonly string[] =>
  findingsOf(fundBookOf(storyOf([...begun, ...told])), '2025-12-31').map(({ code }) => code)

test('a loan that is given up is held against all of its day, whichever line is typed first', () => {
  const givenUp = {
    type: 'RecordWriteOff',
    effectiveOn: '2025-01-20',
    loanId: 'l1',
    amount: 300_000,
  } as StoryCommand
  const half = paid('2025-01-20', [0, 100_000])
  const name = 'write-off-differs-from-owed'
  expect(codes(half, givenUp)).not.toContain(name)
  expect(codes(givenUp, half)).not.toContain(name)
  expect(codes(givenUp)).toContain(name)
  const early = paid('2025-01-20', [0, 50_000])
  expect(codes(half, givenUp, early)).toContain(name)
  // What comes on a later day makes nothing of it right.
  expect(codes(givenUp, paid('2025-02-20', [0, 100_000]))).toContain(name)
})

test('relief that is declared after a payment says nothing of how it was split, typed before it or later', () => {
  const split = paid('2025-02-20', [6_000, 50_000])
  const wrong = paid('2025-02-20', [5_000, 51_000])
  const relief = relieved('2025-03-05', { from: '2025-02-01', to: '2025-03-31' })
  const name = 'split-differs'
  for (const told of [
    [split, relief],
    [relief, split],
  ])
    expect(codes(...told)).not.toContain(name)
  for (const told of [
    [wrong, relief],
    [relief, wrong],
  ])
    expect(codes(...told)).toContain(name)
})
