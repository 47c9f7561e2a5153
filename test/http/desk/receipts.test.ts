import { expect, test } from 'vitest'
import { type Desk, desk, repaymentOf } from '#test/http/desk/at-desk.ts'
import { pageText } from '#test/pages/page-text.ts'
import type { Practice } from '#test/support/service.ts'

/** Records the smallest repayment on each of two loans and returns both receipts. */
const twoReceipts = async (at: Desk, ownMemberId: string) => {
  const of = async (isOwn: boolean): Promise<string> => {
    const loan = at.loans.find(({ memberId }) => (memberId === ownMemberId) === isOwn)!
    const fields = await repaymentOf({ ...at, loan }, '1000')
    return (await at.post('record/repayment', fields)).headers.get('location')!
  }
  return { own: await of(true), other: await of(false) }
}

const householdMember = async ({ needs, fundId }: Practice): Promise<string> =>
  (await needs.store.cards(fundId))[0]!.memberId

test('a household reads the receipts of its own money, and of no other', async () => {
  const at = await desk()
  const { own, other } = await twoReceipts(at, await householdMember(at))
  const token = await at.as('household')
  const page = await at.ask(own, { token })
  expect(page.status).toBe(200)
  expect(await page.text()).not.toContain('/record/')
  const denied = await at.ask(other, { token })
  const none = await at.ask(other.replace(/.{12}$/, '000000000000'), { token })
  expect([denied.status, none.status]).toEqual([404, 404])
  expect(await denied.text()).toBe(await none.text())
  const founding = (await at.needs.store.read(at.fundId, 0, 1))[0]!
  expect((await at.ask(`/funds/${at.fundId}/receipts/${founding.id}`, { token })).status).toBe(404)
  expect((await at.get(`receipts/${founding.id}`)).status).toBe(200)
})

test('a receipt shown without the amount holds no sum of money', async () => {
  const at = await desk()
  const { own } = await twoReceipts(at, await householdMember(at))
  const shown = await (await at.ask(own, { token: at.token })).text()
  const hidden = await (await at.ask(`${own}?amount=hidden`, { token: at.token })).text()
  expect(pageText(shown)).toContain('៛')
  expect(pageText(hidden)).not.toContain('៛')
  expect(pageText(hidden)).toContain('The amount is left out.')
  expect(hidden).toContain('role="img"')
  expect(hidden).toContain('amount=hidden&amp;lang=km')
})

test('the square code and the short code are those of the entry', async () => {
  const at = await desk()
  const { own } = await twoReceipts(at, await householdMember(at))
  const row = (await at.needs.store.find(at.fundId, [own.split('/').at(-1)!]))[0]!
  const page = await (await at.ask(own, { token: at.token })).text()
  expect(page).toContain(`${row.hash.slice(0, 4)} ${row.hash.slice(4, 8)}`)
  expect(page).toMatch(/role="img" aria-label="[^"]+">\s*<svg [^>]*viewBox/)
  expect(page).not.toMatch(/style=|<script/)
})
