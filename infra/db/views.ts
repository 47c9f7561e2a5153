import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { sql } from 'kysely'
import type { BalanceRow, FlagRow, PostingRow, Stretch } from '#domain/ledger/rows.ts'
import type { FundViews, PostingFilter, SubjectRow, ViewChanges, ViewsHead } from '#domain/ports.ts'
import { numbersOf } from '#infra/db/accounts.ts'
import { shown, reading, stored } from '#infra/db/bytes.ts'
import { accountOf, toPostingRow, writePostings } from '#infra/db/rows.ts'
import {
  type Runs,
  allIds,
  eachOf,
  putRows,
  tables,
  toColumns,
  writeRows,
} from '#infra/db/tables.ts'

/** The views of a fund, and by what their rows know whose they are. */
const viewTables = {
  posting: stored,
  balance: stored,
  account: stored,
  flag: (_: EntityManager, fundId: string) => fundId,
  subject: (_: EntityManager, fundId: string) => fundId,
} as const
const viewNames = Object.keys(viewTables) as (keyof typeof viewTables)[]

const viewFundIds = async (em: EntityManager): Promise<string[]> => {
  const ids = new Set<string>()
  for (const table of viewNames) {
    const owners = tables(em).selectFrom(table).select('fund_id').distinct().as('owners')
    const isInBytes = viewTables[table] === stored
    const column = isInBytes ? shown(em, 'fund_id') : sql.ref<string>('fund_id')
    const rows = await tables(em).selectFrom(owners).select(column.as('id')).execute()
    for (const { id } of rows) ids.add(isInBytes ? reading(em)(id) : String(id))
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
  const flags = changes.flags.map((row) => ({ ...toColumns(row), fund_id: fundId }))
  await writePostings(em, fundId, changes.postings)
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

const inOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

const readBalances = async (em: EntityManager, fundId: string): Promise<BalanceRow[]> => {
  const fund = stored(em, fundId)
  const accounts = await tables(em)
    .selectFrom('account')
    .select(['number', 'account', 'currency'])
    .where('fund_id', '=', fund)
    .execute()
  const known = new Map(accounts.map((row) => [row.number, row]))
  // In the order of their key, which is that of days within each account.
  const found = await tables(em)
    .selectFrom('balance')
    .select(['account', 'book_on', 'closing', 'amount'])
    .where('fund_id', '=', fund)
    .orderBy('account')
    .orderBy('book_on')
    .orderBy('closing')
    .execute()
  return [...Map.groupBy(found, ({ account }) => account)]
    .map(([number, own]) => ({ of: accountOf(known.get(number), number), own }))
    .toSorted(
      ({ of: a }, { of: b }) => inOrder(a.account, b.account) || inOrder(a.currency, b.currency),
    )
    .flatMap(({ of, own }) =>
      own.map(({ book_on, closing, amount }) => {
        return { ...of, on: book_on, isClosing: closing === 1, amount }
      }),
    )
}

/** The postings of a fund, each with its account. */
const postingsOf = (em: EntityManager, fundId: string) =>
  tables(em)
    .selectFrom('posting')
    .leftJoin('account', (join) =>
      join
        .onRef('account.fund_id', '=', 'posting.fund_id')
        .onRef('account.number', '=', 'posting.account'),
    )
    .select(['posting.seq', 'posting.line', 'posting.entry_type', 'posting.effective_on'])
    .select(['posting.account as number', 'account.account', 'account.currency'])
    .select(['posting.book_on', 'posting.amount'])
    .where('posting.fund_id', '=', stored(em, fundId))

const readPostings = async (
  em: EntityManager,
  fundId: string,
  { through, accounts, entries = {} }: PostingFilter,
): Promise<PostingRow[]> => {
  const of = (account?: number) => {
    let query = postingsOf(em, fundId)
    if (through !== undefined) query = query.where('posting.book_on', '<=', through)
    if (entries.after !== undefined) query = query.where('posting.seq', '>', entries.after)
    if (entries.through !== undefined) query = query.where('posting.seq', '<=', entries.through)
    if (account === undefined) return query
    // Without a first day too SQLite would go through the whole fund, and not by the account.
    return query.where('posting.account', '=', account).where('posting.book_on', '>=', '')
  }
  if (accounts === undefined)
    return (await of().orderBy('posting.seq').orderBy('posting.line').execute()).map(toPostingRow)
  const numbers = await numbersOf(em, fundId, [...new Set(accounts)])
  const found = await eachOf(em, numbers, { of, bound: 5 })
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
  const postings = await postingsOf(em, fundId)
    .where('posting.seq', '>', after)
    .where('posting.seq', '<=', through)
    .orderBy('posting.seq')
    .orderBy('posting.line')
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
    .select(['seq', shown(em, 'hash').as('hash')])
    .select(lowest(em, fundId).as('lowest'))
    .where('fund_id', '=', stored(em, fundId))
    .orderBy('entry.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last && { seq: last.seq, hash: reading(em)(last.hash), edition: editionOf(last.lowest) }
}

const replaceViews = async (
  em: EntityManager,
  fundId: string,
  changes: ViewChanges,
): Promise<void> => {
  const before = await lowest(em, fundId).executeTakeFirst()
  for (const name of viewNames) {
    const fund = viewTables[name](em, fundId)
    await tables(em).deleteFrom(name).where('fund_id', '=', fund).execute()
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
  balances: (fundId) => read(fundId, (em) => readBalances(em, fundId)),
  postings: (fundId, filter) => read(fundId, (em) => readPostings(em, fundId, filter)),
  flags: (fundId, of) => read(fundId, (em) => readFlags(em, fundId, of)),
  viewsHead: (fundId) => read(fundId, (em) => readHead(em, fundId)),
  changesSince: (fundId, after, through) =>
    read(fundId, (em) => readChanges(em, fundId, { after, through })),
  viewFundIds: () => read(allIds, viewFundIds),
  replace: (fundId, changes) => transaction(fundId, (em) => replaceViews(em, fundId, changes)),
})
