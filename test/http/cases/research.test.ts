import { beforeAll, expect, test } from 'vitest'
import { loginKeyOf } from '#src/app/identity/identity.ts'
import { practiceTeam } from '#src/app/practice/practice-cases.ts'
import { withCookies } from '#test/http/cases/browsing.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

/* A supervisor and a worker release what an invented university asks for; eleven give their answers. */

let worker: Practice
let supervisor: Practice
let tokens: { readonly worker: string; readonly supervisor: string }

const receiver = 'Invented University'
const [ofWorker, ofSupervisor, ofThird] = practiceTeam

const opened = async (
  village: Practice,
  role: Parameters<Practice['as']>[0],
  passphrase: string,
) => {
  const token = await village.as(role)
  await village.ask('/cases/open', { token })
  await village.ask('/cases/open', { token, body: new URLSearchParams({ passphrase }) })
  return token
}

beforeAll(async () => {
  const village = await practice()
  worker = withCookies(village)
  supervisor = withCookies(village)
  tokens = {
    worker: await opened(worker, 'migration-worker', ofWorker.passphrase),
    supervisor: await opened(supervisor, 'case-supervisor' as never, ofSupervisor.passphrase),
  }
})

type Who = keyof typeof tokens
const of = (who: Who): Practice => (who === 'worker' ? worker : supervisor)
const page = async (who: Who, path: string): Promise<string> =>
  (await of(who).ask(path, { token: tokens[who], headers: { 'accept-language': 'en' } })).text()
const sent = (who: Who, path: string, form: Readonly<Record<string, string>>) =>
  of(who).ask(path, { token: tokens[who], body: new URLSearchParams(form) })

const second = { secondLogin: ofThird.login, secondPassphrase: ofThird.passphrase }
const asked = { purpose: 'Why promises are not kept', receiver, months: '6' }

const agreed = async (): Promise<string> => {
  const talk = { kind: 'return', ageBand: '25-34', sex: 'woman', language: 'khmer', stage: 'back' }
  const way = { way: 'visit', when: 'after the market', notTo: '', bestInterest: '' }
  const answer = await sent('worker', '/cases/new', { ...talk, ...way, isAgreed: 'yes' })
  const code = answer.headers.get('location')!.replace('/cases/of/', '')
  const yes = { purpose: 'research', service: '', receiver, how: 'spoken', until: '', person: '' }
  const ticks = { 'fields-sex': 'yes', 'fields-age-band': 'yes', 'fields-abuses': 'yes' }
  const given = await sent('worker', `/cases/of/${code}/GiveConsent`, { ...yes, ...ticks })
  expect(given.status).toBe(303)
  return code
}

test('a request is released by two, of whom one supervises, and by nobody alone', async () => {
  const path = '/cases/research/new'
  expect((await sent('worker', path, { ...asked, ...second })).status).toBe(403)
  for (const purpose of ['', 'x'.repeat(81), 'two\u0007bells'])
    expect((await sent('supervisor', path, { ...asked, ...second, purpose })).status).toBe(400)
  const alone = { secondLogin: ofSupervisor.login, secondPassphrase: ofSupervisor.passphrase }
  expect((await sent('supervisor', path, { ...asked, ...alone })).status).toBe(401)
  const guessed = { ...second, secondPassphrase: 'not the passphrase' }
  expect((await sent('supervisor', path, { ...asked, ...guessed })).status).toBe(401)
  const { store, clock } = supervisor.needs
  const third = (await store.userByLogin(supervisor.networkId, loginKeyOf(ofThird.login)))!
  await store.keepUser({ ...third, disabledAt: clock() })
  expect((await sent('supervisor', path, { ...asked, ...second })).status).toBe(401)
  await store.keepUser(third)
  const endless = { ...asked, ...second, purpose: 'x'.repeat(81) }
  expect((await sent('supervisor', path, endless)).status).toBe(400)
  expect((await sent('supervisor', path, { ...asked, ...second, receiver: '' })).status).toBe(400)
  expect(pageText(await page('worker', '/cases/research'))).toContain('No researcher has asked')
  expect((await sent('supervisor', path, { ...asked, ...second })).status).toBe(303)
  const list = pageText(await page('worker', '/cases/research'))
  expect(list).toContain(receiver)
  expect(list).toContain(`released by ${ofSupervisor.login}, ${ofThird.login}`)
})

test('a worker shows what would go out; it goes with a yes, once, and comes back while it waits', async () => {
  const code = await agreed()
  const path = `/cases/give/${code}`
  const form = await page('worker', path)
  expect(pageText(form)).toContain('Only this goes out')
  const research = new RegExp(`value="([0-9a-f]{32})"[^>]*>\\s*${receiver}`).exec(form)![1]!
  expect((await sent('worker', path, { research })).status).toBe(400)
  expect((await sent('worker', path, { research: 'f'.repeat(32), agreed: 'yes' })).status).toBe(400)
  expect((await sent('worker', path, { research, agreed: 'yes' })).status).toBe(303)
  expect((await sent('worker', path, { research, agreed: 'yes' })).status).toBe(409)
  const waits = await page('worker', path)
  expect(pageText(waits)).toContain('The answers wait')
  const [back] = /\/cases\/give\/[^"?]*\/take-back/.exec(waits)!
  expect((await sent('worker', back, {})).status).toBe(303)
  expect((await sent('worker', back, {})).status).toBe(409)
  expect(pageText(await page('worker', path))).toContain('Only this goes out')
})

test('a person who said yes to nobody gives nothing, and the page says what to do', async () => {
  const talk = { kind: 'return', ageBand: '25-34', sex: 'woman', language: 'khmer', stage: 'back' }
  const way = { way: 'visit', when: 'at noon', notTo: '', bestInterest: '' }
  const answer = await sent('worker', '/cases/new', { ...talk, ...way, isAgreed: 'yes' })
  const code = answer.headers.get('location')!.replace('/cases/of/', '')
  const told = await page('worker', `/cases/give/${code}`)
  expect(pageText(told)).toContain('has said yes to no researcher')
  expect(told).toContain(`/cases/of/${code}/GiveConsent`)
})

test('the table is made by two from eleven people on, and is fetched with what its columns mean', async () => {
  const codes: string[] = []
  const list = await page('supervisor', '/cases/research')
  const [make] = /\/cases\/research\/[0-9a-f]{32}\/make/.exec(list)!
  const table = make.replace('/make', '/table')
  const research = make.split('/')[3]!
  for (let i = 0; i < 11; i += 1) {
    const code = await agreed()
    if (i === 10) {
      expect((await sent('supervisor', make, second)).status).toBe(409)
      expect((await supervisor.ask(table, { token: tokens.supervisor })).status).toBe(404)
    }
    const given = await sent('worker', `/cases/give/${code}`, { research, agreed: 'yes' })
    expect(given.status).toBe(303)
    codes.push(code)
  }
  expect((await sent('supervisor', make, {})).status).toBe(401)
  expect((await sent('supervisor', make, second)).status).toBe(303)
  expect((await sent('supervisor', make, second)).status).toBe(404)
  const file = await page('supervisor', table)
  const [head, ...rows] = file.trim().split(/\r?\n/)
  expect(head).toContain('version,sex,age_band,country,work,channel,promise,harm')
  // Nobody was asked what was done: it is told of nobody, since it would be that of each.
  expect(rows).toEqual(
    Array.from({ length: 11 }, () => '1,woman,25-34,not-said,not-said,not-said,not-said,not-told'),
  )
  for (const told of [...codes, receiver]) expect(file).not.toContain(told)
  const columns = await page('worker', '/cases/research/columns')
  for (const name of head!.split(',')) expect(columns).toContain(name.replace('﻿', ''))
  expect((await worker.ask(table, { token: tokens.worker })).status).toBe(403)
})
