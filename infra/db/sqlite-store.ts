import type { Marks } from '#domain/access/marks.ts'
import { type Hasher, StorageUnavailable } from '#domain/ports.ts'
import { guarded } from '#infra/db/guard.ts'
import { inPlace } from '#infra/db/in-place.ts'
import { verifyTails } from '#infra/db/journal.ts'
import { type OpenDatabase, migrateUp, openSqlite } from '#infra/db/sqlite.ts'
import { type Store, storeOn } from '#infra/db/store.ts'
import type { Scope } from '#infra/db/tables.ts'
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
  const guard = guarded({
    open: async () => {
      beforeOpening()
      const database = await open(path, { create: create && mayMake() })
      opened()
      try {
        // Here and not where it is verified: a large file takes longer than a call may.
        if (create) await migrateUp(database)
        // Its ids would be read as texts that somebody has written where bytes should be.
        else if (database.status().waiting.length > 0)
          throw new StorageUnavailable('the database is of an older version')
        return database
      } catch (error) {
        database.close()
        throw error
      }
    },
    verify: async (database) => {
      if (verifiesTail) await verifyTails(database.orm.em.fork(), hash)
    },
    deadlineMs,
    restMs,
  })
  const { run, write } = guard
  const runs = {
    read: <T>(_: Scope, work: Work<T>) => run(({ orm }) => work(orm.em.fork())),
    transaction: async <T>(_: string, work: Work<T>) => {
      const answer = await write(async (em) => {
        const done = await work(em)
        assertWhole()
        return done
      })
      assertThere()
      return answer
    },
  }
  const store = storeOn(runs, options.marks)
  return { ...store, close: guard.close, isInPlace: isThere }
}
