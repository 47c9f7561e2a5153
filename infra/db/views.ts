import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { BalanceRow, FlagRow, PostingRow } from '#domain/ledger/rows.ts'
import type { FundViews, PostingFilter, SubjectRow, ViewChanges } from '#domain/ports.ts'
import { addToBalances, balanceOf, postingOf, toPostingRow } from '#infra/db/rows.ts'
import { type Runs, allIds, putRows, tables, toColumns, writeRows } from '#infra/db/tables.ts'

const viewTables = ['posting', 'balance', 'flag', 'subject'] as const

const viewFundIds = async (em: EntityManager): Promise<string[]> => {
  const ids = new Set<string>()
  for (const table of viewTables) {
    const rows = await tables(em).selectFrom(table).select('fund_id').distinct().execute()
    for (const row of rows) ids.add(String(row.fund_id))
  }
  return [...ids].toSorted()
}

export const writeViews = async (
  em: EntityManager,
  fundId: string,
  changes: ViewChanges,
): Promise<void> => {
  const postings = changes.postings.map((row) => postingOf(fundId, row))
  const flags = changes.flags.map((row) => ({ ...toColumns(row), fund_id: fundId }))
  await writeRows(em, 'posting', postings)
  await addToBalances(em, postings)
  await writeRows(em, 'flag', flags)
  const subjects = changes.subjects.map((row) => ({ ...row, fund_id: fundId }))
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
  { through, accounts }: PostingFilter,
): Promise<PostingRow[]> => {
  // Of no accounts there is nothing to ask, and not every database reads an empty list.
  if (accounts?.length === 0) return []
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
  for (const name of viewTables) {
    await tables(em).deleteFrom(name).where('fund_id', '=', fundId).execute()
  }
  await writeViews(em, fundId, changes)
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
  balances: (fundId) => read(fundId, (em) => readBalances(em, fundId)),
  postings: (fundId, filter) => read(fundId, (em) => readPostings(em, fundId, filter)),
  flags: (fundId) => read(fundId, (em) => readFlags(em, fundId)),
  viewFundIds: () => read(allIds, viewFundIds),
  replace: (fundId, changes) => transaction(fundId, (em) => replaceViews(em, fundId, changes)),
})
