import { spawnSync } from 'node:child_process'
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandOf, places, unitOf } from '#src/cli/hosting/unit.ts'
import { readConfiguration } from '#src/configuration.ts'
import { bareEnvironment, cli, fund } from '#test/support/command-line.ts'
import { dropFolder, linkIn, newFolder, started } from '#test/support/started.ts'

const folder = newFolder()
afterAll(() => dropFolder(folder))

const root = join(folder, 'machine')
const install = (...args: string[]) => fund(['install', '--root', root, ...args], { folder })
const written = [places.settings, places.account, places.rights, places.unit, places.command]
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')

let said = ''
beforeAll(async () => {
  const { status, out } = await install('--public-url', 'https://fund.example.org')
  expect(status).toBe(0)
  said = out
})

const secretNames = ['PEPPER', 'SIGNING_SECRET', 'SUPPORT_SECRET', 'CASES_SECRET', 'BACKUP_SECRET']

test('a machine gets settings that can hold, with secrets of its own that its administrator alone can read', () => {
  const settings = parseEnv(textOf(places.settings))
  expect(readConfiguration(settings)).toHaveProperty('configuration')
  expect(settings).toMatchObject({ MODE: 'live', PUBLIC_URL: 'https://fund.example.org' })
  const secrets = secretNames.map((name) => settings[name]!)
  expect(new Set(secrets).size).toBe(secretNames.length)
  for (const secret of secrets) expect(secret).toMatch(/^[\w-]{48}$/)
  expect(statSync(join(root, places.settings)).mode & 0o777).toBe(0o600)
  for (const secret of secrets) expect(said).not.toContain(secret)
})

test('whatever the shell lets new files be, the account reaches its settings and others the command', () => {
  for (const umask of ['077', '000']) {
    const place = join(folder, `umask-${umask}`)
    const given = ['-c', `umask ${umask}; exec "$0" "$@"`, process.execPath, cli, 'install']
    const { status } = spawnSync('/bin/sh', [...given, '--root', place], { env: bareEnvironment })
    expect(status).toBe(0)
    const modeOf = (path: string): string => (statSync(join(place, path)).mode & 0o777).toString(8)
    const modes = [places.folder, ...written].map(modeOf)
    expect(modes, umask).toEqual(['755', '600', '644', '644', '644', '755'])
  }
})

test('each file that was written is named, and what is to be done next', () => {
  for (const path of written) expect(said).toContain(`written  ${join(root, path)}`)
  expect(said).toContain('systemctl enable --now village-fund')
})

test('whoever installs a second time writes over nothing, also where one file alone was there', async () => {
  const before = written.map(textOf)
  const again = await install('--port', '4000')
  expect(again.out.match(/^left /gm)).toHaveLength(written.length)
  expect(again.out).toContain('What was there before is left as it was')
  expect(written.map(textOf)).toEqual(before)
  const other = join(folder, 'other')
  const own = join(other, places.unit)
  mkdirSync(join(own, '..'), { recursive: true })
  writeFileSync(own, 'my own unit')
  const { out } = await fund(['--json', 'install', '--root', other], { folder })
  expect((JSON.parse(out) as { written: object[] }).written).toEqual([
    { path: join(other, places.settings), isNew: true },
    { path: join(other, places.account), isNew: true },
    { path: join(other, places.rights), isNew: true },
    { path: own, isNew: false },
    { path: join(other, places.command), isNew: true },
  ])
  expect(readFileSync(own, 'utf8')).toBe('my own unit')
})

test('what is only tried, or cannot hold, writes nothing', async () => {
  const nowhere = join(folder, 'nowhere')
  const tried = await fund(['install', '--root', nowhere, '--dry-run'], { folder })
  expect(tried.out).toContain(`would write ${join(nowhere, places.unit)}`)
  // What is only tried starts nothing either, and is told of the same files.
  const started = ['install', '--root', nowhere, '--start']
  expect(await fund([...started, '--dry-run'], { folder })).toEqual(tried)
  const elsewhere = await fund(started, { folder })
  expect([elsewhere.status, elsewhere.err]).toEqual([
    2,
    expect.stringContaining('leave out --root'),
  ])
  const wrong = await fund(['install', '--root', nowhere, '--public-url', 'http://canary'], {
    folder,
  })
  expect([wrong.status, wrong.err]).toEqual([2, expect.stringContaining('PUBLIC_URL must be')])
  expect(wrong.err).not.toContain('canary')
  writeFileSync(nowhere, 'a file')
  const inFile = await fund(['install', '--root', nowhere], { folder })
  expect([inFile.status, inFile.err]).toEqual([3, expect.stringContaining('run it as root')])
})

test('a later command is handed on with its words as they are, in the folder of the settings', () => {
  const here = mkdtempSync(join(folder, 'etc-'))
  const program = join(here, `o'clock $HOME.sh`)
  writeFileSync(program, '#!/bin/sh\npwd\nprintf "%s|" "$@"\n', { mode: 0o755 })
  const bin = mkdtempSync(join(folder, 'programs-'))
  for (const name of ['sudo', 'runuser'])
    writeFileSync(join(bin, name), '#!/bin/sh\necho "$1 $2"\nshift 3\nexec "$@"\n', { mode: 0o755 })
  const command = join(here, 'command')
  writeFileSync(command, commandOf(program).replace(places.folder, here), { mode: 0o755 })
  const { stdout } = spawnSync(command, ['doctor', 'two words', '$x'], {
    encoding: 'utf8',
    env: { PATH: `${bin}:${process.env['PATH']}` },
  })
  expect(stdout).toBe(`-u village-fund\n${realpathSync(here)}\ndoctor|two words|$x|`)
})

test('books on a server have no cases beside them until somebody has made a place for these', async () => {
  const db = 'postgres://village_service:word@127.0.0.1/village'
  const place = join(folder, 'server')
  expect((await fund(['--db', db, 'install', '--root', place], { folder })).status).toBe(0)
  const settings = parseEnv(readFileSync(join(place, places.settings), 'utf8'))
  expect(readConfiguration(settings)).toHaveProperty('configuration')
  expect([settings['DATABASE_URL'], settings['CASES_SECRET']]).toEqual([db, undefined])
})

/** The lines of a unit by the part that they stand in. */
const partsOf = (
  unit: string,
): Readonly<Record<string, readonly (readonly [string, string])[]>> => {
  const parts: Record<string, (readonly [string, string])[]> = {}
  let part = ''
  for (const line of unit.split('\n').filter((one) => one !== '' && !one.startsWith('#'))) {
    const [, name] = /^\[(\w+)\]$/.exec(line) ?? []
    if (name !== undefined) parts[(part = name)] = []
    else {
      const [, key, value] = /^(\w+)=(.*)$/.exec(line)!
      parts[part]!.push([key!, value!])
    }
  }
  return parts
}

test('the unit runs the program that wrote it, for ever, and lets it write its own two folders alone', () => {
  const { Unit, Service, Install } = partsOf(textOf(places.unit))
  const service = Object.fromEntries(Service!)
  const [, program] = /^"(.+)" serve$/.exec(service['ExecStart']!)!
  expect(() => accessSync(program!, constants.X_OK)).not.toThrow()
  expect(service).toMatchObject({
    Restart: 'always',
    User: 'village-fund',
    EnvironmentFile: places.settings,
    StateDirectory: 'village-fund village-fund-kept',
    ProtectSystem: 'strict',
    ProtectHome: 'yes',
    NoNewPrivileges: 'yes',
    CapabilityBoundingSet: '',
    SystemCallArchitectures: 'native',
  })
  const { DATA_DIR, HEADS_FILE, CASES_KEPT_FILE } = parseEnv(textOf(places.settings))
  expect(
    [DATA_DIR, HEADS_FILE, CASES_KEPT_FILE].map((path) => path!.split('/').slice(0, 4).join('/')),
  ).toEqual(['/var/lib/village-fund', '/var/lib/village-fund-kept', '/var/lib/village-fund-kept'])
  expect(Object.fromEntries(Unit!)).toMatchObject({ StartLimitIntervalSec: '0' })
  expect(Install).toEqual([['WantedBy', 'multi-user.target']])
  const keys = Service!.map(([key]) => key).filter((key) => key !== 'SystemCallFilter')
  expect(new Set(keys).size).toBe(keys.length)
})

test('where backups are asked for, the settings name their folder and the unit lets the service write there', async () => {
  const place = join(folder, 'backed-up')
  const backups = '/mnt/backups/books'
  const { status, out } = await fund(['install', '--root', place, '--backups', backups], { folder })
  expect([status, out]).toEqual([
    0,
    expect.stringContaining(`-o village-fund -g village-fund ${backups}`),
  ])
  const read = (path: string): string => readFileSync(join(place, path), 'utf8')
  expect(parseEnv(read(places.settings))).toMatchObject({ BACKUP_DIR: backups })
  expect(partsOf(read(places.unit))['Service']).toContainEqual(['ReadWritePaths', `"-${backups}"`])
  expect(textOf(places.unit)).not.toContain('ReadWritePaths')
  for (const wrong of [
    'backups',
    '/mnt/$HOME',
    '/mnt/a\nMODE=practice',
    '/',
    '/run/user/books',
    '/mnt/..',
  ])
    expect((await install('--dry-run', '--backups', wrong)).status).toBe(2)
})

test('signs that systemd would read as something else are written so that it does not', () => {
  expect(unitOf('/opt/a 50% "b" $c/run')).toContain(
    String.raw`ExecStart="/opt/a 50%% \"b\" $$c/run" serve`,
  )
})

test('systemd itself has nothing to say of the unit, on a machine that has it', () => {
  const asked = spawnSync('systemd-analyze', ['verify', join(root, places.unit)], {
    encoding: 'utf8',
  })
  // Elsewhere the test above has read it line by line.
  if (asked.error) expect(asked.error).toMatchObject({ code: 'ENOENT' })
  else expect([asked.status, asked.stderr.includes('village-fund')]).toEqual([0, false])
})

test('a service starts by what was written, as systemd would hand it over', async () => {
  const settings = Object.entries(parseEnv(textOf(places.settings))).map(([name, value]) => [
    name,
    value!.replace(/^\/var\/lib/, join(root, 'var/lib')),
  ])
  const { ExecStart } = Object.fromEntries(partsOf(textOf(places.unit))['Service']!)
  const [, program] = /^"(.+)" serve$/.exec(ExecStart!)!
  const { PUBLIC_URL: _, ...environment } = Object.fromEntries(settings) as Record<string, string>
  // As systemd makes the folders of the state.
  for (const name of ['DATA_DIR', 'HEADS_FILE'])
    mkdirSync(join(environment[name]!, name === 'HEADS_FILE' ? '..' : '.'), { recursive: true })
  const service = await started(folder, { ...environment, PORT: '0' }, [program!])
  expect(linkIn(service.printed(), 'begin')).toBeDefined()
  expect(await service.stop()).toBe(0)
  expect(readdirSync(environment['DATA_DIR']!)).toEqual(expect.arrayContaining(['fund.db']))
  expect(readdirSync(join(root, 'var/lib/village-fund-kept'))).toContain('heads')
  // Every command by the same settings looks at what was served, and at no empty place of its own.
  const at = mkdtempSync(join(folder, 'settings-'))
  const doctor = await fund(['doctor'], { folder: at, environment })
  expect(doctor.out).toContain('ok  database: write-ahead log')
  const heads = await fund(['--json', 'heads'], { folder: at, environment })
  expect([heads.status, heads.err]).toEqual([0, ''])
  expect(JSON.parse(heads.out)).toMatchObject([{ kind: 'network' }])
})
