import { beforeEach, expect, test } from 'vitest'
import { app } from '#src/http/app.ts'
import { khmerDigits } from '#src/words/locale.ts'
import { type Desk, desk } from '#test/http/desk/at-desk.ts'
import { hiddenOf } from '#test/http/meeting/filled.ts'
import { failingRecord } from '#test/support/failing-record.ts'
import { ourHost } from '#test/support/service.ts'

const day = '2025-12-30'
const path = `meetings/${day}/catch-up`

let at: Desk
let page: string
beforeEach(async () => {
  at = await desk()
  page = await (await at.get(path)).text()
})

type Fields = Record<string, string>

/** A meeting of two members: one saves and pays, one is away and owes. */
const sheet = (more: Fields = {}): Fields => ({
  ...hiddenOf(page),
  p0: 'yes',
  h0: '2',
  c0: '1000',
  p1: 'yes',
  s1: '12000',
  n1: 'L25-32',
  a1: '20000',
  i1: '1500',
  't-membersPresent': '2',
  't-savingsIn': '22000',
  't-socialIn': '1000',
  't-loanPrincipalIn': '20000',
  't-interestIn': '1500',
  't-openingCash': '13237800',
  't-closingCash': '13282300',
  ...more,
})
const send = async (fields: Fields, status: number): Promise<string> => {
  const answer = await at.post(path, fields)
  const text = await answer.text()
  expect(answer.status, text).toBe(status)
  return text
}
const valueIn = (text: string, name: string): string | undefined =>
  new RegExp(`name="?${name}"?[ >][^>]*?value="([^"]*)"`).exec(text)?.[1]

test('the sheet has a line for each member in card order, with the loan that is open', () => {
  const called = [...page.matchAll(/<summary><bdi>([^<]*)<\/bdi><\/summary>/g)].map(
    ([, who]) => who!,
  )
  const cards = called.map((who) => who.split(' ').at(-1)!)
  // By name, then by card.
  expect(called[0]).toMatch(/^[\u1780-\u17ff ]+ M01$/)
  expect(cards.slice(0, 3)).toEqual(['M01', 'M02', 'M03'])
  expect(cards.length).toBeGreaterThanOrEqual(60)
  expect(cards.at(-1)).toMatch(/^[MX]/)
  expect(page).toContain('value="L25-')
})

/** What a slow connection has to carry before anybody can type: the bytes of the page, not what a host squeezes. */
const pageMax = 60 * 1024

test.each(['en', 'km'])(
  'sixty members are typed into a page of under 60 KB (%s)',
  async (language) => {
    const text = await (await at.get(`${path}?lang=${language}`)).text()
    expect(text.match(/<tr><th scope=row id="\d+">/g)!.length).toBeGreaterThanOrEqual(60)
    expect(Buffer.byteLength(text)).toBeLessThan(pageMax)
  },
)

test('half of the places for loans paid out are shown until they are used, or more are asked for', async () => {
  expect(page).toContain('name=l6-number')
  expect(page).not.toContain('name=l7-number')
  expect(await send(sheet({ step: 'more', 'l1-number': 'L26-01' }), 200)).toContain(
    'name=l12-number',
  )
  expect(await send(sheet({ 'l6-number': 'L26-01' }), 400)).toContain('name=l7-number')
})

test('who never had a loan has no cells for one, and every other has them', async () => {
  const borrowers = new Set(at.book.loans.map(({ memberId }) => memberId))
  for (const [row, { memberId }] of at.book.members.slice(0, 20).entries())
    expect(page.includes(`name=n${row} `), String(row)).toBe(borrowers.has(memberId))
})

test('totals that match are read back with the cash that must lie in the box, and nothing is written', async () => {
  const before = await at.length()
  const text = await send(sheet(), 200)
  expect(text).toContain('13,282,300')
  expect(text).toContain('The totals match')
  expect(await at.length()).toBe(before)
})

test('a total that differs is named with what was computed and what is written; all that was typed stays', async () => {
  const before = await at.length()
  const typed = sheet({ 't-savingsIn': '22500', f2: '៥០០', h2: ' 3 ' })
  const text = await send({ ...typed, 't-finesIn': '600' }, 400)
  expect(text).toContain(
    'Savings in: the lines come to 37,000\u202f៛, the paper says 22,500\u202f៛.',
  )
  expect(text).toContain('Fines in: the lines come to 500\u202f៛, the paper says 600\u202f៛.')
  expect(text).not.toContain('Social fund in: the lines')
  for (const [name, value] of Object.entries({ ...typed, 't-finesIn': '600' }))
    if (name !== 'p0' && name !== 'p1') expect(valueIn(text, name), name).toBe(value)
  expect(text.match(/value=yes[^>]*checked/g)).toHaveLength(2)
  expect(await at.length()).toBe(before)
})

test('Khmer digits are read as Latin ones, in every cell', async () => {
  const isNumber = (text: string) => /^\d+$/.test(text)
  const khmer = Object.fromEntries(
    Object.entries(sheet()).map(([name, text]) => [
      name,
      isNumber(text) ? khmerDigits(text) : text,
    ]),
  )
  const text = await send(khmer, 200)
  expect(text).toContain('13,282,300')
  const saved = await at.post(path, { ...khmer, step: 'save' })
  expect(saved.status).toBe(303)
})

test('the meeting is saved whole: opened, who was there, every sum, closed with its written totals', async () => {
  const before = await at.length()
  const saved = await at.post(path, { ...sheet(), step: 'save' })
  expect(saved.status).toBe(303)
  expect(saved.headers.get('location')).toBe(`/funds/${at.fundId}/meetings/${day}`)
  const rows = await at.needs.store.read(at.fundId, before, 100)
  expect(rows.map(({ type }) => type)).toEqual([
    'MeetingOpened',
    'AttendanceRecorded',
    'SharesBought',
    'SocialContributionPaid',
    'SavingsDeposited',
    'RepaymentRecorded',
    'MeetingClosed',
  ])
  expect(rows.every(({ effectiveOn }) => effectiveOn === day)).toBe(true)
  expect(JSON.parse(rows.at(-1)!.data)).toMatchObject({
    count: { amount: 13_282_300, isByNote: false },
    written: { membersPresent: 2, savingsIn: 22_000, interestIn: 1500 },
  })
})

test('what the costs of the meeting were is asked, and stays not told where the paper does not say it', async () => {
  const form = await (await at.get(path)).text()
  for (const name of ['t-cost-kind', 't-cost-purpose', 't-cost-payee'])
    expect(form).toContain(`name="${name}"`)
  const spent = { 't-expensesOut': '300', 't-closingCash': '13282000', step: 'save' }
  const told = { 't-cost-kind': 'travel', 't-cost-purpose': 'bank', 't-cost-payee': '' }
  const saved = await at.post(path, { ...sheet(), ...spent, ...told })
  expect(saved.status).toBe(303)
  const rows = await at.needs.store.read(at.fundId, 0, 10_000)
  const { kind, purpose, payee, postings } = JSON.parse(
    rows.findLast(({ type }) => type === 'ExpensePaid')!.data,
  )
  expect([kind, purpose, payee]).toEqual(['travel', 'bank', undefined])
  expect(JSON.stringify(postings)).toContain('expense:running-costs:travel')
})

test('a form that is sent twice is saved once', async () => {
  const fields = { ...sheet(), step: 'save' }
  expect((await at.post(path, fields)).status).toBe(303)
  const after = await at.length()
  expect((await at.post(path, fields)).status).toBe(303)
  expect(await at.length()).toBe(after)
  const other = await send({ ...fields, c0: '2000', 't-socialIn': '2000' }, 409)
  expect(other).toContain('M01: Social fund in')
  expect(await at.length()).toBe(after)
})

test.each<readonly [string, Fields, string]>([
  ['letters', { c0: '1000 riel' }, 'M01: Social fund in: write digits only'],
  ['too much', { c0: '9'.repeat(13) }, 'M01: Social fund in: this sum is too large'],
  ['less than the shares cost', { s0: '9000' }, 'M01: Savings in: savings in is less'],
  ['a loan of nobody', { n1: 'L99' }, 'M02: Loan: there is no such loan'],
  ['money for no loan', { n1: '' }, 'M02: Loan: which loan was paid?'],
  ['no closing', { 't-closingCash': '' }, 'Cash at the end: this is missing'],
  ['a loan paid out to nobody', { 'l1-number': 'L26-1', 'l1-sum': '5' }, 'there is no such card'],
  ['support without a number', { 'g1-sum': '5' }, 'the number is missing'],
])('%s in a cell is told by card and column', async (_, more, said) => {
  const before = await at.length()
  expect(await send(sheet(more), 400)).toContain(said)
  expect(await at.length()).toBe(before)
})

test('what the book does not take is told by its place, and nothing of the meeting is saved', async () => {
  const before = await at.length()
  const lent = { 'l2-number': 'L25-32', 'l2-card': 'M01', 'l2-sum': '300000', 'l2-months': '6' }
  const fields = { ...sheet(lent), 't-loansOut': '300000' }
  const text = await send(fields, 409)
  expect(text).toContain('Line 2: Loans paid out')
  expect(valueIn(text, 'l2-sum')).toBe('300000')
  expect(await at.length()).toBe(before)
})

test('a sum ten times the usual, or three times the instalment, is asked about again', async () => {
  const large = sheet({ a1: '200000', 't-loanPrincipalIn': '200000' })
  const text = await send(large, 200)
  expect(text).toContain('Card M02, 201,500\u202f៛')
  expect(text).toContain('these sums were looked at again')
})

test('going back from the question keeps everything', async () => {
  const text = await send(sheet({ step: 'change' }), 200)
  expect(valueIn(text, 'a1')).toBe('20000')
  expect(valueIn(text, 't-closingCash')).toBe('13282300')
})

test('an opening that is not the last closing, and a closing that does not add up, are said and saved', async () => {
  const text = await send(sheet({ 't-openingCash': '13237700', 't-closingCash': '13282000' }), 200)
  expect(text).toContain('The cash at the start is not the last closing')
  expect(text).toContain('The cash at the end is not what the columns come to')
  const fields = sheet({ 't-openingCash': '13237700', 't-closingCash': '13282000', step: 'save' })
  expect((await at.post(path, fields)).status).toBe(303)
})

test('a meeting that is in the book already says so', async () => {
  expect(page).not.toContain('in the book already')
  const text = await (await at.get('meetings/2025-12-20/catch-up')).text()
  expect(text).toContain('in the book already')
})

test.each(['2026-01-20', '2024-12-31', '2025-02-30', 'today'])(
  'there is no meeting of %s: not yet, not in this book, or no day',
  async (wrong) => {
    expect((await at.get(`meetings/${wrong}/catch-up`)).status).toBe(404)
    expect((await at.post(`meetings/${wrong}/catch-up`, sheet())).status).toBe(404)
  },
)

test.each<readonly [string, Fields]>([
  ['no line', { id: '019b6c5e-0000-7000-8000-000000000001' }],
  ['a line of nobody', { id: '019b6c5e-0000-7000-8000-000000000001', rows: 'nobody,' }],
  ['no id', { rows: 'nobody,' }],
])('a form with %s is none of ours', async (_, fields) => {
  expect(await send(fields, 400)).toContain('It was not recorded')
})

test('where the store cannot be written to, everything typed is kept for the next try', async () => {
  const record = failingRecord(at.needs.record, { triesToo: true })
  const answer = await app({ ...at.needs, record }).request(`/funds/${at.fundId}/${path}`, {
    method: 'POST',
    headers: { host: ourHost, authorization: `Bearer ${at.token}` },
    body: new URLSearchParams(sheet()),
  })
  expect(answer.status).toBe(503)
  expect(valueIn(await answer.text(), 'a1')).toBe('20000')
})
