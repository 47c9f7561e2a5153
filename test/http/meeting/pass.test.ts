import { beforeEach, expect, test } from 'vitest'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { app } from '#src/http/app.ts'
import { meetingViewOf } from '#src/app/meeting/view.ts'
import { type AtTable, atTable, tableOrder } from '#src/app/meeting/pass.ts'
import { lineTyped, prefilledOf } from '#src/desk/meeting/turn.ts'
import { type AtMeeting, day, meeting } from '#test/http/meeting/at-meeting.ts'
import type { CheapSecrets } from '#test/support/cheap-secrets.ts'
import { failingRecord } from '#test/support/failing-record.ts'
import { pageText } from '#test/pages/page-text.ts'
import { ourHost } from '#test/support/service.ts'

let at: AtMeeting
let order: readonly string[]
beforeEach(async () => {
  at = await meeting()
  order = tableOrder(at.book, day)
})

const idOf = (card: string): string =>
  at.book.members.find((member) => member.card === card)!.memberId
const turnOf = (card: string): string => `pass/${idOf(card)}`

test('everybody comes to the table in card order, with what is due and what was brought', async () => {
  const text = await at.page('pass')
  const cards = [...text.matchAll(/<bdi class="quiet">([^<]*)</g)].map(([, card]) => card)
  expect(cards.slice(0, 3)).toEqual(['M01', 'M02', 'M03'])
  expect(cards).toHaveLength(order.length)
  expect(text).toContain('due today')
  // Whoever waits has brought nothing: that is not said sixty times.
  expect(text).not.toContain('nothing yet')
})

test('a turn is written down whole, and leads to the next member', async () => {
  const before = await at.length()
  const typed = { shares: '២', social: '1000', deposit: '3500', loan0: '46000' }
  const saved = await at.done(turnOf('M02'), typed)
  expect(saved.status).toBe(303)
  const onwards = saved.headers.get('location')!
  expect(onwards).toBe(`/funds/${at.fundId}/meetings/${day}/${turnOf('M03')}?after=${idOf('M02')}`)
  const rows = await at.needs.store.read(at.fundId, before, 20)
  expect(rows.map(({ type }) => type)).toEqual([
    'SharesBought',
    'SavingsDeposited',
    'SocialContributionPaid',
    'RepaymentRecorded',
  ])
  const text = await (await at.ask(onwards, { token: at.token })).text()
  expect(pageText(text)).toMatch(/\S+ \S+ M02: 60,500\u202f៛ Take back/)
  expect(meetingViewOf(await at.bookNow(), day).expectedNow).toBe(13_298_300)
})

test('what is not as usual is read back before it is written down: one sum, its parts, the notes', async () => {
  const before = await at.length()
  const fields = await at.filled(turnOf('M02'), { shares: '2', out: '3000' })
  const text = await (await at.send(turnOf('M02'), fields)).text()
  expect(text).toContain('Into the box')
  expect(text).toContain('7,000\u202f៛')
  expect(text).toContain('1 × 5,000 + 1 × 2,000')
  expect(await at.length()).toBe(before)
})

test('more taken out than laid down goes out of the box', async () => {
  const fields = await at.filled(turnOf('M02'), { social: '1000', out: '21000' })
  const text = await (await at.send(turnOf('M02'), fields)).text()
  expect(text).toContain('Out of the box')
  expect(text).toContain('20,000\u202f៛')
})

test('a repayment at the table is split by the loan itself', async () => {
  const member = atTable(at.book, { on: day, memberId: idOf('M02') })!
  const { loanId, settlement, owed } = member.loans[0]!
  expect((await at.done(turnOf('M02'), { loan0: String(settlement) })).status).toBe(303)
  const loan = (await at.bookNow()).loans.find((one) => one.loanId === loanId)!
  expect(loan.repayments.at(-1)).toMatchObject({ amount: settlement, on: day })
  expect(loan.repayments.at(-1)!.written).toBeUndefined()
  expect(settlement).toBeGreaterThan(owed)
  expect(atTable(await at.bookNow(), { on: day, memberId: idOf('M02') })!.loans).toEqual([])
})

test('a sum ten times the usual, or three times the instalment, is asked about again', async () => {
  const fields = await at.filled(turnOf('M02'), { loan0: '2000000' })
  const text = await (await at.send(turnOf('M02'), fields)).text()
  expect(text).toContain('ten times what this member usually gives')
  expect(text).toContain('three times one payment of this loan')
  expect(text).toContain('these sums were looked at again')
})

test.each<readonly [string, Record<string, string>, string]>([
  ['nothing', {}, 'Nothing was written'],
  ['words', { shares: 'two' }, 'write digits only'],
  ['more than there is', { deposit: '9'.repeat(14) }, 'this sum is too large'],
])('%s on the table is said, and what was typed is kept', async (_, typed, said) => {
  const before = await at.length()
  const answer = await at.send(turnOf('M02'), await at.filled(turnOf('M02'), typed))
  expect(answer.status).toBe(400)
  const text = await answer.text()
  expect(text).toContain(said)
  for (const [name, value] of Object.entries(typed))
    expect(text).toMatch(new RegExp(`name="${name}"[\\s\\S]{0,200}value="${value}"`))
  expect(await at.length()).toBe(before)
})

test('what was marked as absent is asked the fine of the rules and no social contribution', async () => {
  const { needs, fundId } = at
  const list = {
    type: 'RecordAttendance',
    id: needs.ids(),
    v: 1,
    effectiveOn: day,
    present: [idOf('M01')],
    absent: [idOf('M02')],
  } as const
  await needs.record(fundId, [list], { actor: 'test', device: 'test' })
  const book = await at.bookNow()
  expect(atTable(book, { on: day, memberId: idOf('M02') })).toMatchObject({
    isPresent: false,
    socialAsked: 0,
  })
  expect(atTable(book, { on: day, memberId: idOf('M01') })).toMatchObject({
    isPresent: true,
    socialAsked: 1000,
    fineAsked: 0,
  })
  expect(await at.page(turnOf('M02'))).toContain('is not here')
})

test('a turn that is sent twice is written down once; after the last member comes what waits', async () => {
  const last = order.at(-1)!
  const step = `pass/${last}`
  const fields = { ...(await at.filled(step, { social: '1000' })), sure: 'yes' }
  const first = await at.send(step, fields)
  expect(first.headers.get('location')).toBe(
    `/funds/${at.fundId}/meetings/${day}/loans?after=${last}`,
  )
  const after = await at.length()
  expect((await at.send(step, fields)).status).toBe(303)
  expect(await at.length()).toBe(after)
})

test('a turn that pays a loan off counts once, too, and with other sums it is said to be used', async () => {
  const { settlement } = atTable(at.book, { on: day, memberId: idOf('M02') })!.loans[0]!
  const typed = { shares: '2', loan0: String(settlement) }
  const fields = { ...(await at.filled(turnOf('M02'), typed)), sure: 'yes' }
  const first = await at.send(turnOf('M02'), fields)
  expect(first.status).toBe(303)
  const after = await at.length()
  const { sure: _, ...unsure } = fields
  // Whether it is right is not asked again of what is in the book.
  expect((await at.send(turnOf('M02'), unsure)).status).toBe(303)
  const again = await at.send(turnOf('M02'), fields)
  expect([again.status, again.headers.get('location')]).toEqual([
    303,
    first.headers.get('location'),
  ])
  expect((await at.send(turnOf('M02'), { ...fields, shares: '3' })).status).toBe(409)
  expect(await at.length()).toBe(after)
  // Another form asks for that loan no more.
  expect(await at.page(turnOf('M02'))).not.toContain('name="loan0"')
})

test('what the form does not have is refused, and nothing is written before it was read back', async () => {
  const before = await at.length()
  const fields = await at.filled(turnOf('M02'), { social: '1000' })
  const odd = await at.send(turnOf('M02'), { ...fields, sure: 'yes', deposits: '5000' })
  expect(odd.status).toBe(400)
  const { id, social } = fields
  expect((await at.send(turnOf('M02'), { id: id!, social: social! })).status).toBe(200)
  expect((await at.send(turnOf('M02'), { ...fields, id: 'one', sure: 'yes' })).status).toBe(400)
  expect(await at.length()).toBe(before)
})

test('where the store cannot be written to, the turn is kept and said to be tried again', async () => {
  const fields = { ...(await at.filled(turnOf('M02'), { social: '1000' })), sure: 'yes' }
  for (const triesToo of [true, false]) {
    const record = failingRecord(at.needs.record, { triesToo })
    const path = `/funds/${at.fundId}/meetings/${day}/${turnOf('M02')}`
    const answer = await app({ ...at.needs, record }).request(path, {
      method: 'POST',
      headers: { host: ourHost, authorization: `Bearer ${at.token}` },
      body: new URLSearchParams(fields),
    })
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('value="1000"')
  }
})

test('nobody who is not of the fund has a place at the table', async () => {
  expect((await at.get(`meetings/${day}/pass/${at.needs.ids()}`)).status).toBe(404)
  expect((await at.get(`meetings/${day}/pass/nobody`)).status).toBe(404)
})

test('a second officer stands behind what one takes out at the table, by a name and a secret of the own', async () => {
  const large = 400_000
  const turn = turnOf('M09')
  const fields = await at.filled(turn, { out: String(large) })
  const asked = await (await at.send(turn, fields)).text()
  expect(asked).toMatch(/name="login"/)
  expect(asked).toMatch(/type="password"[^>]*name="secret"|name="secret"[^>]*type="password"/)
  const before = await at.length()
  const yes = { ...fields, sure: 'yes', login: practiceSecond.login }
  const wrong = await at.send(turn, { ...yes, secret: '000000' })
  expect([wrong.status, await at.length()]).toEqual([403, before])
  expect(await wrong.text()).toMatch(/name="login"/)
  const { looks } = at.needs.secrets as CheapSecrets
  const looked = looks()
  const saved = await at.send(turn, { ...yes, secret: practiceSecond.pin })
  expect(saved.status).toBe(303)
  // A secret is looked at once, however many lines it stands behind.
  expect(looks() - looked).toBe(1)
  const { data } = await at.lastRow()
  const chair = at.book.members.find(({ offices }) => offices.some((one) => one.office === 'chair'))
  expect(JSON.parse(data)).toMatchObject({ amount: large, approvedBy: chair!.memberId })
})

test('where nothing leaves the box no second officer is asked for', async () => {
  const fields = await at.filled(turnOf('M02'), { shares: '2' })
  expect(await (await at.send(turnOf('M02'), fields)).text()).not.toMatch(/name="login"/)
})

test('each of two loans is paid what is laid down for it, and has its own usual sum', () => {
  const loans = [{ loanId: 'a' }, { loanId: 'b' }]
  const member = { memberId: 'm', loans } as unknown as AtTable
  const repaid = [
    { loanId: 'a', amount: 1000 },
    { loanId: 'b', amount: 25_000 },
  ]
  const turn = { member, currency: 'KHR', cash: 26_000 } as const
  const nothing = { memberId: 'm', shares: 0, deposit: 0, social: 0, fine: 0, out: 0 }
  const usual = { ...nothing, fineFor: undefined, repaid }
  const typed = prefilledOf({ at: { language: 'en' }, turn: { ...turn, usual } })
  expect(typed).toMatchObject({ loan0: '1000', loan1: '25000' })
  expect(lineTyped(turn, (name) => typed[name] ?? '').repaid).toEqual(repaid)
})
