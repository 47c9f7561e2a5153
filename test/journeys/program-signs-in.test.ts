import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fund } from '#test/support/command-line.ts'
import { type Started, dropFolder, newFolder, started } from '#test/support/started.ts'

/* A program of the NGO comes in to a live service by what docs/api.md says, with nobody at a page. */

const folder = newFolder()
const environment = {
  MODE: 'live',
  DATA_DIR: folder,
  PEPPER: 'only for this test, thirty-two characters and more',
  SIGNING_SECRET: 'another one for this test, also long enough to be taken',
}
let service: Started
beforeAll(async () => {
  service = await started(folder, environment)
})
afterAll(async () => {
  await service?.stop()
  dropFolder(folder)
})

const page = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')

/** The key in the link that a command of the page prints. */
const keyBy = async (command: RegExp): Promise<string> => {
  const [said] = command.exec(page)!
  const { out, status } = await fund(said.split(' '), { folder, environment })
  expect([said, status]).toEqual([said, 0])
  return /key=(\S+)/.exec(out)![1]!
}

const send = async (path: string, body: object) => {
  const answer = await fetch(`${service.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  return {
    status: answer.status,
    told: (text === '' ? {} : JSON.parse(text)) as Record<string, string>,
  }
}

test('two keys of the machine give a program a device and a secret, and it signs in, reads, and goes on after an update', async () => {
  const enrol = await keyBy(/device add/)
  const begin = await keyBy(/user add --login reporting --role auditor/)
  const secret = 'drawn by chance, and long enough'
  const early = await send('/v1/devices', { key: begin, label: 'reporting' })
  const device = await send('/v1/devices', { key: enrol, label: 'reporting' })
  expect([early.status, device.status]).toEqual([404, 201])
  const { deviceToken } = device.told
  const way = { deviceToken, login: 'reporting', secret }
  expect((await send('/v1/sessions', way)).status).toBe(401)
  expect((await send('/v1/secrets', { key: begin, secret })).status).toBe(204)
  const session = await send('/v1/sessions', way)
  expect(session).toMatchObject({ status: 201, told: { roles: { inNetwork: ['auditor'] } } })
  const headers = { authorization: `Bearer ${session.told['token']}` }
  expect((await fetch(`${service.url}/v1/funds`, { headers })).status).toBe(200)
  // While the machine is brought up to date nobody answers; then whoever was signed in goes on.
  await service.stop()
  await expect(fetch(`${service.url}/v1/funds`, { headers })).rejects.toThrow()
  service = await started(folder, environment)
  expect((await fetch(`${service.url}/v1/funds`, { headers })).status).toBe(200)
  // Neither key opens anything a second time.
  const again = [
    await send('/v1/devices', { key: enrol, label: 'another' }),
    await send('/v1/secrets', { key: begin, secret }),
  ]
  expect(again.map(({ status }) => status)).toEqual([404, 404])
})
