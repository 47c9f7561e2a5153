import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { BalanceRow, FlagRow, PostingRow, Stretch } from '#domain/ledger/rows.ts'
import type {
  FundViews,
  PostingFilter,
  SubjectKey,
  SubjectRow,
  ViewChanges,
  ViewsHead,
} from '#domain/ports.ts'
import { addToBalances, balanceOf, postingOf, toPostingRow } from '#infra/db/rows.ts'
import {
  type Runs,
  allIds,
  eachOf,
  putRows,
  tables,
  toColumns,
  writeRows,
} from '#infra/db/tables.ts'

const viewTables = ['posting', 'balance', 'flag', 'subject'] as const

const viewFundIds = async (em: EntityManager): Promise<string[]> => {
  const ids = new Set<string>()
  for (const table of viewTables) {
    const rows = await tables(em).selectFrom(table).select('fund_id').distinct().execute()
    for (const row of rows) ids.add(String(row.fund_id))
  }
  return [...ids].toSorted()
}

/** Writes what entries through `seq` change. */
export const writeViews = async (
  em: EntityManager,
  fundId: string,
  changes: ViewChanges,
  seq: number,
): Promise<void> => {
  const postings = changes.postings.map((row) => postingOf(fundId, row))
  const flags = changes.flags.map((row) => ({ ...toColumns(row), fund_id: fundId }))
  await writeRows(em, 'posting', postings)
  await addToBalances(em, postings)
  await writeRows(em, 'flag', flags)
  const subjects = changes.subjects.map((row) => ({ ...row, fund_id: fundId, seq }))
  await putRows(em, 'subject', ['fund_id', 'kind', 'key'], subjects)
}

const readSubjects = (em: EntityManager, fundId: string): Promise<SubjectRow[]> =>
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
  { through, accounts, entries = {} }: PostingFilter,
): Promise<PostingRow[]> => {
  const of = (account?: AccountId) => {
    let query = tables(em).selectFrom('posting').selectAll().where('fund_id', '=', fundId)
    if (through !== undefined) query = query.where('book_on', '<=', through)
    if (entries.after !== undefined) query = query.where('seq', '>', entries.after)
    if (entries.through !== undefined) query = query.where('seq', '<=', entries.through)
    if (account === undefined) return query
    // Without a first day too SQLite would go through the whole fund, and not by the account.
    return query.where('account', '=', account).where('book_on', '>=', '')
  }
  if (accounts === undefined)
    return (await of().orderBy('seq').orderBy('line').execute()).map(toPostingRow)
  const found = await eachOf(em, [...new Set(accounts)], { of, bound: 4 })
  return found.map(toPostingRow).toSorted((a, b) => a.seq - b.seq || a.line - b.line)
}

const readFlags = async (
  em: EntityManager,
  fundId: string,
  { after, through }: Stretch = {},
): Promise<FlagRow[]> => {
  let query = tables(em).selectFrom('flag').selectAll().where('fund_id', '=', fundId)
  if (after !== undefined) query = query.where('seq', '>', after)
  if (through !== undefined) query = query.where('seq', '<=', through)
  const found = await query.orderBy('seq').orderBy('flag').execute()
  return found.map(({ seq, flag, entry_type, effective_on, subject }) => ({
    seq,
    flag,
    entryType: entry_type,
    effectiveOn: effective_on,
    subject,
  }))
}

const readChanges = async (
  em: EntityManager,
  fundId: string,
  { after, through }: Required<Stretch>,
): Promise<ViewChanges> => {
  const postings = await tables(em)
    .selectFrom('posting')
    .selectAll()
    .where('fund_id', '=', fundId)
    .where('seq', '>', after)
    .where('seq', '<=', through)
    .orderBy('seq')
    .orderBy('line')
    .execute()
  const subjects = await tables(em)
    .selectFrom('subject')
    .select(['kind', 'key', 'data'])
    .where('fund_id', '=', fundId)
    .where('seq', '>', after)
    .orderBy('kind')
    .orderBy('key')
    .execute()
  const flags = await readFlags(em, fundId, { after, through })
  return { postings: postings.map(toPostingRow), flags, subjects }
}

/** The lowest number that a subject of the fund bears: what is made anew bears one below all entries. */
const lowest = (em: EntityManager, fundId: string) =>
  tables(em)
    .selectFrom('subject')
    .select('subject.seq as lowest')
    .where('subject.fund_id', '=', fundId)
    .orderBy('subject.seq')
    .limit(1)

/** Views without a single subject are an edition too. */
const editionOf = (number: number | null): number => (number === null ? 1 : Math.min(number, 0))

const readHead = async (em: EntityManager, fundId: string): Promise<ViewsHead | undefined> => {
  const last = await tables(em)
    .selectFrom('entry')
    .select(['seq', 'hash'])
    .select(lowest(em, fundId).as('lowest'))
    .where('fund_id', '=', fundId)
    .orderBy('entry.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last && { seq: last.seq, hash: last.hash, edition: editionOf(last.lowest) }
}

const replaceViews = async (
  em: EntityManager,
  fundId: string,
  changes: ViewChanges,
): Promise<void> => {
  const before = await lowest(em, fundId).executeTakeFirst()
  for (const name of viewTables) {
    await tables(em).deleteFrom(name).where('fund_id', '=', fundId).execute()
  }
  await writeViews(em, fundId, changes, Math.min(before?.lowest ?? 0, 0) - 1)
}

export const fundViews = ({ read, transaction }: Runs): FundViews => ({
  subjects: (fundId) => read(fundId, (em) => readSubjects(em, fundId)),
  subject: (fundId, kind, key) =>
    read(fundId, (em) =>
      tables(em)
        .selectFrom('subject')
        .select(['kind', 'key', 'data'])
        .where('fund_id', '=', fundId)
        .where('kind', '=', kind)
        .where('key', '=', key)
        .executeTakeFirst(),
    ),
  subjectsBy: (fundId, keys) =>
    read(fundId, (em) => {
      const of = ({ kind, key }: SubjectKey) =>
        tables(em)
          .selectFrom('subject')
          .select(['kind', 'key', 'data'])
          .where('fund_id', '=', fundId)
          .where('kind', '=', kind)
          .where('key', '=', key)
      return eachOf<SubjectKey, SubjectRow>(em, keys, { of, bound: 3 })
    }),
  balances: (fundId) => read(fundId, (em) => readBalances(em, fundId)),
  postings: (fundId, filter) => read(fundId, (em) => readPostings(em, fundId, filter)),
  flags: (fundId, of) => read(fundId, (em) => readFlags(em, fundId, of)),
  viewsHead: (fundId) => read(fundId, (em) => readHead(em, fundId)),
  changesSince: (fundId, after, through) =>
    read(fundId, (em) => readChanges(em, fundId, { after, through })),
  viewFundIds: () => read(allIds, viewFundIds),
  replace: (fundId, changes) => transaction(fundId, (em) => replaceViews(em, fundId, changes)),
})
