import type { EntityManager } from '@mikro-orm/sqlite'
import type {
  ActivityLog,
  Budgets,
  Cards,
  FundViews,
  Hasher,
  Journal,
  NetworkJournal,
  NetworkViews,
  Notes,
  People,
} from '#domain/ports.ts'
import { activityLog } from '#infra/db/activity.ts'
import { budgets } from '#infra/db/budgets.ts'
import { type Guard, guarded } from '#infra/db/guard.ts'
import { appendRows, findRows, funds, readIds, readRows, verifyTails } from '#infra/db/journal.ts'
import { networkJournal, networkViews } from '#infra/db/networks.ts'
import { cards, people } from '#infra/db/people.ts'
import { type OpenDatabase, migrateUp, openSqlite } from '#infra/db/sqlite.ts'
import { type Runs, putRows, tables } from '#infra/db/tables.ts'
import { fundViews, writeViews } from '#infra/db/views.ts'

export type Store = Journal &
  FundViews &
  Notes &
  NetworkViews &
  People &
  Cards &
  Budgets &
  ActivityLog & { readonly networks: NetworkJournal; readonly close: () => Promise<void> }

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

const fundJournal = ({ read, transaction }: Runs): Journal => ({
  fundIds: () => read((em) => readIds(em, funds)),
  read: (id, after, limit) => read((em) => readRows(em, funds, { id, after, limit })),
  find: (id, ids) => read((em) => findRows(em, funds, { id, ids })),
  append: (id, rows, changes) =>
    transaction(async (em) => {
      if (!(await appendRows(em, funds, { id, rows }))) return 'stale'
      await writeViews(em, id, changes)
      return 'appended'
    }),
})

const readNotes = async (em: EntityManager, fundId: string): Promise<Map<string, string>> => {
  const found = await tables(em)
    .selectFrom('note')
    .select(['subject', 'text'])
    .where('fund_id', '=', fundId)
    .execute()
  return new Map(found.map(({ subject, text }) => [subject, text]))
}

const notesOf = ({ read, transaction }: Runs): Notes => ({
  keep: (fundId, notes) =>
    transaction((em) =>
      putRows(
        em,
        'note',
        ['fund_id', 'subject'],
        notes.map((note) => ({ ...note, fund_id: fundId })),
      ),
    ),
  of: (fundId) => read((em) => readNotes(em, fundId)),
})

// The ORM's own reads and writes put values into the text of the statement, where a zero character ends
// it and where an error would show a name; every value here is bound.
const methods = ({ run, write }: Guard): Omit<Store, 'close'> => {
  const runs: Runs = {
    read: (work) => run(({ orm }) => work(orm.em.fork() as EntityManager)),
    transaction: (work) =>
      write(({ orm }) => orm.em.fork().transactional((em) => work(em as EntityManager))),
  }
  return {
    ...fundJournal(runs),
    ...fundViews(runs),
    ...notesOf(runs),
    networks: networkJournal(runs),
    ...networkViews(runs),
    ...people(runs),
    ...cards(runs),
    ...budgets(runs),
    ...activityLog(runs),
  }
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
      if (verifiesTail) await verifyTails(database.orm.em.fork() as EntityManager, hash)
    },
    deadlineMs,
    restMs,
  })
  return { ...methods(guard), close: guard.close }
}
