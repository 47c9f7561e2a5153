import { expect, test } from 'vitest'
import { type Body, evolve } from '#domain/village.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  hashLike,
  idOf,
  storyOf,
} from '#test/support/village.ts'

const out = (id: number, on: string): StoryCommand =>
  ({
    type: 'RecordWithdrawal',
    id: idOf(id),
    effectiveOn: on,
    memberId: 'm1',
    amount: 1000,
  }) as StoryCommand

/** A withdrawal is taken back, where the book would be walked for it if anything asked for all that was ever written. */
const takenBack = (written: readonly StoryCommand[], reverses: string) => {
  const opening = { cash: 2_000_000, reserve: 2_000_000 }
  const taken = { effectiveOn: '2025-01-01', memberId: 'm1', amount: 400_000 }
  const brought = [
    founded({ opening }),
    admitted('m1'),
    { type: 'TakeOverSavings', ...taken } as StoryCommand,
  ]
  const all = [...brought, ...written]
  const { village, entries } = storyOf(all, undefined, (_, i) => (i < 3 ? 'importer' : 'keeper'))
  const { moves } = village.hands
  for (const walk of ['values', 'entries', 'forEach', Symbol.iterator] as const)
    Object.defineProperty(moves, walk, {
      value: () => {
        throw new Error('all that was ever written is gone through')
      },
    })
  const { body } = entries.find(({ id }) => id === reverses)!
  const back = {
    type: 'EntryReversed',
    v: 1,
    reverses,
    reason: 'wrong-amount',
    approvedBy: 'm1',
    flags: [],
    postings: body.postings.map((one) => ({ ...one, amount: -one.amount })),
  } as unknown as Body
  evolve(village, {
    id: idOf(99),
    seq: entries.length + 1,
    effectiveOn: '2025-02-20',
    recordedAt: '2025-02-20T02:00:00.000Z',
    recordedBy: 'keeper',
    hash: hashLike('99'),
    body: back,
  })
  return [...village.hands.sums.values()].map(({ out: sums, on }) => [sums, on])
}

test('what is taken back goes through none of the other lines, and leaves the last day of what stands', () => {
  const written = [out(70, '2025-02-11'), out(71, '2025-02-15'), out(72, '2025-02-15')]
  expect(takenBack(written, idOf(72))).toEqual([
    [{ '2025-02-11': 1000, '2025-02-15': 1000 }, '2025-02-15'],
  ])
  expect(takenBack(written.slice(0, 2), idOf(71))).toEqual([[{ '2025-02-11': 1000 }, '2025-02-11']])
  // Where nothing stands any more, the day stays the last one that there was.
  expect(takenBack(written.slice(0, 1), idOf(70))).toEqual([[{}, '2025-02-11']])
})
