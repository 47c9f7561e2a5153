import { expect, test } from 'vitest'
import { signerOnNode } from '#infra/system/signer.ts'
import { sha256 } from '#infra/system/system.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Signer } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { auditWitnessed } from '#src/app/proof/witness-audit.ts'
import { witnessing } from '#src/app/proof/witnessing.ts'
import { sealedAnew } from '#test/support/forged.ts'
import { day, fundId, networkId, smallNetwork } from '#test/support/small-network.ts'

const secret = (name: string) => `the ${name} signing secret of a test`
const signer = signerOnNode({ secret: secret('first') })
const by = { actor: 'u1', device: 'd1' }
const count = { amount: 100_000_000, isByNote: false }

/** A fund of which the network has kept two closings, and every row of its journal. */
const withMeetings = async () => {
  const its = await smallNetwork()
  const { store, kept, record, recordNetwork, needs } = its
  const all = { store, record, recordNetwork, signer, hash: sha256, today: () => day }
  const closed = async (on: string) =>
    witnessing(all)(
      fundId,
      (['OpenMeeting', 'CloseMeeting'] as const).map(
        (type) => ({ id: needs.ids(), v: 1, type, effectiveOn: on, count }) as Command,
      ),
      by,
    )
  await closed('2025-02-01')
  const first = (await kept.read(fundId, 0, 100)).length
  await closed('2025-02-02')
  const rows = await kept.read(fundId, 0, 100)
  const audited = async (of: readonly JournalRow[] = rows, by_?: Signer, network?: object[]) => {
    const told: string[] = []
    const read = async (_: string, after: number, limit: number) =>
      of.filter(({ seq }) => seq > after).slice(0, limit)
    const networks = network
      ? { ...kept.networks, read: async () => network as never }
      : kept.networks
    await auditWitnessed({ read, networks }, networkId, {
      foundIn: (journal) => (row, field, check) =>
        told.push(`${journal === fundId ? 'fund' : 'network'} ${row?.seq} ${field} ${check}`),
      signer: by_,
    })
    return told
  }
  return { ...its, first, rows, audited }
}

const anew = (rows: readonly JournalRow[], seq: number) =>
  sealedAnew(rows.map((row) => (row.seq === seq ? { ...row, recordedBy: 'somebody else' } : row)))

test('a book that is what the network kept of it holds, with and without the key', async () => {
  const { audited } = await withMeetings()
  expect(await audited()).toEqual([])
  expect(await audited(undefined, signer)).toEqual([])
})

test('the first entry that was written anew is told, once for a fund, also where every hash was made anew', async () => {
  const { audited, rows, first } = await withMeetings()
  expect(await audited(anew(rows, 3))).toEqual(['fund 3 hash witness'])
  expect(await audited(anew(rows, first))).toEqual([`fund ${first} hash witness`])
  expect(await audited(anew(rows, first + 1))).toEqual([`fund ${first + 1} hash witness`])
})

test('a book that was cut off is told where it ends, by the entry that the network kept', async () => {
  const { audited, rows, first, kept } = await withMeetings()
  const told: (string | undefined)[] = []
  await auditWitnessed({ read: async () => [], networks: kept.networks }, networkId, {
    foundIn: () => (row) => told.push(row?.id),
  })
  expect(told).toHaveLength(1)
  expect(await audited(rows.slice(0, -1))).toEqual([`fund ${rows.length} hash witness`])
  expect(await audited(rows.slice(0, first))).toEqual([`fund ${first + 1} hash witness`])
})

test('a checkpoint that another key has signed is told in the network’s own journal, and an older key still holds', async () => {
  const { audited, kept } = await withMeetings()
  const other = signerOnNode({ secret: secret('second') })
  const network = await kept.networks.read(networkId, 0, 10_000)
  const checkpoints = network.filter(({ type }) => type === 'FundWitnessed').map(({ seq }) => seq)
  expect(checkpoints).toHaveLength(2)
  expect(await audited(undefined, other)).toEqual(
    checkpoints.map((seq) => `network ${seq} signature witness`),
  )
  const now = signerOnNode({ secret: secret('second'), older: [secret('first')] })
  expect(await audited(undefined, now)).toEqual([])
})

test('a checkpoint that cannot be read is told elsewhere, and the next one is looked at', async () => {
  const { audited, kept, rows, first } = await withMeetings()
  const network = await kept.networks.read(networkId, 0, 10_000)
  let spoilt = 0
  const broken = network.map((row) =>
    row.type === 'FundWitnessed' && (spoilt += 1) === 1 ? { ...row, data: '{' } : row,
  )
  expect(await audited(rows, undefined, broken)).toEqual([])
  // Of what was rewritten before it the next one tells only from where it begins.
  expect(await audited(anew(rows, 3), undefined, broken)).toEqual([
    `fund ${first + 1} hash witness`,
  ])
  expect(await audited(anew(rows, first + 2), undefined, broken)).toEqual([
    `fund ${first + 2} hash witness`,
  ])
})

test('the whole audit holds each fund against what its network kept', async () => {
  const { kept, rows, first } = await withMeetings()
  const changed = anew(rows, first)
  const read = async (of: string, after: number, limit: number) =>
    of === fundId ? changed.filter(({ seq }) => seq > after).slice(0, limit) : []
  const { problems } = await auditAll({ ...kept, read }, sha256, { signer })
  expect(problems.map(({ seq, check }) => [seq, check])).toEqual([[first, 'witness']])
})

test('the entry that is told is named by what stands there now, else by what the network kept', async () => {
  const { kept, rows, first } = await withMeetings()
  const named = async (of: readonly JournalRow[]) => {
    const told: (readonly [number | undefined, string | undefined])[] = []
    const read = async (_: string, after: number, limit: number) =>
      of.filter(({ seq }) => seq > after).slice(0, limit)
    await auditWitnessed({ read, networks: kept.networks }, networkId, {
      foundIn: () => (row) => told.push([row?.seq, row?.id]),
    })
    return told
  }
  const idAt = (seq: number): string => rows.find((row) => row.seq === seq)!.id
  expect(await named(anew(rows, 3))).toEqual([[3, idAt(3)]])
  // The very entry that was kept is known, also where it is gone; one before it is not.
  expect(await named(rows.slice(0, -1))).toEqual([[rows.length, idAt(rows.length)]])
  expect(await named(rows.slice(0, first))).toEqual([[first + 1, '']])
})
