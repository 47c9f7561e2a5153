import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sqliteLeaves } from '#infra/cases/sqlite-leaves.ts'
import { backupKey, unsealed } from '#infra/system/sealed.ts'
import { type Leaf, leavesIn, readCasesHead } from '#src/cli/cases/leaves-file.ts'
import { allIds, fresh } from '#test/contract/leaves-suite.ts'
import { fund } from '#test/support/command-line.ts'
import { diedHalfway } from '#test/support/died-halfway.ts'
import { withPaperBook } from '#test/support/imported-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'cases-backup-'))
const at = (name: string): string => join(folder, name)
const secretOf = (name: string): string => `the-${name}-secret-of-a-village-long-enough-to-be-taken`
const environment = {
  MODE: 'live',
  PEPPER: secretOf('pepper'),
  SIGNING_SECRET: secretOf('signing'),
  CASES_SECRET: secretOf('cases'),
  BACKUP_SECRET: secretOf('backup'),
  DATABASE_URL: `sqlite:${at('data/fund.db')}`,
}
const run = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  fund(args, { folder, environment: { ...environment, ...more } })

const isLong = process.env['TEST_BUDGET'] === 'ci'
const leaves = Array.from({ length: 300 }, () => fresh())
const casesFile = at('data/cases.db')

beforeAll(async () => {
  await withPaperBook(folder)
  const store = sqliteLeaves({ path: casesFile, create: true, deadlineMs: 60_000 })
  for (let from = 0; from < leaves.length; from += 50)
    await store.change(leaves.slice(from, from + 50))
  await store.close()
  expect(await run(['cases', 'backup', 'cases.backup'])).toMatchObject({ status: 0, err: '' })
})
afterAll(() => rmSync(folder, { recursive: true }))

const contents = async (path: string) => {
  const store = sqliteLeaves({ path, create: false, deadlineMs: 60_000 })
  const read = await store.read(await allIds(store, 100))
  await store.close()
  return read
}

test('a backup of cases gives every leaf back, and goes only where no cases are', async () => {
  const elsewhere = { CASES_DATABASE_URL: `sqlite:${at('other/cases.db')}` }
  const restored = await run(['cases', 'restore', 'cases.backup'], elsewhere)
  expect(restored).toMatchObject({ status: 0, err: '' })
  expect(restored.out).toContain('300 leaves')
  const there = await contents(at('other/cases.db'))
  expect(there.size).toBe(300)
  for (const { id, sealed } of leaves) expect(Buffer.from(there.get(id)!).equals(sealed)).toBe(true)
  expect(statSync(at('other/cases.db')).mode & 0o777).toBe(0o600)
  const before = readFileSync(casesFile)
  for (const taken of [{}, elsewhere]) {
    const again = await run(['cases', 'restore', 'cases.backup'], taken)
    expect(again.status).toBe(1)
    expect(again.err).toContain('there are cases already')
  }
  expect(readFileSync(casesFile).equals(before)).toBe(true)
})

test('a backup of cases is for its owner alone, says nothing of them, and tells no order', () => {
  const bytes = readFileSync(at('cases.backup'))
  expect(statSync(at('cases.backup')).mode & 0o777).toBe(0o600)
  const head = bytes.subarray(0, bytes.indexOf(0x0a))
  expect(Object.keys(JSON.parse(head.toString()) as object).toSorted()).toEqual([
    'chunkBytes',
    'cipher',
    'createdAt',
    'format',
    'kdf',
    'keyCheck',
    'program',
    'v',
  ])
  for (const { id, sealed } of leaves) {
    expect(bytes.includes(Buffer.from(id, 'hex'))).toBe(false)
    expect(bytes.includes(Buffer.from(sealed.subarray(0, 32)))).toBe(false)
  }
  expect(readdirSync(at('data')).filter((name) => name.startsWith('.'))).toEqual([])
})

test('in a backup of cases the leaves lie in the order of their ids, whole', async () => {
  const bytes = readFileSync(at('cases.backup'))
  const head = bytes.subarray(0, bytes.indexOf(0x0a) + 1)
  const { kdf } = readCasesHead(head.toString())!
  const key = await backupKey(environment.BACKUP_SECRET, Buffer.from(kdf.salt, 'hex'))
  const chunks = Readable.from([bytes.subarray(head.length)])
  const found: Leaf[] = []
  for await (const leaf of leavesIn(unsealed({ key, head }, chunks))) found.push(leaf)
  const byId = leaves.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  expect(found.map(({ id }) => id)).toEqual(byId.map(({ id }) => id))
  expect(found.every(({ sealed }, n) => Buffer.from(sealed).equals(byId[n]!.sealed))).toBe(true)
})

test('a backup is made of what was whole, where a program died in the middle of a change', async () => {
  diedHalfway(casesFile, at('died/cases.db'))
  const died = { CASES_DATABASE_URL: `sqlite:${at('died/cases.db')}` }
  expect(await run(['cases', 'backup', 'died.backup'], died)).toMatchObject({ status: 0, err: '' })
  const back = { CASES_DATABASE_URL: `sqlite:${at('whole/cases.db')}` }
  expect(await run(['cases', 'restore', 'died.backup'], back)).toMatchObject({ status: 0 })
  expect(await contents(at('whole/cases.db'))).toEqual(await contents(casesFile))
})

test('one that was altered, cut off or sealed by another secret leaves nothing behind', async () => {
  const elsewhere = { CASES_DATABASE_URL: `sqlite:${at('none/cases.db')}` }
  const bytes = readFileSync(at('cases.backup'))
  const spoilt = [
    Buffer.concat([bytes.subarray(0, -500), Buffer.alloc(1), bytes.subarray(-499)]),
    bytes.subarray(0, -20),
    bytes.subarray(0, 3 * 65_536),
    Buffer.concat([bytes, Buffer.alloc(40)]),
    Buffer.from('not a backup\n'),
    Buffer.alloc(0),
  ]
  for (const [number, one] of spoilt.entries()) {
    writeFileSync(at(`spoilt-${number}`), one)
    const { status, err } = await run(['cases', 'restore', `spoilt-${number}`], elsewhere)
    expect([number, status]).toEqual([number, 1])
    expect(err).toMatch(/altered or cut off|does not begin like a backup of cases/)
  }
  const wrong = { ...elsewhere, BACKUP_SECRET: secretOf('another') }
  expect((await run(['cases', 'restore', 'cases.backup'], wrong)).err).toContain('BACKUP_SECRET')
  expect(existsSync(at('none/cases.db'))).toBe(false)
  expect(readdirSync(at('none'))).toEqual([])
  expect((await run(['cases', 'backup', 'cases.backup'])).err).toContain('such a file already')
  expect((await run(['cases', 'backup', 'x'], { BACKUP_SECRET: '' })).err).toContain('must be set')
})

test('no backup, archive, export or copy of the books holds a byte of the cases, and none of cases one of the books', async () => {
  const before = readFileSync(casesFile)
  for (const args of [
    ['backup', '--out', 'books.backup'],
    ['export', 'archive', '--out', 'books.archive'],
    ['heads', '--json'],
  ])
    expect(await run(args), args.join(' ')).toMatchObject({ status: 0 })
  // The plain copy inside of the backup, as restore lays it down.
  const plain = await run(['restore', 'books.backup', '--to', `sqlite:${at('copied.db')}`])
  expect(plain).toMatchObject({ status: 0 })
  // With little time each tenth leaf is looked for.
  const some = leaves.filter((_, place) => isLong || place % 10 === 0)
  const files = [at('copied.db'), at('books.archive'), at('books.backup'), at('data/fund.db')]
  for (const file of files.filter((one) => existsSync(one))) {
    const bytes = readFileSync(file)
    for (const { id, sealed } of some) {
      expect(bytes.includes(id) || bytes.includes(Buffer.from(id, 'hex'))).toBe(false)
      expect(bytes.includes(Buffer.from(sealed.subarray(0, 16)))).toBe(false)
    }
  }
  expect(existsSync(at('copied.db'))).toBe(true)
  expect(readFileSync(casesFile).equals(before)).toBe(true)
  for (const word of ['MemberAdmitted', 'fund_id', 'moneylender'])
    expect(before.includes(word), word).toBe(false)
  // Each is told from the other.
  const crossed = await run(['restore', '--check', 'cases.backup'])
  expect(crossed.err).toContain('does not begin like a backup of a village fund')
  const other = { CASES_DATABASE_URL: `sqlite:${at('crossed/cases.db')}` }
  expect((await run(['cases', 'restore', 'books.backup'], other)).err).toContain(
    'does not begin like a backup of cases',
  )
})

test('doctor says of the cases that they are there, how long, and readable, and nothing else', async () => {
  const { out } = await run(['doctor'])
  expect(out).toMatch(/^ok {2}cases: there, \d+ bytes, readable$/m)
  for (const { id } of leaves) expect(out).not.toContain(id)
  const none = await run(['doctor'], { CASES_DATABASE_URL: `sqlite:${at('nowhere/cases.db')}` })
  expect(none.out).toMatch(/^ok {2}cases: not there yet/m)
  expect(existsSync(at('nowhere'))).toBe(false)
  writeFileSync(at('broken.db'), 'x'.repeat(5000))
  const broken = await run(['doctor'], { CASES_DATABASE_URL: `sqlite:${at('broken.db')}` })
  expect(broken.out).toMatch(/^BAD cases: there, 5000 bytes, cannot be read/m)
  expect((await run(['doctor'], { CASES_SECRET: '' })).out).toMatch(/^ok {2}cases: not set up/m)
})

test('cases are kept in no file of the books, whatever it is called', async () => {
  symlinkSync(at('data/fund.db'), at('link.db'))
  const { err } = await run(['cases', 'backup', 'x'], {
    CASES_DATABASE_URL: `sqlite:${at('link.db')}`,
  })
  expect(err).toContain('another database than the books')
})
