import type { Kysely } from 'kysely'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { BalanceRow, FlagRow, PostingRow, Stretch } from '#domain/ledger/rows.ts'
import type { FundViews, PostingFilter, SubjectRow, ViewChanges, ViewsHead } from '#domain/ports.ts'
import { atMost, statement } from '#infra/db/statement.ts'
import { addToBalances, balanceOf, postingOf, toPostingRow } from '#infra/db/rows.ts'
import { eachOf, putRows, writeRows } from '#infra/db/many-rows.ts'
import {
  type Statements,
  type Tables,
  type Runs,
  allIds,
  tables,
  toColumns,
} from '#infra/db/tables.ts'

const viewTables = ['posting', 'balance', 'flag', 'subject'] as const

const viewFundIds = async (em: Statements): Promise<string[]> => {
  const ids = new Set<string>()
  for (const table of viewTables) {
    const rows = await tables(em).selectFrom(table).select('fund_id').distinct().execute()
    for (const row of rows) ids.add(String(row.fund_id))
  }
  return [...ids].toSorted()
}

/** Writes what entries through `seq` change. */
export const writeViews = async (
  em: Statements,
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

const readSubjects = (em: Statements, fundId: string): Promise<SubjectRow[]> =>
  tables(em)
    .selectFrom('subject')
    .select(['kind', 'key', 'data'])
    .where('fund_id', '=', fundId)
    .orderBy('kind')
    .orderBy('key')
    .execute()

const readBalances = async (em: Statements, fundId: string): Promise<BalanceRow[]> => {
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
  em: Statements,
  fundId: string,
  { through, accounts, entries = {} }: PostingFilter,
): Promise<PostingRow[]> => {
  const limits = [
    ['book_on', '<=', through],
    ['seq', '>', entries.after],
    ['seq', '<=', entries.through],
  ] as const
  const set = limits.filter(([, , limit]) => limit !== undefined)
  const within = (db: Kysely<Tables>, whose: string, values: readonly (string | number)[]) =>
    set.reduce(
      (query, [column, sign], i) => query.where(column, sign, values[i] as never),
      db.selectFrom('posting').selectAll().where('fund_id', '=', whose),
    )
  const values = set.map(([, , limit]) => limit!)
  if (accounts === undefined) {
    const all = within(tables(em), fundId, values).orderBy('seq').orderBy('line')
    return (await all.execute()).map(toPostingRow)
  }
  const found = await eachOf(em, [...new Set<string>(accounts)], {
    name: `posting ${set.map((limit) => limit.slice(0, 2).join(' ')).join(',')}`,
    shared: [fundId, ...values],
    // Without a first day too SQLite would go through the whole fund, and not by the account.
    of: (db, account, [whose, ...others]) =>
      within(db, whose!, others)
        .where('account', '=', account as AccountId)
        .where('book_on', '>=', ''),
  })
  return found.map(toPostingRow).toSorted((a, b) => a.seq - b.seq || a.line - b.line)
}

const readFlags = async (
  em: Statements,
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

const postingsBetween = statement((db, value) =>
  db
    .selectFrom('posting')
    .selectAll()
    .where('fund_id', '=', value(0))
    .where('seq', '>', value(1))
    .where('seq', '<=', value(2))
    .orderBy('seq')
    .orderBy('line'),
)
const subjectsSince = statement((db, value) =>
  db
    .selectFrom('subject')
    .select(['kind', 'key', 'data'])
    .where('fund_id', '=', value(0))
    .where('seq', '>', value(1))
    .orderBy('kind')
    .orderBy('key'),
)

const readChanges = async (
  em: Statements,
  fundId: string,
  { after, through }: Required<Stretch>,
): Promise<ViewChanges> => {
  const postings = await postingsBetween(tables(em), [fundId, after, through])
  const subjects = await subjectsSince(tables(em), [fundId, after])
  const flags = await readFlags(em, fundId, { after, through })
  return { postings: postings.map(toPostingRow), flags, subjects }
}

/** The lowest number that a subject of the fund bears: what is made anew bears one below all entries. */
const lowest = (db: Kysely<Tables>, fundId: string) =>
  db
    .selectFrom('subject')
    .select('subject.seq as lowest')
    .where('subject.fund_id', '=', fundId)
    .orderBy('subject.seq')
    .limit(atMost(1))

/** Views without a single subject are an edition too. */
const editionOf = (number: number | null): number => (number === null ? 1 : Math.min(number, 0))

const headBy = statement((db, value) =>
  db
    .selectFrom('entry')
    .select(['seq', 'hash'])
    .select(lowest(db, value(0)).as('lowest'))
    .where('fund_id', '=', value(0))
    .orderBy('entry.seq', 'desc')
    .limit(atMost(1)),
)

const readHead = async (em: Statements, fundId: string): Promise<ViewsHead | undefined> => {
  const [last] = await headBy(tables(em), [fundId])
  return last && { seq: last.seq, hash: last.hash, edition: editionOf(last.lowest) }
}

const replaceViews = async (
  em: Statements,
  fundId: string,
  changes: ViewChanges,
): Promise<void> => {
  const before = await lowest(tables(em), fundId).executeTakeFirst()
  for (const name of viewTables) {
    await tables(em).deleteFrom(name).where('fund_id', '=', fundId).execute()
  }
  await writeViews(em, fundId, changes, Math.min(before?.lowest ?? 0, 0) - 1)
}

const subjectBy = statement((db, value) =>
  db
    .selectFrom('subject')
    .select(['kind', 'key', 'data'])
    .where('fund_id', '=', value(0))
    .where('kind', '=', value(1))
    .where('key', '=', value(2)),
)

export const fundViews = ({ read, transaction }: Runs): FundViews => ({
  subjects: (fundId) => read(fundId, (em) => readSubjects(em, fundId)),
  subject: (fundId, kind, key) =>
    read(fundId, async (em) => (await subjectBy(tables(em), [fundId, kind, key]))[0]),
  balances: (fundId) => read(fundId, (em) => readBalances(em, fundId)),
  postings: (fundId, filter) => read(fundId, (em) => readPostings(em, fundId, filter)),
  flags: (fundId, of) => read(fundId, (em) => readFlags(em, fundId, of)),
  viewsHead: (fundId) => read(fundId, (em) => readHead(em, fundId)),
  changesSince: (fundId, after, through) =>
    read(fundId, (em) => readChanges(em, fundId, { after, through })),
  viewFundIds: () => read(allIds, viewFundIds),
  replace: (fundId, changes) => transaction(fundId, (em) => replaceViews(em, fundId, changes)),
})
