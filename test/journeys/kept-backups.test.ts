import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dueNow, keepingBackups } from '#src/cli/backups/keeping.ts'
import { casesKeep, keptOf, nameOf, namedIn } from '#src/cli/backups/names.ts'
import { readConfiguration } from '#src/configuration.ts'
import { fund } from '#test/support/command-line.ts'
import { withPaperBook } from '#test/support/imported-book.ts'
import { practice } from '#test/support/service.ts'
import { dropFolder, newFolder, started } from '#test/support/started.ts'

const folder = mkdtempSync(join(tmpdir(), 'kept-backups-'))
const secret = 'the secret of a test, which opens nothing else'
const environment = { BACKUP_SECRET: secret, BACKUP_DIR: 'kept', MODE: 'practice' }
const db = ['--db', 'sqlite:data/fund.db']
const run = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  fund([...db, ...args], { folder, environment: { ...environment, ...more } })
const at = (name: string): string => join(folder, name)
const kept = (): readonly string[] => readdirSync(at('kept')).toSorted()
const hourMs = 3_600_000
const dayMs = 24 * hourMs

beforeAll(() => withPaperBook(folder))
afterAll(() => rmSync(folder, { recursive: true }))

const keep = { days: 7, weeks: 5, months: 12 }
const filesAt = (times: readonly number[]) =>
  namedIn(
    times.map((one) => nameOf('fund', one)),
    'fund',
  )

test('after two years of a backup a night, a week of nights, five weeks and twelve months are there', () => {
  const end = Date.UTC(2026, 10, 30, 17)
  const files = filesAt(Array.from({ length: 730 }, (_, i) => end - i * dayMs))
  const days = [...keptOf(files, keep)].map((name) => name.slice(13, 23)).toSorted()
  expect(days).toHaveLength(7 + 3 + 11)
  expect(days.slice(0, 4)).toEqual(['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31'])
  expect(days.slice(-7)).toEqual([24, 25, 26, 27, 28, 29, 30].map((day) => `2026-11-${day}`))
  // Of cases nothing is older than three months, because what was erased is in each of them.
  const [oldest] = [...keptOf(files, casesKeep(keep))].toSorted()
  expect(end - Date.parse(oldest!.slice(13, 23))).toBeLessThan(90 * dayMs)
})

test('the newest is kept whatever is asked for, and a clock that ran ahead for a day drops no month', () => {
  const times = fc.array(fc.integer({ min: 0, max: 4_000_000_000 }).map((s) => s * 1000))
  const parts = fc.record({
    days: fc.integer({ min: 0, max: 9 }),
    weeks: fc.integer({ min: 0, max: 9 }),
    months: fc.integer({ min: 0, max: 9 }),
  })
  fc.assert(
    fc.property(times, parts, (made, of) => {
      const files = filesAt(made)
      const names = keptOf(files, of)
      expect(names.size).toBeLessThanOrEqual(1 + of.days + of.weeks + of.months)
      expect(files.length === 0 || names.has(files[0]!.name)).toBe(true)
      // Nothing that was kept goes because it is looked at again.
      expect(
        keptOf(
          files.filter(({ name }) => names.has(name)),
          of,
        ),
      ).toEqual(names)
    }),
  )
  const end = Date.UTC(2026, 10, 30, 17)
  const year = Array.from({ length: 365 }, (_, i) => end - i * dayMs)
  const months = (list: readonly number[]) =>
    new Set([...keptOf(filesAt(list), keep)].map((name) => name.slice(13, 20)))
  const ahead = months([Date.UTC(2038, 0, 19), ...year])
  expect([...months(year)].filter((month) => !ahead.has(month))).toEqual(['2025-12'])
})

test('what else lies in the folder is neither looked at nor dropped', () => {
  const others = ['fund-2026-11-30.backup', 'village-fund-x.backup', nameOf('cases', 0), 'photo']
  expect(namedIn(others, 'fund')).toEqual([])
})

test('a backup is due a day after the last, and a drill a month after the last', () => {
  const now = Date.UTC(2026, 10, 30, 17)
  const path = mkdtempSync(join(folder, 'due-'))
  const folders = [{ kind: 'fund' as const, path, keep }]
  const due = () => dueNow(folders, { now, hours: 24, drillDays: 30 })
  const put = (time: number): void => writeFileSync(join(path, nameOf('fund', time)), '')
  const drilled = (time: number): void =>
    writeFileSync(join(path, 'last-drill.json'), JSON.stringify({ at: new Date(time) }))
  const make = ['make', '--only', 'fund']
  expect(due()).toEqual([make])
  // One that a clock made ahead of its time counts for none.
  put(now + 400 * dayMs)
  expect(due()).toEqual([make])
  // A drill waits for no backup that may fail each time.
  put(now - 25 * hourMs)
  expect(due()).toEqual([make, ['drill']])
  put(now - 2 * hourMs)
  expect(due()).toEqual([['drill']])
  drilled(now - 31 * dayMs)
  expect(due()).toEqual([['drill']])
  drilled(now - 29 * dayMs)
  expect(due()).toEqual([])
  // Cases whose folder is away are asked for by themselves; the books are not copied each time.
  const away = { kind: 'cases' as const, path: join(path, 'away', 'cases'), keep }
  expect(dueNow([...folders, away], { now, hours: 24, drillDays: 30 })).toEqual([
    ['make', '--only', 'cases'],
  ])
})

test('a backup that is made is found whole, tried, and named when it is cut, altered or of other books', async () => {
  const made = await run(['backups', 'make'])
  expect([made.status, made.err]).toEqual([0, ''])
  const [name] = kept()
  expect(made.out).toContain(name)
  const drill = await run(['backups', 'drill'])
  expect([drill.status, drill.err]).toEqual([0, ''])
  expect(JSON.parse(readFileSync(at('kept/last-drill.json'), 'utf8'))).toMatchObject({
    backup: name,
    ok: true,
    entries: 2002,
    problems: 0,
  })
  const list = await run(['backups', 'list'])
  expect([list.status, list.out]).toEqual([0, `ok  ${name}\n`])

  const bad = (hour: number): string => at(`kept/${nameOf('fund', Date.UTC(2026, 0, 1, hour))}`)
  for (const hour of [1, 2, 3]) copyFileSync(at(`kept/${name}`), bad(hour))
  truncateSync(bad(1), readFileSync(bad(1)).length - 100)
  const altered = readFileSync(bad(2), 'latin1').replace(/"program":"./, '"program":"9')
  writeFileSync(bad(2), altered, 'latin1')
  appendFileSync(bad(3), 'more')
  writeFileSync(bad(4), 'a letter')
  const other = await run(['backups', 'list'])
  expect(other.status).toBe(1)
  expect(other.out).toMatch(/T010000Z\.backup is cut off: 100 bytes are missing/)
  expect(other.out).toMatch(/T020000Z\.backup was altered: its first line, or its first part/)
  expect(other.out).toMatch(/T030000Z\.backup goes on for 4 bytes/)
  expect(other.out).toMatch(/T040000Z\.backup is no backup of a village fund/)
  for (const hour of [1, 2, 3, 4]) rmSync(bad(hour))

  const elsewhere = await run(['backups', 'list'], { BACKUP_SECRET: `${secret}, another one` })
  expect(elsewhere.out).toContain('opens with another BACKUP_SECRET')
  const unopened = await run(['backups', 'drill'], { BACKUP_SECRET: `${secret}, another one` })
  expect([unopened.status, unopened.out]).toEqual([
    1,
    expect.stringContaining('is not the one of this backup'),
  ])
})

test('other books, other histories and an older copy that was put back are named against a backup', async () => {
  const books = (change: string): string => {
    const path = mkdtempSync(join(folder, 'books-'))
    copyFileSync(at('data/fund.db'), join(path, 'fund.db'))
    const database = new Database(join(path, 'fund.db'))
    for (const { name } of database
      .prepare(`select name from sqlite_schema where type = 'trigger'`)
      .all() as { name: string }[])
      database.exec(`drop trigger "${name}"`)
    database.exec(change)
    database.close()
    return `sqlite:${path}/fund.db`
  }
  const said = async (change: string): Promise<string> =>
    (await run(['--db', books(change), 'backups', 'list'])).out
  expect(await said('delete from entry where seq > 1990')).toContain(
    'goes further than the books do in 1 journal(s): an older copy of the books was put back',
  )
  expect(await said(`update entry set hash = zeroblob(32) where seq = 2002`)).toContain(
    'has another history than the books in 1 journal(s)',
  )
  expect(await said('delete from posting; delete from entry')).toContain('is foreign')
})

test('where no folder is named or it is that of the books, it is said what to do', async () => {
  const none = await run(['backups', 'make'], { BACKUP_DIR: '' })
  expect([none.status, none.err]).toEqual([3, expect.stringContaining('set BACKUP_DIR')])
  const beside = await run(['backups', 'make'], { BACKUP_DIR: 'data' })
  expect([beside.status, beside.err]).toEqual([3, expect.stringContaining('another folder')])
  const settings = { ...environment, BACKUP_KEEP: '7 days', BACKUP_HOURS: '0' }
  const read = readConfiguration({ ...settings, CASES_BACKUP_DIR: 'kept' })
  expect(read).toMatchObject({
    faults: [expect.stringMatching(/^BACKUP_HOURS/), expect.stringMatching(/^BACKUP_KEEP/)],
  })
  expect(readConfiguration({ BACKUP_DIR: 'a', CASES_BACKUP_DIR: 'a' })).toMatchObject({
    faults: [
      expect.stringContaining('BACKUP_SECRET must be set'),
      expect.stringContaining('must be another folder than BACKUP_DIR'),
    ],
  })
  const served = { DATABASE_URL: 'postgres://127.0.0.1/fund', BACKUP_SECRET: secret }
  expect(readConfiguration({ ...served, BACKUP_DIR: 'a' })).toMatchObject({
    faults: [expect.stringContaining('is for books in a file')],
  })
})

/** The rounds of a service with these settings, and what its log says of them. */
const keepingBy = async (
  settings: Readonly<Record<string, string>>,
  runs: (words: readonly string[]) => Promise<number | null>,
  now = Date.UTC(2026, 10, 30, 17),
) => {
  const { needs, fundId } = await practice()
  const read = readConfiguration({ ...environment, ...settings })
  if ('faults' in read) throw new Error(read.faults.join())
  const lines: object[] = []
  const keeping = keepingBackups(read.configuration, {
    url: `sqlite:${at('data/fund.db')}`,
    needs: { ...needs, log: (line) => lines.push(line) },
    runs: (_, words) => runs(words),
    afterMs: 0,
    now: () => now,
  })
  return { keeping, needs, fundId, lines }
}

test('the service makes one at its start and one when a period is closed, and a try closes nothing', async () => {
  const path = mkdtempSync(join(folder, 'served-'))
  const now = Date.UTC(2026, 10, 30, 17)
  const asked: string[] = []
  const runs = async ([command]: readonly string[]) => {
    asked.push(command!)
    mkdirSync(join(path, 'kept'), { recursive: true })
    writeFileSync(join(path, 'kept', nameOf('fund', now)), '')
    writeFileSync(
      join(path, 'kept', 'last-drill.json'),
      JSON.stringify({ at: new Date(now).toISOString() }),
    )
    return asked.length === 1 ? 1 : 0
  }
  const { keeping, needs, fundId, lines } = await keepingBy(
    { BACKUP_DIR: join(path, 'kept') },
    runs,
    now,
  )
  const end = keeping.begin()
  await expect.poll(() => asked).toEqual(['make'])
  // What failed is a line of the log, with nothing in it but what failed.
  await expect
    .poll(() => lines)
    .toEqual([expect.objectContaining({ route: 'backups make', status: 500 })])
  const closing = (effectiveOn: string) =>
    ({ id: needs.ids(), v: 1, type: 'ClosePeriod', effectiveOn }) as never
  const by = { actor: 'test', device: 'test' }
  await keeping.needs.record(fundId, [closing(needs.today())], { ...by, dryRun: true })
  await setTimeout(20)
  expect(asked).toEqual(['make'])
  await keeping.needs.record(fundId, [closing(needs.today())], by)
  await expect.poll(() => asked).toEqual(['make', 'make'])
  end()
})

test('a disk of backups that is away ends no service: each round is a line of the log, and a command says what is missing', async () => {
  const BACKUP_DIR = join(folder, 'no-such-disk', 'kept')
  const { keeping, lines } = await keepingBy({ BACKUP_DIR }, async () => {
    throw new Error('the process cannot be begun')
  })
  const end = keeping.begin()
  await expect.poll(() => lines).toMatchObject([{ route: 'backups make', status: 500 }])
  end()
  const made = await run(['backups', 'make'], { BACKUP_DIR })
  expect([made.status, made.err]).toEqual([3, expect.stringContaining('is its disk there?')])
  expect(existsSync(join(folder, 'no-such-disk'))).toBe(false)
  // A file where the folder was is as little of a folder.
  writeFileSync(at('a-file'), '')
  const odd = await keepingBy({ BACKUP_DIR: at('a-file') }, async () => 3)
  const stop = odd.keeping.begin()
  await expect.poll(() => odd.lines).toMatchObject([{ route: 'backups make' }])
  stop()
})

test('while there are no cases none are backed up, and the books are not copied in their place', async () => {
  const kept = mkdtempSync(join(folder, 'no-cases-'))
  const now = Date.UTC(2026, 10, 30, 17)
  writeFileSync(join(kept, nameOf('fund', now - hourMs)), '')
  const asked: string[] = []
  const { keeping } = await keepingBy(
    { BACKUP_DIR: kept, CASES_BACKUP_DIR: at('of-cases'), DATA_DIR: at('none') },
    async (words) => {
      asked.push(words.join(' '))
      return 0
    },
    now,
  )
  const end = keeping.begin()
  await expect.poll(() => asked).toEqual(['drill'])
  end()
  const live = { MODE: 'live', PEPPER: `${secret}, one`, SIGNING_SECRET: `${secret}, two` }
  expect(
    readConfiguration({ ...live, BACKUP_SECRET: secret, CASES_BACKUP_DIR: 'of-cases' }),
  ).toMatchObject({ faults: [expect.stringMatching(/^CASES_SECRET must be set/)] })
  const both = { CASES_BACKUP_DIR: 'of-cases', DATA_DIR: 'none', BACKUP_DIR: 'only' }
  const made = await run(['backups', 'make', '--only', 'cases'], both)
  expect([made.status, made.out]).toEqual([0, 'cases: there is nothing to back up yet\n'])
  expect([at('only'), at('of-cases')].map((one) => existsSync(one))).toEqual([false, false])
})

test('a service that runs has made its first backup by itself, in a process of its own', async () => {
  const place = newFolder()
  const service = await started(place, {
    MODE: 'live',
    PEPPER: 'only for this test, thirty-two characters and more',
    SIGNING_SECRET: 'another one for this test, also long enough to be taken',
    BACKUP_SECRET: secret,
    BACKUP_DIR: join(place, 'kept'),
  })
  try {
    const made = () =>
      readdirSync(join(place, 'kept')).filter((name) => /^village-fund-.*Z\.backup$/.test(name))
    await expect.poll(made, { timeout: 110_000, interval: 100 }).toHaveLength(1)
    const [name] = made()
    const checked = await fund(['restore', '--check', join(place, 'kept', name!), '--json'], {
      folder: place,
      environment: { BACKUP_SECRET: secret },
    })
    expect(JSON.parse(checked.out)).toMatchObject({ ok: true, heads: [{ kind: 'network' }] })
  } finally {
    await service.stop()
    dropFolder(place)
  }
})
