import { Client, Pool, type PoolClient } from 'pg'
import { codeOf } from '#infra/db/codes.ts'
import { silenceMs } from '#infra/db/postgres-begin.ts'

/** The ledger's login can come in where the cases are: nothing is kept there before that is mended. */
export class CasesNotApart extends Error {
  override readonly name = 'CasesNotApart'

  constructor() {
    super(
      "the login of the books can open the database of cases: give the cases a database of their own, 'revoke connect on database … from public', and let their own login alone connect (docs/hosts/postgresql.md)",
    )
  }
}

/** Heard, so that it does not end the process: a connection that dies at rest is told to whoever uses it next. */
const nothingToDo = (): void => undefined

/** Whether whoever has the ledger's login comes in where the cases are. Throws where nobody can say. */
export const comesIn = async (
  url: string,
  ledgerUrl: string,
  reachMs: number,
): Promise<boolean> => {
  const asLedger = new URL(url)
  const { username, password } = new URL(ledgerUrl)
  Object.assign(asLedger, { username, password })
  const client = new Client({ connectionString: asLedger.href, connectionTimeoutMillis: reachMs })
  client.on('error', nothingToDo)
  try {
    await client.connect()
    return true
  } catch (error) {
    // A server that knows no such login or password, or lets it not into this database, has answered.
    if (/^(?:28|42501)/.test(codeOf(error) ?? '')) return false
    throw error
  } finally {
    client.end().catch(nothingToDo)
  }
}

/** What holds for this transaction only, so that a pooler may hand the connection to anybody afterwards. */
const begun = async (client: PoolClient, deadlineMs: number): Promise<void> => {
  await client.query('begin')
  await client.query(
    `select set_config('statement_timeout', $1, true), set_config('lock_timeout', $2, true),
      set_config('idle_in_transaction_session_timeout', $3, true),
      case when current_setting('synchronous_commit') = 'off'
        then set_config('synchronous_commit', 'on', true) end`,
    [deadlineMs, Math.ceil(deadlineMs * 0.4), silenceMs(deadlineMs)].map(String),
  )
}

/** Connections of this process to the database of cases; one may die without a word. */
export const poolOf = (url: string, max: number, deadlineMs: number): Pool => {
  const pool = new Pool({
    connectionString: url,
    application_name: 'village-fund-cases',
    max,
    connectionTimeoutMillis: deadlineMs,
    // The server ends a statement by itself before; one that is gone without a word does not.
    query_timeout: 2 * deadlineMs,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    // A command that is over need not wait for connections that nobody uses.
    allowExitOnIdle: true,
  })
  pool.on('error', nothingToDo)
  pool.on('connect', (client) => client.on('error', nothingToDo))
  return pool
}

export type Transaction = <T>(work: (client: PoolClient) => Promise<T>) => Promise<T>

/** Runs work in a transaction of its own. */
export const transactionOn =
  (pool: Pool, deadlineMs: number): Transaction =>
  async (work) => {
    const client = await pool.connect()
    let failure: unknown
    try {
      await begun(client, deadlineMs)
      const done = await work(client)
      await client.query('commit')
      return done
    } catch (error) {
      failure = error
      throw error
    } finally {
      // A connection on which something failed is nobody's any more.
      client.release(failure !== undefined)
    }
  }
