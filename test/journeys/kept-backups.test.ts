import {
  appendFileSync,
  copyFileSync,
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
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { booksInFile } from '#src/cli/backups/books.ts'
import { againstBooks } from '#src/cli/backups/looking.ts'
import { casesKeep, keptOf, nameOf, namedIn } from '#src/cli/backups/names.ts'
import { readConfiguration } from '#src/configuration.ts'
import { fund } from '#test/support/command-line.ts'
import { withPaperBook } from '#test/support/imported-book.ts'

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
  for (const asked of [keep, { days: 500, weeks: 5, months: 12 }, { ...keep, weeks: 100 }]) {
    const [oldest] = [...keptOf(files, casesKeep(asked))].toSorted()
    expect(end - Date.parse(oldest!.slice(13, 23))).toBeLessThan(91 * dayMs)
  }
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

test('a backup that has a journal more than the books do names what is gone from them', async () => {
  const { out } = await run(['--json', 'heads'])
  const heads = JSON.parse(out) as Parameters<typeof againstBooks>[1]['heads']
  const books = booksInFile(at('data/fund.db'))
  expect(await againstBooks(books, { heads })).toBeUndefined()
  const gone = { ...heads[0]!, id: '01a2312a-d1be-72e3-826a-9403620388da' }
  expect(await againstBooks(books, { heads: [...heads, gone] })).toBe(
    'has 1 journal(s) that are not in the books any more',
  )
})

test('after a clock that ran ahead the new backup is kept and tried, however few are', async () => {
  mkdirSync(at('ahead'))
  const ahead = nameOf('fund', Date.UTC(2999, 0, 1))
  writeFileSync(at(`ahead/${ahead}`), 'a letter')
  const by = { BACKUP_DIR: 'ahead', BACKUP_KEEP: '1,0,0' }
  expect((await run(['backups', 'make'], by)).out).not.toContain('dropped')
  const [made, ...others] = readdirSync(at('ahead')).toSorted()
  expect(others).toEqual([ahead])
  const drill = await run(['backups', 'drill'], by)
  expect(drill.out).toContain(`The backup holds: ${made}`)
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
    configuration: { BACKUP_DIR: 'a' },
  })
})
