import { beforeEach, expect, test } from 'vitest'
import { sha256 } from '#infra/system/system.ts'
import { meetingDigits, spokenCode } from '#src/app/meeting/meeting-code.ts'
import { type AtMeeting, day, meeting } from '#test/http/meeting/at-meeting.ts'

let at: AtMeeting
beforeEach(async () => {
  at = await meeting()
})

/** What the box of the practice fund closed with the last time. */
const last = '13,237,800\u202f៛'
const exact = {
  'n-100000': '132',
  'n-20000': '1',
  'n-15000': '1',
  'n-2000': '1',
  'n-500': '1',
  'n-100': '3',
}

test('whoever counts the box is not told what should come out, before it is counted', async () => {
  for (const page of ['open', '']) expect(await at.page(page)).not.toContain(last)
  await at.done('open', { sum: '13237800' })
  expect(await at.page('close')).not.toContain(last)
})

test('what is counted so far is added up, and the form stays as it was', async () => {
  const before = await at.length()
  const fields = await at.filled('open', { 'n-100000': '១៣០', 'n-500': '2', change: 'yes' })
  const text = await (await at.send('open', fields)).text()
  expect(text).toMatch(/So far\s*<b class="figure"\s*><span class="together">13,001,000\u202f៛/)
  expect(text).toMatch(/<dt>100,000 × 130<\/dt>\s*<dd>\s*<span class="together">13,000,000\u202f៛/)
  expect(text).toMatch(/name="n-100000"[^>]*value="130"/)
  expect(await at.length()).toBe(before)
})

test('a box that holds what the book says opens the meeting at once, and the next step is there', async () => {
  const answer = await at.send('open', await at.filled('open', exact))
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toMatch(/\/attendance$/)
  expect((await at.lastRow()).type).toBe('MeetingOpened')
})

test('a box that is counted note by note opens the meeting, and the notes stay with it', async () => {
  const answer = await at.done('open', { ...exact, place: 'river', key1: 'M07', key2: 'm 12' })
  expect(answer.status).toBe(303)
  const row = await at.lastRow()
  expect(row.type).toBe('MeetingOpened')
  const body = JSON.parse(row.data)
  expect(body.count).toMatchObject({ amount: 13_237_800, isByNote: true })
  expect(body.count.notes).toHaveLength(6)
  expect(body).toMatchObject({ place: 'river', flags: [] })
  expect(body.keyHolders).toHaveLength(2)
  const text = await at.page('')
  expect(text).toContain('counted by note')
  expect(text).toContain('M07, M12')
})

test('notes in Khmer digits are the same notes', async () => {
  const answer = await at.send('open', await at.filled('open', { 'n-100000': '១៣២', 'n-500': '២' }))
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('13,201,000\u202f៛')
})

test('a box that lacks 300 riel opens all the same, and by how much it differs is told once it is written', async () => {
  const fields = await at.filled('open', { sum: '13237500' })
  const text = await (await at.send('open', fields)).text()
  expect(text).toContain('The count differs from the book')
  // Whoever was told the figure before the yes would go back and type it.
  for (const told of [last, '>300\u202f៛', ' 300\u202f៛', 'is missing', 'too much'])
    expect(text).not.toContain(told)
  expect(text).toContain('The meeting opens all the same')
  expect((await at.send('open', { ...fields, sure: 'yes' })).status).toBe(303)
  expect(JSON.parse((await at.lastRow()).data)).toMatchObject({ flags: ['box-differs-from-books'] })
  expect(await at.page('')).toContain(
    '300\u202f៛ is missing in the box. It stands in the book with who kept the box',
  )
})

test.each<readonly [string, Record<string, string>, string]>([
  ['nothing', {}, 'Count the notes, or write the sum'],
  ['words', { 'n-500': 'many' }, 'a whole number'],
  ['a sum in words', { sum: 'a lot' }, 'digits'],
  ['notes and another sum', { 'n-1000': '2', sum: '2500' }, 'The notes come to 2,000\u202f៛'],
  ['a key of nobody', { sum: '0', key1: 'Z9' }, 'card'],
])('%s is told in its place, and what was typed is kept', async (_, typed, said) => {
  const before = await at.length()
  const answer = await at.send('open', await at.filled('open', typed))
  expect(answer.status).toBe(400)
  const text = await answer.text()
  expect(text).toContain(said)
  for (const [name, value] of Object.entries(typed))
    expect(text).toMatch(new RegExp(`name="${name}"[^>]*value="${value}"`))
  expect(await at.length()).toBe(before)
})

test('an empty box is zero, and a meeting of women is marked', async () => {
  expect((await at.done('open', { sum: '0', women: 'yes' })).status).toBe(303)
  expect(JSON.parse((await at.lastRow()).data)).toMatchObject({
    count: { amount: 0, isByNote: true },
    among: 'women',
  })
  expect(await at.page('')).toContain('A meeting of women alone')
})

test('the closing expects what was counted and what moved since, and warns above the box limit', async () => {
  await at.done('open', exact)
  const { book, needs, fundId } = at
  const memberId = book.members.find(({ card }) => card === 'M01')!.memberId
  const saved = { type: 'BuyShares', v: 1, effectiveOn: day, memberId, shares: 2 } as const
  await needs.record(fundId, [{ ...saved, id: needs.ids() }], { actor: 'test', device: 'test' })
  const text = await (await at.send('close', await at.filled('close', { sum: '13237800' }))).text()
  expect(text).toContain('The count differs from the book')
  expect(text).toContain(
    '13,237,800\u202f៛ would stay in the box overnight; the rules allow 2,000,000\u202f៛',
  )
})

test('closing carries a code of eight digits that the meeting page shows and the next opening reads', async () => {
  await at.done('open', exact)
  expect((await at.done('close', { sum: '13237800' })).status).toBe(303)
  const { code } = JSON.parse((await at.lastRow()).data) as { code: { digits: string } }
  expect(code.digits).toMatch(/^\d{8}$/)
  const spoken = `${code.digits.slice(0, 4)} ${code.digits.slice(4)}`
  const text = await at.page('')
  expect(text).toContain(spoken)
  expect(text).toContain('The book still gives this code')
  expect(await (await at.get('meetings/2025-12-31/open')).text()).toContain(spoken)
})

test('a code that is not that of the book is told, whoever read it aloud', async () => {
  await at.done('open', exact)
  const { needs, fundId } = at
  const closed = {
    type: 'CloseMeeting',
    id: needs.ids(),
    v: 1,
    effectiveOn: day,
    count: { amount: 13_237_800, isByNote: true },
    code: { digits: '00000000', head: 'a'.repeat(64) },
  } as const
  await needs.record(fundId, [closed], { actor: 'phone', device: 'phone' })
  expect(await at.page('')).toContain('The book gives another code now')
})

test('the code is of the head before and of each command in its place', () => {
  const code = (head: string, ...commandHashes: readonly string[]) =>
    meetingDigits(sha256, { head, commandHashes })
  expect(code('', 'a', 'b')).toMatch(/^\d{8}$/)
  const all = [
    code('', 'a', 'b'),
    code('', 'b', 'a'),
    code('', 'a'),
    code('', 'ab'),
    code('x', 'a', 'b'),
    code('', 'a', 'b', 'c'),
  ]
  expect(new Set(all).size).toBe(all.length)
  expect(spokenCode('01234567')).toBe('0123 4567')
})

test('whoever closes again later is believed, and the code is that of the later closing', async () => {
  await at.done('open', exact)
  await at.done('close', { sum: '13237800' })
  await at.done('close', { sum: '13237700' })
  const meetingNow = (await at.bookNow()).meetings.find(({ heldOn }) => heldOn === day)!
  expect(meetingNow.closing).toMatchObject({ amount: 13_237_700 })
  expect(await at.page('')).toContain('The book still gives this code')
})

test('a count that is sent twice is one count; another count under the same form is refused', async () => {
  const fields = { ...(await at.filled('open', exact)), sure: 'yes' }
  expect((await at.send('open', fields)).status).toBe(303)
  const after = await at.length()
  expect((await at.send('open', fields)).status).toBe(303)
  expect(await at.length()).toBe(after)
  expect((await at.send('open', { ...fields, 'n-100': '4' })).status).toBe(409)
  expect(await at.length()).toBe(after)
})

test('a meeting that was only brought in from paper has no code', async () => {
  const { ask, token, fundId } = at
  const text = await (await ask(`/funds/${fundId}/meetings/2025-12-20`, { token })).text()
  expect(text).toContain('not counted by note')
  expect(text).not.toContain('Meeting code')
})
