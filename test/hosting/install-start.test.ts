import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { beginService, stepsSaid } from '#src/cli/hosting/beginning.ts'
import { filesOf, othersThere } from '#src/cli/hosting/installing.ts'
import { places } from '#src/cli/hosting/unit.ts'
import { fund } from '#test/support/command-line.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

const folder = newFolder()
afterAll(() => dropFolder(folder))
afterEach(() => vi.unstubAllEnvs())

const trimmed = (line: string): string => line.trim()

/** A machine in a folder: each program writes down what it is asked, and does what `does` says. */
const machineWith = (does: Readonly<Record<string, string>>) => {
  const bin = mkdtempSync(join(folder, 'programs-'))
  const asked = join(bin, 'asked')
  for (const [name, body] of Object.entries(does))
    writeFileSync(join(bin, name), `#!/bin/sh\necho "$(basename "$0") $*" >> ${asked}\n${body}\n`, {
      mode: 0o755,
    })
  vi.stubEnv('PATH', `${bin}:${process.env['PATH']}`)
  return { asked: () => readFileSync(asked, 'utf8').trimEnd().split('\n').map(trimmed) }
}
const wellBehaved = {
  'systemd-sysusers': '',
  'systemd-tmpfiles': '',
  install: '',
  systemctl: '',
  journalctl: `if [ -e "$0.again" ]; then echo 'https://fund.example.org/begin?key=k'; echo 'Stop with Ctrl+C.'; else touch "$0.again"; fi`,
}

test('what is started is done step by step as it would be by hand, and its link is waited for', async () => {
  const { asked } = machineWith(wellBehaved)
  const said = await beginService('/mnt/backups/books', { everyMs: 1 })
  expect(said).toContain('/begin?key=k')
  const [, ...byHand] = stepsSaid('/mnt/backups/books').split('\n')
  expect(asked().filter((line) => !line.startsWith('journalctl'))).toEqual(
    byHand.slice(0, -1).map(trimmed),
  )
  expect(asked().at(-1)).toMatch(/^journalctl -u village-fund .*--since=@\d+$/)
})

test('a step that does not succeed is told with those that are left, and none of these is done', async () => {
  const { asked } = machineWith({ ...wellBehaved, 'systemd-tmpfiles': 'exit 1' })
  await expect(beginService(undefined, { everyMs: 1 })).rejects.toThrow(
    /did not succeed[^]*tmpfiles[^]*daemon-reload[^]*enable --now[^]*journalctl/,
  )
  expect(asked()).toEqual(['systemd-sysusers', 'systemd-tmpfiles --create village-fund.conf'])
})

test('a service that says nothing within a minute is told so, and where to look', async () => {
  machineWith({ ...wellBehaved, journalctl: '' })
  const said = await beginService(undefined, { patienceMs: 20, everyMs: 1 })
  expect(said).toContain('journalctl -u village-fund')
})

test('a step whose program this machine does not have is told so', async () => {
  machineWith(wellBehaved)
  vi.stubEnv('PATH', mkdtempSync(join(folder, 'no-programs-')))
  await expect(beginService(undefined, { everyMs: 1 })).rejects.toThrow(
    /systemd-sysusers is not there[^]*systemd-sysusers\n/,
  )
})

test('what stands there already and says otherwise is not started: nobody asked for that', async () => {
  const place = join(folder, 'older')
  const given = { root: place, port: '3000', publicUrl: 'https://fund.example.org' }
  const again = (more: object = {}) => othersThere(filesOf({ ...given, ...more }, undefined), place)
  expect(again()).toEqual([])
  expect(
    (await fund(['install', '--root', place, '--public-url', given.publicUrl], { folder })).status,
  ).toBe(0)
  // A first try that went halfway goes on: its secrets are others each time, and stay.
  expect(again()).toEqual([])
  const settings = join(place, places.settings)
  const unit = join(place, places.unit)
  expect(again({ port: '4000' })).toEqual([settings])
  expect(again({ publicUrl: undefined })).toEqual([settings])
  expect(again({ backups: '/mnt/backups/books' })).toEqual([settings, unit])
  writeFileSync(
    unit,
    readFileSync(unit, 'utf8').replace(/^ExecStart=.*$/m, 'ExecStart=/opt/old/run serve'),
  )
  writeFileSync(
    settings,
    `${readFileSync(settings, 'utf8')}\nTEXTS_URL=https://texts.example.org\n`,
  )
  expect(again()).toEqual([unit])
  rmSync(settings)
  mkdirSync(settings)
  expect(() => again()).toThrow(/cannot read .*\.env.*run it as root/)
})

test('another machine is not started from here, and a program that the unit cannot see is not either', async () => {
  const other = join(folder, 'not-started')
  const started = await fund(['install', '--root', other, '--start'], { folder })
  expect([started.status, started.err]).toEqual([2, expect.stringContaining('leave out --root')])
  expect(existsSync(other)).toBe(false)
})
