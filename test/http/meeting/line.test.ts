import { beforeEach, expect, test } from 'vitest'
import { awayTableNames, awayTables } from '#domain/fund/meeting/away-figures.ts'
import { tableOrder } from '#src/app/meeting/pass.ts'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { type AtMeeting, day, meeting } from '#test/http/meeting/at-meeting.ts'
import { hiddenOf } from '#test/http/meeting/filled.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Finger, finger } from '#test/support/finger.ts'

/** A village at the table: the box is counted, and all but M01 and M03 are on the list. */
let at: AtMeeting
let person: Finger
beforeEach(async () => {
  at = await meeting()
  await at.done('open', { sum: '13237800' })
  const away = [idOf('M01'), idOf('M03')]
  const here = tableOrder(at.book, day).filter((memberId) => !away.includes(memberId))
  await at.done('attendance', Object.fromEntries(here.map((memberId) => [`p-${memberId}`, 'yes'])))
  person = finger(at, at.token)
})

const idOf = (card: string): string =>
  at.book.members.find((member) => member.card === card)!.memberId
const place = (step: string): string => `/funds/${at.fundId}/meetings/${day}/${step}`
const usual = / is on the table: next$/
const typesAfter = async (before: number) =>
  (await at.needs.store.read(at.fundId, before, 50)).map(({ type }) => type)

test('who is not on the list is passed over, and who is at the table is called by name', async () => {
  await person.open('/?lang=en')
  await person.follow(/^The meeting is open Go on: \S+ \S+ M02 /)
  expect(person.path()).toBe(place(`pass/${idOf('M02')}`))
  const { khmer } = (await at.needs.store.names(at.fundId)).find(
    ({ memberId }) => memberId === idOf('M02'),
  )!
  expect(/<h1>\s*<bdi>([^<]*)</.exec(person.page())![1]).toBe(khmer)
  // The browser's own list of pages names nobody.
  expect(/<title>([^]*?)<\/title>/.exec(person.page())![1]).toMatch(/^At the table ·/)
  await person.press(usual)
  expect(person.path()).toBe(place(`pass/${idOf('M04')}?after=${idOf('M02')}`))
})

test('whoever has a photo is seen at the table, and others by the letters of their name', async () => {
  const { fundId, needs } = at
  const photo = { mediaType: 'image/png', data: btoa('a face'), digest: 'd' } as const
  await needs.store.keepPhoto({ fundId, memberId: idOf('M04'), ...photo })
  const face = async (card: string): Promise<string> =>
    /<(?:img|span)\s+class="at-face"[^>]*>/.exec(await at.page(`pass/${idOf(card)}`))![0]
  expect(await face('M04')).toContain(`/people/${idOf('M04')}/picture`)
  expect(await face('M05')).toMatch(/^<span/)
})

test('a line a purpose holds what is usual: as many shares as the last time, and what the rules ask', async () => {
  await person.open(place(`pass/${idOf('M04')}`))
  expect(person.text()).toMatch(/\d shares? 5,000\u202f៛ each (\d+),000 .*Social fund in 1,000/)
  const before = await at.length()
  await person.press(usual)
  expect(await typesAfter(before)).toEqual(['SharesBought', 'SocialContributionPaid'])
})

test('after an interruption the meeting goes on behind whoever was at the table last', async () => {
  await person.open(place(`pass/${idOf('M10')}`))
  await person.press(usual)
  for (const page of ['/?lang=en', place('').slice(0, -1)]) {
    await person.open(page)
    expect(person.text()).toMatch(/Go on: \S+ \S+ M11 At the table: 9 of 58/)
  }
})

test('the one button pressed twice counts once and leads on', async () => {
  const path = `pass/${idOf('M04')}`
  const page = await at.page(path)
  const [, shares] = /name="shares"[^>]*value="(\d+)"/.exec(page)!
  const fields = { ...hiddenOf(page), shares: shares!, social: '1000', way: 'usual' }
  const first = await at.send(path, fields)
  const after = await at.length()
  const again = await at.send(path, fields)
  expect([first.status, again.status, await at.length()]).toEqual([303, 303, after])
  expect(again.headers.get('location')).toBe(first.headers.get('location'))
})

test('two pages that are open at one member count once, pressed at once; after it was taken back it is written anew', async () => {
  const path = `pass/${idOf('M04')}`
  const page = async () => {
    const shown = await at.page(path)
    const [, shares] = /name="shares"[^>]*value="(\d+)"/.exec(shown)!
    return { ...hiddenOf(shown), shares: shares!, social: '1000', way: 'usual' }
  }
  const two = [await page(), await page()]
  const before = await at.length()
  const sent = await Promise.all(two.map((fields) => at.send(path, fields)))
  expect(sent.map(({ status }) => status)).toEqual([303, 303])
  expect(await at.length()).toBe(before + 2)
  const back = await at.page(`${path}/back`)
  const ticks = [...back.matchAll(/name="(e-[^"]*)"/g)].map(([, name]) => [name!, 'yes'] as const)
  const word = { login: practiceSecond.login, secret: practiceSecond.pin }
  const undone = {
    ...hiddenOf(back),
    ...Object.fromEntries(ticks),
    reason: 'wrong-amount',
    ...word,
  }
  expect((await at.send(`${path}/back`, undone)).status).toBe(303)
  const after = await at.length()
  await at.done(path, { shares: '1', social: '1000', way: 'usual' })
  expect(await typesAfter(after)).toEqual(['SharesBought', 'SocialContributionPaid'])
})

test.each<readonly [string, string, Record<string, string>]>([
  ['another sum', 'M04', { social: '2000' }],
  ['somebody who is not on the list', 'M01', {}],
])(
  '%s is read back before it is written down, whichever button was pressed',
  async (_, card, typed) => {
    const path = `pass/${idOf(card)}`
    const before = await at.length()
    const fields = { ...hiddenOf(await at.page(path)), shares: '2', social: '1000', way: 'usual' }
    const asked = await at.send(path, { ...fields, ...typed })
    expect(asked.status).toBe(200)
    expect(await asked.text()).toContain('Is this what was laid on the table?')
    expect(await at.length()).toBe(before)
  },
)

test('what is brought a second time is read back', async () => {
  await person.open(place(`pass/${idOf('M04')}`))
  await person.press(usual)
  const before = await at.length()
  await person.open(place(`pass/${idOf('M04')}`))
  expect(person.text()).toMatch(/Has brought \d+,000\u202f៛ today/)
  person.type('shares', '1')
  await person.press('Check these sums')
  expect(person.text()).toContain('Stop and count again')
  expect(await at.length()).toBe(before)
})

test('whoever is passed over waits on the list, and stands beside the last count', async () => {
  await person.open(place(`pass/${idOf('M60')}`))
  await person.press(usual)
  expect(person.path()).toBe(place(`loans?after=${idOf('M60')}`))
  expect(person.text()).toMatch(/57 who are here have not been at the table \S+ \S+ M02\b/)
  await person.follow(/57 who are here/)
  expect(person.text()).toMatch(
    /52 more are still to come .* 1 has been at the table .* 2 are not here/,
  )
})

test('what was just written down is taken back by two, line by line, and stands to be written again', async () => {
  await person.open(place(`pass/${idOf('M02')}`))
  await person.press(usual)
  const before = await at.length()
  await person.follow('Take back')
  expect(person.text()).toContain('A second officer gives the own name and PIN')
  await person.press('Yes, take it back')
  expect(person.text()).toMatch(/second/i)
  expect(await at.length()).toBe(before)
  person.type('login', practiceSecond.login)
  person.type('secret', practiceSecond.pin)
  await person.press('Yes, take it back')
  expect(new Set(await typesAfter(before))).toEqual(new Set(['EntryReversed']))
  expect(person.path()).toBe(place(`pass/${idOf('M02')}?taken=back`))
  expect(person.text()).toContain('It is taken back')
  expect(person.text()).toContain('is on the table: next')
  await person.open('/?lang=en')
  expect(person.text()).toMatch(/Go on: \S+ \S+ M02/)
})

test('taking back is pressed twice and counts once; nothing is left to take back, and nothing ticked is said', async () => {
  await person.open(place(`pass/${idOf('M02')}`))
  await person.press(usual)
  const path = `pass/${idOf('M02')}/back`
  const page = await at.page(path)
  const ticks = [...page.matchAll(/name="(e-[^"]*)"/g)].map(([, name]) => [name!, 'yes'] as const)
  const word = { login: practiceSecond.login, secret: practiceSecond.pin }
  const fields = { ...hiddenOf(page), reason: 'wrong-amount', ...word }
  const none = await at.send(path, fields)
  expect([none.status, (await none.text()).includes('Tick what is to be taken back')]).toEqual([
    400,
    true,
  ])
  const all = { ...fields, ...Object.fromEntries(ticks) }
  expect((await at.send(path, all)).status).toBe(303)
  const after = await at.length()
  expect((await at.send(path, all)).status).toBe(303)
  expect(await at.length()).toBe(after)
  expect((await at.get(`meetings/${day}/${path}`)).status).toBe(404)
})

/** The count of who is away, which waits at this meeting. */
const awayCounted = async ({ ask, fundId, needs, token }: AtMeeting): Promise<void> => {
  const nothing = awayTableNames.map((table) => [
    table,
    Object.fromEntries(awayTables[table].map((line) => [line, 0])),
  ])
  const figures = { total: 0, ...Object.fromEntries(nothing) }
  const json = { id: needs.ids(), effectiveOn: day, figures }
  const answer = await ask(`/v1/funds/${fundId}/away-counts`, { token, json })
  expect(answer.status).toBe(200)
}

test('where nothing waits the last turn leads to the last count, from where it is still taken back', async () => {
  const small = await meeting()
  await awayCounted(small)
  await small.done('open', { sum: '13237800' })
  await small.done('attendance', { [`p-${idOf('M60')}`]: 'yes' })
  const alone = finger(small, small.token)
  await alone.open('/?lang=en')
  await alone.follow(/Go on: \S+ \S+ M60 At the table: 1 of 1/)
  await alone.press(usual)
  expect(alone.path()).toMatch(new RegExp(`/close\\?after=${idOf('M60')}$`))
  await alone.follow('Take back')
  expect(alone.path()).toContain(`${idOf('M60')}/back`)
  await alone.open('/?lang=en')
  await alone.follow(/Count the box and close/)
  expect(alone.text()).not.toContain('Take back')
})

test('the way on of whoever may not take the next step is the meeting itself', async () => {
  const chair = await meeting('chair')
  await chair.done('open', { sum: '13237800' })
  const boxes = [...(await chair.page('attendance')).matchAll(/name="(p-[^"]*)"/g)]
  const list = Object.fromEntries(boxes.map(([, name]) => [name!, 'yes']))
  const answer = await chair.done('attendance', list)
  expect(answer.headers.get('location')).toBe(`/funds/${chair.fundId}/meetings/${day}`)
  expect(pageText(await chair.page(''))).not.toContain('Go on:')
})

test('the meetings stand listed without a fault, unless a day was asked for that is none', async () => {
  const fault = /There is no meeting of that day/
  const listed = `/funds/${at.fundId}/meetings?lang=en`
  await person.open(listed)
  expect(person.text()).not.toMatch(fault)
  await person.open(`${listed}&on=yesterday`)
  expect(person.text()).toMatch(fault)
})
