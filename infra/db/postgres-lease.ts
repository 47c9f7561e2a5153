import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { DatabaseError, type Pool, type PoolClient } from 'pg'
import { StorageUnavailable } from '#domain/ports.ts'

/** The connection died, or gave no answer in time. Nothing of its transaction was kept. */
class ConnectionLost extends StorageUnavailable {}

/** The connection died after COMMIT was sent: all of the transaction was kept, or nothing. */
export class CommitInDoubt extends StorageUnavailable {}

/** A text that PostgreSQL cannot hold; the edge refuses it, so that this is a fault of ours. */
export class TextNotStorable extends Error {
  override readonly name = 'TextNotStorable'
  constructor() {
    super('PostgreSQL keeps no text with the character U+0000')
  }
}

/** By when a call must be over, and whether it may write. */
export type Call = { readonly until: number; readonly isRead: boolean }

const calls = new AsyncLocalStorage<Call>()
const unhurried: Call = { until: Number.POSITIVE_INFINITY, isRead: false }

/** Runs work whose statements are all asked within the bounds of this call. */
export const inCall = <T>(call: Call, work: () => Promise<T>): Promise<T> => calls.run(call, work)

const late = Symbol('late')

const within = async <T>(work: Promise<T>, until: number): Promise<T> => {
  if (until === Number.POSITIVE_INFINITY) return work
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late), Math.max(until - Date.now(), 0))
  })
  try {
    return await Promise.race([work, deadline])
  } finally {
    clearTimeout(timer)
    work.catch(() => undefined)
  }
}

/** What no column holds and nobody can guess: asked for in place of a text that cannot be stored. */
let nobody: string | undefined

const storable = (value: unknown, { isRead }: Call): unknown => {
  if (typeof value !== 'string' || !value.includes('\u0000')) return value
  // Drawn when it is first needed: a Worker lets nothing be drawn before it is asked.
  if (isRead) return (nobody ??= `\uffff${randomUUID()}`)
  throw new TextNotStorable()
}

/** The server's word on a statement, after which the connection is as good as before. */
const isAnswer = (error: unknown): error is DatabaseError =>
  error instanceof DatabaseError && error.severity !== 'FATAL' && error.severity !== 'PANIC'

/** Refused by a rule that is judged at the end, or for another's sake: nothing was kept, for certain. */
const isSureRefusal = (error: unknown): boolean =>
  isAnswer(error) && /^(?:23|40)/.test(error.code ?? '')

const failureOf = (sql: string, error: unknown): unknown => {
  const cause = error === late ? new Error('no answer in time') : error
  if (sql === 'commit')
    return isSureRefusal(error)
      ? error
      : new CommitInDoubt('the connection was lost in COMMIT', { cause })
  const isSound = isAnswer(error) && sql !== 'begin'
  return isSound ? error : new ConnectionLost('the connection was lost', { cause })
}

const committed = { command: 'COMMIT', rowCount: 0, rows: [] }
const rolledBack = { command: 'ROLLBACK', rowCount: 0, rows: [] }

/**
 * One connection for one transaction. Once it has failed it is thrown away in the same moment: Kysely
 * gives back only what it could begin, commit or roll back, and the pool would miss it for ever.
 */
const leased = (client: PoolClient, call: Call): PostgresPoolClient => {
  let broken: StorageUnavailable | undefined
  const giveUp = (failure: StorageUnavailable): void => {
    broken = failure
    client.release(failure)
  }
  const query = async (sql: string, parameters: readonly unknown[]) => {
    // A dead connection has nothing left to roll back.
    if (broken && sql === 'rollback') return rolledBack
    if (broken) throw broken
    const values = parameters.map((value) => storable(value, call))
    try {
      return await within(client.query(sql, values), call.until)
    } catch (error) {
      const failure = failureOf(sql, error)
      if (failure instanceof StorageUnavailable) giveUp(failure)
      if (broken && sql === 'rollback') return rolledBack
      // What was only read has been answered, whatever becomes of the line.
      if (broken && sql === 'commit' && call.isRead) return committed
      throw failure
    }
  }
  return {
    query: query as unknown as PostgresPoolClient['query'],
    release: () => {
      if (!broken) client.release()
    },
  }
}

/** How many may wait for a connection; whoever comes then is told so at once. */
const waitingMax = 1000

/** Hands out the pool's connections, each for one transaction and within the bounds of its call. */
export const leasesOf = (pool: Pool): PostgresPool => ({
  connect: async () => {
    const call = calls.getStore() ?? unhurried
    if (pool.waitingCount >= waitingMax) throw new StorageUnavailable('the store is too busy')
    const connecting = pool.connect()
    try {
      return leased(await within(connecting, call.until), call)
    } catch (error) {
      // One that comes after all is for the next.
      connecting.then((client) => client.release()).catch(() => undefined)
      const cause = error === late ? new Error('no connection in time') : error
      throw new ConnectionLost('the database cannot be reached', { cause })
    }
  },
  // Whoever made the pool ends it: a client that never asked anything would not.
  end: async () => undefined,
  options: {},
})
