import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { LeafChange } from '#domain/cases/leaves.ts'
import { type Ask, makeSlots, slotsOn } from '#infra/cases/slots.ts'
import { type CasesStore, assertSound } from '#infra/cases/sound.ts'
import { guardedRuns } from '#infra/db/guard.ts'
import { inPlace } from '#infra/db/in-place.ts'
import { inMemory, makeFile } from '#infra/db/sqlite-file.ts'

/**
 * What a connection is set to, and must answer when asked. No write-ahead log: it would keep the order of what was
 * written beside the file, and its index too. The journal of a transaction is cut to nothing, down to the disk, when
 * that is over.
 */
const settings = { journal_mode: 'truncate', synchronous: 2, secure_delete: 1 } as const

const set = (database: Database.Database, isInMemory: boolean): void => {
  for (const [name, value] of Object.entries(settings)) {
    database.pragma(`${name} = ${value}`)
    const kept = database.pragma(name, { simple: true })
    if (kept !== value && !(isInMemory && name === 'journal_mode'))
      throw new Error(`the database of cases does not keep ${name}`)
  }
}

const open = (path: string, create: boolean): Database.Database => {
  const isInMemory = path === inMemory
  if (create && !isInMemory) makeFile(path)
  // It waits by asking again, below: its own wait would stop this whole process.
  const database = new Database(path, { fileMustExist: !isInMemory, timeout: 0 })
  try {
    set(database, isInMemory)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Statements prepared once each. */
const askOn = (database: Database.Database): Ask => {
  const prepared = new Map<string, Database.Statement>()
  const statementOf = (sql: string): Database.Statement => {
    const found = prepared.get(sql)
    if (found) return found
    const made = database.prepare(sql)
    prepared.set(sql, made)
    return made
  }
  return (sql, ...values) => {
    const statement = statementOf(sql)
    if (statement.reader) return statement.all(...values) as Record<string, unknown>[]
    statement.run(...values)
    return []
  }
}

/** How often and how long somebody asks for the turn that another program has. */
const turn = { everyMs: 5, atMostMs: 1000 } as const

const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')

/** Work that is begun again while another program has its turn. */
const patiently = async <T>(work: () => T): Promise<T> => {
  const until = Date.now() + turn.atMostMs
  for (;;) {
    try {
      return work()
    } catch (error) {
      if (!isBusy(error) || Date.now() >= until) throw error
      await setTimeout(turn.everyMs)
    }
  }
}

export type OpenCases = { readonly ask: Ask; readonly close: () => void }

/** Opens the file of cases; `create` makes the folder and the file, which its owner alone can read. */
export const openCases = async (path: string, create: boolean): Promise<OpenCases> => {
  const database = await patiently(() => open(path, create))
  return { ask: askOn(database), close: () => database.close() }
}

const rolledBack = (ask: Ask): void => {
  try {
    ask('rollback')
  } catch {
    // SQLite has rolled back already, as it does on a full disk.
  }
}

const once = <T>(ask: Ask, begin: string, work: () => T): T => {
  ask(begin)
  try {
    const done = work()
    ask('commit')
    return done
  } catch (error) {
    rolledBack(ask)
    throw error
  }
}

/** Work in a transaction of its own. */
const inTurn = <T>(ask: Ask, begin: string, work: () => T): Promise<T> =>
  patiently(() => once(ask, begin, work))

const reading = 'begin'
/** Nobody reads while something is written, so that no commit can find itself shut out. */
const writing = 'begin exclusive'

export type SqliteLeavesOptions = {
  readonly path: string
  readonly create: boolean
  readonly deadlineMs?: number
  readonly restMs?: number
  /** How a connection is opened; tests put a failing disk here. */
  readonly open?: typeof openCases
}

/**
 * The leaves of a SQLite file, behind a guard as the ledger's: after a full disk the connection is opened anew. It is
 * opened when it is first asked. Nothing is acknowledged that was written into a file which does not lie at its path.
 */
export const sqliteLeaves = (options: SqliteLeavesOptions): CasesStore => {
  const { path, create, deadlineMs = 1800, restMs = 250, open: opening = openCases } = options
  const { mayMake, beforeOpening, opened, assertWhole, assertThere } = inPlace(path)
  const { run, close } = guardedRuns<OpenCases>({
    open: async () => {
      beforeOpening()
      const cases = await opening(path, create && mayMake())
      opened()
      return cases
    },
    verify: ({ ask }) =>
      create
        ? inTurn(ask, writing, () => makeSlots(ask))
        : inTurn(ask, reading, () => void slotsOn(ask).ids(undefined, 1)),
    deadlineMs,
    restMs,
  })
  const changed = (ask: Ask, changes: readonly LeafChange[]) => {
    const answer = slotsOn(ask).change(changes)
    assertWhole()
    return answer
  }
  return {
    read: (ids) => run(({ ask }) => inTurn(ask, reading, () => slotsOn(ask).read(ids))),
    change: async (changes) => {
      assertSound(changes)
      const answer = await run(({ ask }) => inTurn(ask, writing, () => changed(ask, changes)))
      assertThere()
      return answer
    },
    ids: (after, limit) =>
      run(({ ask }) => inTurn(ask, reading, () => slotsOn(ask).ids(after, limit))),
    close: async () => close(),
  }
}
