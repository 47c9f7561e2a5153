import { beforeEach, expect, test } from 'vitest'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { type AtMeeting, meeting } from '#test/http/meeting/at-meeting.ts'
import { hiddenOf } from '#test/http/meeting/filled.ts'

let at: AtMeeting
beforeEach(async () => {
  at = await meeting()
})

const turnOf = (card: string): string =>
  `pass/${at.book.members.find((member) => member.card === card)!.memberId}`
const word = { login: practiceSecond.login, secret: practiceSecond.pin }

test('a yes with a second officer’s word, pressed twice, counts once and leads on', async () => {
  const turn = turnOf('M09')
  const yes = { ...(await at.filled(turn, { out: '400000' })), sure: 'yes', ...word }
  const first = await at.send(turn, yes)
  const after = await at.length()
  const again = await at.send(turn, yes)
  expect([first.status, again.status, await at.length()]).toEqual([303, 303, after])
  expect(again.headers.get('location')).toBe(first.headers.get('location'))
})

test('a second officer stands behind what leaves, and not behind what is laid down with it', async () => {
  const turn = turnOf('M09')
  const before = await at.length()
  const both = await at.filled(turn, { shares: '1', out: '400000' })
  expect((await at.send(turn, { ...both, sure: 'yes', ...word })).status).toBe(303)
  const rows = await at.needs.store.read(at.fundId, before, 10)
  const behind = rows.map(({ type, data }) => [type, 'approvedBy' in JSON.parse(data)])
  expect(Object.fromEntries(behind)).toEqual({ SharesBought: false, SavingsWithdrawn: true })
})

test('a line that is put on a form which was written down already is read back first', async () => {
  const turn = turnOf('M02')
  const fields = await at.filled(turn, { shares: '2' })
  expect((await at.send(turn, { ...fields, sure: 'yes' })).status).toBe(303)
  const after = await at.length()
  const more = await at.send(turn, { ...fields, deposit: '3500' })
  expect([more.status, await at.length()]).toEqual([200, after])
  expect(await more.text()).toContain('Is this what was laid on the table?')
})

test('a PIN without the name of its owner is asked about, and nothing is written by one alone', async () => {
  const turn = turnOf('M09')
  const fields = { ...(await at.filled(turn, { out: '400000' })), sure: 'yes' }
  const before = await at.length()
  const answer = await at.send(turn, { ...fields, login: ' ', secret: practiceSecond.pin })
  expect([answer.status, await at.length()]).toEqual([403, before])
  expect(await answer.text()).toContain('A PIN was typed, but not whose it is')
})

test('a second officer is told that nobody stands behind the own money', async () => {
  const { card } = at.book.members.find(({ offices }) =>
    offices.some(({ office }) => office === 'chair'),
  )!
  const turn = turnOf(card)
  const fields = { ...(await at.filled(turn, { out: '1000' })), sure: 'yes', ...word }
  const before = await at.length()
  const answer = await at.send(turn, fields)
  expect([answer.status, await at.length()]).toEqual([403, before])
  expect(await answer.text()).toContain('The second officer is the member whom the line is about')
})

test('a word that was wrong stands in the log as of what it was given for', async () => {
  const turn = turnOf('M09')
  const out = { ...(await at.filled(turn, { out: '400000' })), sure: 'yes', ...word }
  expect((await at.send(turn, { ...out, secret: '000000' })).status).toBe(403)
  expect((await at.send(turn, out)).status).toBe(303)
  const page = await at.page(`${turn}/back`)
  const [, tick] = /name="(e-[^"]*)"/.exec(page)!
  const back = { ...hiddenOf(page), reason: 'wrong-amount', [tick!]: 'yes', ...word }
  expect((await at.send(`${turn}/back`, { ...back, secret: '000000' })).status).toBe(403)
  const lines = await at.needs.store.activities(at.fundId, { limit: 30 })
  const refused = lines.filter(({ outcome }) => outcome === 'refused')
  expect(refused.map(({ action, subject }) => [action, subject]).toSorted()).toEqual([
    ['BuyShares', ''],
    ['ReverseEntry', `member:${turn.slice('pass/'.length)}`],
  ])
})
