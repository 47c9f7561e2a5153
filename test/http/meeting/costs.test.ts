import { expect, test } from 'vitest'
import { costKinds } from '#domain/fund/costs.ts'
import { oneHandLimitOf } from '#domain/fund/charter/charter.ts'
import { charterOf } from '#domain/health/book.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { incomeOf } from '#src/exchange/statements/books.ts'
import { commandsPath, send } from '#test/http/commands/sending.ts'
import { type Lending, chairsWord, check, lending, written } from '#test/http/lending/at-lending.ts'
import { ofCost } from '#test/support/a-cost.ts'
import { practice, practiceDay } from '#test/support/service.ts'
import { pageText } from '#test/pages/page-text.ts'

test('whoever writes down a cost by the API says what it was, for what work and who got it', async () => {
  const village = await practice()
  const token = await village.as('record-keeper')
  const sent = async (more: object) => {
    const id = village.needs.ids()
    const cost = { id, v: 1, type: 'RecordExpense', effectiveOn: practiceDay, amount: 700, ...more }
    return (await send(village, commandsPath(village), { token, commands: [cost] }))[0]
  }
  for (const name of ['kind', 'purpose', 'payee'] as const) {
    const { [name]: _, ...rest } = ofCost
    const fault = { outcome: 'invalid', code: 'cost-not-told', at: `/${name}` }
    expect(await sent(rest)).toMatchObject(fault)
    expect(await sent({ ...ofCost, [name]: 'a cousin' })).toMatchObject(fault)
  }
  expect(await sent(ofCost)).toMatchObject({ outcome: 'recorded' })
})

test('a cost of an older book is the sum that stands in it', async () => {
  const { needs, fundId } = await practice()
  const id = needs.ids()
  const cost = { id, v: 1, type: 'RecordExpense', effectiveOn: practiceDay, amount: 700 } as const
  const answers = await needs.record(fundId, [cost], { actor: 'importer', device: 'test' })
  expect(answers).toMatchObject([{ outcome: 'recorded' }])
})

const statementRows = async (at: Lending) => {
  const postings = await at.needs.store.postings(at.fundId, {})
  const source = { book: await at.bookNow(), asOf: practiceDay, knownAt: null, notes: new Map() }
  return incomeOf({ ...source, postings }).rows
}

const expense = ({ fundId }: Lending): string => `expense?fund=${fundId}`

test('the form asks what a cost was; its receipt and the minutes say it', async () => {
  const at = await lending()
  const form = (await at.page(`record/${expense(at)}`)).html
  for (const kind of costKinds) expect(form).toContain(`value="${kind}"`)
  const nothing = { amount: '700', kind: '', purpose: '', payee: '' }
  const { status, html } = await check(at, expense(at), nothing)
  expect(status).toBe(400)
  expect(pageText(html)).toContain('Choose one of these.')
  const said = { amount: '700', kind: 'travel', purpose: 'bank', payee: 'kin-of-an-officer' }
  const { receipt } = await written(at, expense(at), said)
  for (const word of ['travel', 'going to the bank', 'kin of an officer'])
    expect(receipt).toContain(word)
  const minutes = pageText((await at.page(`meetings/${practiceDay}/minutes`)).html)
  expect(minutes).toContain('700\u202f៛; travel')
})

test('a cost above what one officer may let out stays as a finding unless a second officer says so', async () => {
  const at = await lending()
  const limit = oneHandLimitOf(charterOf(await at.bookNow(), practiceDay))
  const found = async () =>
    findingsOf(await at.bookNow(), practiceDay).filter(({ code }) => code === 'out-by-one-hand')
  const before = await found()
  const said = { amount: String(limit + 100), kind: 'repair', purpose: 'office', payee: 'shop' }
  await written(at, expense(at), { ...said, approvedBy: at.chair.memberId, ...chairsWord })
  expect(await found()).toEqual(before)
  await written(at, expense(at), said)
  expect((await found()).length).toBe(before.length + 1)
})

test('the books and the statement of income tell costs by what they were spent on', async () => {
  const at = await lending()
  const said = { purpose: 'meeting', payee: 'shop' }
  await written(at, expense(at), { ...said, amount: '700', kind: 'food' })
  await written(at, expense(at), { ...said, amount: '300', kind: 'food' })
  await written(at, expense(at), { ...said, amount: '50', kind: 'travel' })
  const before = await statementRows(at)
  expect(before).toContainEqual({ part: 'of-running-costs', line: 'cost-food', amount: 1000 })
  expect(before).toContainEqual({ part: 'of-running-costs', line: 'cost-travel', amount: 50 })
  const posted = (await at.bookNow()).balances.map(({ account }) => account)
  expect(posted).toContain('expense:running-costs:food')
})
