import { randomUUID } from 'node:crypto'
import {
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import { DatabaseError, type Pool, type PoolClient, type QueryResult } from 'pg'
import { StorageUnavailable } from '#domain/ports.ts'
import { asOnePiece } from '#infra/db/postgres-pieces.ts'
import { type Statement, writesLater } from '#infra/db/postgres-later.ts'
import { type Statements, type Tables, onKysely } from '#infra/db/tables.ts'

/** The connection died, or gave no answer in time. Nothing of its transaction was kept. */
export class ConnectionLost extends StorageUnavailable {}

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

const late = Symbol('late')

const within = async <T>(work: Promise<T>, until: number): Promise<T> => {
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

export const storable = (value: unknown, { isRead }: Call): unknown => {
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

/** Prepared statements that the server does not have, or has under another text: a pooler before it keeps none for us. */
const isUnprepared = (error: unknown): boolean =>
  isAnswer(error) && ['26000', '42P05'].includes(error.code ?? '')

/** A statement that was prepared for a table as it was: the schema was brought up meanwhile. */
const isOfOldSchema = (error: unknown): boolean =>
  isAnswer(error) && error.code === '0A000' && error.message.includes('cached plan')

/** Nothing is wrong with the work: on a new connection, whose statements are made anew, it may succeed. */
export class StatementLost extends Error {}

const failureOf = (sql: string, error: unknown): unknown => {
  const cause = error === late ? new Error('no answer in time') : error
  if (sql === 'commit')
    return isSureRefusal(error)
      ? error
      : new CommitInDoubt('the connection was lost in COMMIT', { cause })
  return isAnswer(error) ? error : new ConnectionLost('the connection was lost', { cause })
}

/** So many statements are kept ready on each connection, of those that are asked again and again. */
const namesMax = 200
const seenMax = 2000
const often = 3
/** A statement for very many rows is hardly asked for twice. */
const namedLengthMax = 6000
const names = new Map<string, string>()
let seen = new Map<string, number>()

const nameOf = (sql: string): string | undefined => {
  const known = names.get(sql)
  if (known !== undefined) return known
  if (names.size >= namesMax || sql.length > namedLengthMax) return undefined
  const times = (seen.get(sql) ?? 0) + 1
  if (seen.size >= seenMax) seen = new Map()
  seen.set(sql, times)
  if (times >= often) names.set(sql, `village-${names.size}`)
  return names.get(sql)
}

type Ask = (query: CompiledQuery) => Promise<Pick<QueryResult, 'command' | 'rowCount' | 'rows'>>

/** Kysely on one connection, which whoever has leased it asks. */
type Desk = { ask: Ask; readonly em: Statements }
const desks = new WeakMap<PoolClient, Desk>()

const resultOf = ({ command, rowCount, rows }: Awaited<ReturnType<Ask>>) => ({
  rows,
  ...(command === 'SELECT' ? {} : { numAffectedRows: BigInt(rowCount ?? 0) }),
})

/** A server is asked several questions by one statement (`askAll`). */
class VillageAdapter extends PostgresAdapter {
  readonly asksAtOnce = true
}

/** One for all connections: a statement that one of them has put into words is there for the others. */
const adapter = new VillageAdapter()

const deskOf = (client: PoolClient): Desk => {
  const known = desks.get(client)
  if (known) return known
  const connection = {
    executeQuery: async (query: CompiledQuery) => resultOf(await desk.ask(query)),
    streamQuery: () => {
      throw new Error('nothing is streamed from here')
    },
  } as unknown as DatabaseConnection
  const nothing = async (): Promise<void> => undefined
  const kysely = new Kysely<Tables>({
    dialect: {
      createAdapter: () => adapter,
      // Transactions are begun and ended by whoever leases the connection.
      createDriver: () => ({
        init: nothing,
        acquireConnection: async () => connection,
        beginTransaction: nothing,
        commitTransaction: nothing,
        rollbackTransaction: nothing,
        releaseConnection: nothing,
        destroy: nothing,
      }),
      createIntrospector: (database: Kysely<unknown>) => new PostgresIntrospector(database),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  const desk: Desk = {
    ask: () => Promise.reject(new Error('a connection is asked that nobody has leased')),
    em: onKysely(kysely),
  }
  desks.set(client, desk)
  return desk
}

/** One connection for as long as somebody has it. */
export type Lease = {
  readonly em: Statements
  /** Whatever is asked from now on is asked within the bounds of this call. */
  readonly within: (call: Call) => void
  /** A statement of ours, without values. */
  readonly say: (sql: string) => Promise<QueryResult>
  /** The same, and nobody waits for its answer: whoever asks next is told first where it failed. */
  readonly sayFirst: (sql: string) => void
  readonly release: () => void
}

/** Whether statements are prepared by name; not any more, once a pooler has lost one. */
type Naming = { isOn: boolean }

const nothing = (): void => undefined

/** A connection on which several statements are under way would wait for their answers before it ends. */
const endNow = (client: PoolClient, failure: Error): void => {
  Object.assign(client, { pipeline: false })
  client.release(failure)
}

/**
 * Statements in the order in which they are sent, of which the next may be sent before the last is answered: whoever asks is
 * told first how those went that nobody waited for.
 */
const inOrder = (isPipelined: boolean) => {
  let ahead: Promise<unknown> = Promise.resolve()
  const send = async <T>(work: () => Promise<T>): Promise<T> => {
    const before = ahead
    ahead = Promise.resolve()
    const answer = isPipelined ? work() : before.then(work, work)
    answer.catch(nothing)
    await before
    return answer
  }
  return {
    send,
    sendFirst: (work: () => Promise<unknown>): void => {
      const sent = send(work)
      sent.catch(nothing)
      ahead = sent
    },
  }
}

/** COMMIT may have come there with the rows before it, whose answer is lost: what is not refused is in doubt. */
const doubtOf = (error: unknown): unknown =>
  error instanceof ConnectionLost
    ? new CommitInDoubt('the connection was lost before COMMIT was answered', { cause: error })
    : error

/** A connection that has failed is thrown away in the same moment. */
const leased = (client: PoolClient, asked: Call, naming: Naming): Lease => {
  const desk = deskOf(client)
  let call = asked
  let broken: Error | undefined
  const giveUp = (failure: Error): void => {
    if (broken) return
    broken = failure
    endNow(client, failure)
  }
  const sent = async (sql: string, work: () => Promise<QueryResult>): Promise<QueryResult> => {
    if (broken) throw broken
    if (client.pipeline) asOnePiece(client)
    try {
      return await within(work(), call.until)
    } catch (error) {
      const failure = failureOf(sql, error)
      if (failure instanceof StorageUnavailable) giveUp(failure)
      if (isUnprepared(error)) naming.isOn = false
      if (isUnprepared(error) || isOfOldSchema(error))
        giveUp(new StatementLost('a prepared statement is gone', { cause: error }))
      throw broken ?? failure
    }
  }
  const { send, sendFirst } = inOrder(client.pipeline)
  const asking = ({ sql, parameters }: Statement) => {
    const name = naming.isOn ? nameOf(sql) : undefined
    const values = parameters.map((value) => storable(value, call))
    const query = { text: sql, values, ...(name === undefined ? {} : { name }) }
    return () => sent(sql, () => client.query(query))
  }
  const later = writesLater({
    ask: async (statement) => send(asking(statement)),
    write: (statement) => sendFirst(asking(statement)),
  })
  desk.ask = later.ask
  const say = (sql: string) => () => sent(sql, () => client.query(sql))
  return {
    em: desk.em,
    within: (next) => {
      call = next
    },
    say: async (sql) => {
      later.settle(sql)
      try {
        return await send(say(sql))
      } catch (error) {
        throw sql === 'commit' ? doubtOf(error) : error
      }
    },
    sayFirst: (sql) => sendFirst(say(sql)),
    release: () => {
      if (!broken) client.release()
      broken ??= new StorageUnavailable('the connection was given back')
    },
  }
}

/** How many may wait for a connection; whoever comes then is told so at once. */
const waitingMax = 1000

export type Leases = {
  /** How many connections there are at most. */
  readonly most: number
  readonly lease: (call: Call) => Promise<Lease>
}

/** Hands out the pool's connections, each within the bounds of a call. */
export const leasesOf = (pool: Pool, { isPrepared }: { readonly isPrepared: boolean }): Leases => {
  const naming = { isOn: isPrepared }
  return {
    most: pool.options.max,
    lease: async (call) => {
      if (pool.waitingCount >= waitingMax) throw new StorageUnavailable('the store is too busy')
      const connecting = pool.connect()
      try {
        return leased(await within(connecting, call.until), call, naming)
      } catch (error) {
        // One that comes after all is for the next.
        connecting.then((client) => client.release()).catch(() => undefined)
        const cause = error === late ? new Error('no connection in time') : error
        throw new ConnectionLost('the database cannot be reached', { cause })
      }
    },
  }
}
