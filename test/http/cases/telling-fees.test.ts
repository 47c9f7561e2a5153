import { beforeAll, expect, test } from 'vitest'
import { careForCases } from '#src/app/cases/rounds.ts'
import { practiceTeam } from '#src/app/practice/practice-cases.ts'
import { agenciesForAnybody } from '#src/app/network/register.ts'
import { reportsIn } from '#src/app/watch/reports.ts'
import { withCookies } from '#test/http/cases/browsing.ts'
import { othersTell } from '#test/http/cases/drafts.ts'
import { firstTalk } from '#test/http/cases/desk.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

/* An invented road to Thailand asks 400,000 riel for a passport; somebody paid 900,000. It is a Wednesday. */

let village: Practice
let token: string
let code: string
let agency: string

const ask = async (path: string, form?: Readonly<Record<string, string>>) =>
  village.ask(`${path}?lang=en`, {
    token,
    ...(form ? { body: new URLSearchParams(form) } : {}),
  })
const page = async (path: string): Promise<string> => pageText(await (await ask(path)).text())

const costs = (): string => `/cases/costs/${code}`
const reports = async () => {
  const { needs, networkId } = village
  return reportsIn({ ...needs.cases!, clock: needs.clock, networkId })
}

beforeAll(async () => {
  village = withCookies(await practice())
  token = await village.as('migration-worker')
  await ask('/cases/open')
  await ask('/cases/open', { passphrase: practiceTeam[0].passphrase })
  const opened = await ask('/cases/new', { ...firstTalk, kind: 'advice', stage: 'preparing' })
  code = opened.headers.get('location')!.replace('/cases/of/', '')
  const journey = {
    country: 'TH',
    work: 'factory',
    channel: 'agency',
    agency: 'Zqin Manpower',
    currency: 'KHR',
    seen: '0',
  }
  expect((await ask(`/cases/of/${code}/SetJourney`, journey)).status).toBe(303)
  const { needs } = village
  const all = await agenciesForAnybody(needs.store, { today: needs.today() })
  agency = all[0]!.partyId
})

const paid = async (sum: string): Promise<void> => {
  const cost = { heading: 'passport', sum, currency: 'KHR', on: '15/11/2025', paidBy: 'family' }
  const answer = await ask(`/cases/of/${code}/AddCost`, cost)
  expect(answer.status, await answer.text()).toBe(303)
}

test('nothing is offered while nothing is above what may be asked', async () => {
  await paid('400000')
  expect(await page(costs())).not.toContain('Tell of a fee')
  expect((await ask(`${costs()}/tell`)).status).toBe(404)
  expect(
    (await ask(`${costs()}/tell`, { heading: 'passport', agency, agreed: 'yes' })).status,
  ).toBe(404)
})

test('a fee above the ceiling opens an offer, which says what would go out and goes nowhere without a yes', async () => {
  await paid('500000')
  expect(await page(costs())).toContain('Ask the person whether it may be told')
  const offer = await page(`${costs()}/tell`)
  expect(offer).toContain('Passport: two to five times what may be asked')
  expect(offer).toContain('5 January 2026')
  const without = await ask(`${costs()}/tell`, { heading: 'passport', agency })
  expect(without.status).toBe(400)
  const nobody = await ask(`${costs()}/tell`, {
    heading: 'passport',
    agency: village.networkId,
    agreed: 'yes',
  })
  expect(nobody.status).toBe(400)
  expect((await page(costs())).includes('waits')).toBe(false)
})

test('with a yes it waits, can be taken back, and is filed with others by the service itself', async () => {
  const before = (await reports()).length
  const yes = { heading: 'passport', agency, agreed: 'yes' }
  expect((await ask(`${costs()}/tell`, yes)).status).toBe(303)
  expect(await page(costs())).toContain('waits, until 5 January 2026 at least')
  expect((await ask(`${costs()}/tell`)).status).toBe(404)
  const html = await (await ask(costs())).text()
  const [back] = /\/cases\/costs\/[^"]*\/take-back/.exec(html)!
  expect((await ask(back, {})).status).toBe(303)
  expect((await ask(back, {})).status).toBe(409)
  expect((await ask(`${costs()}/tell`, yes)).status).toBe(303)
  const care = () => careForCases({ ...village.needs, cases: village.needs.cases! })
  await care()
  expect(await reports()).toHaveLength(before)
  // Two Mondays later one alone waits still; with those of two other people it goes.
  village.pass(12 * 24 * 60 * 60 * 1000)
  await care()
  const ofDiary = async () => (await reports()).filter(({ channel }) => channel === 'cost-diary')
  expect(await ofDiary()).toHaveLength(0)
  await othersTell(village, { count: 2, partyId: agency })
  village.pass(7 * 24 * 60 * 60 * 1000)
  await care()
  const filed = await ofDiary()
  expect(filed).toHaveLength(3)
  for (const told of ['Zqin Manpower', '900000', code])
    expect(JSON.stringify(filed)).not.toContain(told)
})

test('what fails in the round of one network holds up no other one, and is told', async () => {
  const { needs, networkId } = village
  await othersTell(village, { count: 3, partyId: agency })
  village.pass(14 * 24 * 60 * 60 * 1000)
  const ofDiary = async () =>
    (await reports()).filter(({ channel }) => channel === 'cost-diary').length
  const before = await ofDiary()
  const networks = { ...needs.store.networks, fundIds: async () => ['unreadable', networkId] }
  const registerSubjects: typeof needs.store.registerSubjects = (id, ...asked) =>
    id === networkId
      ? needs.store.registerSubjects(id, ...asked)
      : Promise.reject(new Error('cannot be read'))
  const store = { ...needs.store, networks, registerSubjects }
  await expect(careForCases({ ...needs, cases: needs.cases!, store })).rejects.toThrow(
    'cannot be read',
  )
  expect(await ofDiary()).toBe(before + 3)
})
