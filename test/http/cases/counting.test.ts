import { beforeAll, expect, test } from 'vitest'
import { figuresToTell } from '#src/app/figures/making.ts'
import { practiceTeam } from '#src/app/practice/practice-cases.ts'
import { withCookies } from '#test/http/cases/browsing.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

/* On the last day of 2025 a worker sends people to others; in January they are counted, and nobody can be told of. */

const dayMs = 24 * 60 * 60 * 1000
const [ofWorker] = practiceTeam
const path = '/cases/unanswered/count'

let village: Practice
let worker: Practice
let token: string

const open = async (): Promise<void> => {
  token = await village.as('migration-worker')
  const { passphrase } = ofWorker
  await worker.ask('/cases/open', { token })
  await worker.ask('/cases/open', { token, body: new URLSearchParams({ passphrase }) })
}

const get = (there: string) => worker.ask(there, { token, headers: { 'accept-language': 'en' } })
const sent = (there: string, form: Readonly<Record<string, string>>) =>
  worker.ask(there, { token, body: new URLSearchParams(form) })

const talked = async (): Promise<string> => {
  const talk = { kind: 'return', ageBand: '25-34', sex: 'woman', language: 'khmer', stage: 'back' }
  const way = { way: 'visit', when: 'after the market', notTo: '', bestInterest: '' }
  const answer = await sent('/cases/new', { ...talk, ...way, isAgreed: 'yes' })
  const code = answer.headers.get('location')!.replace('/cases/of/', '')
  const referral = { service: '', kind: 'shelter', receiver: 'Invented house' }
  expect((await sent(`/cases/of/${code}/OfferReferral`, referral)).status).toBe(303)
  return code
}

beforeAll(async () => {
  village = await practice()
  worker = withCookies(village)
  await open()
})

test('a worker counts the own referrals when the quarter is over, with whoever has agreed, and the brief tells of no few', async () => {
  const agreed = await talked()
  await talked()
  const yes = { purpose: 'statistics', service: '', receiver: 'Figures', how: 'spoken' }
  const given = await sent(`/cases/of/${agreed}/GiveConsent`, { ...yes, until: '', person: '' })
  expect(given.status).toBe(303)
  expect(await (await get('/cases/unanswered')).text()).toContain(path)
  const early = await get(path)
  expect(pageText(await early.text())).toContain('can be counted from 1 January 2026 on')
  expect((await sent(path, {})).status).toBe(409)
  village.pass(12 * dayMs)
  await open()
  const form = pageText(await (await get(path)).text())
  expect(form).toContain('October to December 2025: to be counted until 14 February 2026.')
  expect(form).toContain('People who are counted 1')
  expect(form).toMatch(/Left out: they have not agreed to be counted [1-9]/)
  expect((await sent(path, {})).status).toBe(303)
  expect(pageText(await (await get(path)).text())).toContain('Counted already')
  const { needs, networkId } = village
  const team = {
    ...needs.cases!,
    clock: needs.clock,
    networkId,
    today: needs.today(),
    random: needs.random,
  }
  const of = { networkId, period: '2025-Q4', on: '2026-02-15' }
  const told = await figuresToTell({ ...needs, team }, of)
  if (typeof told === 'string') throw new Error(told)
  const referrals = told.releases.find(({ kind }) => kind === 'referrals')!
  const cells = referrals.tables.flatMap((table) => table.cells)
  expect(cells.every(({ people }) => people === null)).toBe(true)
})
