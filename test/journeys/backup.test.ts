import { spawn } from 'node:child_process'
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrationNames } from '#infra/db/steps.ts'
import type { NamedHead } from '#src/app/heads.ts'
import { lastingPlace } from '#src/cli/backing-up.ts'
import { openBackup } from '#src/cli/restoring.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { bareEnvironment, cli, fund, fundAnew } from '#test/support/command-line.ts'
import { olderDatabase } from '#test/support/fixture-database.ts'
import { withPaperBook } from '#test/support/imported-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'backup-'))
/** Where the command keeps what it decrypts, so that a test can see it empty. */
const scratch = join(folder, 'scratch')
const secret = 'the secret of a test, which opens nothing else'
const run = (args: readonly string[], environment: Record<string, string> = {}) =>
  fund(args, { folder, environment: { BACKUP_SECRET: secret, TMPDIR: scratch, ...environment } })
const at = (name: string): string => join(folder, name)
let heads: readonly NamedHead[]

beforeAll(async () => {
  mkdirSync(scratch)
  await withPaperBook(folder)
  expect(await run(['backup', '--out', 'book.backup'])).toMatchObject({ status: 0, err: '' })
  heads = JSON.parse((await run(['heads', '--json'])).out) as NamedHead[]
  writeFileSync(at('heads.json'), JSON.stringify(heads))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** No command leaves anything of the plain books behind, whatever became of it. */
const assertNothingLeft = (): void => {
  expect(readdirSync(scratch)).toEqual([])
  for (const place of [folder, at('data')])
    expect(readdirSync(place).filter((name) => name.startsWith('.'))).toEqual([])
}

test('a backup is for its owner alone, holds no plain word of the books, and names its journals', () => {
  const bytes = readFileSync(at('book.backup'))
  expect(statSync(at('book.backup')).mode & 0o777).toBe(0o600)
  for (const word of ['SQLite format', 'moneylender', 'MemberAdmitted', secret])
    expect(bytes.includes(word), word).toBe(false)
  const manifest = JSON.parse(bytes.subarray(0, bytes.indexOf(0x0a)).toString()) as object
  expect(manifest).toMatchObject({ format: 'village-fund/backup', v: 1, heads })
  expect(heads).toMatchObject([{ kind: 'fund', seq: 2002 }])
  assertNothingLeft()
})

test('a backup is checked against heads that were kept elsewhere', async () => {
  const checked = await run([
    'restore',
    '--check',
    'book.backup',
    '--checkpoint',
    'heads.json',
    '--json',
  ])
  expect([checked.status, checked.err]).toEqual([0, ''])
  expect(JSON.parse(checked.out)).toMatchObject({
    ok: true,
    entries: 2002,
    heads,
    problems: [],
    checkpoint: [],
    isRestored: false,
  })
  expect((await run(['restore', '--check', 'book.backup'])).out).toContain(
    'No checkpoint was given',
  )
  assertNothingLeft()
})

test('a backup that is older than the checkpoint, or of another history, is named', async () => {
  const [head] = heads
  const kept = [
    head,
    { ...head, seq: 2003 },
    { ...head, seq: 2001 },
    { ...head, id: 'a-fund-that-is-not-here' },
  ]
  writeFileSync(at('other.json'), JSON.stringify({ heads: kept }))
  const asked = ['--checkpoint', 'other.json', '--json']
  const checked = await run(['restore', '--check', 'book.backup', ...asked])
  expect(checked.status).toBe(1)
  expect(JSON.parse(checked.out)).toMatchObject({
    ok: false,
    problems: [],
    checkpoint: [
      { seq: 2003, problem: 'ends-before' },
      { seq: 2001, problem: 'differs' },
      { id: 'a-fund-that-is-not-here', problem: 'missing' },
    ],
  })
})

test('heads come before the backup, as the page says; taken after it they make a whole one look older, which is said', async () => {
  const page = readFileSync(new URL('../../docs/backup.md', import.meta.url), 'utf8')
  const [commands] = /```sh\n[^`]+```/.exec(page)!
  const [headsAt, backupAt] = ['heads --json', 'backup --out'].map((one) => commands.indexOf(one))
  expect(headsAt).toBeLessThan(backupAt!)
  const [head] = heads
  const check = async (kept: object) => {
    writeFileSync(at('kept.json'), JSON.stringify({ heads: [{ ...head, ...kept }] }))
    const asked = ['restore', '--check', 'book.backup', '--checkpoint', 'kept.json']
    const { status, out } = await run(asked)
    return [status, out.split('\n')]
  }
  expect(await check({})).toEqual([0, expect.arrayContaining(['The books hold.'])])
  const older = expect.arrayContaining([expect.stringContaining('they are OLDER')])
  expect(await check({ seq: 2003 })).toEqual([1, older])
  expect(await check({ seq: 2001 })).toEqual([
    1,
    expect.arrayContaining(['The books do NOT hold.']),
  ])
})

test('a backup goes onto an empty place, and the fund there is the fund that was', async () => {
  const restored = await run(['restore', 'book.backup', '--to', 'sqlite:new/place/fund.db'])
  expect([restored.status, restored.err]).toEqual([0, ''])
  expect(statSync(at('new/place/fund.db')).mode & 0o777).toBe(0o600)
  const there = ['--db', 'sqlite:new/place/fund.db']
  const [audit, health, now] = await Promise.all([
    run(['audit', '--json', ...there]),
    run(['report', 'health', '--as-of', '2025-12-31', '--json', ...there]),
    run(['heads', '--json', ...there]),
  ])
  expect(JSON.parse(audit.out)).toEqual({ ok: true, entries: 2002, problems: [] })
  expect(JSON.parse(health.out)).toEqual(
    JSON.parse(readFileSync(join(paperBookFolder, 'expected.json'), 'utf8')),
  )
  expect(JSON.parse(now.out)).toEqual(heads)
  const again = await run(['restore', 'book.backup', '--to', 'sqlite:new/place/fund.db'])
  expect([again.status, again.err]).toEqual([1, expect.stringContaining('only where nothing is')])
  expect(readdirSync(at('new/place'))).toEqual(['fund.db'])
})

test('without its own secret a backup stays closed, and the secret is never said', async () => {
  const wrong = 'another secret that is long enough as well'
  const outcomes = await Promise.all([
    run(['restore', '--check', 'book.backup'], { BACKUP_SECRET: wrong }),
    run(['restore', '--check', 'book.backup'], { BACKUP_SECRET: '' }),
    run(['backup', '--out', 'none.backup'], { BACKUP_SECRET: 'much too short' }),
    run(['backup', '--out', 'none.backup'], { PEPPER: secret }),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual([1, 3, 3, 3])
  expect(outcomes[0]!.err).toContain('not the one of this backup')
  expect(outcomes[2]!.err).toContain('at least 32 characters')
  expect(outcomes[3]!.err).toContain('another secret than PEPPER')
  for (const { out, err } of outcomes)
    for (const said of [secret, wrong, 'much too short']) expect(out + err).not.toContain(said)
  expect(existsSync(at('none.backup'))).toBe(false)
  assertNothingLeft()
})

/** Stops a command as soon as a file of its decrypted books is there; undefined where it was through before. */
const stoppedAt = async (file: string, command: readonly string[]) => {
  const child = spawn(process.execPath, [cli, ...command], {
    cwd: folder,
    env: { ...bareEnvironment, BACKUP_SECRET: secret, TMPDIR: scratch },
    stdio: 'ignore',
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const isThere = (): boolean => globSync(`**/.village-fund-*/${file}`, { cwd: folder }).length > 0
  while (child.exitCode === null && !isThere()) await setTimeout(2)
  const isCaught = child.exitCode === null && child.kill('SIGTERM')
  const status = await ended
  return isCaught ? status : undefined
}

/** With little time only the last moment. */
const moments = [
  ['while it is decrypted', 'restored.db', ['restore', '--check', 'book.backup']],
  ['while it is audited', 'restored.db-wal', ['restore', '--check', 'book.backup']],
  ['before it is in place', 'restored.db-wal', ['restore', 'book.backup', '--to', 'sqlite:no.db']],
] as const

test.each(process.env['TEST_BUDGET'] === 'ci' ? moments : moments.slice(-1))(
  'a backup whose restoring is stopped %s leaves nothing plain behind',
  async (_, file, command) => {
    let status: number | null | undefined
    while (status === undefined) status = await stoppedAt(file, command)
    expect(status).toBe(130)
    expect(existsSync(at('no.db'))).toBe(false)
    assertNothingLeft()
  },
)

test('a backup is made while others write, and is the database of one moment', async () => {
  const source = at('data/fund.db')
  const database = new Database(source)
  database.pragma('journal_mode = wal')
  const keep = database.prepare(
    `insert into note (fund_id, subject, text) values (?, ?, 'written while it was copied')`,
  )
  let count = 0
  const timer = setInterval(() => {
    count += 1
    keep.run('a-fund', `subject ${count}`)
    keep.run('a-fund', `its twin ${count}`)
  }, 2)
  mkdirSync(at('stick'))
  const seen = new Set<string>()
  const watcher = watch(at('stick'), { recursive: true }, (_, name) => seen.add(name ?? ''))
  const backingUp = ['backup', '--out', 'stick/live.backup']
  const backedUp = await fundAnew(backingUp, { folder, environment: { BACKUP_SECRET: secret } })
  watcher.close()
  clearInterval(timer)
  database.close()
  expect([backedUp.status, backedUp.err]).toEqual([0, ''])
  expect(count).toBeGreaterThan(20)
  expect([...seen].some((name) => name.endsWith('made'))).toBe(true)
  expect([...seen].filter((name) => name.endsWith('.db'))).toEqual([])
  const restored = await run(['restore', 'stick/live.backup', '--to', 'sqlite:live.db'])
  expect(restored.status).toBe(0)
  const copy = new Database(at('live.db'), { readonly: true })
  const noted = copy.prepare(`select count(*) as n from note where fund_id = 'a-fund'`).get() as {
    n: number
  }
  copy.close()
  expect(noted.n).toBeGreaterThan(0)
  expect(noted.n).toBeLessThan(2 * count)
})

test('a backup that an older version made is brought up to date where it is restored', async () => {
  const heads = olderDatabase(at('older.db'))
  writeFileSync(at('older-heads.json'), JSON.stringify(heads))
  const older = ['--db', 'sqlite:older.db', '--json']
  const made = await run(['backup', '--out', 'older.backup', ...older])
  expect(JSON.parse(made.out)).toMatchObject({ heads, migrations: migrationNames.slice(0, 9) })
  const asked = ['--to', 'sqlite:from-older.db', '--checkpoint', 'older-heads.json', '--json']
  const restored = await run(['restore', 'older.backup', ...asked])
  expect(JSON.parse(restored.out)).toMatchObject({ ok: true, heads })
  const now = ['migrate', 'status', '--db', 'sqlite:from-older.db', '--json']
  expect(JSON.parse((await run(now)).out)).toEqual({ done: migrationNames, waiting: [] })
})

test('an altered database is backed up as it is, and the check says what the audit finds', async () => {
  await openBackup(at('book.backup'), secret, at('altered.db'))
  const database = new Database(at('altered.db'))
  database.exec('drop trigger entry_no_update')
  database.exec(`update entry set device = 'another one' where seq = 142`)
  database.close()
  expect((await run(['backup', '--out', 'bad.backup', '--db', 'sqlite:altered.db'])).status).toBe(0)
  const kept = await run(['restore', 'bad.backup', '--to', 'sqlite:kept.db', '--json'])
  expect([kept.status, existsSync(at('kept.db'))]).toEqual([1, false])
  const { problems } = JSON.parse(kept.out) as { problems: { seq: number; check: string }[] }
  expect(problems).toEqual([expect.objectContaining({ seq: 142, check: 'hash' })])
  const anyway = await run(['restore', 'bad.backup', '--to', 'sqlite:kept.db', '--anyway'])
  expect([anyway.status, existsSync(at('kept.db'))]).toEqual([1, true])
  expect(anyway.out).toContain('The books do NOT hold.')
  assertNothingLeft()
})

test('wrong use of backup and restore says what is wrong', async () => {
  for (const file of ['no.json', 'logged.db-wal']) writeFileSync(at(file), '[]')
  const said = await Promise.all(
    [
      ['backup', '--out', 'book.backup'],
      ['backup', '--out', 'no/such/folder/x'],
      ['backup', '--out', 'wrong.backup', '--db', 'sqlite:none.db'],
      ['backup', '--out', 'wrong.backup', '--db', 'postgres://127.0.0.1:1/fund'],
      ['restore', 'book.backup'],
      ['restore', 'book.backup', '--to', 'sqlite:logged.db'],
      ['restore', '--check', 'book.backup', '--checkpoint', 'no.json'],
    ].map(async (args) => {
      const { status, err } = await run(args)
      return [status, err]
    }),
  )
  expect(said).toEqual([
    [2, expect.stringContaining('already')],
    [3, expect.stringContaining('ENOENT')],
    [3, expect.stringContaining('no such database')],
    [3, expect.stringContaining('ECONNREFUSED')],
    [2, expect.stringContaining('--check or --to')],
    [1, expect.stringContaining('only where nothing is')],
    [2, expect.stringContaining('heads --json')],
  ])
  expect(() => lastingPlace('sqlite::memory:')).toThrow('export archive')
  expect(existsSync(at('wrong.backup'))).toBe(false)
})
