import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Journal } from '#domain/ports.ts'
import { atOneHead, compareHeads, headOf, headsOf } from '#src/app/heads.ts'
import { entriesKnownAt, endOfDay, instantOf, viewsKnownAt } from '#src/app/known-at.ts'
import { villageTimeOf } from '#src/app/village-time.ts'
import { smallNetwork, fundId, networkId } from '#test/support/small-network.ts'

/** A journal of so many rows, each written a second after the one before. */
const journalOf = (count: number): Journal => ({
  ...memoryStore(),
  fundIds: async () => (count > 0 ? ['f1'] : []),
  read: async (_, after, limit) =>
    Array.from({ length: Math.max(0, Math.min(limit, count - after)) }, (_row, i) => {
      const seq = after + i + 1
      const recordedAt = `2025-03-01T02:00:${String(seq % 60).padStart(2, '0')}.000Z`
      return { seq, hash: `hash ${seq}`, recordedAt } as JournalRow
    }),
})

test.each([1, 2, 3, 4, 7, 8, 9, 100, 1000, 1023, 1024, 1025])(
  'the head of a journal of %i entries is its last one',
  async (count) => {
    expect(await headOf(journalOf(count), 'f1')).toEqual({ seq: count, hash: `hash ${count}` })
  },
)

test('a journal without entries has no head', async () => {
  expect(await headOf(journalOf(0), 'f1')).toBeUndefined()
})

test('what is read while nobody writes is told, and what is read while somebody does is not', async () => {
  const { kept, entered } = await smallNetwork()
  const fine = {
    type: 'RecordFine',
    effectiveOn: '2025-02-01',
    memberId: 'm1',
    amount: 500,
  } as const
  expect(await atOneHead(kept, fundId, async () => 'read')).toBe('read')
  const meanwhile = async () => {
    await entered([fine])
    return 'read'
  }
  expect(await atOneHead(kept, fundId, meanwhile)).toBeUndefined()
})

test('a head that was kept is held against the journal: missing, cut off, another one or the same', async () => {
  const { kept } = await smallNetwork()
  const heads = await headsOf(kept)
  expect(heads.map(({ kind, id }) => [kind, id])).toEqual([
    ['fund', fundId],
    ['network', networkId],
  ])
  const [fund] = heads as [(typeof heads)[number]]
  const problem = async (other: object) =>
    (await compareHeads(kept, [{ ...fund, ...other }])).map((one) => one.problem)
  expect(await compareHeads(kept, heads)).toEqual([])
  expect(await problem({ id: 'gone' })).toEqual(['missing'])
  expect(await problem({ seq: fund.seq + 1 })).toEqual(['ends-before'])
  expect(await problem({ hash: 'another' })).toEqual(['differs'])
  const [first] = await kept.read(fundId, 0, 1)
  expect(await problem({ seq: 1, hash: first!.hash })).toEqual([])
  expect(await problem({ seq: 1 })).toEqual(['differs'])
})

const known = async (count: number, instant: string | undefined) => {
  const { count: told, entries } = await entriesKnownAt(journalOf(count), 'f1', instant)
  const seqs: number[] = []
  for await (const { seq } of entries()) seqs.push(seq)
  return [told, seqs.length, seqs.at(-1)]
}

test('a journal as it was known ends with the last entry that was written by that instant', async () => {
  expect(await known(10, '2025-03-01T02:00:04.999Z')).toEqual([4, 4, 4])
  expect(await known(10, '2025-03-01T02:00:05.000Z')).toEqual([5, 5, 5])
  expect(await known(10, '2025-03-01T02:00:00.000Z')).toEqual([0, 0, undefined])
  expect(await known(10, undefined)).toEqual([10, 10, 10])
})

test.each([4999, 5000, 5001])(
  'of %i entries all are known where no instant is named',
  async (n) => {
    expect(await known(n, undefined)).toEqual([n, n, n])
  },
)

const shares = (effectiveOn: string, n: number) =>
  ({ type: 'BuyShares', effectiveOn, memberId: 'm1', shares: n }) as const

test('views of a past instant hold what was written by then, on every day of theirs', async () => {
  const { kept, entered, pass } = await smallNetwork()
  const before = await kept.balances(fundId)
  pass(1000)
  await entered([shares('2025-02-01', 2), shares('2025-02-02', 1)])
  const at = (instant: string) => viewsKnownAt(kept, fundId, instant)
  const was = await at('2025-03-01T02:00:00.999Z')
  expect(await was.balances(fundId)).toEqual(expect.arrayContaining([...before]))
  expect(await was.balances(fundId)).toHaveLength(before.length)
  const is = await at('2025-03-01T02:00:01.000Z')
  expect((await is.balances(fundId)).length).toBe((await kept.balances(fundId)).length)
  expect(await is.subjects(fundId)).toEqual(await kept.subjects(fundId))
  expect(await is.flags(fundId)).toEqual(await kept.flags(fundId))
  const postings = async (asked: Parameters<typeof is.postings>[1]) =>
    (await is.postings(fundId, asked)).map(({ on, account }) => `${on} ${account}`)
  const own = ['liability:savings:m1'] as const
  expect(await postings({ accounts: own, through: '2025-02-01' })).toEqual([
    '2025-02-01 liability:savings:m1',
  ])
  expect(await postings({ accounts: own, through: '2025-01-31' })).toEqual([])
  expect(await postings({ accounts: own })).toHaveLength(2)
  expect(await postings({ through: '2025-02-01', accounts: ['asset:cash-box'] })).toHaveLength(2)
})

test('a day ends where the village is, also where clocks are changed', () => {
  expect(endOfDay('2025-03-01', 'Asia/Phnom_Penh')).toBe('2025-03-01T16:59:59.999Z')
  expect(endOfDay('2025-03-30', 'Europe/Berlin')).toBe('2025-03-30T21:59:59.999Z')
  expect(endOfDay('2025-03-01', 'Pacific/Kiritimati')).toBe('2025-03-01T09:59:59.999Z')
  expect(endOfDay('2025-03-01', 'Pacific/Pago_Pago')).toBe('2025-03-02T10:59:59.999Z')
})

test('an instant that leads beyond the last year of four digits is the last one', () => {
  expect(instantOf('2025-03-01T09:00:00+07:00')).toBe('2025-03-01T02:00:00.000Z')
  expect(instantOf('9999-12-31T23:00:00-12:00')).toBe('9999-12-31T23:59:59.999Z')
})

test('an instant is another day in the village from seven hours before midnight in Greenwich', () => {
  expect(villageTimeOf('2025-03-01T16:59:59.999Z')).toEqual({ day: '2025-03-01', time: '23:59' })
  expect(villageTimeOf('2025-03-01T17:00:00.000Z')).toEqual({ day: '2025-03-02', time: '00:00' })
})
