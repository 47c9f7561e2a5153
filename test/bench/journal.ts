import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { ViewChanges } from '#domain/ports.ts'
import { emptyVillage, evolve } from '#domain/village.ts'
import { bytesOf, hasBytes, textOf } from '#infra/db/digits.ts'
import { postingOf } from '#infra/db/rows.ts'
import { entities } from '#infra/db/schema.ts'
import { migrateUp, openSqlite } from '#infra/db/sqlite.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { fromColumns, toColumns } from '#infra/db/tables.ts'
import { sha256 } from '#infra/system/system.ts'
import { opened } from '#src/app/rows.ts'
import { viewChanges } from '#src/app/views.ts'
import { interleaved, over, told } from '#test/bench/measure.ts'
import type { OldFund } from '#test/bench/old-fund.ts'
import type { Section } from '#test/bench/section.ts'

/** What one commit writes: entries with all that they change in the views, ready made. */
type Batch = { readonly rows: readonly JournalRow[]; readonly changes: ViewChanges }

const perCommit = 64

/** The first entries of a fund as they were committed, so many at a time. */
const batchesOf = async ({ needs, fundId }: OldFund, count: number): Promise<Batch[]> => {
  const rows = await needs.store.read(fundId, 0, count * perCommit)
  const village = emptyVillage()
  return Array.from({ length: count }, (_, i) =>
    rows.slice(i * perCommit, (i + 1) * perCommit),
  ).map((own) => {
    const entries = own.map((row) => opened(row))
    for (const entry of entries) evolve(village, entry)
    return { rows: own, changes: viewChanges(village, entries) }
  })
}

type Row = Readonly<Record<string, string | number | null | Uint8Array>>
type Rows = Readonly<
  Record<'entry' | 'account' | 'posting' | 'flag' | 'subject' | 'balance', readonly Row[]>
>

/** Ids and hashes as the file keeps them, which takes no other. */
const inFile = (value: string): Uint8Array => {
  if (!hasBytes(value)) throw new Error(`${value} is no id and no hash`)
  return bytesOf(value)
}

const entryRow = (row: JournalRow): Row => {
  const { fundId, id, commandHash, prevHash, hash } = row
  return {
    ...(toColumns(row) as unknown as Row),
    fund_id: inFile(fundId),
    id: inFile(id),
    command_hash: inFile(commandHash),
    // Before the first entry there is none.
    prev_hash: prevHash === '' ? '' : inFile(prevHash),
    hash: inFile(hash),
  }
}

/** The same batch as rows of the tables; accounts get the next numbers as they come. */
const rowsOf = (fundId: string, { rows, changes }: Batch, numbers: Map<string, number>): Rows => {
  const fund_id = inFile(fundId)
  const fresh: Row[] = []
  const postings = changes.postings.map((row) => {
    const { account, currency } = row
    const name = `${account} ${currency}`
    if (!numbers.has(name)) {
      numbers.set(name, numbers.size + 1)
      fresh.push({ fund_id, number: numbers.size, account, currency })
    }
    return { ...postingOf(fundId, numbers.get(name)!, row), fund_id }
  })
  const sums = new Map<string, Row>()
  for (const { account, book_on, amount, entry_type } of postings) {
    const closing = entry_type === 'PeriodClosed' ? 1 : 0
    const key = `${account} ${book_on} ${closing}`
    const before = (sums.get(key)?.['amount'] as number | undefined) ?? 0
    sums.set(key, { fund_id, account, book_on, closing, amount: before + amount })
  }
  const seq = rows.at(-1)!.seq
  return {
    entry: rows.map(entryRow),
    account: fresh,
    posting: postings,
    flag: changes.flags.map((row) => ({ ...toColumns(row), fund_id: fundId }) as unknown as Row),
    subject: changes.subjects.map((row) => ({ ...row, fund_id: fundId, seq }) as unknown as Row),
    balance: [...sums.values()],
  }
}

/** A row with ids and hashes in digits: the store alone keeps them as bytes. */
const inDigits = (row: unknown): unknown[] =>
  (row as unknown[]).map((value) => (value instanceof Uint8Array ? textOf(value) : value))

/** All that stands in the tables, as one hash: three ways of writing must come to the same. */
const digestOf = (path: string): string => {
  const database = new Database(path, { readonly: true })
  const hash = createHash('sha256')
  const orders = {
    entry: 'fund_id, seq',
    account: 'fund_id, number',
    posting: 'fund_id, seq, line',
    flag: 'fund_id, seq, flag',
    subject: 'fund_id, kind, key',
    balance: 'fund_id, account, book_on, closing',
  }
  for (const [table, order] of Object.entries(orders))
    hash.update(
      JSON.stringify(
        database.prepare(`select * from ${table} order by ${order}`).raw().all().map(inDigits),
      ),
    )
  database.close()
  return hash.digest('hex')
}

/** CPU of this process that a work takes, in microseconds. */
const spent = async (work: () => Promise<void>): Promise<number> => {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

type Way = (path: string, batches: readonly Batch[], fundId: string) => Promise<number>

const throughStore: Way = async (path, batches, fundId) => {
  const store = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })
  const cpu = await spent(async () => {
    for (const { rows, changes } of batches) await store.append(fundId, rows, changes)
  })
  await store.close()
  return cpu
}

const insertOf = (database: Database.Database, table: string, row: Row, more = '') => {
  const names = Object.keys(row)
  return database.prepare(
    `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map((name) => `@${name}`).join(', ')}) ${more}`,
  )
}

/** A file with all tables and nothing in them. */
const emptyFile = async (path: string) => {
  const database = await openSqlite(path, { create: true, isDescribed: true })
  await migrateUp(database)
  return database
}

const throughStatements: Way = async (path, batches, fundId) => {
  ;(await emptyFile(path)).close()
  const database = new Database(path)
  for (const [name, value] of [
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['secure_delete', 1],
  ])
    database.pragma(`${name} = ${value}`)
  const numbers = new Map<string, number>()
  const made = batches.map((batch) => rowsOf(fundId, batch, numbers))
  const sample = (table: keyof Rows): Row => made.flatMap((rows) => rows[table])[0]!
  const add = {
    entry: insertOf(database, 'entry', sample('entry')),
    account: insertOf(database, 'account', sample('account')),
    posting: insertOf(database, 'posting', sample('posting')),
    flag: insertOf(database, 'flag', sample('flag')),
    subject: insertOf(
      database,
      'subject',
      sample('subject'),
      'on conflict (fund_id, kind, key) do update set data = excluded.data, seq = excluded.seq',
    ),
    balance: insertOf(
      database,
      'balance',
      sample('balance'),
      'on conflict (fund_id, account, book_on, closing) do update set amount = amount + excluded.amount',
    ),
  }
  const commit = database.transaction((rows: Rows) => {
    for (const table of Object.keys(add) as (keyof Rows)[])
      for (const row of rows[table]) add[table].run(row)
  })
  const cpu = await spent(async () => {
    for (const rows of made) commit.immediate(rows)
  })
  database.close()
  return cpu
}

/** What is used of the ORM here, entities by their names. */
type Unit = {
  readonly create: (entity: unknown, data: object) => object
  readonly persist: (made: object) => unknown
  readonly assign: (known: object, data: object) => unknown
  readonly findOne: (entity: unknown, where: object) => Promise<object | null>
}

const named = new Map<string, unknown>(entities.map((one) => [one.meta.className as string, one]))

/** One batch into the unit of work: rows that may be there are looked for first. */
const intoUnit = async (em: Unit, rows: Rows): Promise<void> => {
  const add = (name: string, data: object): unknown => em.persist(em.create(named.get(name), data))
  for (const row of rows.entry) add('Entry', fromColumns(row as never))
  for (const row of rows.account) add('Account', fromColumns(row as never))
  for (const row of rows.posting) add('Posting', fromColumns(row as never))
  for (const row of rows.flag) add('Flag', fromColumns(row as never))
  for (const row of rows.subject) {
    const { data, seq, ...of } = fromColumns<Record<string, unknown>>(row as never)
    const known = await em.findOne(named.get('Subject'), of)
    if (known) em.assign(known, { data, seq })
    else add('Subject', { ...of, data, seq })
  }
  for (const row of rows.balance) {
    const { amount, ...of } = fromColumns<Record<string, unknown>>(row as never)
    const known = (await em.findOne(named.get('Balance'), of)) as { amount: number } | null
    if (known) known.amount += amount as number
    else add('Balance', { ...of, amount })
  }
}

/** The ORM is told of texts where the file has bytes, and refuses these: what it does with a value beside that is the same. */
const takeBytes = ({ em }: { readonly em: { getMetadata(): unknown } }): void => {
  const all = em.getMetadata() as { get(of: unknown): { validateProps: { name: string }[] } }
  const inBytes = ['fundId', 'id', 'commandHash', 'prevHash', 'hash']
  for (const one of named.values()) {
    const meta = all.get(one)
    meta.validateProps = meta.validateProps.filter(({ name }) => !inBytes.includes(name))
  }
}

const throughUnitOfWork: Way = async (path, batches, fundId) => {
  const { orm, close } = await emptyFile(path)
  takeBytes(orm)
  const numbers = new Map<string, number>()
  const made = batches.map((batch) => rowsOf(fundId, batch, numbers))
  const cpu = await spent(async () => {
    for (const rows of made)
      await orm.em.fork().transactional((em) => intoUnit(em as unknown as Unit, rows))
  })
  close()
  return cpu
}

/** CPU of one entry by each of three ways, round by round; after each round the three files are held against each other. */
export const ways = async (
  fund: OldFund,
  folder: string,
  { rounds, commits }: { readonly rounds: number; readonly commits: number },
) => {
  const batches = await batchesOf(fund, commits)
  const digests = new Set<string>()
  const by = (name: string, way: Way) => async (): Promise<number> => {
    const path = join(folder, `journal-${name}.db`)
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
    const cpu = await way(path, batches, fund.fundId)
    digests.add(digestOf(path))
    if (digests.size > 1) throw new Error(`${name} wrote something else than the others`)
    return cpu / (commits * perCommit)
  }
  return interleaved(rounds, {
    ours: by('ours', throughStore),
    orm: by('orm', throughUnitOfWork),
    bare: by('bare', throughStatements),
  })
}

/** Posting at 64 a commit beside an ORM's unit of work and beside bare statements: B3. */
export const journal = async (fund: OldFund, folder: string, rounds: number): Promise<Section> => {
  const { ours, orm, bare } = await ways(fund, folder, { rounds, commits: 30 })
  return {
    name: 'journal',
    title: 'Posting at 64 a commit (B3)',
    heads: ['what', 'ratio of CPU', 'goal', 'CPU an entry, µs'],
    rows: [
      [
        "MikroORM's unit of work / our journal",
        told(over(orm, ours)),
        'at least 5',
        `${told(orm, 0)} and ${told(ours, 0)}`,
      ],
      [
        'our journal / bare prepared statements',
        told(over(ours, bare)),
        'at most 3',
        `${told(ours, 0)} and ${told(bare, 0)}`,
      ],
    ],
    notes: [
      'The first 1,920 entries of the fund with all their postings, flags, subjects and balances, ready made: what deciding and hashing cost is not in it. After each round the six tables of the three files are the same, row for row.',
    ],
  }
}
