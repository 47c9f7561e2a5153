import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import Database from 'better-sqlite3'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { randomIds, randomOnNode } from '#infra/system/system.ts'
import { askOf, firstLink, startSecret } from '#test/edge/asking.ts'
import { type Running, dropFolder, newFolder, startWorker } from '#test/edge/worker.ts'
import { fieldsOf } from '#test/http/desk/at-desk.ts'
import { visitor } from '#test/http/entrance-visits.ts'
import type { Practice } from '#test/support/service.ts'

const settings = {
  MODE: 'live',
  PUBLIC_URL: 'https://village.example',
  PEPPER: 'only for this test, thirty-two characters and more',
  SIGNING_SECRET: 'another one for this test, also long enough to be taken',
  START_SECRET: startSecret,
}

const folder = newFolder()
let running: Running
let ask: Practice['ask']

beforeAll(async () => {
  running = await startWorker({ settings, folder })
  ask = askOf(running)
})

afterAll(async () => {
  await running?.stop()
  dropFolder(folder)
})

/** How many objects of funds and networks have a schema on the disk. */
const objectsKept = (): number =>
  globSync(join(folder, '**/*LedgerObject/*.sqlite'))
    .filter((file) => !file.endsWith('metadata.sqlite'))
    .filter((file) => {
      const database = new Database(file, { readonly: true })
      try {
        return (
          database.prepare(`select 1 from sqlite_schema where name = 'entry'`).get() !== undefined
        )
      } finally {
        database.close()
      }
    }).length

const token = (): string => `${randomIds()}.${randomOnNode.token()}`

test('whatever a stranger names at random, nothing is kept of it', async () => {
  const before = objectsKept()
  const cookie = `__Host-session=${token()}; __Host-device=${token()}`
  const html = { headers: { accept: 'text/html', cookie } }
  const visits = [
    ask(`/funds/${randomIds()}/health`, html),
    ask(`/funds/${randomIds()}/desk`, html),
    ask(`/v1/funds/${randomIds()}/members`, { token: token() }),
    ask(`/start?key=${token()}`, html),
    ask(`/begin?key=${token()}`, html),
    ask(`/card?c=${token()}`, html),
    ask('/card', { ...html, body: new URLSearchParams({ c: token(), pin: '000000' }) }),
    ask('/sign-in', { ...html, body: new URLSearchParams({ login: 'x', secret: 'y' }) }),
    ask('/v1/sessions', { json: { deviceToken: token(), login: 'somebody', secret: 'a guess' } }),
    ask('/v1/sessions', { json: { card: token(), pin: '000000' } }),
    ask('/v1/devices', { json: { key: token(), label: 'a phone' } }),
  ]
  for (const { status } of await Promise.all(visits)) {
    expect(status).toBeGreaterThanOrEqual(200)
    expect(status).toBeLessThan(500)
  }
  expect(objectsKept()).toBe(before)
})

const passphrase = 'seven palms by the river'

test('the first administrator chooses a password by the first link, signs in with it, and is kept out without', async () => {
  const link = await firstLink(running)
  expect(link).toMatch(/^\/begin\?key=/)
  const browser = visitor({ ask })
  const form = await browser.get(link)
  expect(form.status).toBe(200)
  const chosen = { ...fieldsOf(form.page), secret: passphrase, again: passphrase }
  const begun = await browser.send('/begin', { ...chosen, label: 'the office' })
  expect([begun.status, begun.location]).toEqual([303, '/sign-in?new=1'])
  const wrong = await browser.send('/sign-in', { login: 'administrator', secret: 'seven palms' })
  expect(wrong.status).toBe(401)
  const right = await browser.send('/sign-in', { login: 'Administrator', secret: passphrase })
  expect([right.status, right.location]).toEqual([303, '/'])
  expect((await browser.get('/network')).status).toBe(200)
  expect((await browser.send('/sign-out')).status).toBe(303)
  expect((await browser.get('/network')).status).toBe(401)
  expect(objectsKept()).toBe(1)
})

test('a service for real says in its headers that it is reached by TLS alone, and opens no practice door', async () => {
  const answer = await ask('/')
  expect(answer.headers.get('strict-transport-security')).toBe(
    'max-age=31536000; includeSubDomains',
  )
  expect((await ask('/doors/record-keeper', { method: 'POST' })).status).toBe(404)
})

/** What Workers with these settings log, and the answer of each after it. */
const unset = (...environments: Readonly<Record<string, string>>[]): string[] =>
  execFileSync(
    process.execPath,
    [fileURLToPath(new URL('unset.ts', import.meta.url)), JSON.stringify(environments)],
    { env: { PATH: process.env['PATH'] }, encoding: 'utf8' },
  )
    .trim()
    .split('\n')

test('a Worker without its secrets serves nothing, and its log says which are missing', () => {
  const { PEPPER, SIGNING_SECRET, PUBLIC_URL } = settings
  const [logged, answered, restLogged, , ...whole] = unset(
    { MODE: 'live', PEPPER: 'short-canary' },
    { MODE: 'live', PEPPER },
    { MODE: 'live', PEPPER, SIGNING_SECRET, PUBLIC_URL },
  )
  const { faults } = JSON.parse(logged!) as { readonly faults: readonly string[] }
  expect(faults.join('\n')).toMatch(/PEPPER must have at least 32 characters/)
  const rest = JSON.parse(restLogged!) as { faults: readonly string[] }
  expect(rest.faults.join('\n')).toMatch(/PUBLIC_URL must be set[^]*SIGNING_SECRET must be set/)
  expect(JSON.parse(answered!)).toMatchObject({ status: 503 })
  expect(`${logged}${answered}`).not.toContain('short-canary')
  expect(whole).not.toEqual([])
  expect(whole.join('\n')).not.toContain('faults')
})
