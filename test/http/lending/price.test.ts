import { expect, test } from 'vitest'
import { languages } from '#src/words/catalogue.ts'
import {
  type Lending,
  askedFor,
  chairsWord,
  check,
  filled,
  hands,
  lending,
  lookedInto,
  somebodyFree,
  written,
} from '#test/http/lending/at-lending.ts'
import type { Fields } from '#test/http/desk/at-desk.ts'
import { pageText } from '#test/pages/page-text.ts'

const taskOf = async (at: Lending): Promise<string> =>
  `request?member=${(await somebodyFree(at)).memberId}`

/** What the button that sees the price answers. */
const priced = async (at: Lending, fields: Fields = {}, query = '') =>
  at.post(
    `record/request/price${query}`,
    await filled(at, await taskOf(at), { ...askedFor, ...fields }),
  )

test.each(languages)('the price stands under the form that was typed, in %s', async (language) => {
  const at = await lending(language)
  const { status, html } = await priced(at, { fee: '1000', repayment: 'equal-instalment' })
  expect(status).toBe(200)
  expect(html).toMatch(/name="principal"[^>]*value="400000"/)
  expect(html).toMatch(/value="equal-instalment"\s+selected/)
  expect(html).toMatch(/<section id="price"[\s\S]*class="verdict bad"/)
  expect(await at.length()).toBe(await (await lending()).length())
})

test('total, cost of each 100,000, largest payment and both rates are told before anything is sent', async () => {
  const text = pageText((await priced(await lending())).html)
  for (const said of [
    'Paid back in all 426,800\u202f៛',
    'Cost of each 100,000\u202f៛ borrowed 6,700\u202f៛',
    'The largest payment 56,000\u202f៛',
    'A year, by the months alone',
    'A year, by the day of each payment',
    'No rule stands against it.',
  ])
    expect(text).toContain(said)
})

test.each([
  ['a land title', { security: 'land-title' }, 'Leave the paper at home.'],
  ['a loan for papers, and no way named', { purpose: 'papers-and-travel' }, 'migration team'],
  ['more than anybody may borrow', { principal: '1500100' }, 'Ask for a smaller sum'],
  ['an emergency of four months', { product: 'emergency', months: '4' }, 'for a shorter time'],
])('%s is told with what to do next, before it is sent', async (_, fields, next) => {
  const text = pageText((await priced(await lending(), fields)).html)
  expect(text).toContain('No: ')
  expect(text).toContain(`What to do next: `)
  expect(text).toContain(next)
})

test('whoever types one sum after another learns nothing of the savings: only the check says within or above', async () => {
  const at = await lending()
  const book = await at.bookNow()
  const member = await somebodyFree(at)
  const saved = -book.balances
    .filter(({ account }) => account === `liability:savings:${member.memberId}`)
    .reduce((sum, { amount }) => sum + amount, 0)
  const above = { principal: String(saved * 3 + 100) }
  expect(saved).toBeGreaterThan(0)
  const typed = pageText((await priced(at, above)).html)
  expect(typed).not.toContain('larger than the rules allow')
  expect(typed).toContain('What the household can bear is looked into before the vote.')
  const question = await check(at, await taskOf(at), { ...askedFor, ...above })
  expect(pageText(question.html)).toContain('The sum is larger than the rules allow.')
  expect(question.html).not.toContain(String(saved * 3))
  // What is within it is asked for at once.
  const within = await check(at, await taskOf(at), { ...askedFor, principal: String(saved * 3) })
  expect(within.status).toBe(303)
})

test('what cannot be read is told at its field; what it is for may come later', async () => {
  const at = await lending()
  const faulty = await priced(at, { months: 'many' })
  expect(faulty.status).toBe(400)
  expect(faulty.html).toContain('id="months-fault"')
  const later = await priced(at, { purpose: '' })
  expect(later.status).toBe(200)
  expect(later.html).not.toContain('-fault"')
})

test('a script is answered the place of the price alone, and hears what is missing', async () => {
  const at = await lending()
  const { status, html } = await priced(at, {}, '?part=price')
  expect(status).toBe(200)
  expect(html).toMatch(/^<!doctype html>/)
  expect(html).not.toMatch(/<form|<input|<script/)
  expect(pageText(html)).toContain('426,800\u202f៛')
  const waits = await priced(at, { principal: '' }, '?part=price')
  expect(waits.status).toBe(200)
  expect(pageText(waits.html)).toContain('its price stands here')
})

test('the price that is typed, checked and voted on is that of the next meeting, as it will be read aloud', async () => {
  const at = await lending()
  const next = 'Price for a pay-out on 20 January 2026.'
  expect(pageText((await priced(at)).html)).toContain(next)
  const loanId = await lookedInto(at)
  const vote = pageText((await at.page(`record/decision?loan=${loanId}`)).html)
  expect(vote).toContain(next)
  expect(vote).toContain('First and last 20 February 2026')
  const own = { dueOn: '2026-01-15 2026-02-15', months: '2' }
  expect(pageText((await priced(at, own)).html)).toContain(
    'Price for a pay-out on 31 December 2025.',
  )
})

test.each<readonly [string, Fields]>([
  ['a day of the month', { dayOfMonth: '31' }],
  ['a first payment at a month’s end', { firstDueOn: '2026-01-31' }],
])('%s is asked for on the form, and a month’s end stays one', async (_, fields) => {
  const text = pageText((await priced(await lending(), { months: '3', ...fields })).html)
  for (const day of ['31 Jan 2026', '28 Feb 2026', '31 Mar 2026'])
    expect(text).toMatch(new RegExp(`${day} 1\\d\\d,`))
})

test.each<readonly [string, Fields]>([
  ['that no month has', { dayOfMonth: '32' }],
  ['beside weeks', { dayOfMonth: '31', every: 'week' }],
  ['beside a first payment on another day', { dayOfMonth: '15', firstDueOn: '2026-02-10' }],
])('a day of the month %s is told at its field', async (_, fields) => {
  const faulty = await priced(await lending(), fields)
  expect(faulty.status).toBe(400)
  expect(faulty.html).toContain('id="dayOfMonth-fault"')
})

test('what somebody may borrow and what can be lent is told to the record-keeper before anything is typed, and with a price to nobody', async () => {
  const at = await lending()
  const form = pageText((await at.page(`record/${await taskOf(at)}`)).html)
  for (const said of [
    'Can be lent now',
    'At most: Ordinary loan',
    'At most: Emergency loan',
    'At most: Papers and travel',
    'At most: To pay off a dear loan',
    'An emergency loan lasts',
  ])
    expect(form).toMatch(new RegExp(said))
  const [, most] = /At most: Ordinary loan ([\d,]+)\u202f៛/.exec(form)!
  const above = { ...askedFor, principal: String(Number(most!.replaceAll(',', '')) + 100) }
  const question = pageText((await check(at, await taskOf(at), above)).html)
  expect(question).toMatch(/larger than the rules allow|larger than/)
  expect(pageText((await priced(at)).html)).not.toContain('At most: Ordinary loan')
})

test('what can be handed out today is told above the sum that is taken out, asked for and paid out', async () => {
  const at = await lending()
  const { memberId } = await somebodyFree(at)
  for (const task of ['take-out', 'ask-savings'])
    expect(pageText((await at.page(`record/${task}?member=${memberId}`)).html)).toMatch(
      /Can be handed out today, at most [\d,]+\u202f៛/,
    )
  const loanId = await lookedInto(at)
  const vote = pageText((await at.page(`record/decision?loan=${loanId}`)).html)
  expect(vote).toMatch(/Can be lent now [\d,]+\u202f៛/)
  await written(at, `decision?loan=${loanId}`, { ...hands(at, 50, 2), ...chairsWord })
  const payout = pageText((await at.page(`loans/${loanId}?gate=payout`)).html)
  expect(payout).toContain('In the box by the book')
})

test('while the box is open nobody is told what can be lent: it says what must lie in it', async () => {
  const at = await lending()
  const isTold = async (): Promise<boolean> =>
    pageText((await at.page(`record/${await taskOf(at)}`)).html).includes('Can be lent now')
  expect(await isTold()).toBe(true)
  const open = {
    id: at.needs.ids(),
    v: 1 as const,
    type: 'OpenMeeting' as const,
    effectiveOn: '2025-12-31',
    count: { isByNote: false, amount: 13_000_000 },
  }
  await at.needs.record(at.fundId, [open], { actor: 'practice', device: 'practice' })
  expect(await isTold()).toBe(false)
})
