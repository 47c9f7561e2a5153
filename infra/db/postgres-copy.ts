import Database from 'better-sqlite3'
import type { Pool, PoolClient } from 'pg'
import { StorageUnavailable } from '#domain/ports.ts'
import { postgresDialect, postgresRoles } from '#infra/db/dialects.ts'
import { bytesOf, hasBytes, textOf } from '#infra/db/digits.ts'
import { onClient, poolOf, postgresStatus } from '#infra/db/postgres.ts'
import { migrateUp, openSqlite } from '#infra/db/sqlite.ts'
import { assertNotNewer, migrationNames, steps } from '#infra/db/steps.ts'

/*
 * A database on a server as one file, and back: the same tables, rows and hashes, so that a backup of it is looked at,
 * tried and restored as any other. Whoever does it needs no more than the service's own login: the rows of one fund or network
 * after the other, all as they are at one moment.
 */

/** A table whose rows are somebody's, and the column that says whose. */
type OwnedTable = { readonly table: string; readonly owner: string }

const journals = ['entry', 'network_entry']
/** The tables of which a file keeps ids and hashes as bytes. */
const inBytes = [...journals, 'account', 'posting', 'balance']
const rowsAtOnce = 1000

/** Every table that is closed but to its owner, as the steps have made them. */
export const ownedTables = (): readonly OwnedTable[] => {
  const found = steps
    .flatMap((step) => step.statements(postgresDialect))
    .flatMap((sql) => {
      const [, table, owner] =
        /^create policy \w+_of_one on (\w+) to \w+\s+using \((\w+) = current_setting/.exec(sql) ??
        []
      return table === undefined ? [] : [[table, { table, owner: owner! }] as const]
    })
  return [...new Map(found).values()]
}

const standAs = (client: PoolClient, role: string, scope: string) =>
  client.query(`select set_config('role', $1, true), set_config('village.scope', $2, true)`, [
    role,
    scope,
  ])

const scopesOf = async (client: PoolClient): Promise<readonly string[]> => {
  await standAs(client, postgresRoles.lister, '')
  const whose = ownedTables().map(({ table, owner }) => `select ${owner} as id from ${table}`)
  const { rows } = await client.query<{ id: string }>(`${whose.join(' union ')} order by 1`)
  return rows.map(({ id }) => id)
}

type Row = Readonly<Record<string, unknown>>

/** Rows of whoever is stood for, some at a time: a book may be longer than the memory of a machine. */
async function* rowsIn(
  client: PoolClient,
  { table, owner }: OwnedTable,
): AsyncGenerator<readonly Row[]> {
  const inOrder = journals.includes(table) ? ' order by seq' : ''
  // A network sees names of its funds as well, which are the funds'.
  await client.query(
    `declare copied no scroll cursor for select * from ${table}
      where ${owner} = current_setting('village.scope')${inOrder}`,
  )
  for (;;) {
    const { rows } = await client.query<Row>(`fetch ${rowsAtOnce} from copied`)
    if (rows.length === 0) break
    yield rows
  }
  await client.query('close copied')
}

const inFile = (table: string, value: unknown): unknown =>
  typeof value === 'string' && inBytes.includes(table) && hasBytes(value) ? bytesOf(value) : value

const quoted = (name: string): string => `"${name}"`

const intoFile = (file: Database.Database, table: string, rows: readonly Row[]): void => {
  const names = Object.keys(rows[0]!)
  const insert = file.prepare(
    `insert into ${table} (${names.map(quoted).join(', ')}) values (${names.map(() => '?').join(', ')})`,
  )
  file.transaction(() => {
    for (const row of rows) insert.run(names.map((name) => inFile(table, row[name])))
  })()
}

const onServer = async <T>(
  url: string,
  begin: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> => {
  const { done: made, waiting } = await postgresStatus(url)
  assertNotNewer(made)
  if (waiting.length > 0)
    throw new StorageUnavailable('the database is of an older version of this program')
  const pool: Pool = poolOf(url, { max: 1, reachMs: 10_000 })
  try {
    return await onClient(pool, async (client) => {
      await client.query(begin)
      const done = await work(client)
      await client.query('commit')
      return done
    })
  } finally {
    await pool.end()
  }
}

const reading = 'begin isolation level repeatable read read only'

type Place = { readonly kind: 'fund' | 'network'; readonly id: string; readonly seq: number }
type Head = Place & { readonly hash: string }

/** Runs a statement about the journal of one network after the other, of which nobody else is shown more than that it is there. */
const ofNetworks = async <Found extends object>(
  client: PoolClient,
  ids: readonly string[],
  sql: (id: string) => readonly [text: string, values: readonly unknown[]],
): Promise<readonly Found[]> => {
  const found: Found[] = []
  for (const id of ids) {
    await standAs(client, postgresRoles.app, id)
    const [text, values] = sql(id)
    found.push(...(await client.query<Found>(text, [...values])).rows)
  }
  return found
}

/** Where every journal on a server ends: one question for all funds, however many there are. */
export const headsOnPostgres = (url: string): Promise<readonly Head[]> =>
  onServer(url, reading, async (client) => {
    await standAs(client, postgresRoles.lister, '')
    const funds = await client.query<Head>(
      `select 'fund' as kind, first.fund_id as id, last.seq, last.hash from entry as first,
        lateral (select seq, hash from entry where fund_id = first.fund_id order by seq desc limit 1) as last
        where first.seq = 1 order by 2`,
    )
    const networks = await client.query<{ id: string }>(
      'select distinct network_id as id from network_entry order by 1',
    )
    const ids = networks.rows.map(({ id }) => id)
    const heads = await ofNetworks<Head>(client, ids, (id) => [
      `select 'network' as kind, network_id as id, seq, hash from network_entry
        where network_id = $1 order by seq desc limit 1`,
      [id],
    ])
    return [...funds.rows, ...heads]
  })

/** What stands at some places of journals on a server, in their order; undefined where nothing does. */
export const hashesOnPostgres = (
  url: string,
  places: readonly Place[],
): Promise<readonly (string | undefined)[]> =>
  onServer(url, reading, async (client) => {
    const of = (kind: Place['kind']) => places.filter((place) => place.kind === kind)
    await standAs(client, postgresRoles.lister, '')
    const funds = await client.query<Head>(
      `select 'fund' as kind, fund_id as id, entry.seq, hash
        from unnest($1::text[], $2::bigint[]) as asked (id, seq)
        join entry on entry.fund_id = asked.id and entry.seq = asked.seq`,
      [of('fund').map(({ id }) => id), of('fund').map(({ seq }) => seq)],
    )
    const seqOf = new Map(of('network').map(({ id, seq }) => [id, seq] as const))
    const networks = await ofNetworks<Head>(client, [...seqOf.keys()], (id) => [
      `select 'network' as kind, network_id as id, seq, hash from network_entry
        where network_id = $1 and seq = $2`,
      [id, seqOf.get(id)],
    ])
    const keyOf = ({ kind, id, seq }: Place): string => `${kind} ${id} ${seq}`
    const found = new Map([...funds.rows, ...networks].map((one) => [keyOf(one), one.hash]))
    return places.map((place) => found.get(keyOf(place)))
  })

/**
 * Writes all books of a server into a new file, as they are at one moment, while others read and write them. Throws
 * `StorageUnavailable` where the database cannot be reached or waits for a migration.
 */
export const copyFromPostgres = async (url: string, path: string): Promise<void> => {
  const made = await openSqlite(path, { create: true })
  try {
    await migrateUp(made)
  } finally {
    made.close()
  }
  const file = new Database(path)
  try {
    await onServer(url, reading, async (client) => {
      for (const scope of await scopesOf(client)) {
        await standAs(client, postgresRoles.app, scope)
        for (const one of ownedTables())
          for await (const rows of rowsIn(client, one)) intoFile(file, one.table, rows)
      }
    })
  } finally {
    file.close()
  }
}

const fromFile = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? textOf(value) : value,
    ]),
  )

const intoServer = (client: PoolClient, table: string, rows: readonly Row[]) =>
  client.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
    JSON.stringify(rows.map(fromFile)),
  ])

/** The rows of a table of a file, by whose they are; of journals in order. */
const copyBack = async (
  client: PoolClient,
  file: Database.Database,
  { table, owner }: OwnedTable,
): Promise<void> => {
  const inOrder = journals.includes(table) ? `${owner}, seq` : owner
  let [part, scope]: [Row[], string | undefined] = [[], undefined]
  const flush = async (): Promise<void> => {
    if (scope === undefined || part.length === 0) return
    await standAs(client, postgresRoles.app, scope)
    await intoServer(client, table, part)
    part = []
  }
  for (const row of file.prepare<[], Row>(`select * from ${table} order by ${inOrder}`).iterate()) {
    const whose = textOf(row[owner] as string | Uint8Array)
    if (whose !== scope || part.length === rowsAtOnce) await flush()
    scope = whose
    part.push(row)
  }
  await flush()
}

/** Writes all books of a file to a server on which there are none yet: all of them or none. */
export const copyToPostgres = async (
  path: string,
  url: string,
): Promise<'copied' | 'not-empty'> => {
  const file = new Database(path, { readonly: true, fileMustExist: true })
  try {
    const done = file.prepare<[], string>('select name from mikro_orm_migrations').pluck().all()
    if (!migrationNames.every((name) => done.includes(name)))
      throw new StorageUnavailable('the backup is of an older version of this program')
    return await onServer(url, 'begin', async (client) => {
      if ((await scopesOf(client)).length > 0) return 'not-empty' as const
      for (const one of ownedTables()) await copyBack(client, file, one)
      return 'copied' as const
    })
  } finally {
    file.close()
  }
}
