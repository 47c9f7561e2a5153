import { expect, test } from 'vitest'
import { sha256 } from '#infra/system/system.ts'
import type { memoryStore } from '#infra/memory/store.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { auditNetwork } from '#src/app/proof/network-audit.ts'
import { sealedAnew } from '#test/support/forged.ts'
import { networkId, smallNetwork } from '#test/support/small-network.ts'
import { idOf } from '#test/support/village.ts'

type Store = ReturnType<typeof memoryStore>
const windowId = 'safe-ways'

const withPot = async () => {
  const { kept, decided, staff } = await smallNetwork()
  await staff('ann', 'administrator')
  const effectiveOn = '2025-02-01'
  await decided([
    { type: 'OpenPotWindow', effectiveOn, windowId, currency: 'USD' },
    { type: 'RecordPotDonation', effectiveOn, windowId, amount: 50_000 },
  ])
  const rows = await kept.networks.read(networkId, 0, 10_000)
  return { kept, rows, last: rows.at(-1)! }
}

/** What the audit of a network finds as `seq field check`, and how many entries it read. */
const audited = async (store: Store, other: Partial<Store> = {}) => {
  const told: string[] = []
  const read = await auditNetwork({ ...store, ...other }, networkId, {
    hash: sha256,
    found: (row, field, check) => told.push(`${row?.seq} ${field} ${check}`),
  })
  return { read, told }
}

/** The network's journal as somebody wrote it anew who could write the whole database. */
const withRows = ({ networks }: Store, rows: readonly JournalRow[]): Partial<Store> => ({
  networks: {
    ...networks,
    read: async (_: string, after: number, limit: number) =>
      rows.filter(({ seq }) => seq > after).slice(0, limit),
  },
})
const dataOf = (row: JournalRow, change: (text: string) => string): JournalRow => ({
  ...row,
  data: change(row.data),
})

test('an untouched network holds, and each of its entries is read', async () => {
  const { kept, rows } = await withPot()
  expect(rows).toHaveLength(5)
  expect(await audited(kept)).toEqual({ read: 5, told: [] })
})

test('a sum that does not come to zero is found in the entry, however well it is sealed', async () => {
  const { kept, rows, last } = await withPot()
  const one = sealedAnew([
    ...rows.slice(0, -1),
    dataOf(last, (text) => text.replace('"amount":50000,"currency"', '"amount":50001,"currency"')),
  ])
  expect((await audited(kept, withRows(kept, one))).told).toContain('5 data sum-to-zero')
})

test('what names something that never was is found, and the rest is read all the same', async () => {
  const { kept, rows, last } = await withPot()
  const elsewhere = dataOf(last, (text) => text.replaceAll(windowId, 'no-window'))
  const moved = sealedAnew([...rows.slice(0, -1), elsewhere])
  expect((await audited(kept, withRows(kept, moved))).told).toEqual([
    '5 data reference',
    'undefined pot-window view',
    'undefined pot-move view',
  ])
  // A network is founded once.
  const again = { ...rows[0]!, id: idOf(900) }
  const { told } = await audited(kept, withRows(kept, sealedAnew([...rows, again])))
  expect(told).toEqual(['6 data reference'])
})

test('what cannot be read is found, and what came after it is looked at too', async () => {
  const { kept, rows, last } = await withPot()
  const broken = [...rows.slice(0, -1), dataOf(last, () => '{')]
  expect((await audited(kept, withRows(kept, sealedAnew(broken)))).told).toEqual([
    '5 data canonical',
    '5 data readable',
    'undefined pot-window view',
    'undefined pot-move view',
  ])
})

test('an entry that was changed and not sealed is found by its hash, and so are those after it', async () => {
  const { kept, rows } = await withPot()
  const [first, ...others] = rows as [JournalRow, ...JournalRow[]]
  const changed = { ...first, recordedBy: 'somebody else' }
  const { told } = await audited(kept, withRows(kept, [changed, ...others]))
  expect(told).toEqual(['1 row hash'])
})

test('views of a network and of its pot that are not what a refold gives are named by what they are', async () => {
  const { kept } = await withPot()
  const [subjects, pot] = [await kept.networkSubjects(networkId), await kept.potSubjects(networkId)]
  const found = async (other: Partial<Store>) => (await audited(kept, other)).told
  expect(pot.map(({ kind }) => kind)).toEqual(['pot-move', 'pot-window'])
  expect(await found({ potSubjects: async () => pot.slice(1) })).toEqual([
    'undefined pot-move view',
  ])
  expect(await found({ networkSubjects: async () => [...subjects, ...pot] })).toEqual([])
  const more = { ...subjects[0]!, key: 'one-too-many' }
  expect(await found({ networkSubjects: async () => [...subjects, more] })).toEqual([
    `undefined ${more.kind} view`,
  ])
  const other = subjects.map((row) =>
    row.kind === 'staff' ? { ...row, data: row.data.replace('2025', '2024') } : row,
  )
  expect(await found({ networkSubjects: async () => other })).toEqual(['undefined staff view'])
})

test('views that nothing can compare are a problem, and a store that is away is none', async () => {
  const { kept } = await withPot()
  const strange = async () => {
    throw new Error('no such column')
  }
  expect((await audited(kept, { potSubjects: strange })).told).toEqual(['undefined views readable'])
  const away = async () => {
    throw new StorageUnavailable('away')
  }
  await expect(audited(kept, { potSubjects: away })).rejects.toThrow('away')
})
