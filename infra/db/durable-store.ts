import { Migrator } from '@mikro-orm/migrations'
import { MikroORM, SqliteDriver } from '@mikro-orm/sql'
import type { Marks } from '#domain/access/marks.ts'
import { type Hasher, StorageUnavailable } from '#domain/ports.ts'
import { budgetRows } from '#infra/db/budgets.ts'
import compiledFunctions from '#infra/db/compiled-functions.js'
import { sqliteDialect } from '#infra/db/dialects.ts'
import { type DurableStorage, durableConnection } from '#infra/db/durable-object.ts'
import { verifyTails } from '#infra/db/journal.ts'
import { migrationsIn } from '#infra/db/migrations.ts'
import {
  type WaitingJournal,
  clearWaiting,
  newsOf,
  outboxInBytes,
  outboxMigration,
  waitingJournals,
} from '#infra/db/outbox.ts'
import type { News } from '#infra/db/overview.ts'
import { entities } from '#infra/db/schema.ts'
import { answersAtOnce } from '#infra/db/statement.ts'
import { assertNotNewer, migrationNames } from '#infra/db/steps.ts'
import { type Store, storeOn } from '#infra/db/store.ts'
import { type Runs, type Statements, inTransaction, onKysely, tables } from '#infra/db/tables.ts'

export type DurableStore = Omit<Store, 'close'> &
  ReturnType<typeof budgetRows> & {
    /** Tells the overview what it has not heard yet. Throws what telling throws, and tells it again then. */
    readonly tell: (hear: (news: News) => Promise<number>) => Promise<void>
    /** Whether the overview knows nothing yet of a journal that is here. */
    readonly isUnheardOf: () => Promise<boolean>
  }

/** MikroORM on the storage of a Durable Object. What it would make out of text there is brought along instead. */
export const durableOrm = (
  storage: DurableStorage,
  isEmpty: () => boolean,
  { dialect } = durableConnection({ storage, isEmpty }),
) =>
  MikroORM.init({
    driver: SqliteDriver,
    dbName: 'durable',
    entities,
    compiledFunctions,
    extensions: [Migrator],
    migrations: {
      migrationsList: [...migrationsIn(sqliteDialect), outboxMigration, outboxInBytes],
      snapshot: false,
      silent: true,
    },
    driverOptions: () => dialect,
    debug: false,
    discovery: { warnWhenNoEntities: false },
  })

type Orm = Awaited<ReturnType<typeof durableOrm>>
/** The ORM with its connection, without what the ORM makes anew for whoever has rows of its own. */
type Database = Pick<Orm, 'migrator'> & { readonly em: Statements }

/** The last thing that the first write makes: with it the schema is whole. */
const isWritten = ({ sql }: DurableStorage): boolean =>
  sql.exec(`select 1 from sqlite_schema where name = 'outbox'`).toArray().length > 0

/** What an object knows: the one list, and what stands in objects alone. */
const known = [...migrationNames, outboxMigration.name, outboxInBytes.name]

const doneIn = ({ sql }: DurableStorage): readonly string[] =>
  sql
    .exec('select name from mikro_orm_migrations')
    .toArray()
    .map(({ name }) => String(name))

/** How soon what was appended is told to the overview. */
const tellAfterMs = 250

/** Sets the alarm in the transaction that appends; asked past Kysely, because every write asks it. */
const scheduleTelling = async (storage: DurableStorage): Promise<void> => {
  if (storage.sql.exec('select 1 from outbox limit 1').toArray().length === 0) return
  if ((await storage.getAlarm()) === null) await storage.setAlarm(Date.now() + tellAfterMs)
}

/**
 * The database of one Durable Object. It is opened when it is first asked, and its schema is made when
 * something is first written: an object that a stranger has named at random answers that there is
 * nothing, and keeps nothing.
 */
const opening = (storage: DurableStorage, hash: Hasher) => {
  let isEmpty = !isWritten(storage)
  let opened: Promise<Database> | undefined
  let making: Promise<void> | undefined

  const open = async (): Promise<Database> => {
    const connection = durableConnection({ storage, isEmpty: () => isEmpty })
    const orm = await durableOrm(storage, () => isEmpty, connection)
    const db = tables(orm.em.fork())
    await answersAtOnce(db, connection)
    const database = { migrator: orm.migrator, em: onKysely(db) }
    if (isEmpty) return database
    assertNotNewer(doneIn(storage), known)
    await orm.migrator.up()
    await verifyTails(database.em, hash)
    return database
  }

  const ready = async (): Promise<Database> => {
    opened ??= open()
    try {
      return await opened
    } catch (error) {
      opened = undefined
      throw new StorageUnavailable('the store cannot be opened', { cause: error })
    }
  }

  const make = async ({ migrator }: Database): Promise<void> => {
    await migrator.up()
    isEmpty = false
  }

  return {
    ready,
    /** With the schema made where it is not there yet. */
    writable: async (): Promise<Database> => {
      const database = await ready()
      if (!isEmpty) return database
      making ??= make(database).finally(() => {
        making = undefined
      })
      await making
      return database
    },
  }
}

/** Tells one journal's news in parts, from where the overview stands. */
const tellJournal = async (
  runs: Runs,
  waiting: WaitingJournal,
  hear: (news: News) => Promise<number>,
): Promise<void> => {
  const { owner, first, last } = waiting
  let heard = first - 1
  while (heard < last) {
    const after = heard
    const news = await runs.read(owner, (em) => newsOf(em, waiting, after))
    if (!news) break
    heard = await hear(news)
    // An overview that was lost and stands further back is told from there; one that does not move is not.
    if (heard === after) throw new Error('the overview does not take the news in')
  }
  await runs.transaction(owner, (em) => clearWaiting(em, waiting, heard))
}

/** The store of a Durable Object: every fund and every network has its own. */
export const durableStore = ({
  storage,
  hash,
  marks,
}: {
  readonly storage: DurableStorage
  readonly hash: Hasher
  readonly marks?: Marks | undefined
}): DurableStore => {
  const { ready, writable } = opening(storage, hash)
  const runs: Runs = {
    read: async (_, work) => work((await ready()).em),
    // Given back whatever happens: there is no other, and a transaction that cannot begin would keep it.
    transaction: async (_, work) =>
      tables((await writable()).em)
        .connection()
        .execute((own) =>
          inTransaction(onKysely(own), async (em) => {
            const done = await work(em)
            await scheduleTelling(storage)
            return done
          }),
        ),
  }
  const journals = () => runs.read('', waitingJournals)
  return {
    ...storeOn(runs, marks),
    ...budgetRows({ ...runs, marks }),
    tell: async (hear) => {
      for (const journal of await journals()) await tellJournal(runs, journal, hear)
    },
    isUnheardOf: async () => (await journals()).some(({ first }) => first === 1),
  }
}
