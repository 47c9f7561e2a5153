import type { Hasher } from '#domain/ports.ts'
import { guarded } from '#infra/db/guard.ts'
import { verifyTails } from '#infra/db/journal.ts'
import { type OpenDatabase, migrateUp, openSqlite } from '#infra/db/sqlite.ts'
import { type Store, storeOn } from '#infra/db/store.ts'

export type StoreOptions = {
  readonly path: string
  readonly create: boolean
  readonly hash: Hasher
  /** False only for the audit, which must read a journal that does not hold. */
  readonly verifiesTail?: boolean
  readonly deadlineMs?: number
  readonly restMs?: number
  /** How a connection is opened; tests put a failing disk here. */
  readonly open?: (path: string, options: { readonly create: boolean }) => Promise<OpenDatabase>
}

/** Opens the store of a SQLite file, behind its guard. The schema is brought up to date where `create` is set. */
export const sqliteStore = async (options: StoreOptions): Promise<Store> => {
  const {
    path,
    create,
    hash,
    verifiesTail = true,
    deadlineMs = 1800,
    restMs = 250,
    open = openSqlite,
  } = options
  const guard = guarded({
    open: () => open(path, { create }),
    verify: async (database) => {
      if (create) await migrateUp(database)
      if (verifiesTail) await verifyTails(database.orm.em.fork(), hash)
    },
    deadlineMs,
    restMs,
  })
  const { run, write } = guard
  const store = storeOn({
    read: (_, work) => run(({ orm }) => work(orm.em.fork())),
    transaction: (_, work) => write(work),
  })
  return { ...store, close: guard.close }
}
