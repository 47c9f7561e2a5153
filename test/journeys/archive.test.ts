import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paperBookFolder } from '#test/support/books-in.ts'
import { relined, linesIn, resealed } from '#test/support/archives.ts'
import { cli, fund } from '#test/support/command-line.ts'
import { withPaperBook } from '#test/support/imported-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'archive-'))
const run = (...args: readonly string[]) => fund(args, { folder })
const at = (name: string): string => join(folder, name)
let head: { readonly seq: number; readonly hash: string }
let fundId: string

beforeAll(async () => {
  await withPaperBook(folder)
  const exported = await run('export', 'archive', '--out', 'fund.archive.gz', '--json')
  expect([exported.status, exported.err]).toEqual([0, ''])
  ;({ head, fundId } = JSON.parse(exported.out))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('a fund moves to another database by one file, with the same head and the same reports', async () => {
  expect(statSync(at('fund.archive.gz')).mode & 0o777).toBe(0o600)
  const db = ['--db', 'sqlite:moved.db']
  const dry = await run('import', 'archive', 'fund.archive.gz', '--dry-run', '--json', ...db)
  expect(JSON.parse(dry.out)).toMatchObject({ entriesAdded: 2002, isDryRun: true })
  expect(existsSync(at('moved.db'))).toBe(false)
  const moved = await run('import', 'archive', 'fund.archive.gz', '--json', ...db)
  expect(JSON.parse(moved.out)).toMatchObject({ fundId, head, here: 'nothing', entriesAdded: 2002 })
  const [audit, health, again] = await Promise.all([
    run('audit', ...db),
    run('report', 'health', '--as-of', '2025-12-31', '--json', ...db),
    run('import', 'archive', 'fund.archive.gz', ...db),
  ])
  expect([audit.status, again.status]).toEqual([0, 0])
  expect(again.out).toContain('nothing changed')
  expect(JSON.parse(health.out)).toEqual(
    JSON.parse(readFileSync(join(paperBookFolder, 'expected.json'), 'utf8')),
  )
  expect((await run('export', 'archive', '--out', 'back.archive.gz', ...db)).status).toBe(0)
  expect(readFileSync(at('back.archive.gz')).equals(readFileSync(at('fund.archive.gz')))).toBe(true)
})

/** Begins an import and kills it as soon as the database holds so many entries. */
const killedAt = async (db: string, entries: number): Promise<number> => {
  const child = spawn(
    process.execPath,
    [cli, 'import', 'archive', 'fund.archive.gz', '--db', `sqlite:${db}`],
    {
      cwd: folder,
      stdio: 'ignore',
    },
  )
  const ended = new Promise((resolve) => child.once('close', resolve))
  let isOver = false
  void ended.then(() => (isOver = true))
  while (!isOver && entriesIn(db) < entries) await setTimeout(5)
  child.kill('SIGKILL')
  await ended
  return entriesIn(db)
}

/** Entries that another program sees in a file, be it there yet or not. */
const entriesIn = (db: string): number => {
  let database: Database.Database | undefined
  try {
    database = new Database(at(db), { readonly: true, fileMustExist: true })
    return database.prepare('select count(*) from entry').pluck().get() as number
  } catch {
    return 0
  } finally {
    database?.close()
  }
}

test('an import that was killed goes on where it stopped, by the same command', async () => {
  // One that was through before the signal came was not killed, and another is begun.
  let [stood, place] = [2002, '']
  for (let n = 0; stood === 2002; n += 1) {
    place = `killed-${n}.db`
    stood = await killedAt(place, 500)
  }
  expect([500, 1000, 1500]).toContain(stood)
  const db = ['--db', `sqlite:${place}`]
  const again = await run('import', 'archive', 'fund.archive.gz', '--json', ...db)
  expect(JSON.parse(again.out)).toMatchObject({
    here: 'beginning',
    entriesAdded: 2002 - stood,
    head,
  })
  expect((await run('export', 'archive', '--out', 'killed.archive.gz', ...db)).status).toBe(0)
  expect(readFileSync(at('killed.archive.gz')).equals(readFileSync(at('fund.archive.gz')))).toBe(
    true,
  )
})

test('what is wrong with a file is said with its line, and nothing is written', async () => {
  const bytes = readFileSync(at('fund.archive.gz'))
  const altered = linesIn(bytes).slice(0, -1)
  altered[700] = altered[700]!.replace('"v":1', '"v":2')
  writeFileSync(at('altered.gz'), resealed(altered))
  writeFileSync(at('cut.gz'), bytes.subarray(0, 100_000))
  const newer = relined(altered[0]!, (line) => ({ ...line, v: 9 }))
  writeFileSync(at('newer.gz'), resealed([newer, ...altered.slice(1)]))
  const told = await Promise.all(
    ['altered.gz', 'cut.gz', 'newer.gz'].map(async (file) => {
      const { status, out } = await run('import', 'archive', file, '--db', `sqlite:bad/${file}.db`)
      return [status, out, entriesIn(`bad/${file}.db`)]
    }),
  )
  expect(told).toEqual([
    [1, expect.stringMatching(/^line 701, entry 700: .* hash\nNothing was written\.\n$/), 0],
    [1, expect.stringMatching(/^line \d+: the file is no whole gzip file/), 0],
    [1, expect.stringContaining('newer version'), 0],
  ])
})

test('a fund of the same id with another history is refused by its first other entry', async () => {
  // The same book taken in at another moment: the same facts, and another history of how they came in.
  const db = ['--db', 'sqlite:twin.db']
  expect((await run('import', 'paper-book', paperBookFolder, ...db)).status).toBe(0)
  const before = readdirSync(folder)
  const refused = await run('import', 'archive', 'fund.archive.gz', '--json', ...db)
  expect(refused.status).toBe(1)
  expect(JSON.parse(refused.out)).toMatchObject({
    problem: { code: 'history-differs', line: 2, seq: 1 },
  })
  expect(readdirSync(folder)).toEqual(before)
})

test('wrong use of export and import says what is wrong', async () => {
  const said = await Promise.all(
    [
      ['export', 'archive', '--out', 'fund.archive.gz'],
      ['export', 'archive', '--out', 'other.gz', '--fund', 'no-such-fund'],
      ['export', 'archive', '--out', 'other.gz', '--db', 'sqlite:none.db'],
      ['export', 'archive'],
      ['import', 'archive', 'no-such-file'],
    ].map(async (args) => (await run(...args)).status),
  )
  expect(said).toEqual([2, 1, 3, 2, 2])
  expect(readdirSync(folder).filter((name) => name.startsWith('.') || name === 'other.gz')).toEqual(
    [],
  )
})
