import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { bookKnownAt, entriesKnownAt, viewsKnownAt } from '#src/app/known-at.ts'
import { fundId, smallNetwork } from '#test/support/small-network.ts'
import { type StoryCommand, paid, paidOut } from '#test/support/village.ts'

const forever = '9999-12-31T23:59:59.999Z'

test('a book is known as it is now, or as it was at an instant, and not before it began', async () => {
  const { kept, entered, pass } = await smallNetwork()
  pass(1_000)
  await entered([{ type: 'RecordDeposit', effectiveOn: '2025-02-01', memberId: 'm1', amount: 700 }])
  const saved = async (knownAt?: string) => {
    const known = await bookKnownAt(kept, fundId, knownAt)
    return known?.book.balances.find(({ account }) => account === 'liability:savings:m1')?.amount
  }
  expect(await saved()).toBe(-700)
  expect(await saved('2025-03-01T02:00:01.000Z')).toBe(-700)
  expect(await saved('2025-03-01T02:00:00.999Z')).toBeUndefined()
  expect((await bookKnownAt(kept, fundId, undefined))!.views).toBe(kept)
  expect(await bookKnownAt(kept, fundId, '2025-03-01T01:59:59.999Z')).toBeUndefined()
  expect(await bookKnownAt(kept, 'none', undefined)).toBeUndefined()
})

test('views of the past come in the order in which a store gives them', async () => {
  // A repayment beyond the debt that was written with another split has two flags.
  const { kept } = await smallNetwork([
    paidOut({ on: '2025-01-20', principal: 50_000, months: 5, loanId: 'l2', memberId: 'm2' }),
    paidOut({ on: '2025-01-20', principal: 50_000, months: 5 }),
    paid('2025-02-20', [100, 60_000]),
    paid('2025-02-20', [200, 60_000], 'l2'),
    {
      type: 'RecordDeposit',
      effectiveOn: '2025-02-01',
      memberId: 'm1',
      amount: 700,
    } as StoryCommand,
  ])
  const was = await viewsKnownAt(kept, fundId, forever)
  const flags = await was.flags(fundId)
  expect(flags).toEqual(await kept.flags(fundId))
  expect(flags.slice(-4).map(({ flag }) => flag)).toEqual([
    'overpaid',
    'split-differs',
    'overpaid',
    'split-differs',
  ])
  expect(await was.subjects(fundId)).toEqual(await kept.subjects(fundId))
  const through = '2025-01-31'
  expect(await was.postings(fundId, { through })).toEqual(await kept.postings(fundId, { through }))
  expect(await was.postings(fundId, {})).toEqual(await kept.postings(fundId, {}))
  const balances = await was.balances(fundId)
  expect(balances).toEqual(expect.arrayContaining([...(await kept.balances(fundId))]))
  expect(balances).toHaveLength((await kept.balances(fundId)).length)
})

/** The journal of a small fund, with so many costs after it, one a millisecond. */
const longJournal = async (length: number) => {
  const { kept } = await smallNetwork()
  const rows = await kept.read(fundId, 0, 100)
  const cost = JSON.stringify({ type: 'ExpensePaid', v: 1, amount: 1, flags: [], postings: [] })
  const all = Array.from({ length }, (_, i) => {
    const recordedAt = `2025-03-01T02:00:0${Math.floor(i / 1_000)}.${String(i % 1_000).padStart(3, '0')}Z`
    const seq = i + 1
    return { ...(rows[i] ?? { ...rows[0]!, type: 'ExpensePaid', data: cost }), seq, recordedAt }
  })
  let reads = 0
  return {
    reads: () => reads,
    ...memoryStore(),
    read: async (_: string, after: number, limit: number) => {
      reads += 1
      return all.slice(after, after + limit)
    },
  }
}

test('a journal of more than a page is folded to the last entry that was known', async () => {
  for (const length of [4_999, 5_000, 5_001]) {
    const journal = await longJournal(length)
    expect((await (await viewsKnownAt(journal, fundId, forever)).subjects(fundId)).length).toBe(12)
  }
  const journal = await longJournal(5_002)
  const known = async (instant: string) => {
    const { count, entries } = await entriesKnownAt(journal, fundId, instant)
    let read = 0
    for await (const _ of entries()) read += 1
    return [count, read]
  }
  expect(await known('2025-03-01T02:00:04.999Z')).toEqual([5_000, 5_000])
  expect(await known('2025-03-01T02:00:05.000Z')).toEqual([5_001, 5_001])
  expect(await known(forever)).toEqual([5_002, 5_002])
})
