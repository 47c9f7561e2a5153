import { expect, test } from 'vitest'
import type { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { type JournalRow, canonicalEntry } from '#domain/ledger/entry.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import type { Stretch } from '#domain/ledger/rows.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { type Found, allRows, checkChain, differing } from '#src/app/proof/audit-chain.ts'
import { fundId, networkId, smallNetwork } from '#test/support/small-network.ts'

type Store = ReturnType<typeof memoryStore>

const bought = {
  type: 'BuyShares',
  effectiveOn: '2025-02-01',
  memberId: 'm1',
  shares: 2,
} as const

const books = async () => {
  const { kept } = await smallNetwork([bought])
  return kept
}

/** What the audit finds as `field check`, in books of which something is read otherwise. */
const foundIn = async (store: Store, other: Partial<Store> = {}): Promise<string[]> => {
  const { ok, problems } = await auditAll({ ...store, ...other }, sha256)
  expect(ok).toBe(problems.length === 0)
  return problems.map(({ field, check }) => `${field} ${check}`)
}

test('untouched books hold, and every entry of funds and networks is counted', async () => {
  const store = await books()
  const rows = (await store.read(fundId, 0, 100)).length
  const decisions = (await store.networks.read(networkId, 0, 10_000)).length
  expect(await auditAll(store, sha256)).toEqual({
    ok: true,
    entries: rows + decisions,
    problems: [],
  })
})

test('a balance that is missing, one too many and one of another sum are found', async () => {
  const store = await books()
  const all = await store.balances(fundId)
  const first = all[0]!
  const later = { ...first, on: '2025-02-02' }
  const telling = (rows: typeof all) => foundIn(store, { balances: async () => rows })
  expect(await telling(all.slice(1))).toEqual(['balance view'])
  expect(await telling([...all, later])).toEqual(['balance view'])
  expect(await telling([{ ...first, amount: first.amount + 1 }, ...all.slice(1)])).toEqual([
    'balance view',
  ])
  expect(await telling([later, ...all.slice(1)])).toEqual(['balance view'])
  expect(await telling([{ ...first, isClosing: true }, ...all.slice(1)])).toEqual(['balance view'])
  expect(await telling(all.toReversed())).toEqual([])
})

test('a posting, a flag and a subject that is missing or one too many is found with its entry', async () => {
  const store = await books()
  const [postings, subjects] = [await store.postings(fundId, {}), await store.subjects(fundId)]
  expect(await foundIn(store, { postings: async () => postings.slice(1) })).toEqual([
    'posting view',
  ])
  const more = { ...postings[0]!, line: 9 }
  expect(await foundIn(store, { postings: async () => [...postings, more] })).toEqual([
    'posting view',
  ])
  expect(await foundIn(store, { subjects: async () => subjects.slice(1) })).toEqual([
    `${subjects[0]!.kind} view`,
  ])
  const flag = { seq: 2, entryType: 'MemberAdmitted', effectiveOn: '2025-01-01', flag: 'late' }
  const { problems } = await auditAll(
    { ...store, flags: async () => [{ ...flag, subject: '' }] },
    sha256,
  )
  expect(problems).toMatchObject([{ seq: 2, field: 'flag', check: 'view' }])
  expect(problems[0]!.id).toBe((await store.read(fundId, 1, 1))[0]!.id)
})

test('views of a fund that has no journal any more are found, and those of a network too', async () => {
  const store = await books()
  const other = { read: async () => [], fundIds: async () => [] }
  expect(new Set(await foundIn(store, other))).toContain('posting view')
  expect(await foundIn(store, { networkSubjects: async () => [] })).toEqual([
    'network view',
    'fund view',
  ])
})

test('views that cannot be compared are a problem, and a store that is away is none', async () => {
  const store = await books()
  const broken = { ...(await store.subjects(fundId))[0]!, data: Number.NaN as unknown as string }
  expect(await foundIn(store, { subjects: async () => [broken] })).toEqual(['views readable'])
  const network = { ...(await store.networkSubjects(networkId))[0]!, data: Number.NaN as never }
  expect(await foundIn(store, { networkSubjects: async () => [network] })).toEqual([
    'views readable',
  ])
  const away = async () => {
    throw new StorageUnavailable('away')
  }
  for (const other of [{ subjects: away }, { networkSubjects: away }])
    await expect(auditAll({ ...store, ...other }, sha256)).rejects.toThrow('away')
})

test('a thousand problems are told, and no more', async () => {
  const store = await books()
  const one = (await store.postings(fundId, {}))[0]!
  const wrong = (n: number) => Array.from({ length: n }, (_, line) => ({ ...one, seq: 9999, line }))
  const own = await store.postings(fundId, {})
  const told = async (n: number) =>
    (await auditAll({ ...store, postings: async () => [...own, ...wrong(n)] }, sha256)).problems
      .length
  expect(await told(999)).toBe(999)
  expect(await told(1000)).toBe(1000)
  expect(await told(1001)).toBe(1000)
})

/** Rows with one that is something else, every hash after it counted anew. */
const rewritten = (
  rows: readonly JournalRow[],
  seq: number,
  other: (row: JournalRow) => Partial<JournalRow>,
): JournalRow[] => {
  const anew: JournalRow[] = []
  for (const row of rows) {
    const changed = {
      ...row,
      ...(row.seq === seq ? other(row) : {}),
      prevHash: anew.at(-1)?.hash ?? '',
    }
    anew.push({ ...changed, hash: sha256(canonicalEntry(changed)) })
  }
  return anew
}

const chainOf = (rows: readonly JournalRow[]): string[] => {
  const told: string[] = []
  const found: Found = (row, field, check) => told.push(`${row?.seq} ${field} ${check}`)
  checkChain(rows, sha256, found)
  return told
}

test('text that is no canonical JSON is found even where every hash is right', async () => {
  const rows = await allRows(await books(), fundId)
  expect(chainOf(rows)).toEqual([])
  const spaced = rewritten(rows, 3, ({ data }) => ({ data: data.replace('{', '{ ') }))
  expect(chainOf(spaced)).toEqual(['3 data canonical'])
  const none = rewritten(rows, 3, () => ({ data: 'no JSON' }))
  expect(chainOf(none)).toEqual(['3 data canonical'])
})

test('a row out of its place, one with another row before it and one with another hash are told apart', async () => {
  const rows = (await allRows(await books(), fundId)).slice(0, 4)
  const [one, two, three, four] = rows as [JournalRow, JournalRow, JournalRow, JournalRow]
  expect(chainOf([two])).toEqual(['2 seq sequence', '2 prev_hash chain'])
  expect(chainOf([one, three, four])).toEqual(['3 seq sequence', '3 prev_hash chain'])
  expect(chainOf([one, { ...two, hash: '0'.repeat(64) }, three])).toEqual([
    '2 hash hash',
    '3 prev_hash chain',
  ])
  expect(chainOf([one, { ...two, recordedBy: 'somebody else' }, three])).toEqual(['2 row hash'])
})

test.each([
  ['id', 'no id'],
  ['type', 'memberAdmitted'],
  ['v', 0],
  ['effectiveOn', '2025-02-30'],
  ['recordedAt', '2025-03-01T02:00:00Z'],
  ['commandHash', 'g'.repeat(64)],
  ['data', '{ }'],
] as const)('where %s cannot be that, it is the one that is told', async (column, value) => {
  const rows = (await allRows(await books(), fundId)).slice(0, 2)
  const [one, two] = rows as [JournalRow, JournalRow]
  const field = column.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  expect(chainOf([one, { ...two, [column]: value }])).toEqual([`2 ${field} hash`])
})

test('of rows that differ, those that are expected come first, then those that are too many', () => {
  expect(
    differing(
      [
        ['posting 1 0', { amount: 1 }, 1],
        ['posting 2 0', { amount: 2 }, 2],
        ['member m1', { card: 'A' }, null],
      ],
      [
        ['posting 1 0', { amount: 1 }, 1],
        ['posting 2 0', { amount: 3 }, 2],
        ['posting 3 0', { amount: 3 }, 3],
      ],
    ),
  ).toEqual([
    { field: 'posting', seq: 2 },
    { field: 'member', seq: null },
    { field: 'posting', seq: 3 },
  ])
})

test('a journal longer than a page is read to its last row', async () => {
  const rows = await allRows(await books(), fundId)
  const long = (count: number) => ({
    read: async (_: string, after: number, limit: number) =>
      Array.from({ length: Math.max(0, Math.min(limit, count - after)) }, (_row, i) => ({
        ...rows[0]!,
        seq: after + i + 1,
      })),
  })
  for (const count of [0, 4999, 5000, 5001])
    expect((await allRows(long(count) as never, fundId)).length).toBe(count)
})

test('the books are looked at a block after the other, and no row of the views lies between two blocks', async () => {
  const store = await books()
  const asked: Stretch[] = []
  const postings: typeof store.postings = (id, filter) => {
    asked.push(filter.entries ?? {})
    return store.postings(id, filter)
  }
  const heard: number[] = []
  const progress = (_: string, count: number) => void heard.push(count)
  await auditAll({ ...store, postings }, sha256, { progress, blockMax: 3 })
  expect(heard.length).toBeGreaterThan(1)
  expect(heard).toEqual(heard.toSorted((a, b) => a - b))
  expect([asked[0]!.after, asked.at(-1)!.through]).toEqual([undefined, undefined])
  for (const [i, { after }] of asked.slice(1).entries()) expect(after).toBe(asked[i]!.through)
})
