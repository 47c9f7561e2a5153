import type { Kysely } from 'kysely'
import type { EntityManager } from '@mikro-orm/sqlite'
import { type JournalRow, canonicalEntry } from '#domain/ledger/entry.ts'
import type { BalanceRow, FlagRow, PostingRow } from '#domain/ledger/rows.ts'
import type {
  FundViews,
  Hasher,
  Journal,
  Notes,
  PostingFilter,
  ViewChanges,
} from '#domain/ports.ts'
import { type Guard, guarded } from '#infra/db/guard.ts'
import { type OpenDatabase, migrateUp, openSqlite } from '#infra/db/sqlite.ts'
import {
  type Tables,
  addToBalances,
  balanceOf,
  entryOf,
  postingOf,
  putNotes,
  putSubjects,
  rowOf,
  toPostingRow,
  writeRows,
} from '#infra/db/rows.ts'

export type Store = Journal & FundViews & Notes & { readonly close: () => Promise<void> }

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

const tailLength = 50

const tables = (em: EntityManager): Kysely<Tables> => em.getKysely<Tables>()

const readRows = async (
  em: EntityManager,
  fundId: string,
  range: { after: number; limit: number },
): Promise<JournalRow[]> => {
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
  const rows = await tables(em)
    .selectFrom('entry')
    .select('fund_id')
    .distinct()
    .orderBy('fund_id')
    .execute()
  return rows.map((row) => row.fund_id)
}

const viewTables = ['posting', 'balance', 'flag', 'subject'] as const

const viewFundIds = async (em: EntityManager): Promise<string[]> => {
  const ids = new Set<string>()
  for (const table of viewTables) {
    const rows = await tables(em).selectFrom(table).select('fund_id').distinct().execute()
    for (const row of rows) ids.add(String(row.fund_id))
  }
  return [...ids].toSorted()
}

/** The last rows of every journal must hold together before a reopened store serves anybody. */
const verifyTail = async (em: EntityManager, hash: Hasher): Promise<void> => {
  for (const fundId of await fundIds(em)) {
    const after = Math.max((await headSeq(em, fundId)) - tailLength, 0)
    const rows = await readRows(em, fundId, { after, limit: tailLength })
    for (const [i, row] of rows.entries()) {
      const isLinked = i === 0 || row.prevHash === rows[i - 1]!.hash
      if (!isLinked || hash(canonicalEntry(row)) !== row.hash)
        throw new Error('the tail of a journal does not hold')
    }
  }
}

const idChunk = 500

const findRows = async (
  em: EntityManager,
  fundId: string,
  ids: readonly string[],
): Promise<JournalRow[]> => {
  const found: JournalRow[] = []
  const wanted = [...new Set(ids)]
  for (let at = 0; at < wanted.length; at += idChunk) {
    const chunk = wanted.slice(at, at + idChunk)
    const query = tables(em)
      .selectFrom('entry')
      .selectAll()
      .where('fund_id', '=', fundId)
      .where('id', 'in', chunk)
    found.push(...(await query.execute()).map(entryOf))
  }
  return found.toSorted((a, b) => a.seq - b.seq)
}

const writeViews = async (
  em: EntityManager,
  fundId: string,
  changes: ViewChanges,
): Promise<void> => {
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
  await putSubjects(
    tables(em),
    changes.subjects.map((row) => ({ ...row, fund_id: fundId })),
  )
}

const append = async (
  em: EntityManager,
  fundId: string,
  { rows, changes }: { readonly rows: readonly JournalRow[]; readonly changes: ViewChanges },
): Promise<'appended' | 'stale'> => {
  const isNext = rows[0]?.seq === (await headSeq(em, fundId)) + 1
  if (
    !isNext ||
    (
      await findRows(
        em,
        fundId,
        rows.map(({ id }) => id),
      )
    ).length > 0
  )
    return 'stale'
  await writeRows(tables(em), 'entry', rows.map(rowOf))
  await writeViews(em, fundId, changes)
  return 'appended'
}

const readSubjects = (em: EntityManager, fundId: string) =>
  tables(em)
    .selectFrom('subject')
    .select(['kind', 'key', 'data'])
    .where('fund_id', '=', fundId)
    .orderBy('kind')
    .orderBy('key')
    .execute()

const readBalances = async (em: EntityManager, fundId: string): Promise<BalanceRow[]> => {
  const found = await tables(em)
    .selectFrom('balance')
    .selectAll()
    .where('fund_id', '=', fundId)
    .orderBy('account')
    .orderBy('currency')
    .orderBy('book_on')
    .orderBy('closing')
    .execute()
  return found.map(balanceOf)
}

const readPostings = async (
  em: EntityManager,
  fundId: string,
  { through, accounts }: PostingFilter,
): Promise<PostingRow[]> => {
  let query = tables(em).selectFrom('posting').selectAll().where('fund_id', '=', fundId)
  if (through !== undefined) query = query.where('book_on', '<=', through)
  if (accounts !== undefined) query = query.where('account', 'in', accounts)
  return (await query.orderBy('seq').orderBy('line').execute()).map(toPostingRow)
}

const readFlags = async (em: EntityManager, fundId: string): Promise<FlagRow[]> => {
  const found = await tables(em)
    .selectFrom('flag')
    .selectAll()
    .where('fund_id', '=', fundId)
    .orderBy('seq')
    .orderBy('flag')
    .execute()
  return found.map(({ seq, flag, entry_type, effective_on, subject }) => ({
    seq,
    flag,
    entryType: entry_type,
    effectiveOn: effective_on,
    subject,
  }))
}

const replaceViews = async (
  em: EntityManager,
  fundId: string,
  changes: ViewChanges,
): Promise<void> => {
  for (const name of ['posting', 'balance', 'flag', 'subject'] as const) {
    await tables(em).deleteFrom(name).where('fund_id', '=', fundId).execute()
  }
  await writeViews(em, fundId, changes)
}

const readNotes = async (em: EntityManager, fundId: string): Promise<Map<string, string>> => {
  const found = await tables(em)
    .selectFrom('note')
    .select(['subject', 'text'])
    .where('fund_id', '=', fundId)
    .execute()
  return new Map(found.map(({ subject, text }) => [subject, text]))
}

// The ORM's own reads and writes put values into the text of the statement, where a zero character ends
// it and where an error would show a name; every value here is bound.
const methods = ({ run, write }: Guard): Journal & FundViews & Notes => {
  const read = <T>(work: (em: EntityManager) => Promise<T>): Promise<T> =>
    run(({ orm }) => work(orm.em.fork() as EntityManager))
  const transaction = <T>(work: (em: EntityManager) => Promise<T>): Promise<T> =>
    write(({ orm }) => orm.em.fork().transactional((em) => work(em as EntityManager)))
  return {
    fundIds: () => read(fundIds),
    read: (fundId, after, limit) => read((em) => readRows(em, fundId, { after, limit })),
    find: (fundId, ids) => read((em) => findRows(em, fundId, ids)),
    append: (fundId, rows, changes) => transaction((em) => append(em, fundId, { rows, changes })),
    subjects: (fundId) => read((em) => readSubjects(em, fundId)),
    balances: (fundId) => read((em) => readBalances(em, fundId)),
    postings: (fundId, filter) => read((em) => readPostings(em, fundId, filter)),
    flags: (fundId) => read((em) => readFlags(em, fundId)),
    viewFundIds: () => read(viewFundIds),
    replace: (fundId, changes) => transaction((em) => replaceViews(em, fundId, changes)),
    keep: (fundId, notes) =>
      transaction((em) =>
        putNotes(
          tables(em),
          notes.map((note) => ({ ...note, fund_id: fundId })),
        ),
      ),
    of: (fundId) => read((em) => readNotes(em, fundId)),
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
      if (verifiesTail) await verifyTail(database.orm.em.fork() as EntityManager, hash)
    },
    deadlineMs,
    restMs,
  })
  return { ...methods(guard), close: guard.close }
}
