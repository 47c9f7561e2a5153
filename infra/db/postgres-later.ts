import type { CompiledQuery } from 'kysely'
import type { QueryResult } from 'pg'

export type Statement = Pick<CompiledQuery, 'sql' | 'parameters'>
type Told = Pick<QueryResult, 'command' | 'rowCount' | 'rows'>
type Waiting = Statement & { readonly table: string }

/** More values than that one statement cannot bind. */
const boundMax = 30_000

const notYet: Told = { command: 'INSERT', rowCount: 0, rows: [] }

/** The table that rows are put into, where nothing of them is asked back. */
const tableOf = ({ query }: CompiledQuery): string | undefined => {
  if (query.kind !== 'InsertQueryNode' || query.returning || !query.into) return undefined
  return query.into.table.identifier.name
}

/** Rows of the register are told apart by the scope and the kind that they begin with. */
const isOfOtherKind = ({ table, parameters }: Waiting, other: CompiledQuery): boolean =>
  table === 'register' && parameters[1] !== other.parameters[1]

/** Several statements as one: each is a part of it, and no row is written by two of them. */
const asOne = (parts: readonly Waiting[]): Statement => {
  if (parts.length === 1) return parts[0]!
  const parameters: unknown[] = []
  const withs = parts.map((part, i) => {
    const before = parameters.length
    parameters.push(...part.parameters)
    const sql = part.sql.replaceAll(/\$(\d+)/g, (_, n: string) => `$${Number(n) + before}`)
    return `"part${i}" as (${sql})`
  })
  return { sql: `with ${withs.join(', ')} select`, parameters }
}

type Line = {
  readonly ask: (statement: Statement) => Promise<QueryResult>
  /** Sends what nobody waits for: whoever asks next is told where it failed. */
  readonly write: (statement: Statement) => void
}

/**
 * Rows wait until somebody reads their table, until the transaction is over or a part of it is, and go to the server in one
 * statement, just before what they waited for: what is written down of one entry is of six tables, each of which would be asked
 * by itself.
 */
export const writesLater = ({ ask, write }: Line) => {
  let waiting: Waiting[] = []
  const flush = (): void => {
    if (waiting.length === 0) return
    const parts = waiting
    waiting = []
    write(asOne(parts))
  }
  /** Before a statement that ends the transaction or a part of it; what is taken back need not be written first. */
  const settle = (sql: string): void => {
    if (sql.startsWith('rollback')) waiting = []
    else flush()
  }
  const bound = (): number => waiting.reduce((sum, { parameters }) => sum + parameters.length, 0)
  return {
    settle,
    ask: async (query: CompiledQuery): Promise<Told> => {
      const { sql, parameters } = query
      const table = tableOf(query)
      if (table === undefined) {
        const isOfThese = waiting.some((one) => sql.includes(`"${one.table}"`))
        const isQuestion = query.query.kind === 'SelectQueryNode'
        if (isOfThese || !isQuestion) settle(sql)
        return ask(query)
      }
      const isThere = waiting.some((one) => one.table === table && !isOfOtherKind(one, query))
      if (isThere || bound() + parameters.length > boundMax) flush()
      waiting.push({ sql, parameters, table })
      return notYet
    },
  }
}
