import { expect, test } from 'vitest'
import type { Command } from '#domain/village.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { movedThere, withoutLine } from '#src/exchange/bank-file/book-side.ts'
import { readBankFile } from '#src/exchange/bank-file/reading.ts'
import { viewChanges } from '#src/app/views.ts'
import { by, csv, foundedIn, fundId, officer } from '#test/support/founded-fund.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  idOf,
  storyOf,
} from '#test/support/village.ts'

const carriedToBank = (effectiveOn: string, amount: number): StoryCommand => ({
  type: 'RecordTransfer',
  effectiveOn,
  amount,
  from: 'box',
  to: 'bank',
  names: ['m1', 'm2'],
})
const told = (...of: readonly StoryCommand[]) => {
  const story = storyOf([
    founded({ opening: { cash: 100_000, reserve: 100_000 } }),
    admitted('m1'),
    admitted('m2'),
    ...of,
  ])
  const { postings } = viewChanges(story.village, story.entries)
  return { book: fundBookOf(story), postings }
}

test('entries at the bank come in the order in which they were written, whatever their days', () => {
  const { book, postings } = told(
    carriedToBank('2025-02-12', 300),
    carriedToBank('2025-02-10', 200),
    carriedToBank('2025-02-11', 100),
  )
  const byDay = postings.toSorted((a, b) => (a.on < b.on ? -1 : 1))
  expect(movedThere(book, byDay, 'bank').map(({ amount }) => amount)).toEqual([300, 200, 100])
})

test('an entry that was taken back waits for no line of the bank', () => {
  const { book, postings } = told(
    carriedToBank('2025-02-10', 500),
    {
      type: 'AppointOfficer',
      effectiveOn: '2025-02-10',
      memberId: 'm2',
      office: 'chair',
    } as StoryCommand,
    {
      type: 'ReverseEntry',
      effectiveOn: '2025-02-11',
      reverses: idOf(4),
      reason: 'wrong-amount',
      approvedBy: 'm2',
    },
    carriedToBank('2025-02-12', 700),
  )
  const moved = movedThere(book, postings, 'bank')
  expect(moved.map(({ amount, isTakenBack }) => [amount, isTakenBack])).toEqual([
    [0, true],
    [700, false],
  ])
  expect(withoutLine(book, moved, 'bank').map(({ amount }) => amount)).toEqual([700])
})

test('a line of before the first day of the book is none of its entries, and one of that day may be', async () => {
  const store = memoryStore()
  const record = await foundedIn(store)
  const about = { v: 1, effectiveOn: '2026-01-01' } as const
  const other = '0198f3a0-0000-7000-8000-0000000000a2'
  const carried = { ...carriedToBank('2026-01-01', 5000), names: [officer, other] }
  const answers = await record(
    fundId,
    [
      { ...admitted(other), ...about, id: other },
      { ...carried, ...about, id: '0198f3a0-0000-7000-8000-0000000000b1' },
    ] as Command[],
    by,
  )
  expect(answers).toMatchObject([{ outcome: 'recorded' }, { outcome: 'recorded' }])
  const signer = { mark: (_: string, text: string) => text }
  const read = await readBankFile(
    { store, hash: sha256, signer, today: '2026-06-01' },
    { fundId, place: 'bank', bytes: csv('Date,Amount', '2025-12-31,5000', '2026-01-01,5000') },
  )
  if (!read || 'faults' in read) throw new Error(JSON.stringify(read))
  expect(read.lines.map(({ on, kind }) => `${on} ${kind}`)).toEqual([
    '2025-12-31 before-the-book',
    '2026-01-01 likely',
  ])
})
