import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Marks } from '#domain/access/marks.ts'
import { type Hasher, StorageUnavailable } from '#domain/ports.ts'
import { guarded } from '#infra/db/guarded.ts'
import { inPlace } from '#infra/db/in-place.ts'
import { verifyTail } from '#infra/db/journal.ts'
import { type OpenDatabase, migrateUp, openSqlite } from '#infra/db/sqlite.ts'
import { assertNotNewer } from '#infra/db/steps.ts'
import { type Store, storeOn } from '#infra/db/store.ts'
import { type Runs, type Scope, type Statements, allIds, tables } from '#infra/db/tables.ts'
import type { Work } from '#infra/db/together.ts'

export type StoreOptions = {
  readonly path: string
  readonly create: boolean
  readonly hash: Hasher
  /** False only for the audit, which must read a journal that does not hold. */
  readonly verifiesTail?: boolean
  readonly deadlineMs?: number
  readonly restMs?: number
  /** By a key outside of the file; without it no row is looked at for whose it is. */
  readonly marks?: Marks | undefined
  /** How a connection is opened; tests put a failing disk here. */
  readonly open?: (path: string, options: { readonly create: boolean }) => Promise<OpenDatabase>
}

/** A store with the file that it is in. */
export type FileStore = Store & {
  /** False once the file was deleted, or another one laid in its place. */
  readonly isInPlace: () => boolean
  /** Looks at the tails of all journals, a fund at a time, so that nobody has to wait for it later; the ids of those that do not hold. */
  readonly lookAtTails: () => Promise<readonly string[]>
}

/**
 * Looks at the last entries of a journal before anything of it is served, once for each time that the file is opened: with
 * thousands of funds nobody waits at the start for those that nobody asks for.
 */
const tails = (hash: Hasher) => {
  let held = new Set<string>()
  return {
    begin: (): void => {
      held = new Set()
    },
    holds: (id: string): boolean => held.has(id),
    before:
      <T>(scope: Scope, work: Work<T>): Work<T> =>
      async (em) => {
        const known = held
        if (scope !== allIds && !known.has(scope) && (await verifyTail(em, scope, hash)))
          known.add(scope)
        return work(em)
      },
  }
}

const nothing = async (): Promise<void> => undefined

/**
 * Rows that grew were laid elsewhere in the file, and what they were stands in the gaps of its pages, which SQLite does not
 * write over; and in the file until the log has gone into it, and in the log until that is cut.
 */
const layAnew = async (em: Statements): Promise<void> => {
  await sql`vacuum`.execute(tables(em))
  await sql`pragma wal_checkpoint(truncate)`.execute(tables(em))
}

/** After so many others have their turn. */
const lookedAtOnce = 10

/** Looks at the tails of some funds; the ids of those that do not hold. */
const looking =
  ({ holds }: Pick<ReturnType<typeof tails>, 'holds'>, read: Runs['read']) =>
  async (fundIds: readonly string[]): Promise<readonly string[]> => {
    const broken: string[] = []
    for (const [i, id] of fundIds.entries()) {
      if (i % lookedAtOnce === lookedAtOnce - 1) await setImmediate()
      try {
        if (!holds(id)) await read(id, nothing)
      } catch (error) {
        if (!(error instanceof StorageUnavailable)) throw error
        broken.push(id)
      }
    }
    return broken
  }

/** A database with the schema of now; one that is older is refused where it may not be changed. */
const ofToday = async (database: OpenDatabase, mayChange: boolean): Promise<OpenDatabase> => {
  try {
    const { done, waiting } = database.status()
    assertNotNewer(done)
    // Here and not where it is verified: a large file takes longer than a call may. A new one does not, and may stick.
    if (mayChange && done.length > 0 && waiting.length > 0) await migrateUp(database)
    // Its ids would be read as texts that somebody has written where bytes should be.
    else if (!mayChange && waiting.length > 0)
      throw new StorageUnavailable('the database is of an older version')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * Opens the store of a SQLite file, behind its guard. The schema is brought up to date where `create` is set. Nothing is
 * acknowledged that was written into a file which does not lie at the path any more, and none is made there anew.
 */
export const sqliteStore = async (options: StoreOptions): Promise<FileStore> => {
  const {
    path,
    create,
    hash,
    verifiesTail = true,
    deadlineMs = 1800,
    restMs = 250,
    open = openSqlite,
  } = options
  const { mayMake, beforeOpening, opened, isThere, assertWhole, assertThere } = inPlace(path)
  const looked = tails(hash)
  const before = verifiesTail ? looked.before : <T>(_: Scope, work: Work<T>) => work
  const guard = guarded({
    open: async () => {
      beforeOpening()
      const database = await open(path, { create: create && mayMake() })
      opened()
      return ofToday(database, create)
    },
    verify: async (database) => {
      if (create) await migrateUp(database)
      looked.begin()
    },
    deadlineMs,
    restMs,
  })
  const { run, write } = guard
  const runs = {
    read: <T>(scope: Scope, work: Work<T>) => run(({ em }) => before(scope, work)(em)),
    transaction: async <T>(scope: string, work: Work<T>) => {
      const answer = await write(async (em) => {
        const done = await before(scope, work)(em)
        assertWhole()
        return done
      })
      assertThere()
      return answer
    },
  }
  const store = storeOn(runs, options.marks)
  const brokenAmong = looking(looked, runs.read)
  return {
    ...store,
    networkFunds: async (networkId) => {
      const listed = await store.networkFunds(networkId)
      if (!verifiesTail) return listed
      const broken = new Set(await brokenAmong(listed.map(({ fundId }) => fundId)))
      return listed.map((one) => (broken.has(one.fundId) ? { ...one, summary: undefined } : one))
    },
    layAnew: () => run(({ em }) => layAnew(em)),
    lookAtTails: async () =>
      brokenAmong([...(await store.fundIds()), ...(await store.networks.fundIds())]),
    close: guard.close,
    isInPlace: isThere,
  }
}
