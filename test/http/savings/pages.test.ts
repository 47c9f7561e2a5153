import { expect, test } from 'vitest'
import { payOuts } from '#domain/savings/share-out.ts'
import { ownPrivateOf } from '#src/app/members/private-savings.ts'
import {
  chairsWord,
  check,
  hands,
  lending,
  somebodyFree,
  written,
} from '#test/http/lending/at-lending.ts'
import { pageText } from '#test/pages/page-text.ts'
import { ofCost } from '#test/support/a-cost.ts'

test('free savings, a request for them and what was handed out are written down on pages', async () => {
  const at = await lending()
  const { memberId, card } = await somebodyFree(at)
  const of = (task: string): string => `${task}?member=${memberId}`
  const saved = await written(at, of('deposit'), { amount: '12000' })
  expect(saved.receipt).toContain('12,000')
  const deposited = pageText((await check(at, of('deposit'), { amount: '3000' })).html)
  expect(deposited).toMatch(
    /3,000\u202f៛ 2,000 1,000 three thousand riel .*Before ([\d,]+)\u202f៛ After [\d,]+\u202f៛/,
  )
  expect(deposited).not.toContain('How much?')
  const out = pageText((await check(at, of('take-out'), { amount: '2000' })).html)
  const [, before, after] = /Before ([\d,]+)\u202f៛ After ([\d,]+)\u202f៛/.exec(out)!
  const sum = (text: string): number => Number(text.replaceAll(',', ''))
  expect(sum(before!) - sum(after!)).toBe(2000)
  const asked = await check(at, of('ask-savings'), { amount: '5000' })
  expect(pageText(asked.html)).toContain('5,000\u202f៛ can be handed out now.')
  await written(at, of('ask-savings'), { amount: '5000' })
  expect(pageText((await at.page('savings')).html)).toContain(`${card} 5,000`)
  await written(at, of('take-out'), { amount: '5000' })
  expect(pageText((await at.page('savings')).html)).toContain('Nobody waits.')
})

test('one card is looked for among the savings without a script, and the sum of all stays', async () => {
  const at = await lending()
  const { card } = await somebodyFree(at)
  const all = pageText((await at.page('savings')).html)
  const [, sum] = /All together ([\d,]+)\u202f៛/.exec(all)!
  const one = (await at.page(`savings?card=${card}`)).html
  expect(one.match(/<li>\s*<a href="[^"]*\/members\//g)).toHaveLength(1)
  expect(pageText(one)).toContain(`All together ${sum}\u202f៛`)
  const none = pageText((await at.page('savings?card=nobody9')).html)
  expect(none).toContain('Nobody of that name or card has anything to show here.')
  expect(none).not.toContain('nobody9')
  const members = (await at.page(`members?card=${card}`)).html
  expect(members.match(/<li>\s*<a href="[^"]*\/members\//g)).toHaveLength(1)
  const names = pageText((await at.page(`people?card=${card}`)).html)
  expect(names.match(/Card M\d+/g)).toEqual([`Card ${card}`])
})

test('more than the own savings is told in words, and the form keeps what was typed', async () => {
  const at = await lending()
  const { memberId } = await somebodyFree(at)
  const said = await check(at, `ask-savings?member=${memberId}`, { amount: '90000000' })
  expect(said.status).toBe(409)
  expect(pageText(said.html)).toContain('That is more than the member has saved')
  expect(said.html).toContain('90000000')
})

test('private savings are taken at the table, and no page but the owner’s tells of them', async () => {
  const at = await lending()
  const { memberId, card } = await somebodyFree(at)
  const before = pageText((await at.page('savings')).html)
  const { receipt } = await written(at, `private-savings?member=${memberId}`, {
    amount: '23000',
    direction: 'in',
  })
  expect(receipt).not.toContain(card)
  expect(pageText((await at.page('savings')).html)).toBe(before)
  const own = await ownPrivateOf(at.needs, { fundId: at.fundId, memberId })
  expect(own.saved).toBe(23_000)
})

test('whoever takes private savings in leaves no line in the log of whose name was opened for it', async () => {
  const at = await lending()
  const { memberId } = await somebodyFree(at)
  const { store } = at.needs
  await store.keepNames(at.fundId, [
    { fundId: at.fundId, memberId, khmer: undefined, latin: 'Sok Dara' },
  ])
  const lines = async () =>
    (await store.activities(at.fundId, { limit: 200 })).map(({ subject }) => subject)
  const form = await written(at, `private-savings?member=${memberId}`, {
    amount: '23000',
    direction: 'in',
  })
  expect(form.receipt).not.toContain('Sok Dara')
  expect(await lines()).not.toContain(`member:${memberId}`)
  // Of what everybody may see it is written down whose name was looked at.
  await check(at, `deposit?member=${memberId}`, { amount: '3000' })
  expect(await lines()).toContain(`member:${memberId}`)
})

test('neither the check nor the receipt says what an owner has saved in private; only the pool of all does', async () => {
  const at = await lending()
  const { memberId } = await somebodyFree(at)
  const of = `private-savings?member=${memberId}`
  await written(at, of, { amount: '23000', direction: 'in' })
  const texts = []
  for (const amount of ['1000', '23000', '23100', '900000']) {
    const said = await check(at, of, { amount, direction: 'out' })
    expect(said.status).toBe(200)
    texts.push(said.html.includes('class="flags"'))
  }
  expect(texts).toEqual([false, false, false, false])
  const other = (await at.bookNow()).members.find((one) => one.memberId !== memberId)!.memberId
  await written(at, `private-savings?member=${other}`, { amount: '1000', direction: 'in' })
  const { receipt } = await written(at, of, { amount: '23100', direction: 'out' })
  expect(receipt).not.toContain('More was handed')
  const beyond = await written(at, of, { amount: '1000', direction: 'out' })
  expect(beyond.receipt).toContain('More was handed out than the private savings of all together')
})

test('a share-out is seen, voted by the meeting and signed by a second person', async () => {
  const at = await lending()
  const seen = pageText((await at.page('share-out?split=no&payOut=shares-and-parts')).html)
  expect(seen).toContain('Share-months')
  const form = await at.page(`record/share-out?fund=${at.fundId}&split=no&payOut=shares-and-parts`)
  expect(form.html).toMatch(/value="shares-and-parts"\s+checked/)
  expect(pageText(form.html)).toMatch(/Paid now [\d,]+\u202f៛ Paid later [\d,]+\u202f៛/)
  expect(pageText(form.html)).not.toContain('The borrower and kin step out')
  const vote = { ...hands(at, 50, 1), isSplit: 'no', payOut: 'shares-and-parts' }
  const place = `share-out?fund=${at.fundId}`
  await written(at, place, { ...vote, ...chairsWord })
  expect(pageText((await at.page('savings')).html)).not.toContain('Nobody waits.')
  const again = await check(at, place, vote)
  expect(again.status).toBe(409)
  expect(pageText(again.html)).toContain('There was a share-out on that day')
})

test('while there is no surplus the page says so', async () => {
  const at = await lending()
  const { html } = await at.page('share-out')
  expect(html.match(/name="payOut"/g)).toHaveLength(payOuts.length)
  const page = pageText(html)
  expect(page).toContain('There is no surplus to split now.')
  expect(page).not.toContain('Share-months')
  expect(page).not.toContain('Write down the vote')
})

test('parts of a surplus that is not split cannot be voted', async () => {
  const at = await lending()
  const vote = { ...hands(at, 50, 1), isSplit: 'no', payOut: 'parts' }
  const said = await check(at, `share-out?fund=${at.fundId}`, vote)
  expect(said.status).toBe(400)
  expect(pageText(said.html)).toContain('only where the surplus is split')
})

test.each<readonly [task: string, fields: Readonly<Record<string, string>>]>([
  ['deposit?member=', {}],
  ['expense?fund=', { ...ofCost }],
  ['private-savings?member=', { direction: 'in' }],
  ['donation?fund=', { window: 'costs' }],
])('ten times what is usual is asked about with its notes: %s', async (task, fields) => {
  const at = await lending()
  const { memberId } = await somebodyFree(at)
  const of = `${task}${task.endsWith('fund=') ? at.fundId : memberId}`
  const asked = async (amount: string) =>
    pageText((await check(at, of, { amount, ...fields })).html)
  const large = await asked('5120000')
  expect(large).toContain('Stop and count again')
  expect(large).toMatch(/5,120,000\u202f៛\. Is this ten times what you meant\?/)
  expect(large).toContain('51 × 100,000 + 1 × 20,000')
  expect(large).toContain('I counted again: record 5,120,000\u202f៛')
  expect(await asked('2000')).not.toContain('Stop and count again')
})

test('a deposit ten times what the same member brought before is asked about, however small', async () => {
  const at = await lending()
  const { memberId } = await somebodyFree(at)
  const task = `deposit?member=${memberId}`
  for (const amount of ['1000', '2000', '1000']) await written(at, task, { amount })
  const text = pageText((await check(at, task, { amount: '10000' })).html)
  expect(text).toContain('This is ten times what this member usually gives')
  expect(text).toContain('1 × 10,000')
})
