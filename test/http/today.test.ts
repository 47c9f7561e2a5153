import { expect, test } from 'vitest'
import { bookOf } from '#src/app/queries.ts'
import { type AtMeeting, day, meeting } from '#test/http/meeting/at-meeting.ts'
import { pageText } from '#test/pages/page-text.ts'

const first = async (at: AtMeeting): Promise<string> =>
  (await at.ask('/?lang=en', { token: at.token })).text()

/** The main way on: the one large button, with where it leads. */
const large = (page: string): readonly string[] => {
  const [, href, inside] = /<a class="go-large" href="([^"]*)">([^]*?)<\/a>/.exec(page)!
  return [href!, pageText(inside!).trim()]
}

const everybody = async (at: AtMeeting): Promise<Record<string, string>> => {
  const ticks = [...(await at.page('attendance')).matchAll(/name="(p-[^"]*)"[^>]*checked/g)]
  return Object.fromEntries(ticks.map(([, name]) => [name!, 'yes']))
}

test('the first page of an officer leads through the meeting of the day, one step after the other', async () => {
  const at = await meeting()
  const place = `/funds/${at.fundId}/meetings`
  const namesRead = async () =>
    (await at.needs.store.activities(at.fundId, { limit: 50 })).filter(
      ({ action }) => action === 'read-names',
    ).length
  const before = await first(at)
  expect(large(before)[0]).toBe(place)
  // Before a meeting is opened nobody is named, and nothing of names stands in the log.
  expect(await namesRead()).toBe(0)
  expect(pageText(before)).toContain('In the box by the book 13,237,800')
  await at.done('open', { sum: '13237800' })
  const opened = await first(at)
  expect(large(opened)).toEqual([`${place}/${day}/attendance`, 'The meeting is open Who is here?'])
  // Whoever counts at the end is not to know what should come out.
  expect(opened).not.toContain('13,237,800')
  await at.done('attendance', await everybody(at))
  const idOf = (card: string) => at.book.members.find((one) => one.card === card)!.memberId
  const [href, said] = large(await first(at))
  expect(href).toBe(`${place}/${day}/pass/${idOf('M01')}`)
  expect(said).toMatch(/Go on: \S+ \S+ M01.* At the table: 1 of 58/)
  await at.done(`pass/${idOf('M01')}`, { shares: '1' })
  const next = await first(at)
  expect(large(next)[1]).toMatch(/Go on: \S+ \S+ M02.* At the table: 2 of 58/)
  expect(pageText(next)).toContain('Came in today 5,000')
})

test('what waits is told with how much of it, and nothing where nothing waits', async () => {
  const at = await meeting()
  const page = pageText(await first(at))
  expect(page).toMatch(/What waits \d+ payments? (?:is|are) late/)
  expect(page).not.toMatch(/ 0 (?:payments|ask|loans|say)/)
})

test('whoever may not hold a meeting is told of it and led to no form', async () => {
  const page = await first(await meeting('chair'))
  expect(large(page)[0]).not.toContain('pass')
})

test('officers of an imported book are told to be elected until a meeting of this book has done so', async () => {
  const at = await meeting()
  const waiting = async () => pageText(await first(at))
  expect(await waiting()).toContain('5 officers were not elected in this book')
  expect(await first(at)).toContain(`href="/funds/${at.fundId}/record/election"`)
  const book = (await bookOf(at.needs.store, at.fundId))!
  const holding = (office: string) =>
    book.members.filter((one) => one.offices.some((own) => own.office === office))
  const keeper = holding('record-keeper')[0]!
  // Nobody is elected twice: chair and record-keeper sit on the committee by their offices.
  const taken = [...holding('chair'), ...holding('record-keeper')]
  const contest = (office: string) => {
    const candidates = holding(office).filter(
      (one) => office !== 'committee' || !taken.includes(one),
    )
    const votes = candidates.map(({ memberId }) => ({ memberId, votes: 50 }))
    return { office, seats: candidates.length, candidates: votes }
  }
  const command = {
    id: at.needs.ids(),
    v: 1,
    type: 'ElectOfficers',
    effectiveOn: day,
    by: 'hands',
    electorate: 'all',
    present: 55,
    contests: ['chair', 'record-keeper', 'committee'].map(contest),
    confirmedBy: holding('chair')[0]!.memberId,
  }
  const by = { actor: keeper.memberId, device: 'practice' }
  const [answer] = await at.needs.record(at.fundId, [command as never], by)
  expect(answer).toMatchObject({ outcome: 'recorded' })
  const now = (await bookOf(at.needs.store, at.fundId))!
  expect(now.fund.elections?.length).toBeGreaterThan(0)
  expect(await waiting()).not.toContain('not elected in this book')
})
