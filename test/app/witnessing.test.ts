import { expect, test } from 'vitest'
import { signerOnNode } from '#infra/system/signer.ts'
import { sha256 } from '#infra/system/system.ts'
import type { FundWitnessed } from '#domain/network/operations/funds.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { witnessLast, witnessing } from '#src/app/proof/witnessing.ts'
import { fundId, networkId, smallNetwork } from '#test/support/small-network.ts'

const by = { actor: 'u1', device: 'd1' }
const count = { amount: 100_000_000, isByNote: false }

const withMeetings = async () => {
  const its = await smallNetwork()
  const needs = {
    store: its.store,
    record: its.record,
    recordNetwork: its.recordNetwork,
    signer: signerOnNode({ secret: 'a signing secret for tests' }),
    hash: sha256,
    today: () => '2025-03-01',
  }
  const record = witnessing(needs)
  const meeting = (on: string): Command[] =>
    (['OpenMeeting', 'CloseMeeting'] as const).map(
      (type) => ({ id: its.needs.ids(), v: 1, type, effectiveOn: on, count }) as Command,
    )
  const kept = async () =>
    (await its.kept.networks.read(networkId, 0, 10_000))
      .filter(({ type }) => type === 'FundWitnessed')
      .map(({ data }) => JSON.parse(data) as FundWitnessed)
  const head = async () => (await its.kept.read(fundId, 0, 10_000)).at(-1)!
  return { ...its, needs, record, meeting, witnessed: kept, head }
}

test('at a closing the network has kept the book by then, with all entries since the checkpoint before', async () => {
  const { record, meeting, witnessed, head } = await withMeetings()
  await record(fundId, meeting('2025-02-01'), by)
  const first = await head()
  await record(fundId, meeting('2025-02-02'), by)
  const second = await head()
  const [one, two] = await witnessed()
  expect(one).toMatchObject({
    fundId,
    seq: first.seq,
    entryId: first.id,
    hash: first.hash,
    from: 1,
  })
  expect(one!.trail).toHaveLength(first.seq)
  expect(one!.trail.at(-1)).toBe(first.hash.slice(0, 16))
  expect(two).toMatchObject({ seq: second.seq, from: first.seq + 1 })
  expect(two!.trail).toHaveLength(2)
})

test('nothing is kept of an opening, of a dry run and of a closing that was not taken', async () => {
  const { record, meeting, witnessed } = await withMeetings()
  const [opening, closing] = meeting('2025-02-01') as [Command, Command]
  await record(fundId, [opening], by)
  await record(fundId, [closing], { ...by, dryRun: true })
  await record(fundId, [{ ...closing, effectiveOn: '2024-01-01' }], by)
  expect(await witnessed()).toEqual([])
})

test('of several closings that come at once the last line is kept', async () => {
  const { record, meeting, witnessed, head } = await withMeetings()
  await record(fundId, [...meeting('2025-02-02'), ...meeting('2025-02-01')], by)
  expect((await witnessed()).map(({ seq }) => seq)).toEqual([(await head()).seq])
})

test('a closing never fails for the network: while it is away nothing is kept, and any other fault is told', async () => {
  const { needs, meeting, witnessed } = await withMeetings()
  const failing = (error: Error) =>
    witnessing({
      ...needs,
      recordNetwork: async () => {
        throw error
      },
    })
  const away = await failing(new StorageUnavailable('away'))(fundId, meeting('2025-02-01'), by)
  expect(away.map(({ outcome }) => outcome)).not.toContain('refused')
  expect(await witnessed()).toEqual([])
  await expect(failing(new Error('a fault'))(fundId, meeting('2025-02-02'), by)).rejects.toThrow(
    'a fault',
  )
})

test('once a book has come into the network its last closing is kept, and of one without any nothing', async () => {
  const { needs, meeting, witnessed, entered } = await withMeetings()
  await witnessLast(needs, fundId, by)
  expect(await witnessed()).toEqual([])
  await needs.record(fundId, meeting('2025-02-01'), by)
  await entered([{ type: 'RecordFine', effectiveOn: '2025-02-02', memberId: 'm1', amount: 500 }])
  await witnessLast(needs, fundId, by)
  const [one] = await witnessed()
  const rows = await needs.store.read(fundId, 0, 100)
  expect(one?.entryId).toBe(rows.findLast(({ type }) => type === 'MeetingClosed')?.id)
  await witnessLast(needs, fundId, by)
  expect(await witnessed()).toHaveLength(1)
})

/** What is kept of a closing in a book that is longer, or shorter, than what a checkpoint can hold. */
const trailOf = async (closingSeq: number, lastSeq: number | undefined) => {
  const row = (seq: number): JournalRow =>
    ({
      fundId,
      seq,
      id: `e${seq}`,
      hash: String(seq).padStart(64, '0'),
      recordedAt: '',
    }) as JournalRow
  const told: { from: number; trail: readonly string[] }[] = []
  const witnessed = lastSeq === undefined ? {} : { witnessed: { seq: lastSeq } }
  const record = witnessing({
    store: {
      networks: { fundIds: async () => [networkId] },
      networkHead: async () => undefined,
      networkSubjects: async () => [
        { kind: 'fund', key: fundId, data: JSON.stringify({ fundId, ...witnessed }) },
      ],
      find: async () => [row(closingSeq)],
      read: async (_: string, after: number, limit: number) =>
        Array.from({ length: limit }, (_row, i) => row(after + i + 1)),
    } as never,
    record: async () => [
      {
        id: 'c',
        outcome: 'recorded',
        seq: closingSeq,
        recordedAt: '2025-03-01T02:00:00.000Z',
        hash: '',
        flags: [],
      },
    ],
    recordNetwork: async (_, [command]) => {
      told.push(command as never)
      return []
    },
    signer: signerOnNode({ secret: 'a signing secret for tests' }),
    hash: sha256,
    today: () => '2025-03-01',
  })
  await record(fundId, [{ id: 'c', type: 'CloseMeeting' } as Command], by)
  return [told[0]!.from, told[0]!.trail.length]
}

test('a trail goes back to the checkpoint before, and no further than a thousand entries', async () => {
  expect(await trailOf(1000, undefined)).toEqual([1, 1000])
  expect(await trailOf(1001, undefined)).toEqual([2, 1000])
  expect(await trailOf(1500, 500)).toEqual([501, 1000])
  expect(await trailOf(1500, 499)).toEqual([501, 1000])
  expect(await trailOf(1500, 1499)).toEqual([1500, 1])
  // A book that has become shorter is kept anew, as far back as a trail goes.
  expect(await trailOf(1500, 1500)).toEqual([501, 1000])
  expect(await trailOf(1500, 1501)).toEqual([501, 1000])
})

test('the network shows how far it has kept the book', async () => {
  const { record, meeting, kept, head } = await withMeetings()
  await record(fundId, meeting('2025-02-01'), by)
  const { seq, hash, id } = await head()
  expect((await networkBookOf(kept, networkId))?.funds[0]?.witnessed).toEqual({
    seq,
    hash,
    entryId: id,
    on: '2025-03-01',
  })
})

test('a closing whose count differs is kept too, and of two at once the later line of the book', async () => {
  const { record, meeting, witnessed, head } = await withMeetings()
  const short = { amount: 99_999_900, isByNote: true }
  const [opening, closing] = meeting('2025-02-01') as [Command, Command]
  const answers = await record(fundId, [opening, { ...closing, count: short } as Command], by)
  expect(answers.at(-1)).toMatchObject({ outcome: 'flagged' })
  expect(await witnessed()).toMatchObject([{ seq: (await head()).seq }])
  await record(fundId, [...meeting('2025-02-03'), ...meeting('2025-02-02')], by)
  const [, last, ...more] = await witnessed()
  expect(last!.seq).toBe((await head()).seq)
  expect(more).toEqual([])
})
