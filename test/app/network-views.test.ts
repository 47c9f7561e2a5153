import { expect, test } from 'vitest'
import { networkBookOf, networkChanges } from '#src/app/network/network-views.ts'
import {
  ann,
  asked,
  begun,
  bopha,
  checked,
  code,
  decided,
  idOf,
  on,
  windowId,
  worker,
} from '#test/support/pot.ts'
import { fundId, networkId, smallNetwork } from '#test/support/small-network.ts'

/** What an entry that was just given changes: kind and key of each view row. */
const touchedBy = ({ network, entries }: ReturnType<typeof begun>, since: number) =>
  networkChanges(network, entries.slice(since)).subjects.map(({ kind, key }) => `${kind} ${key}`)

test('each entry of a network changes the rows that it is about, and no others', () => {
  const its = begun()
  const after = (...given: Parameters<typeof its.give>): string[] => {
    const before = its.entries.length
    expect(its.give(...given)).toBe('recorded')
    return touchedBy(its, before)
  }
  expect(touchedBy(its, 0)).toEqual([
    'network network',
    ...its.entries.slice(1, 5).map(({ body }) => `staff ${'userId' in body ? body.userId : ''}`),
    `pot-window ${windowId}`,
  ])
  const fund = idOf('a fund')
  expect(after('JoinFund', { fundId: fund })).toEqual([`fund ${fund}`])
  expect(after('RecordPotDonation', { windowId, amount: 90_000 })).toEqual([
    `pot-window ${windowId}`,
    'pot-move 000000008',
  ])
  expect(after('AskFromPot', asked())).toEqual([`pot-grant ${code}`])
  expect(after('TakePotStep', checked)).toEqual([`pot-grant ${code}`])
  expect(after('DecideFromPot', decided())).toEqual([`pot-grant ${code}`])
  expect(after('RecordPotPart', { code, amount: 15_000 })).toEqual([
    `pot-window ${windowId}`,
    `pot-grant ${code}`,
    'pot-move 000000012',
  ])
  expect(after('ReturnPotDonation', { windowId, amount: 5_000, approvedBy: bopha })).toEqual([
    `pot-window ${windowId}`,
    'pot-move 000000013',
  ])
  const reverses = its.entries[11]!.id
  const back = { reverses, reason: 'wrong-amount', approvedBy: bopha }
  // What was paid to somebody and never happened changes their grant too.
  expect(after('ReversePotEntry', back)).toEqual([
    `pot-window ${windowId}`,
    `pot-grant ${code}`,
    'pot-move 000000014',
  ])
  expect(after('DismissStaff', { userId: worker, role: 'migration-worker' })).toEqual([
    `staff ${worker}`,
  ])
  expect(its.moves().map((move) => [move.seq, move.entryType, move.code, move.takesBack])).toEqual([
    [8, 'DonationReceived', undefined, undefined],
    [12, 'SupportPartPaid', code, undefined],
    [13, 'DonationReturned', undefined, undefined],
    [14, 'PotEntryReversed', undefined, 12],
  ])
  expect(its.moves()[3]).toMatchObject({
    takesBackType: 'SupportPartPaid',
    effectiveOn: on,
    recordedAt: `${on}T02:00:00.000Z`,
  })
  expect(its.moves()[1]).not.toHaveProperty('takesBack')
})

test('a row that several entries are about is written once, as it is after all of them', () => {
  const its = begun()
  its.give('RecordPotDonation', { windowId, amount: 90_000 })
  its.give('RecordPotDonation', { windowId, amount: 10_000 })
  const rows = networkChanges(its.network, its.entries).subjects
  const windows = rows.filter(({ kind }) => kind === 'pot-window')
  expect(windows.map(({ data }) => JSON.parse(data) as unknown)).toMatchObject([{ held: 100_000 }])
  expect(rows.filter(({ kind, key }) => kind === 'staff' && key === ann)).toHaveLength(1)
  expect(rows.find(({ kind }) => kind === 'network')!.data).toBe('{"foundedOn":"2026-01-01"}')
})

test('a network’s book has its funds and its staff, and of a network that is none there is no book', async () => {
  const { store, staff } = await smallNetwork()
  const auditor = await staff('chan', 'auditor')
  expect(await networkBookOf(store, networkId)).toEqual({
    networkId,
    fundIds: [fundId],
    funds: [{ fundId, joinedOn: '2025-01-01' }],
    staff: [
      {
        userId: auditor.userId,
        appointments: [{ role: 'auditor', from: '2025-01-01', until: '2025-12-31' }],
        assignments: [],
      },
    ],
    numbers: [],
    services: [],
    goodForDays: 180,
    agreements: [],
    links: [],
  })
  expect(await networkBookOf(store, fundId)).toBeUndefined()
})
