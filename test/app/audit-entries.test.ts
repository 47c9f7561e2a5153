import { expect, test } from 'vitest'
import { sha256 } from '#infra/system/system.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { sealedAnew } from '#test/support/forged.ts'
import { fundId, smallNetwork } from '#test/support/small-network.ts'
import { type StoryCommand, paid, paidOut } from '#test/support/village.ts'

const deposit = (memberId: string): StoryCommand => ({
  type: 'RecordDeposit',
  effectiveOn: '2025-02-01',
  amount: 1_000,
  memberId,
})

/** What the audit finds where the fund's journal is another one, as `seq field check`. */
const withRows = async (...told: readonly StoryCommand[]) => {
  const { kept } = await smallNetwork(told)
  const rows = await kept.read(fundId, 0, 1_000)
  const audited = async (of: readonly JournalRow[], other: object = {}) => {
    const read = async (_: string, after: number, limit: number) =>
      of.filter(({ seq }) => seq > after).slice(0, limit)
    const { problems } = await auditAll({ ...kept, read, ...other }, sha256)
    return problems.map(({ seq, field, check }) => `${seq} ${field} ${check}`)
  }
  const last = rows.at(-1)!
  const withLast = (change: (text: string) => string) =>
    sealedAnew([...rows.slice(0, -1), { ...last, data: change(last.data) }])
  return { kept, rows, last, audited, withLast }
}

test('an entry that speaks of somebody who never was, or does not come to zero, is found however well it is sealed', async () => {
  const { audited, withLast, last } = await withRows(deposit('m1'))
  const stranger = await audited(withLast((text) => text.replaceAll('"m1"', '"m99"')))
  expect(stranger).toContain(`${last.seq} data reference`)
  const more = await audited(
    withLast((text) => text.replace('"amount":1000,"currency"', '"amount":1001,"currency"')),
  )
  expect(more).toContain(`${last.seq} data sum-to-zero`)
})

test('an entry that cannot be read is found, and so is one that was changed and not sealed', async () => {
  const { audited, withLast, rows, last } = await withRows(deposit('m1'))
  const unread = await audited(withLast(() => '{'))
  expect(unread.slice(0, 2)).toEqual([`${last.seq} data canonical`, `${last.seq} data readable`])
  const changed = rows.map((row) => (row.seq === 3 ? { ...row, device: 'another' } : row))
  expect(await audited(changed)).toEqual(['3 row hash'])
})

test('an entry that says it was written before the one in front of it is named', async () => {
  const { audited, rows } = await withRows(deposit('m1'))
  const back = rows.map((row) =>
    row.seq === 3 ? { ...row, recordedAt: '2024-01-01T00:00:00.000Z' } : row,
  )
  expect(await audited(sealedAnew(back))).toContain('3 recorded_at sequence')
})

test('two movements of one day are one balance, and that is what must stand there', async () => {
  const { kept, rows, audited } = await withRows(deposit('m1'), deposit('m1'))
  expect(await audited(rows)).toEqual([])
  const balances = await kept.balances(fundId)
  expect(balances.find(({ account }) => account === 'liability:savings:m1')!.amount).toBe(-2_000)
  const half = balances.map((row) =>
    row.account === 'liability:savings:m1' ? { ...row, amount: -1_000 } : row,
  )
  expect(await audited(rows, { balances: async () => half })).toEqual(['null balance view'])
})

test('a view row names the entry that it came from, also where there is no such entry, and a subject names none', async () => {
  const { kept, rows, audited } = await withRows(deposit('m1'))
  const postings = await kept.postings(fundId, {})
  const strange = [...postings, { ...postings[0]!, seq: 777 }]
  expect(await audited(rows, { postings: async () => strange })).toEqual(['777 posting view'])
  const subjects = (await kept.subjects(fundId)).filter(({ key }) => key !== 'm1')
  expect(await audited(rows, { subjects: async () => subjects })).toEqual(['null member view'])
  const { problems } = await auditAll({ ...kept, postings: async () => strange }, sha256)
  expect(problems).toMatchObject([{ seq: 777, id: '' }])
})

test('money that was moved in a period that was closed before is found', async () => {
  const { audited, rows } = await withRows(
    paidOut({ on: '2025-01-05', principal: 50_000, months: 5 }),
    { type: 'ClosePeriod', effectiveOn: '2025-01-31' },
    paid('2025-02-20', 10_000),
  )
  expect(await audited(rows)).toEqual([])
  const last = rows.at(-1)!
  const back = sealedAnew([
    ...rows.slice(0, -1),
    { ...last, data: last.data.replaceAll('"on":"2025-02-20"', '"on":"2025-01-31"') },
  ])
  expect(await audited(back)).toContain(`${last.seq} data period`)
  const open = sealedAnew([
    ...rows.slice(0, -1),
    { ...last, data: last.data.replaceAll('"on":"2025-02-20"', '"on":"2025-02-01"') },
  ])
  expect(await audited(open)).not.toContain(`${last.seq} data period`)
})
