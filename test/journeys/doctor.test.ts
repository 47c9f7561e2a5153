import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:tls'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { boxCertificates } from '#infra/system/certificates.ts'
import { nameOf } from '#src/cli/backups/names.ts'
import {
  certificateCheck,
  certificateChecks,
  clockCheck,
  isOpenToOthers,
} from '#src/cli/doctor/checks.ts'
import type { Configuration } from '#src/configuration.ts'
import { fund } from '#test/support/command-line.ts'
import { withPaperBook } from '#test/support/imported-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'doctor-'))
const secret = 'the secret of a test, which opens nothing else'
const run = async (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  fund(['--db', 'sqlite:data/fund.db', ...args], {
    folder,
    environment: { BACKUP_SECRET: secret, BACKUP_DIR: 'kept', ...more },
  })
const lineOf = (out: string, name: string): string | undefined =>
  out.split('\n').find((line) => line.slice(4).startsWith(`${name}: `))

beforeAll(() => withPaperBook(folder))
afterAll(() => rmSync(folder, { recursive: true }))

test('the doctor tells how old the backups are, whether they are whole, and whether one was tried', async () => {
  const none = await run(['doctor'])
  expect([none.status, lineOf(none.out, 'backups')]).toEqual([
    3,
    expect.stringMatching(/^BAD backups: there is none yet/),
  ])
  expect((await run(['backups', 'make'])).status).toBe(0)
  expect(lineOf((await run(['doctor'])).out, 'backups')).toContain('none was tried yet')
  expect((await run(['backups', 'drill'])).status).toBe(0)
  const well = await run(['doctor'])
  expect([well.status, lineOf(well.out, 'backups')]).toEqual([
    0,
    // Not a fault on a machine that has one disk, and told.
    expect.stringMatching(/^ok {2}backups: 1, the newest village-fund-.*on the disk of the books/),
  ])
  const other = await run(['doctor'], { BACKUP_SECRET: `${secret}, another` })
  expect(lineOf(other.out, 'backups')).toContain('opens with another BACKUP_SECRET')
  writeFileSync(join(folder, 'kept', nameOf('fund', Date.UTC(2020, 0, 1))), 'a letter')
  writeFileSync(join(folder, 'kept', nameOf('fund', Date.UTC(2999, 0, 1))), 'a letter')
  expect(lineOf((await run(['doctor'])).out, 'backups')).toMatch(
    /^BAD .*2999.* is no backup.*2020.* is no backup.*2999.* is of a time to come/,
  )
  for (const name of readdirSync(join(folder, 'kept')))
    if (!name.includes('-2020-')) rmSync(join(folder, 'kept', name))
  expect(lineOf((await run(['doctor'])).out, 'backups')).toContain('the newest is old')
})

test('settings that others could read, room, and a clock before the last entry are told', async () => {
  const by = { BACKUP_DIR: '' }
  writeFileSync(join(folder, '.env'), '')
  chmodSync(join(folder, '.env'), 0o644)
  const open = await run(['doctor'], by)
  expect([open.status, lineOf(open.out, 'secrets')]).toEqual([
    3,
    expect.stringContaining('chmod 600 .env'),
  ])
  chmodSync(join(folder, '.env'), 0o600)
  const { out } = await run(['doctor'], by)
  expect(lineOf(out, 'secrets')).toMatch(/^ok /)
  expect(lineOf(out, 'disk')).toMatch(/^(?:ok {2}|BAD )disk: .*\d+ MB free/)
  expect(lineOf(out, 'clock')).toMatch(/^ok {2}clock: 2/)
  expect(lineOf(out, 'backups')).toBe('ok  backups: by hand alone: BACKUP_DIR is not set')
  const now = Date.UTC(2026, 10, 30)
  expect(clockCheck('2026-11-30T00:04:00.000Z', now).ok).toBe(true)
  expect(clockCheck('2026-11-30T00:06:00.000Z', now)).toMatchObject({
    ok: false,
    say: expect.stringContaining('is before the last entry'),
  })
})

test('settings as install lays them down are read by the service’s own group and are no fault', () => {
  const [own, other] = [997, 1000]
  const installed = { mode: 0o100640, uid: 0, gid: own }
  expect(isOpenToOthers(installed, own)).toBe(false)
  expect(isOpenToOthers(installed, other)).toBe(true)
  expect(isOpenToOthers({ ...installed, uid: 1000 }, own)).toBe(true)
  expect(isOpenToOthers({ ...installed, mode: 0o100660 }, own)).toBe(true)
  expect(isOpenToOthers({ ...installed, mode: 0o100644 }, own)).toBe(true)
  expect(isOpenToOthers({ ...installed, mode: 0o100600 }, other)).toBe(false)
})

test('a certificate is told before it ends, that of a village box and what the address shows', async () => {
  const now = Date.UTC(2026, 10, 30)
  const until = (days: number) =>
    certificateCheck({ subject: 'PUBLIC_URL', until: now + days * 86_400_000 }, now)
  expect([until(14).ok, until(13).ok, until(-1)]).toEqual([
    true,
    false,
    { name: 'certificate', ok: false, say: expect.stringContaining('it ended') },
  ])
  const made = boxCertificates(['localhost'], { now })
  const box = { BOX_DIR: join(folder, 'box') } as Configuration
  expect(await certificateChecks(box, now)).toMatchObject([{ ok: false }])
  mkdirSync(join(folder, 'box'))
  writeFileSync(join(folder, 'box', 'server.crt'), made.server)
  expect(await certificateChecks(box, now)).toMatchObject([{ ok: true }])

  const server = createServer({ cert: made.server, key: made.key }).listen(0, 'localhost')
  await once(server, 'listening')
  const PUBLIC_URL = `https://localhost:${(server.address() as AddressInfo).port}`
  const shown = async (days: number) =>
    certificateChecks({ PUBLIC_URL } as Configuration, now + days * 86_400_000)
  expect(await shown(0)).toMatchObject([{ ok: true, say: expect.stringContaining('good for') }])
  expect(await shown(4000)).toMatchObject([{ ok: false, say: expect.stringContaining('it ended') }])
  server.close()
  await once(server, 'close')
  expect(await shown(0)).toMatchObject([
    { ok: true, say: expect.stringContaining('not looked at') },
  ])
})
