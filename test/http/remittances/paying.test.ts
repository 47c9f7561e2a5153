import { beforeAll, expect, test } from 'vitest'
import { standingsOn } from '#domain/health/book.ts'
import { daysAfter } from '#domain/kernel/dates.ts'
import { khqrFields } from '#domain/remittances/khqr.ts'
import { bookOf } from '#src/app/queries.ts'
import { nextPaymentIn } from '#src/app/lending/next-payment.ts'
import { keepSumsOut } from '#src/app/household/own-choices.ts'
import { referenceNow } from '#src/app/remittances/references.ts'
import { remittanceWords } from '#src/words/remittance-words.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice, practiceDay } from '#test/support/service.ts'
import { paidOut } from '#test/support/village.ts'

/* A member names a sum: the code says how much, to whom and whose it is, and nothing is written down by it. */

const words = remittanceWords.in('en')
let village: Practice
let token: string

const path = () => `/funds/${village.fundId}/me/from-abroad/pay`
const shown = async () => village.ask(path(), { token })
const paid = async (amount: string, which = '0') =>
  village.ask(path(), { token, body: new URLSearchParams({ which, amount }) })
const codeIn = (page: string) => khqrFields(/data-khqr="([^"]+)"/.exec(page)![1]!)!

const saidAccount = async (account: string, effectiveOn: string) =>
  village.needs.record(
    village.fundId,
    [
      {
        id: village.needs.ids(),
        v: 1,
        type: 'SetReceivingAccount',
        effectiveOn,
        place: 'bank',
        account,
        called: 'Village Fund',
        city: 'Battambang',
      },
    ],
    { actor: 'test', device: 'test' },
  )

beforeAll(async () => {
  village = await practice()
  token = await village.as('household')
})

test('where the fund has said no account there is no code, and nothing is asked', async () => {
  for (const answer of [await shown(), await paid('50000')]) {
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(pageText(page)).toContain(words.khqrNone)
    expect(page).not.toMatch(/name="amount"|data-khqr/)
  }
})

test('the code holds the sum, the account, the own reference and until when it is good', async () => {
  await saidAccount('village_fund@bank', '2025-06-01')
  const before = (await village.needs.store.read(village.fundId, 0, 100_000)).length
  const answer = await paid('50000')
  expect(answer.status).toBe(200)
  const page = await answer.text()
  const fields = codeIn(page)
  expect(fields.get('01')).toBe('12')
  expect(fields.get('54')).toBe('50000')
  expect(fields.get('53')).toBe('116')
  expect(fields.get('29')).toContain('village_fund@bank')
  const made = Date.parse(village.needs.clock())
  const week = 7 * 24 * 3600_000
  expect(fields.get('99')).toBe(`0013${made}0113${made + week}`)
  const { members } = (await bookOf(village.needs.store, village.fundId))!
  const references = await Promise.all(
    members.map(({ memberId: key }) =>
      referenceNow(village.needs, village.fundId, { kind: 'member', key }),
    ),
  )
  expect(references.filter((one) => fields.get('62')!.includes(one))).toHaveLength(1)
  for (const said of ['50,000', 'village_fund@bank', '7 January 2026', words.payScan])
    expect(pageText(page)).toContain(said)
  // Nobody's name and no card goes with it.
  expect([...fields.values()].join(' ')).not.toMatch(/M\d\d/)
  expect((await village.needs.store.read(village.fundId, 0, 100_000)).length).toBe(before)
})

test('an account that was said lately is told before anybody pays, and an old one is not', async () => {
  expect(pageText(await (await paid('50000')).text())).toContain('Ask two officers')
  village.pass(31 * 24 * 3600_000)
  token = await village.as('household')
  expect(pageText(await (await paid('50000')).text())).not.toContain('Ask two officers')
})

test('what falls due next is filled in already, but for whoever wants no sums on the own pages', async () => {
  const page = await (await shown()).text()
  const book = (await bookOf(village.needs.store, village.fundId))!
  const amount = /id="amount"[^>]*?value="([^"]*)"/.exec(page)![1]!
  const due = standingsOn(book, practiceDay).flatMap(
    ({ loan }) => nextPaymentIn(book, loan, village.needs.today())?.amount ?? [],
  )
  expect(due).toContain(Number(amount))
  // It is of a loan, and not of what is saved.
  expect(page).toMatch(/name="which"\s+value="[1-9]"[^>]*\schecked/)
  expect(page).not.toMatch(/name="which"\s+value="0"[^>]*\schecked/)
  for (const { memberId } of book.members)
    await keepSumsOut(village.needs.store, { fundId: village.fundId, memberId }, true)
  expect(await (await shown()).text()).toMatch(/id="amount"[^>]*?value=""/)
  for (const { memberId } of book.members)
    await keepSumsOut(village.needs.store, { fundId: village.fundId, memberId }, false)
})

test('of two loans the one that falls due first is filled in', async () => {
  const { needs, fundId } = village
  const cards = await needs.store.cards(fundId)
  const { memberId } = cards.find(({ revokedAt }) => revokedAt === undefined)!
  const on = needs.today()
  const second = {
    ...paidOut({ on, principal: 30_000, months: 3, loanId: needs.ids(), memberId }),
    number: 'L-SECOND',
    product: 'emergency',
    firstDueOn: daysAfter(on, 1),
  }
  const command = { id: needs.ids(), v: 1, ...second } as never
  const [answer] = await needs.record(fundId, [command], { actor: 'test', device: 'test' })
  expect(answer).toMatchObject({ outcome: 'flagged' })
  const book = (await bookOf(needs.store, fundId))!
  const nexts = standingsOn(book, on, memberId).flatMap(
    ({ loan }) => nextPaymentIn(book, loan, on) ?? [],
  )
  const [first, later] = nexts.toSorted((a, b) => (a.on < b.on ? -1 : 1))
  expect(later!.on > first!.on && later!.amount !== first!.amount).toBe(true)
  const [, amount] = /id="amount"[^>]*?value="([^"]*)"/.exec(await (await shown()).text())!
  expect(Number(amount)).toBe(first!.amount)
})

test('a sum that is none, and a loan that is not the own, make no code', async () => {
  for (const answer of [
    await paid(''),
    await paid('0'),
    await paid('-5'),
    await paid('5000', '99'),
  ]) {
    expect(answer.status).toBe(400)
    expect(await answer.text()).not.toContain('data-khqr')
  }
})

test('whoever else opens the page finds the own reference there, or nothing', async () => {
  const own = codeIn(await (await paid('50000')).text()).get('62')
  const body = new URLSearchParams({ which: '0', amount: '50000' })
  const keeper = await village.ask(path(), { token: await village.as('record-keeper'), body })
  expect(codeIn(await keeper.text()).get('62')).not.toBe(own)
  const auditor = await village.ask(path(), { token: await village.as('auditor') })
  expect(auditor.status).toBe(403)
})

test('of several references another one is given for the one that was chosen alone', async () => {
  const at = `/funds/${village.fundId}/me/from-abroad`
  const shownNow = async () => {
    const page = await (await village.ask(at, { token })).text()
    return [...page.matchAll(/class="figure"[^>]*>(RF[^<]+)</g)].map(([, one]) => one!)
  }
  const before = await shownNow()
  expect(before.length).toBeGreaterThan(1)
  const body = new URLSearchParams({ which: '1', secret: '' })
  expect((await village.ask(at, { token, body })).status).toBe(303)
  const after = await shownNow()
  expect(after[1]).not.toBe(before[1])
  expect(after.toSpliced(1, 1)).toEqual(before.toSpliced(1, 1))
})
