import { afterEach, beforeEach, expect, test } from 'vitest'
import { fieldsOf } from '#test/http/desk/at-desk.ts'
import { visitor } from '#test/http/entrance-visits.ts'
import { fund } from '#test/support/command-line.ts'
import { type Started, dropFolder, linkIn, newFolder, started } from '#test/support/started.ts'

let folder = ''
beforeEach(() => {
  folder = newFolder()
})
afterEach(() => dropFolder(folder))

const live = {
  MODE: 'live',
  PEPPER: 'only for this test, thirty-two characters and more',
  SIGNING_SECRET: 'another one for this test, also long enough to be taken',
}
const secret = 'seven palms by the river'

type Told = { readonly deviceId: string; readonly label: string; readonly revokedAt: string | null }

const browserOf = (service: Started) =>
  visitor({ ask: (path, init) => fetch(`${service.url}${path}`, { redirect: 'manual', ...init }) })

const onMachine = async (...args: readonly string[]) => {
  const ran = await fund(['--json', 'device', ...args], {
    folder,
    environment: { ...live, DATA_DIR: folder },
  })
  expect(ran.err).toBe('')
  return JSON.parse(ran.out) as Record<string, unknown>
}

test('whoever has the machine shuts out the only phone of a fund that was lost, and lets another one in', async () => {
  const service = await started(folder, live)
  const lost = browserOf(service)
  const link = new URL(linkIn(service.printed(), 'begin')!)
  const form = await lost.get(`${link.pathname}${link.search}`)
  await lost.send('/begin', {
    ...fieldsOf(form.page),
    secret,
    again: secret,
    label: 'the only one',
  })
  const own = { login: 'administrator', secret }
  expect((await lost.send('/sign-in', own)).status).toBe(303)

  const [seen] = (await onMachine('list'))['devices'] as Told[]
  expect(seen).toMatchObject({ label: 'the only one', revokedAt: null })
  expect(await onMachine('stop', seen!.deviceId)).toEqual({
    ...seen,
    sessionsEnded: 1,
    revokedAt: expect.any(String),
  })
  expect((await lost.get('/network')).status).toBe(401)
  expect((await lost.send('/sign-in', own)).status).toBe(401)

  const { link: enrolling } = await onMachine('add')
  const found = browserOf(service)
  const key = new URL(enrolling as string).searchParams.get('key')!
  await found.send('/enrol', { key, label: 'the new one' })
  expect((await found.send('/sign-in', own)).status).toBe(303)
  expect((await found.get('/network')).status).toBe(200)
  await service.stop()
})
