import { beforeAll, expect, test } from 'vitest'
import { type JournalRow, canonicalEntry } from '#domain/ledger/entry.ts'
import { headOf } from '#src/app/heads.ts'
import { bookOf } from '#src/app/queries.ts'
import { balanceCode, balanceOf } from '#src/app/proof/balances.ts'
import { receiptCode, receiptOf } from '#src/app/proof/receipts.ts'
import { judgeBalance, judgeReceipt, receiptIn } from '#src/app/proof/verify-receipt.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
let row: JournalRow
let code: string
beforeAll(async () => {
  village = await practice()
  const rows = await village.needs.store.read(village.fundId, 0, 10_000)
  row = rows.find(({ type }) => type === 'RepaymentRecorded')!
  code = receiptCode(receiptOf(village.needs.signer, row))
})

/** The same row with the hash that it has now: whoever owns the file counts all of them again. */
const anew = (other: JournalRow): JournalRow => ({
  ...other,
  hash: village.needs.hash(canonicalEntry(other)),
})

const checked = async (sent: string) => {
  const answer = await village.ask('/v1/receipts/check', { json: { code: sent } })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

const onPage = async (sent: string): Promise<{ status: number; text: string }> => {
  const answer = await village.ask('/receipt?lang=en', {
    method: 'POST',
    body: new URLSearchParams({ code: sent }),
  })
  return { status: answer.status, text: await answer.text() }
}

test('whoever holds a receipt learns without signing in that the book still says the same', async () => {
  expect(await checked(code)).toEqual({ status: 200, body: { verdict: 'stands', seq: row.seq } })
  expect(await checked(`  ${code.replaceAll(' ', '\n ')} `)).toMatchObject({
    body: { verdict: 'stands' },
  })
  expect(await onPage(code)).toMatchObject({
    status: 200,
    text: expect.stringContaining(`Line ${row.seq} stands in the book as it stood then`) as string,
  })
})

test('it is told where the entry was altered, sealed anew, or is gone', async () => {
  const { signer, hash } = village.needs
  const altered = { ...row, data: row.data.replace('"amount":', '"amount":1') }
  const sealedAnew = anew(altered)
  const askedOf = async (found: readonly JournalRow[]) => {
    const needs = { store: { find: async () => found }, signer, hash }
    return (await judgeReceipt(needs, receiptIn(code)!)).verdict
  }
  expect(await askedOf([altered])).toBe('written-anew')
  expect(await askedOf([sealedAnew])).toBe('written-anew')
  expect(await askedOf([{ ...row, seq: row.seq + 1 }])).toBe('written-anew')
  expect(await askedOf([])).toBe('gone')
  expect(await askedOf([row])).toBe('stands')
})

test('a stranger who guesses learns nothing of which funds and entries there are', async () => {
  const parts = code.split(' ')
  const other = 'ffffffff-0000-7000-8000-000000000000'
  for (const forged of [
    parts.with(1, other),
    parts.with(3, other),
    parts.with(2, '1'),
    parts.with(7, 'A'.repeat(86)),
  ]) {
    const { body } = await checked(forged.join(' '))
    expect(body['verdict']).toBe('not-signed')
  }
  const { text } = await onPage(parts.with(7, 'A'.repeat(86)).join(' '))
  expect(text).toContain('No fund of this service signed this')
  expect(text).not.toContain(parts[3])
})

test('what is no receipt is told so, and what was typed does not come back', async () => {
  expect(await checked('VF1 <script>')).toMatchObject({
    status: 400,
    body: { code: 'not-a-receipt' },
  })
  const { status, text } = await onPage('VF1 <script>alert(1)</script>')
  expect(status).toBe(400)
  expect(text).toContain('This is not the text of a receipt')
  expect(text).not.toContain('alert(1)')
})

test('a leaf of a passbook is held against the book like a receipt', async () => {
  const { store, signer } = village.needs
  const [member] = (await bookOf(store, village.fundId))!.members
  const path = `/funds/${village.fundId}/members/${member!.memberId}/passbook`
  const printed = await village.ask(path, { token: await village.as('record-keeper') })
  expect(await printed.text()).toContain('class="proof"')
  const head = (await headOf(store, village.fundId))!
  const said = { fundId: village.fundId, memberId: 'm1', on: '2025-12-31', savings: 1, owed: 2 }
  const leaf = balanceOf(signer, { ...said, currency: 'KHR', head })
  expect(await checked(balanceCode(leaf))).toMatchObject({
    body: { verdict: 'stands', seq: head.seq },
  })
  expect((await onPage(balanceCode(leaf))).status).toBe(200)
  const richer = balanceCode({ ...leaf, savings: 1_000 })
  expect(await checked(richer)).toMatchObject({ body: { verdict: 'not-signed' } })
  const judged = (rows: readonly JournalRow[]) =>
    judgeBalance(
      { ...village.needs, store: { find: async () => [], read: async () => rows } },
      leaf,
    )
  const [last] = await store.read(village.fundId, head.seq - 1, 1)
  const altered = { ...last!, recordedBy: 'somebody else' }
  for (const wrong of [altered, anew(altered), { ...last!, hash: 'f'.repeat(64) }])
    expect(await judged([wrong])).toMatchObject({ verdict: 'written-anew' })
  expect(await judged([])).toMatchObject({ verdict: 'gone' })
})
