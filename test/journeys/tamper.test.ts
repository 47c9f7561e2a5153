import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bytesOf, textOf } from '#infra/db/digits.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { fileProblems } from '#infra/db/integrity.ts'
import { sha256 } from '#infra/system/system.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { bookFrom, paperBookFolder } from '#test/support/books-in.ts'

const folder = mkdtempSync(join(tmpdir(), 'tamper-'))
const sound = join(folder, 'sound.db')
let copies = 0
const open = (path: string) =>
  sqliteStore({ path, create: false, hash: sha256, verifiesTail: false, deadlineMs: 60_000 })

beforeAll(async () => {
  const store = await sqliteStore({ path: sound, create: true, hash: sha256, deadlineMs: 60_000 })
  await bookFrom(paperBookFolder, store)
  await store.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The audit of a copy of the books in which an intruder with the file did something. */
const auditAfter = async (intrude: (database: Database.Database) => void) => {
  // Each copy has a name of its own, so that no write-ahead log of the one before is taken for its own.
  const altered = join(folder, `altered-${(copies += 1)}.db`)
  writeFileSync(altered, readFileSync(sound))
  const database = new Database(altered)
  for (const trigger of ['entry_no_update', 'entry_no_delete', 'entry_in_order', 'entry_in_bytes'])
    database.exec(`drop trigger ${trigger}`)
  intrude(database)
  database.close()
  const store = await open(altered)
  const audit = await auditAll(store, sha256)
  await store.close()
  return audit
}

const columns = [
  'id',
  'type',
  'v',
  'effective_on',
  'recorded_at',
  'recorded_by',
  'device',
  'command_hash',
  'reverses',
  'data',
  'prev_hash',
  'hash',
]

test('the untouched books hold', async () => {
  expect(await auditAfter(() => undefined)).toMatchObject({ ok: true, problems: [] })
})

test('one changed character in any column of an entry is found and the entry named', async () => {
  for (const [i, column] of columns.entries()) {
    const seq = 1 + ((i * 167) % 2002)
    const audit = await auditAfter((database) => {
      const { value } = database
        .prepare(`select ${column} as value from entry where seq = ?`)
        .get(seq) as { value: unknown }
      const text = value instanceof Uint8Array ? textOf(value) : String(value ?? '')
      const at = Math.floor(text.length / 2)
      const other = text[at] === '1' ? '2' : '1'
      const changed = text.slice(0, at) + other + text.slice(at + 1)
      database.pragma('ignore_check_constraints = on')
      database
        .prepare(`update entry set ${column} = ? where seq = ?`)
        .run(
          column === 'v'
            ? Number(changed) + 1
            : value instanceof Uint8Array
              ? bytesOf(changed)
              : changed,
          seq,
        )
    })
    expect(audit.ok, column).toBe(false)
    expect(
      audit.problems.map((problem) => problem.seq),
      column,
    ).toContain(seq)
  }
})

test('a deleted, a swapped, an inserted and a cut-off entry are found', async () => {
  const middle = await auditAfter((database) => database.exec('delete from entry where seq = 900'))
  expect(middle.problems).toContainEqual(expect.objectContaining({ seq: 901, check: 'sequence' }))
  const last = await auditAfter((database) => database.exec('delete from entry where seq = 2002'))
  expect(last.ok).toBe(false)
  const swapped = await auditAfter((database) =>
    database.exec(
      'update entry set seq = -1 where seq = 50; update entry set seq = 50 where seq = 51; update entry set seq = 51 where seq = -1',
    ),
  )
  expect(swapped.problems.map(({ seq }) => seq)).toEqual(expect.arrayContaining([50, 51]))
  const inserted = await auditAfter((database) =>
    database.exec(
      `insert into entry select fund_id, 2003, 'x' || id, type, v, effective_on, recorded_at, recorded_by, device, command_hash, reverses, data, prev_hash, hash from entry where seq = 2002`,
    ),
  )
  expect(inserted.problems.map(({ seq }) => seq)).toContain(2003)
})

test('a journal whose hashes were all made anew is still betrayed by its views', async () => {
  const audit = await auditAfter((database) => database.exec(`delete from entry where seq > 1900`))
  expect(audit.problems.some(({ check }) => check === 'view')).toBe(true)
})

test('one changed figure in any view is found', async () => {
  const changes = [
    'update posting set amount = amount + 1 where seq = 700 and line = 0',
    "update balance set amount = amount + 100 where account = (select number from account where account = 'asset:cash-box') and book_on = '2025-05-20'",
    "update subject set data = replace(data, '\"months\":10', '\"months\":9') where kind = 'loan'",
    'update posting set account = 9999 where seq = 700 and line = 0',
    'insert into balance select fund_id, 9999, book_on, closing, amount from balance limit 1',
    "update account set account = 'asset:bank' where account = 'asset:cash-box'",
    "update account set currency = 'USD' where account = 'asset:cash-box'",
    'delete from account where number = 1',
    "delete from flag where flag = 'without-minute'",
    "update posting set fund_id = '0' || substr(fund_id, 2) where seq = 800 and line = 0",
  ]
  for (const change of changes) {
    const audit = await auditAfter((database) => database.exec(change))
    expect(
      audit.problems.map(({ check }) => check),
      change,
    ).toContain('view')
  }
})

/** An id as the text that it had before it was kept as bytes. */
const asText = (column: string): string =>
  [1, 9, 13, 17, 21]
    .map((at, i) => `substr(lower(hex(${column})), ${at}, ${[8, 4, 4, 4, 12][i]})`)
    .join(` || '-' || `)

test('a cell that damage turned into something else is found and the entry named', async () => {
  for (const [seq, change] of [
    [600, 'id = cast(hex(id) as text)'],
    [603, `id = ${asText('id')}`],
    [604, 'hash = lower(hex(hash))'],
    [601, 'data = cast(data as blob)'],
    [602, `fund_id = ${asText('fund_id')}`],
  ] as const) {
    const audit = await auditAfter((database) => {
      database.pragma('ignore_check_constraints = on')
      database.exec(`update entry set ${change} where seq = ${seq}`)
    })
    expect(audit.ok, change).toBe(false)
    expect(
      audit.problems.some((problem) => problem.seq === seq || problem.seq === seq + 1),
      change,
    ).toBe(true)
  }
})

test('a file that is no database is said to be none', () => {
  const altered = join(folder, 'no.db')
  writeFileSync(altered, 'not a database at all, whatever its name says '.repeat(100))
  expect(fileProblems(altered)).toEqual(['the file cannot be read as a database'])
})
