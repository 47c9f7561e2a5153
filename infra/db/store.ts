import type { Kysely } from 'kysely'
import type { EntityManager } from '@mikro-orm/sqlite'
import { type JournalRow, canonicalEntry } from '#domain/ledger/entry.ts'
import type { FundViews, Hasher, Journal, Notes, PostingFilter, ViewChanges } from '#domain/ports.ts'
import { type Guard, guarded } from '#infra/db/guard.ts'
import { BalanceSchema, FlagSchema, NoteSchema, PostingSchema, SubjectSchema } from '#infra/db/schema.ts'
import { type OpenDatabase, migrateUp, openSqlite } from '#infra/db/sqlite.ts'
import { type Tables, addToBalances, entryOf, postingOf, putSubjects, rowOf, toPostingRow, writeRows } from '#infra/db/rows.ts'

export type Store = Journal & FundViews & Notes & { readonly close: () => Promise<void> }

export type StoreOptions = {
  readonly path: string
  readonly create: boolean
  readonly hash: Hasher
  readonly deadlineMs?: number
  readonly restMs?: number
  /** How a connection is opened; tests put a failing disk here. */
  readonly open?: (path: string, options: { readonly create: boolean }) => Promise<OpenDatabase>
}

const tailLength = 50

const tables = (em: EntityManager): Kysely<Tables> => em.getKysely<Tables>()

const readRows = async (em: EntityManager, fundId: string, range: { after: number; limit: number }): Promise<JournalRow[]> => {
  const rows = await tables(em)
    .selectFrom('entry')
    .selectAll()
    .where('fund_id', '=', fundId)
    .where('seq', '>', range.after)
    .orderBy('seq')
    .limit(range.limit)
    .execute()
  return rows.map(entryOf)
}

const headSeq = async (em: EntityManager, fundId: string): Promise<number> => {
  const head = await tables(em)
    .selectFrom('entry')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('fund_id', '=', fundId)
    .executeTakeFirst()
  return head?.seq ?? 0
}

const fundIds = async (em: EntityManager): Promise<string[]> => {
  const rows = await tables(em).selectFrom('entry').select('fund_id').distinct().orderBy('fund_id').execute()
  return rows.map((row) => row.fund_id)
}

/** The last rows of every journal must hold together before a reopened store serves anybody. */
const verifyTail = async (em: EntityManager, hash: Hasher): Promise<void> => {
  for (const fundId of await fundIds(em)) {
    const after = Math.max((await headSeq(em, fundId)) - tailLength, 0)
    const rows = await readRows(em, fundId, { after, limit: tailLength })
    for (const [i, row] of rows.entries()) {
      const isLinked = i === 0 || row.prevHash === rows[i - 1]!.hash
      if (!isLinked || hash(canonicalEntry(row)) !== row.hash) throw new Error('the tail of a journal does not hold')
    }
  }
}

const idChunk = 500

const findRows = async (em: EntityManager, fundId: string, ids: readonly string[]): Promise<JournalRow[]> => {
  const found: JournalRow[] = []
  for (let at = 0; at < ids.length; at += idChunk) {
    const chunk = ids.slice(at, at + idChunk)
    const query = tables(em).selectFrom('entry').selectAll().where('fund_id', '=', fundId).where('id', 'in', chunk)
    found.push(...(await query.execute()).map(entryOf))
  }
  return found
}

const writeViews = async (em: EntityManager, fundId: string, changes: ViewChanges): Promise<void> => {
  const postings = changes.postings.map((row) => postingOf(fundId, row))
  const flags = changes.flags.map(({ effectiveOn, entryType, ...row }) => ({
    ...row,
    fund_id: fundId,
    entry_type: entryType,
    effective_on: effectiveOn,
  }))
  await writeRows(tables(em), 'posting', postings)
  await addToBalances(tables(em), postings)
  await writeRows(tables(em), 'flag', flags)
  await putSubjects(tables(em), changes.subjects.map((row) => ({ ...row, fund_id: fundId })))
}

const append = async (
  em: EntityManager,
  fundId: string,
  { rows, changes }: { readonly rows: readonly JournalRow[]; readonly changes: ViewChanges },
): Promise<'appended' | 'stale'> => {
  const isNext = rows[0]?.seq === (await headSeq(em, fundId)) + 1
  if (!isNext || (await findRows(em, fundId, rows.map(({ id }) => id))).length > 0) return 'stale'
  await writeRows(tables(em), 'entry', rows.map(rowOf))
  await writeViews(em, fundId, changes)
  return 'appended'
}

const readPostings = async (em: EntityManager, fundId: string, { through, accounts }: PostingFilter) => {
  const where = {
    fundId,
    ...(through === undefined ? {} : { bookOn: { $lte: through } }),
    ...(accounts === undefined ? {} : { account: { $in: [...accounts] } }),
  }
  const found = await em.find(PostingSchema, where, { orderBy: { seq: 'asc', line: 'asc' }, disableIdentityMap: true })
  return found.map(toPostingRow)
}

const methods = ({ run, write }: Guard): Journal & FundViews & Notes => {
  const read = <T>(work: (em: EntityManager) => Promise<T>): Promise<T> => run(({ orm }) => work(orm.em.fork() as EntityManager))
  const transaction = <T>(work: (em: EntityManager) => Promise<T>): Promise<T> =>
    write(({ orm }) => orm.em.fork().transactional((em) => work(em as EntityManager)))
  return {
    fundIds: () => read(fundIds),
    read: (fundId, after, limit) => read((em) => readRows(em, fundId, { after, limit })),
    find: (fundId, ids) => read((em) => findRows(em, fundId, ids)),
    append: (fundId, rows, changes) => transaction((em) => append(em, fundId, { rows, changes })),
    subjects: (fundId) =>
      read((em) => em.find(SubjectSchema, { fundId }, { orderBy: { kind: 'asc', key: 'asc' }, disableIdentityMap: true })) as ReturnType<
        FundViews['subjects']
      >,
    balances: async (fundId) => {
      const found = await read((em) =>
        em.find(BalanceSchema, { fundId }, { orderBy: { account: 'asc', bookOn: 'asc', closing: 'asc' }, disableIdentityMap: true }),
      )
      return found.map(({ account, currency, bookOn, closing, amount }) => ({
        account,
        currency,
        on: bookOn,
        isClosing: closing === 1,
        amount,
      })) as unknown as Awaited<ReturnType<FundViews['balances']>>
    },
    postings: (fundId, filter) => read((em) => readPostings(em, fundId, filter)),
    flags: async (fundId) => {
      const found = await read((em) => em.find(FlagSchema, { fundId }, { orderBy: { seq: 'asc', flag: 'asc' }, disableIdentityMap: true }))
      return found.map(({ seq, flag, entryType, effectiveOn, subject }) => ({ seq, flag, entryType, effectiveOn, subject }))
    },
    replace: (fundId, changes) =>
      transaction(async (em) => {
        await em.nativeDelete(PostingSchema, { fundId })
        await em.nativeDelete(BalanceSchema, { fundId })
        await em.nativeDelete(FlagSchema, { fundId })
        await em.nativeDelete(SubjectSchema, { fundId })
        await writeViews(em, fundId, changes)
      }),
    keep: (fundId, notes) =>
      transaction(async (em) => {
        const rows = notes.map(({ subject, text }) => ({ fundId, subject, text }))
        if (rows.length > 0) await em.upsertMany(NoteSchema, rows)
      }),
    of: async (fundId) => {
      const found = await read((em) => em.find(NoteSchema, { fundId }, { disableIdentityMap: true }))
      return new Map(found.map(({ subject, text }) => [subject, text]))
    },
  }
}

/** Opens the store of a SQLite file, behind its guard. The schema is brought up to date where `create` is set. */
export const sqliteStore = async (options: StoreOptions): Promise<Store> => {
  const { path, create, hash, deadlineMs = 2000, restMs = 250, open = openSqlite } = options
  const guard = guarded({
    open: () => open(path, { create }),
    verify: async (database) => {
      if (create) await migrateUp(database)
      await verifyTail(database.orm.em.fork() as EntityManager, hash)
    },
    deadlineMs,
    restMs,
  })
  return { ...methods(guard), close: guard.close }
}
