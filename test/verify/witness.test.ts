import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { FundWitnessed } from '#domain/network/operations/funds.ts'
import type { NetworkBody } from '#domain/network.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Command } from '#domain/village.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { type MemoryStore, memoryStore } from '#infra/memory/store.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import { sha256 } from '#infra/system/system.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { type AuditProblem, checkChain } from '#src/app/proof/audit-chain.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { opened } from '#src/app/rows.ts'
import { auditWitnessed } from '#src/app/proof/witness-audit.ts'
import { witnessing } from '#src/app/proof/witnessing.ts'
import {
  admission,
  fixedClock,
  founding,
  idOf,
  officer,
  recorderOn,
  shares,
} from '#test/contract/village-life.ts'
import { forge, forgeries, sealedAnew } from '#test/support/forged.ts'
import { reached } from '#test/support/reached.ts'

const tries = process.env['TEST_BUDGET'] === 'ci' ? 3_000 : 300
const fundId = 'd41c6e90-83f2-8b57-b0a4-17e5c9d82f36'
const networkId = '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e00'
const signer = signerOnNode({ secret: 'invented secret of a test' })

type Told = Omit<AuditProblem, 'check'> & { readonly check: string }

const inVillage = async (store: MemoryStore = memoryStore()) => {
  const recordNetwork = networkRecorder({
    networks: store.networks,
    clock: fixedClock,
    hash: sha256,
  })
  const record = witnessing({
    store,
    record: recorderOn(store),
    recordNetwork,
    signer,
    hash: sha256,
    today: () => '2026-06-01',
  })
  const envelope = (n: number) => ({ id: idOf(n), v: 1 as const, effectiveOn: '2026-01-01' })
  await recordNetwork(
    networkId,
    [
      { ...envelope(900), type: 'FoundNetwork' },
      { ...envelope(901), type: 'JoinFund', fundId },
    ],
    officer,
  )
  return { store, record: (commands: readonly Command[]) => record(fundId, commands, officer) }
}

const count = { amount: 1_000_000, isByNote: true }
const meeting = (n: number, effectiveOn: string, between: readonly Command[]): Command[] => [
  { type: 'OpenMeeting', id: idOf(n), v: 1, effectiveOn, count },
  ...between,
  { type: 'CloseMeeting', id: idOf(n + 1), v: 1, effectiveOn, count },
]

const bought = (from: number): Command[] =>
  Array.from({ length: 8 }, (_, i) => shares(from + i, 1 + (i % 3)))

let store: MemoryStore
let rows: readonly JournalRow[]

beforeAll(async () => {
  const village = await inVillage()
  await village.record([founding(1), admission(2, 1), admission(3, 2), admission(4, 3)])
  await village.record(meeting(100, '2026-01-20', bought(10)))
  await village.record(meeting(110, '2026-02-20', bought(30)))
  // After the last meeting: nobody has kept these yet.
  await village.record(bought(50))
  store = village.store
  rows = await store.read(fundId, 0, 1000)
})

const witnessedIn = async (from: MemoryStore): Promise<readonly FundWitnessed[]> =>
  (await from.networks.read(networkId, 0, 1000)).flatMap((row) => {
    const { body } = opened<NetworkBody>(row)
    return body.type === 'FundWitnessed' ? [body] : []
  })

/** What the network says of a book that an intruder has put in the place of the village's. */
const toldOf = async (
  forged: readonly JournalRow[],
  networks: MemoryStore['networks'] = store.networks,
): Promise<readonly Told[]> => {
  const told: Told[] = []
  const read = async (_: string, after: number, limit: number) =>
    forged.filter(({ seq }) => seq > after).slice(0, limit)
  const foundIn =
    (id: string) => (row: { seq: number; id: string } | undefined, field: string, check: string) =>
      void told.push({ fundId: id, seq: row?.seq ?? null, id: row?.id ?? null, field, check })
  await auditWitnessed({ read, networks }, networkId, { foundIn, signer })
  return told
}

test('whenever a meeting is closed the network keeps, signed, where the book stands and how it came there', async () => {
  const [first, second, ...more] = await witnessedIn(store)
  expect(more).toEqual([])
  expect([first!.from, first!.seq, second!.from, second!.seq]).toEqual([1, 14, 15, 24])
  expect(second!.hash).toBe(rows[23]!.hash)
  expect(second!.trail).toEqual(rows.slice(14, 24).map(({ hash }) => hash.slice(0, 16)))
  const book = await networkBookOf(store, networkId)
  expect(book!.funds[0]!.witnessed).toMatchObject({ seq: 24, on: '2026-06-01' })
  expect(await auditAll(store, sha256, { signer })).toMatchObject({ ok: true, problems: [] })
  expect(await toldOf(rows)).toEqual([])
})

test('of many books that were sealed anew none passes the network, and the very entry is named', async () => {
  let named = 0
  const place = fc.integer({ min: 5, max: 23 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...forgeries), place, async (kind, at) => {
      const forged = forge(rows, kind, at)
      const anew = sealedAnew(forged.rows)
      const within: number[] = []
      checkChain(anew, sha256, (row) => within.push(row?.seq ?? 0))
      // The chain alone holds: it was counted anew by somebody who can write the whole database.
      expect(within).toEqual([])
      const told = await toldOf(anew)
      const isNamed =
        told.length === 1 && told[0]!.seq === forged.from && told[0]!.fundId === fundId
      named += isNamed ? 1 : 0
      return isNamed
    }),
    { numRuns: tries },
  )
  expect(named).toBe(tries)
  const tried = 'forged histories, sealed anew, held against what the network kept'
  reached({ promise: 'P8', tried, count: named, atLeast: tries, found: tries - named })
})

test('the audit of the whole database says so too, and names the entry once, however many meetings came after', async () => {
  const forged = sealedAnew(forge(rows, 'changed', 8).rows)
  const read = async (_: string, after: number, limit: number) =>
    forged.filter(({ seq }) => seq > after).slice(0, limit)
  const { ok, problems } = await auditAll({ ...store, read }, sha256)
  expect(ok).toBe(false)
  expect(problems.filter(({ check }) => check === 'witness')).toEqual([
    { fundId, seq: 9, id: forged[8]!.id, field: 'hash', check: 'witness' },
  ])
})

test('what nobody has kept yet is not vouched for: the control', async () => {
  expect(await toldOf(sealedAnew(forge(rows, 'changed', 27).rows))).toEqual([])
})

test('an older copy of the book that was put back is told by the first entry that is gone', async () => {
  expect(await toldOf(rows.slice(0, 17))).toMatchObject([{ seq: 18, check: 'witness' }])
  expect(await toldOf([])).toMatchObject([{ seq: 1, check: 'witness' }])
})

test('whoever rewrites what the network kept as well cannot sign it', async () => {
  const forged = sealedAnew(forge(rows, 'changed', 8).rows)
  const kept = await store.networks.read(networkId, 0, 1000)
  const lying = kept.map((row) => {
    if (row.type !== 'FundWitnessed') return row
    const body = JSON.parse(row.data) as FundWitnessed
    const { hash } = forged[body.seq - 1]!
    const trail = forged.slice(body.from - 1, body.seq).map((one) => one.hash.slice(0, 16))
    return { ...row, data: JSON.stringify({ ...body, hash, trail }) }
  })
  const networks = { ...store.networks, read: async () => sealedAnew(lying) }
  const told = await toldOf(forged, networks)
  expect(told.map(({ fundId: id, seq, field }) => [id, seq, field])).toEqual([
    [networkId, 3, 'signature'],
    [networkId, 4, 'signature'],
  ])
})

test('what was signed before the secret was changed is still the service’s own; another’s never is', async () => {
  const found = async (by: ReturnType<typeof signerOnNode>) =>
    (await auditAll(store, sha256, { signer: by })).problems.filter(
      ({ field }) => field === 'signature',
    ).length
  const secret = 'another secret of a test'
  expect(await found(signerOnNode({ secret, older: ['invented secret of a test'] }))).toBe(0)
  expect(await found(signerOnNode({ secret }))).toBeGreaterThan(0)
})

test('a meeting closes all the same while the network cannot be written, and the next one keeps what was missed', async () => {
  const plain = memoryStore()
  let isBusy = false
  const append: MemoryStore['networks']['append'] = async (...asked) => {
    if (isBusy) throw new StorageUnavailable('a disk is full')
    return plain.networks.append(...asked)
  }
  const village = await inVillage({ ...plain, networks: { ...plain.networks, append } })
  await village.record([founding(1), admission(2, 1)])
  isBusy = true
  const closed = await village.record(meeting(100, '2026-01-20', [shares(10, 1)]))
  expect(closed.at(-1)).toMatchObject({ seq: 5 })
  expect(await witnessedIn(plain)).toEqual([])
  isBusy = false
  await village.record(meeting(110, '2026-02-20', [shares(11, 1)]))
  expect(await witnessedIn(plain)).toMatchObject([{ from: 1, seq: 8 }])
})

test('a closing that is sent again is kept once; a dry run and a fund of no network keep nothing', async () => {
  const village = await inVillage()
  await village.record([founding(1), admission(2, 1)])
  const closing = meeting(100, '2026-01-20', [])
  await village.record(closing)
  await village.record(closing)
  expect(await witnessedIn(village.store)).toHaveLength(1)
  const alone = memoryStore()
  const needs = {
    store: alone,
    record: recorderOn(alone),
    signer,
    hash: sha256,
    today: () => '2026-06-01',
  }
  const recordNetwork = networkRecorder({
    networks: alone.networks,
    clock: fixedClock,
    hash: sha256,
  })
  const record = witnessing({ ...needs, recordNetwork })
  await record(fundId, [founding(1), ...closing], officer)
  expect(await alone.networks.fundIds()).toEqual([])
})
