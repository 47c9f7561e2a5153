import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nameOf } from '#src/cli/backups/names.ts'
import { fund } from '#test/support/command-line.ts'
import { withPaperBook } from '#test/support/imported-book.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

const folder = newFolder()
const at = (name: string): string => join(folder, name)
const secret = 'the secret of a test, which opens nothing else'
const run = (db: string, args: string, more: Readonly<Record<string, string>> = {}) =>
  fund(['--db', `sqlite:${db}`, ...args.split(' ')], {
    folder,
    environment: { BACKUP_SECRET: secret, ...more },
  })
const checksOf = async (db: string, more: Readonly<Record<string, string>> = {}) => {
  const { out } = await run(db, '--json doctor', more)
  const { checks } = JSON.parse(out) as {
    readonly checks: readonly { name: string; ok: boolean; say: string }[]
  }
  return (name: string) => {
    const { ok, say } = checks.find((one) => one.name === name)!
    return [ok, say]
  }
}

beforeAll(() => withPaperBook(folder))
afterAll(() => dropFolder(folder))

test('books that are sound are said to be, and names in clear are no fault of a service that will seal them', async () => {
  const of = await checksOf('data/fund.db')
  expect(of('networks')).toEqual([true, 'as they should be'])
  expect(of('database')).toEqual([true, expect.stringContaining('full synchronisation')])
  expect(of('backups')).toEqual([true, expect.stringContaining('by hand alone')])
  const live = { MODE: 'live', PEPPER: 'a pepper of a test, long enough to be taken for one' }
  const [ok, say] = (await checksOf('data/fund.db', live))('names')
  expect([ok, say]).toEqual([true, expect.stringContaining('the next start seals them')])
})

test('a file that is damaged is named', async () => {
  const bytes = readFileSync(at('data/fund.db'))
  const db = new Database(at('data/fund.db'), { readonly: true })
  const of = `select rootpage from sqlite_schema where type = 'index' and tbl_name = 'posting'`
  const { rootpage } = db.prepare(of).get() as { readonly rootpage: number }
  db.close()
  const page = bytes.readUInt16BE(16) || 65_536
  // Signs of a key that others are found by, as a disk that is ill would give them back.
  bytes.fill(0x41, rootpage * page - 40, rootpage * page)
  mkdirSync(at('damaged'))
  writeFileSync(at('damaged/fund.db'), bytes)
  const [ok, say] = (await checksOf('damaged/fund.db'))('database')
  expect([ok, say]).toEqual([false, 'the file is damaged: run audit'])
})

test('books of an older version are looked at and left as they are', async () => {
  const bytes = gunzipSync(readFileSync('test/fixtures/databases/0.2.0-before-bytes.sqlite.gz'))
  mkdirSync(at('older'))
  writeFileSync(at('older/fund.db'), bytes)
  const [ok] = (await checksOf('older/fund.db'))('schema')
  expect(ok).toBe(false)
  expect(readFileSync(at('older/fund.db')).equals(bytes)).toBe(true)
})

test('a backup is made of books that are there, and drops in its folder what is kept no longer', async () => {
  const by = { MODE: 'practice', BACKUP_DIR: 'kept', BACKUP_KEEP: '1,0,0' }
  const none = await run('data/none.db', 'backups make', by)
  expect([none.status, none.err]).toEqual([3, 'fund: there is no such database\n'])
  mkdirSync(at('kept'))
  for (const day of [1, 2])
    writeFileSync(at(`kept/${nameOf('fund', Date.UTC(2026, 0, day))}`), 'an older one')
  const made = await run('data/fund.db', '--json backups make', by)
  expect(made.status).toBe(0)
  const [name, ...others] = readdirSync(at('kept'))
  expect(others).toEqual([])
  expect(JSON.parse(made.out)).toMatchObject([{ kind: 'fund', made: name }])
})
