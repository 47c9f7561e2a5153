import { expect, test } from 'vitest'
import { languages } from '#src/words/catalogue.ts'
import { pageText } from '#test/pages/page-text.ts'
import { foundUntil } from '#test/support/many-funds.ts'
import { type Practice, practice, practiceDay } from '#test/support/service.ts'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'

type Door = 'migration-worker' | 'administrator' | 'record-keeper'
type Filled = Readonly<Record<string, string>>

/** Fills in a form as a browser does: with its hidden fields, and those that are left as they are. */
const filledIn = (page: string, fields: Filled): URLSearchParams => {
  const [, form = ''] = /<form\s+class="record[^]*?method="post"([^]*?)<\/form>/.exec(page) ?? []
  const all = new URLSearchParams()
  for (const [tag] of form.matchAll(/<(input|select|textarea)[^>]*>/g)) {
    const of = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
    if (!['checkbox', 'radio'].includes(of('type') ?? '')) all.set(of('name')!, of('value') ?? '')
  }
  for (const [name, value] of Object.entries(fields)) all.set(name, value)
  return all
}

const at = async (village: Practice, door: Door) => {
  const token = await village.as(door)
  const get = async (path: string) =>
    (await village.ask(`${path}${path.includes('?') ? '&' : '?'}lang=en`, { token })).text()
  const send = async (path: string, fields: Filled) =>
    village.ask(`${path}?lang=en`, {
      token,
      method: 'POST',
      body: filledIn(await get(path), fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
  return { get, send }
}

const said = async (answer: Response): Promise<string> => pageText(await answer.text())

const talk = {
  topic: 'debt',
  'age-12-14': 'yes',
  'age-adults': 'yes',
  nameKm: 'បំណុល',
  nameEn: 'What a debt costs',
  shortKm: 'សូមគណនាការប្រាក់ មុនពេលខ្ចី។',
  shortEn: 'Count the interest before you borrow.',
  textKm: 'សូមគណនាការប្រាក់ជាមួយក្រុមការងារ\nមុនពេលខ្ចីពីនរណា។',
  textEn: 'Count the interest with the team\nbefore you borrow from anybody.',
  source: 'study',
  seenOn: '30/12/2025',
}

test('a talk goes from one hand to the other, and then to everybody in both languages', async () => {
  const village = await practice()
  const [team, boss] = [await at(village, 'migration-worker'), await at(village, 'administrator')]
  const entered = await team.send('/network/talks/propose', talk)
  expect(entered.status, await said(entered.clone())).toBe(303)
  const forAnybody = async (language: string) =>
    pageText(await (await village.ask(`/talks?lang=${language}`)).text())
  expect(await forAnybody('en')).not.toContain('What a debt costs')
  const list = await boss.get('/network/talks')
  const way = /href="(\/network\/talks\/[^"]*\/check)"/.exec(
    list.slice(list.indexOf('What a debt costs')),
  )![1]!
  const opened = pageText(await boss.get(way))
  expect(opened).toContain('What a debt costs')
  expect(opened).toContain('Children of 12 to 14, Adults')
  const checked = await boss.send(way, { how: 'in-writing', isSo: 'yes' })
  expect(checked.status, await said(checked.clone())).toBe(303)
  expect(await forAnybody('en')).toContain('Count the interest with the team before you borrow')
  expect(await forAnybody('km')).toContain('សូមគណនាការប្រាក់ជាមួយក្រុមការងារ មុនពេលខ្ចីពីនរណា។')
})

test('whoever reads talks or courses is asked nothing, runs no script and gets 14 KB at most', async () => {
  const village = await practice()
  for (const language of languages)
    for (const path of ['/talks', '/courses', '/courses?p=02']) {
      const answer = await village.ask(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`, {
        headers: { 'accept-encoding': 'gzip' },
      })
      expect(answer.status).toBe(200)
      const page = await (
        await village.ask(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
      ).text()
      expect(page).not.toContain('<script')
      expect((await answer.arrayBuffer()).byteLength).toBeLessThan(14 * 1024)
    }
})

test('few people are not counted by themselves, and what is counted is told to nobody yet', async () => {
  const village = await practice()
  const team = await at(village, 'migration-worker')
  const form = await team.get('/network/talks/count')
  const talkId = /<option value="([0-9a-f-]{36})"/.exec(form)![1]!
  const count = (people: Filled) =>
    team.send('/network/talks/count', { talk: talkId, way: 'visit', province: '02', ...people })
  const few = await count({ 'woman-18-24': '4' })
  expect(few.status).toBe(409)
  expect(await said(few)).toContain('Fewer than five')
  expect((await count({ 'woman-18-24': '7', 'man-35-44': '៣' })).status).toBe(303)
  expect(pageText(await team.get('/network/talks'))).toContain('10 people')
  expect(pageText(await (await village.ask('/talks?lang=en')).text())).toContain(
    'No half-year is over yet.',
  )
})

test('a course is shown with the jobs that were seen and what became of others, suggested ones first', async () => {
  const village = await practice()
  const page = pageText(await (await village.ask('/courses?lang=en')).text())
  expect(page).toContain('6 jobs of this kind seen there')
  expect(page).toContain('Half a year later 7 of 10 who finished work in it.')
  expect(page).toContain('Half a year later at most 2 of 10 who finished work in it.')
  expect(page).toContain('Too few people have finished yet')
  expect(page.indexOf('Repair of motors')).toBeLessThan(page.indexOf('Sewing (invented)'))
  const team = await at(village, 'migration-worker')
  const cases = await team.send('/network/courses/jobs', {
    field: 'sewing',
    province: '02',
    openings: '5',
    how: 'posted',
  })
  expect(cases.status).toBe(303)
})

test('a role that asks for a training is given to nobody without one, and the page says what to do', async () => {
  const village = await practice()
  const boss = await at(village, 'administrator')
  const until = { day: '1', month: '6', year: '2026' }
  const second = { secondLogin: practiceStaff.login, secret: practiceStaff.pin }
  const ruled = await boss.send('/network/training/rules/migration-worker/require', second)
  expect(ruled.status, await said(ruled.clone())).toBe(303)
  expect(pageText(await boss.get('/network/training'))).toContain('Case work, since')
  const added = await boss.send('/network/add/staff', {
    login: 'new worker',
    role: 'migration-worker',
    ...until,
    ...second,
  })
  expect(added.status).toBe(409)
  const later = await boss.send('/network/add/staff', {
    login: 'new worker',
    role: 'later',
    ...until,
    ...second,
  })
  expect(later.status, await said(later.clone())).toBe(200)
  const record = await boss.get('/network/training/record')
  const userId = /<option value="([0-9a-f-]{36})"\s*>\s*new worker/.exec(record)?.[1]
  expect(userId).toBeDefined()
  const appoint = () =>
    boss.send(`/network/people/${userId}/appoint`, {
      role: 'migration-worker',
      ...until,
      ...second,
    })
  const refused = await appoint()
  expect(refused.status).toBe(409)
  expect(await said(refused)).toContain('no valid one is written down')
  const recorded = await boss.send('/network/training/record', {
    who: userId!,
    competence: 'case-work',
    on: '30/12/2025',
    refreshBy: '30/12/2026',
    ...second,
  })
  expect(recorded.status, await said(recorded.clone())).toBe(303)
  expect((await appoint()).status).toBe(303)
})

test('nobody enters the own training, by the page or by the API', async () => {
  const village = await practice()
  const boss = await at(village, 'administrator')
  const record = await boss.get('/network/training/record')
  expect(record).not.toContain('>practice administrator<')
  const token = await village.as('administrator')
  const book = await village.needs.store.users(village.networkId)
  const own = book.find(({ login }) => login === 'practice administrator')!
  const answer = await village.ask(`/v1/networks/${village.networkId}/commands`, {
    token,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      commands: [
        {
          id: village.needs.ids(),
          v: 1,
          type: 'RecordTraining',
          effectiveOn: village.needs.today(),
          trainingId: village.needs.ids(),
          userId: own.userId,
          competence: 'counselling',
          on: '2025-12-01',
          refreshBy: '2026-12-01',
        },
      ],
    }),
  })
  expect(await answer.text()).toContain('not-oneself')
})

test('villages without a team stand by district, and the map knows nothing of a case', async () => {
  const village = await practice()
  const team = await at(village, 'migration-worker')
  const page = await team.get('/network/coverage')
  expect(pageText(page)).toContain('A team comes by')
  expect(pageText(page)).not.toMatch(/\bcases?\b(?! stands here)/)
  const way = /href="(\/network\/coverage\/[^"?]+)"/.exec(page)![1]!
  expect((await team.send(way, { cover: 'none', until: '31/3/2026' })).status, way).toBe(303)
  expect(pageText(await team.get('/network/coverage'))).toContain('1 of 1 without a team')
})

test('of two districts the one that is asked for is opened', async () => {
  const village = await practice()
  await foundUntil(village, 2, { on: practiceDay, nameOf: () => 'The other village' })
  const team = await at(village, 'migration-worker')
  const codes = [...(await team.get('/network/coverage')).matchAll(/[?&;]d=(\d+)/g)]
  const districts = [...new Set(codes.map(([, code]) => code!))]
  expect(districts).toHaveLength(2)
  const opened = await Promise.all(
    districts.map(async (code) => pageText(await team.get(`/network/coverage?d=${code}`))),
  )
  expect(opened.filter((text) => text.includes('The other village'))).toHaveLength(1)
})

test('a meeting writes down which talk it heard, and the minutes say so without a name', async () => {
  const village = await practice()
  const keeper = await at(village, 'record-keeper')
  const meetings = await keeper.get(`/funds/${village.fundId}/meetings`)
  const day = /meetings\/(\d{4}-\d\d-\d\d)/.exec(meetings)![1]!
  const path = `/funds/${village.fundId}/meetings/${day}/talk`
  const talkId = /<option value="([0-9a-f-]{36})"/.exec(await keeper.get(path))![1]!
  const asked = await keeper.send(path, { talk: talkId, way: 'at-meeting' })
  expect(await said(asked.clone())).toContain('Is this right?')
  const done = await keeper.send(path, { talk: talkId, way: 'at-meeting', sure: 'yes' })
  expect(done.status).toBe(303)
  const minutes = pageText(await keeper.get(`/funds/${village.fundId}/meetings/${day}/minutes`))
  expect(minutes).toContain('Talk for the village')
  expect(minutes).toContain('Leaving safely; Read aloud at this meeting')
})
