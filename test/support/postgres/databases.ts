import { createConnection } from 'node:net'
import { text } from 'node:stream/consumers'
import { Client } from 'pg'
import { afterAll, inject } from 'vitest'
import { migrateUpPostgres } from '#infra/db/postgres.ts'
import { entities } from '#infra/db/schema.ts'

let asked: Promise<string> | undefined

/** The URL of this run's server, as its superuser. */
export const serverUrl = (): Promise<string> => {
  asked ??= text(createConnection(inject('postgres')))
  return asked
}

/** The same server, another database or another login. */
export const urlOf = (
  url: string,
  { database, login }: { readonly database?: string; readonly login?: string },
): string => {
  const other = new URL(url)
  if (database !== undefined) other.pathname = `/${database}`
  if (login !== undefined) {
    other.username = login
    other.password = passwordOf(login)
  }
  return other.href
}

/** A password that no message may repeat. */
export const passwordOf = (login: string): string => `canary-${login}`

/** A connection of a test's own, past every store, whose death is nobody else's. */
export const connected = async (url: string): Promise<Client> => {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Runs statements on a connection of their own. */
export const asking = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = await connected(url)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const template = 'village_template'

/** A migrated database to copy, made once a run whichever file needs it first. */
const makeTemplate = (url: string): Promise<void> =>
  asking(url, async (client) => {
    await client.query('select pg_advisory_lock(1)')
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      template,
    ])
    if (rowCount !== 0) return
    await client.query('create database being_made')
    await migrateUpPostgres(urlOf(url, { database: 'being_made' }))
    await client.query(`alter database being_made rename to ${template}`)
  })

let count = 0

/** Gives the URL of a database that nobody has used, `empty` or migrated; all go when the file's tests are over. */
export const newDatabases = (): ((kind?: 'empty' | 'migrated') => Promise<string>) => {
  const made: string[] = []
  afterAll(async () => {
    if (made.length === 0) return
    await asking(await serverUrl(), async (client) => {
      for (const name of made) await client.query(`drop database if exists ${name} with (force)`)
    })
  })
  return async (kind = 'migrated') => {
    const url = await serverUrl()
    count += 1
    const name = `village_${process.pid}_${count}`
    if (kind === 'migrated') await makeTemplate(url)
    const from = kind === 'migrated' ? template : 'template0'
    await asking(url, (client) => client.query(`create database ${name} template ${from}`))
    made.push(name)
    return urlOf(url, { database: name })
  }
}

/** Empties every table of ours at once, past the triggers that keep anybody else from it. */
export const emptied = (url: string): Promise<void> =>
  asking(url, async (client) => {
    const tables = [...entities].map(({ meta }) => `delete from ${meta.tableName}`)
    await client.query(['set session_replication_role = replica', ...tables].join('; '))
  })
