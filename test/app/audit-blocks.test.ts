import { expect, test } from 'vitest'
import { sha256 } from '#infra/system/system.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { forge, forgeries, sealedAnew } from '#test/support/forged.ts'
import { fundId, smallNetwork } from '#test/support/small-network.ts'
import type { StoryCommand } from '#test/support/village.ts'

/*
 * The audit looks at a block after the other and lets go what it has looked at. Whatever a thief does where one block ends and
 * the next one begins must be found as in a book that is looked at in one go.
 */

const idOf = (n: number): string => `00000000-0000-7000-9000-${String(n).padStart(12, '0')}`

const deposit = (n: number) =>
  ({
    type: 'RecordDeposit',
    id: idOf(n),
    effectiveOn: '2025-02-01',
    amount: 1_000 + n,
    memberId: 'm1',
  }) as StoryCommand

const back = (n: number): StoryCommand => ({
  type: 'ReverseEntry',
  effectiveOn: '2025-02-02',
  reverses: idOf(n),
  reason: 'wrong-amount',
  approvedBy: 'o3',
})

const inOneGo = 1_000

/** A book in which entries are taken back, those of its beginning among them, and what the audit finds in it by blocks. */
const book = async () => {
  const { kept } = await smallNetwork([
    ...[0, 1, 2].map(deposit),
    back(1),
    deposit(3),
    back(2),
    back(0),
  ])
  const rows = await kept.read(fundId, 0, inOneGo)
  const audited = async (of: readonly JournalRow[], blockMax: number, other: object = {}) => {
    const read = async (_: string, after: number, limit: number) =>
      of.filter(({ seq }) => seq > after).slice(0, limit)
    const { problems } = await auditAll({ ...kept, read, ...other }, sha256, { blockMax })
    return problems.map(({ seq, field, check }) => `${seq} ${field} ${check}`)
  }
  return { kept, rows, audited }
}

/** Each of the last entries stands at the beginning, in the middle and at the end of a block of one of these lengths. */
const sizes = [2, 5]
const lastOnes = 7

test('what is taken back in a later block than it was written in holds, however long the blocks are', async () => {
  const { rows, audited } = await book()
  expect(rows.filter(({ type }) => type === 'EntryReversed')).toHaveLength(3)
  for (let most = 1; most <= rows.length + 1; most += 1)
    expect(await audited(rows, most)).toEqual([])
})

const numbered = (rows: readonly JournalRow[]): JournalRow[] =>
  rows.map((row, i) => ({ ...row, seq: i + 1 }))

test.each(forgeries)(
  'a book that was %s is found by blocks as in one go, wherever that was',
  async (kind) => {
    const { rows, audited } = await book()
    for (let at = rows.length - lastOnes; at < rows.length; at += 1) {
      const forged = numbered(forge(rows, kind, at).rows)
      const whole = (await audited(forged, inOneGo)).toSorted()
      expect(whole.length, `${kind} at ${at}`).toBeGreaterThan(0)
      for (const most of sizes) expect((await audited(forged, most)).toSorted()).toEqual(whole)
      // Whoever can write the whole database makes hashes anew as well: what else tells of it is found alike.
      const sealed = sealedAnew(forged)
      const other = (await audited(sealed, inOneGo)).toSorted()
      for (const most of sizes) expect((await audited(sealed, most)).toSorted()).toEqual(other)
    }
  },
)

test('two blocks that stand in each other’s place are found at their first rows and after them', async () => {
  const { rows, audited } = await book()
  const most = 5
  const other = numbered([
    ...rows.slice(0, most),
    ...rows.slice(2 * most, 3 * most),
    ...rows.slice(most, 2 * most),
    ...rows.slice(3 * most),
  ])
  const told = await audited(other, most)
  for (const seq of [most, 2 * most, 3 * most]) expect(told).toContain(`${seq + 1} prev_hash chain`)
  for (let seq = most + 1; seq <= 3 * most; seq += 1) expect(told).toContain(`${seq} row hash`)
})

test('where the entry that is taken back is not found again under its number, whatever takes it back cannot be read', async () => {
  const { rows, audited, kept } = await book()
  const first = rows.find(({ id }) => id === idOf(1))!
  const backSeq = rows.find(({ data }) => data.includes(`"reverses":"${idOf(1)}"`))!.seq
  const read = async (id: string, after: number, limit: number) => {
    const found = await kept.read(id, after, limit)
    return limit === 1 ? found.map((row) => ({ ...row, id: idOf(99) })) : found
  }
  expect(await audited(rows, 2, { read })).toContain(`${backSeq} data readable`)
  expect(first.seq).toBeLessThan(backSeq - 1)
})
