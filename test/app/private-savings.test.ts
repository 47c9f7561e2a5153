import { expect, test } from 'vitest'
import { signerOnNode } from '#infra/system/signer.ts'
import { sha256 } from '#infra/system/system.ts'
import { markOf, ownPrivateOf } from '#src/app/members/private-savings.ts'
import { receiptCode, receiptOf } from '#src/app/proof/receipts.ts'
import { judgeReceipt, receiptIn } from '#src/app/proof/verify-receipt.ts'
import { fundId, smallNetwork } from '#test/support/small-network.ts'
import { reversed } from '#test/support/committee.ts'
import { type StoryCommand, idOf } from '#test/support/village.ts'

const signer = signerOnNode({ secret: 'a signing secret for tests' })
const needs = { signer, hash: sha256 }

const moved = (
  n: number,
  amount: number,
  { on = '2025-02-01', memberId = 'm1', direction = 'in' } = {},
): StoryCommand =>
  ({
    type: 'RecordPrivateSavings',
    effectiveOn: on,
    id: idOf(900 + n),
    direction,
    amount,
    mark: markOf(
      needs,
      {
        fundId,
        memberId,
      },
      idOf(900 + n),
    ),
  }) as StoryCommand

const withLines = async () => {
  const { kept, store } = await smallNetwork([
    moved(1, 5_000),
    moved(2, 9_000, { memberId: 'm2' }),
    moved(4, 2_000, { on: '2025-02-03', direction: 'out' }),
    moved(3, 1_000, { on: '2025-02-03' }),
  ])
  return { kept, own: { ...needs, store } }
}

test('a mark is of one owner and one entry: no two are alike', () => {
  const mark = (memberId: string, entryId: string, of = fundId) =>
    markOf(needs, { fundId: of, memberId }, entryId)
  expect(mark('m1', idOf(1))).toMatch(/^[0-9a-f]{64}$/)
  expect(mark('m1', idOf(1))).toBe(mark('m1', idOf(1)))
  const marks = [
    mark('m1', idOf(1)),
    mark('m1', idOf(2)),
    mark('m2', idOf(1)),
    mark('m1', idOf(1), 'another'),
  ]
  expect(new Set(marks).size).toBe(4)
})

test('what somebody saves in private is found by the owner alone, the newest first, with its receipts', async () => {
  const { kept, own } = await withLines()
  const mine = await ownPrivateOf(own, { fundId, memberId: 'm1' })
  expect(mine.saved).toBe(4_000)
  expect(mine.lines.map(({ on, amount, entryId }) => [on, amount, entryId])).toEqual([
    ['2025-02-03', 1_000, idOf(903)],
    ['2025-02-03', -2_000, idOf(904)],
    ['2025-02-01', 5_000, idOf(901)],
  ])
  const [row] = await kept.find(fundId, [idOf(901)])
  expect(mine.lines[2]!.receipt).toBe(receiptCode(receiptOf(signer, row!)))
  expect((await ownPrivateOf(own, { fundId, memberId: 'm2' })).saved).toBe(9_000)
  expect(await ownPrivateOf(own, { fundId, memberId: 'm3' })).toEqual({ saved: 0, lines: [] })
  const gone = { ...own, store: { ...own.store, find: async () => [] } }
  const [line] = (await ownPrivateOf(gone, { fundId, memberId: 'm2' })).lines
  expect(line!.receipt).toBe('')
})

test('what went out beyond her own is told to her, line by line, and what was taken back counts for nothing', async () => {
  const { store } = await smallNetwork([
    moved(1, 5_000),
    moved(2, 9_000, { memberId: 'm2' }),
    moved(3, 5_000, { direction: 'out' }),
    moved(4, 100, { direction: 'out' }),
    reversed(idOf(904), '2025-02-03'),
    moved(5, 300, { direction: 'out' }),
    moved(6, 200),
  ])
  const mine = await ownPrivateOf({ ...needs, store }, { fundId, memberId: 'm1' })
  expect(mine.saved).toBe(-100)
  const told = mine.lines.map(({ entryId, isMoreThanOwn, isTakenBack }) => [
    entryId,
    isMoreThanOwn,
    isTakenBack === true,
  ])
  expect(told).toEqual([
    [idOf(906), false, false],
    [idOf(905), true, false],
    [idOf(904), false, true],
    [idOf(903), false, false],
    [idOf(901), false, false],
  ])
  const seqs = mine.lines.map(({ seq }) => seq)
  expect(seqs).toEqual(seqs.toSorted((x, y) => y - x))
})

const withReceipt = async () => {
  const { kept } = await withLines()
  const [row] = await kept.find(fundId, [idOf(901)])
  const receipt = receiptOf(signer, row!)
  const judged = (other: object = {}, found: object | null = {}) =>
    judgeReceipt(
      {
        ...needs,
        store: { find: async () => (found === null ? [] : [{ ...row!, ...found }]) },
      },
      { ...receipt, ...other },
    )
  return { row: row!, receipt, code: receiptCode(receipt), judged }
}

test('a receipt stands while the book says what it said, and is told anew or gone where it does not', async () => {
  const { row, judged } = await withReceipt()
  expect(await judged()).toEqual({ verdict: 'stands', seq: row.seq })
  expect((await judged({}, null)).verdict).toBe('gone')
  for (const other of [
    { seq: row.seq + 1 },
    { hash: 'b'.repeat(64) },
    { recordedAt: '2025-03-01T02:00:00.001Z' },
    // Its own hash does not fit it any more.
    { data: row.data.replace('5000', '5001') },
  ])
    expect((await judged({}, other)).verdict).toBe('written-anew')
})

test('what the fund never signed is worth nothing, and nothing is read for it', async () => {
  const { receipt, judged } = await withReceipt()
  for (const other of [
    { seq: receipt.seq + 1 },
    { hash: 'b'.repeat(64) },
    { fundId: idOf(1) },
    { signature: 'q'.repeat(86) },
    { keyId: '0'.repeat(16) },
  ])
    expect((await judged(other)).verdict).toBe('not-signed')
  const unread = async () => {
    throw new Error('read')
  }
  const forged = { ...receipt, signature: 'q'.repeat(86) }
  expect((await judgeReceipt({ ...needs, store: { find: unread } }, forged)).verdict).toBe(
    'not-signed',
  )
})

test('a square code is read with spaces and lines as they come, and nothing else is a receipt', async () => {
  const { receipt, code } = await withReceipt()
  expect(receiptIn(code)).toEqual(receipt)
  expect(receiptIn(` ${code.replaceAll(' ', '\n  ')}\n`)).toEqual(receipt)
  expect(receiptIn(code.padEnd(600))).toEqual(receipt)
  expect(receiptIn(code.padEnd(601))).toBeUndefined()
  for (const other of ['', 'VF1', code.replace('VF1', 'VF2'), `${code}x`, code.slice(0, -1)])
    expect(receiptIn(other)).toBeUndefined()
})

test('what went out before it was hers stays told, though money of an earlier day is written down later', async () => {
  const { store } = await smallNetwork([
    moved(1, 1_000),
    moved(2, 9_000, { memberId: 'm2' }),
    moved(3, 3_000, { on: '2025-02-05', direction: 'out' }),
    moved(4, 5_000, { on: '2025-02-02' }),
  ])
  const { saved, lines } = await ownPrivateOf({ ...needs, store }, { fundId, memberId: 'm1' })
  expect(saved).toBe(3_000)
  expect(lines.map(({ isMoreThanOwn }) => isMoreThanOwn)).toEqual([true, false, false])
})
