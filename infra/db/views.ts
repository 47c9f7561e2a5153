import { type Kysely, sql } from 'kysely'
import type { BalanceRow, FlagRow, PostingRow, Stretch } from '#domain/ledger/rows.ts'
import type { FundViews, PostingFilter, SubjectRow, ViewChanges, ViewsHead } from '#domain/ports.ts'
import { type ValueAt, atMost, keptAnswers, statement, statements } from '#infra/db/statement.ts'
import { type AccountRow, numbersOf } from '#infra/db/accounts.ts'
import { reading, shown, stored } from '#infra/db/bytes.ts'
import { accountOf, toPostingRow, writePostings } from '#infra/db/rows.ts'
import { eachOf, putRows, writeRows } from '#infra/db/many-rows.ts'
import {
  type Statements,
  type Tables,
  type Runs,
  allIds,
  tables,
  toColumns,
} from '#infra/db/tables.ts'

/** The views of a fund, and by what their rows know whose they are. */
const viewTables = {
  posting: stored,
  balance: stored,
  account: stored,
  flag: (_: Kysely<Tables>, fundId: string) => fundId,
  subject: (_: Kysely<Tables>, fundId: string) => fundId,
} as const
const viewNames = Object.keys(viewTables) as (keyof typeof viewTables)[]

const viewFundIds = async (em: Statements): Promise<string[]> => {
  const ids = new Set<string>()
  const db = tables(em)
  for (const table of viewNames) {
    const owners = db.selectFrom(table).select('fund_id').distinct().as('owners')
    const isInBytes = viewTables[table] === stored
    const column = isInBytes ? shown(db, 'fund_id') : sql.ref<string>('fund_id')
    const rows = await db.selectFrom(owners).select(column.as('id')).execute()
    for (const { id } of rows) ids.add(isInBytes ? reading(db)(id) : String(id))
  }
  return [...ids].toSorted()
}

type Written = {
  readonly changes: ViewChanges
  readonly seq: number
  /** The rows of their accounts, where somebody has asked for them. */
  readonly accounts?: readonly AccountRow[]
}

/** Writes what entries through `seq` change. */
export const writeViews = async (
  em: Statements,
  fundId: string,
  { changes, seq, accounts }: Written,
): Promise<void> => {
  const flags = changes.flags.map((row) => ({ ...toColumns(row), fund_id: fundId }))
  await writePostings(em, fundId, changes.postings, accounts)
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

const inOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

const readBalances = async (em: Statements, fundId: string): Promise<BalanceRow[]> => {
  const fund = stored(tables(em), fundId)
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

/** Postings, each with its account. */
const postingsIn = (db: Kysely<Tables>) =>
  db
    .selectFrom('posting')
    .leftJoin('account', (join) =>
      join
        .onRef('account.fund_id', '=', 'posting.fund_id')
        .onRef('account.number', '=', 'posting.account'),
    )
    .select(['posting.seq', 'posting.line', 'posting.entry_type', 'posting.effective_on'])
    .select(['posting.account as number', 'account.account', 'account.currency'])
    .select(['posting.book_on', 'posting.amount'])

const readPostings = async (
  em: Statements,
  fundId: string,
  { through, accounts, entries = {} }: PostingFilter,
): Promise<PostingRow[]> => {
  const limits = [
    ['posting.book_on', '<=', through],
    ['posting.seq', '>', entries.after],
    ['posting.seq', '<=', entries.through],
  ] as const
  const set = limits.filter(([, , limit]) => limit !== undefined)
  const within = (db: Kysely<Tables>, whose: string, values: readonly (string | number)[]) =>
    set.reduce(
      (query, [column, sign], i) => query.where(column, sign, values[i] as never),
      postingsIn(db).where('posting.fund_id', '=', whose),
    )
  const values = set.map(([, , limit]) => limit!)
  const fund = stored(tables(em), fundId)
  if (accounts === undefined) {
    const all = within(tables(em), fund, values).orderBy('posting.seq').orderBy('posting.line')
    return (await all.execute()).map(toPostingRow)
  }
  const numbers = await numbersOf(em, fundId, accounts)
  const found = await eachOf(em, numbers, {
    name: `posting ${set.map((limit) => limit.slice(0, 2).join(' ')).join(',')}`,
    shared: [fund, ...values],
    // Without a first day too SQLite would go through the whole fund, and not by the account.
    of: (db, account, [whose, ...others]) =>
      within(db, whose!, others)
        .where('posting.account', '=', account)
        .where('posting.book_on', '>=', ''),
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
  postingsIn(db)
    .where('posting.fund_id', '=', value(0))
    .where('posting.seq', '>', value(1))
    .where('posting.seq', '<=', value(2))
    .orderBy('posting.seq')
    .orderBy('posting.line'),
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
  const postings = await postingsBetween(tables(em), [stored(tables(em), fundId), after, through])
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
    .select(['seq', shown(db, 'hash').as('hash')])
    .select(lowest(db, value(1)).as('lowest'))
    .where('fund_id', '=', value(0))
    .orderBy('entry.seq', 'desc')
    .limit(atMost(1)),
)

const readHead = async (em: Statements, fundId: string): Promise<ViewsHead | undefined> => {
  const [last] = await headBy(tables(em), [stored(tables(em), fundId), fundId])
  return (
    last && { seq: last.seq, hash: reading(tables(em))(last.hash), edition: editionOf(last.lowest) }
  )
}

const replaceViews = async (
  em: Statements,
  fundId: string,
  changes: ViewChanges,
): Promise<void> => {
  const before = await lowest(tables(em), fundId).executeTakeFirst()
  for (const name of viewNames) {
    const fund = viewTables[name](tables(em), fundId)
    await tables(em).deleteFrom(name).where('fund_id', '=', fund).execute()
  }
  await writeViews(em, fundId, { changes, seq: Math.min(before?.lowest ?? 0, 0) - 1 })
}

const subjectOf = (db: Kysely<Tables>, value: ValueAt) =>
  db
    .selectFrom('subject')
    .select(['kind', 'key', 'data'])
    .where('fund_id', '=', value(0))
    .where('kind', '=', value(1))
    .where('key', '=', value(2))

const subjectBy = statement(subjectOf)
const askSubjects = statements()

type Named = Parameters<FundViews['subjectsBy']>[1]

const readSubjectsBy = (em: Statements, fundId: string, of: Named): Promise<SubjectRow[]> => {
  const values = [fundId, ...of.flatMap(({ kind, key }) => [kind, key])]
  return askSubjects(tables(em), `${of.length}`, values, (value) => {
    const valueOf = (one: number) => (at: number) => value(at === 0 ? 0 : 2 * one + at)
    const [first, ...others] = of.map((_, one) => subjectOf(tables(em), valueOf(one) as ValueAt))
    return others.reduce((all, one) => all.unionAll(one), first!)
  })
}

/** What every look at a fund asks: what decides who somebody is to it, and how far its book has come. */
const keptViews = () => ({
  subjects: keptAnswers<readonly SubjectRow[]>(['subject']),
  head: keptAnswers<ViewsHead>(['entry', 'subject']),
})

export const fundViews = ({ read, transaction }: Runs, kept = keptViews()): FundViews => ({
  subjects: (fundId) => read(fundId, (em) => readSubjects(em, fundId)),
  subject: (fundId, kind, key) =>
    read(fundId, async (em) => (await subjectBy(tables(em), [fundId, kind, key]))[0]),
  subjectsBy: (fundId, of) =>
    read(fundId, async (em) => {
      const ask = () => readSubjectsBy(em, fundId, of)
      // Of a member alone: what was kept of a fund would tell a stranger, by the time it takes, that there is one.
      const isOfMember = of.some(({ kind }) => kind === 'member')
      if (!isOfMember) return ask()
      return (await kept.subjects(tables(em), JSON.stringify([fundId, of]), ask))!
    }),
  balances: (fundId) => read(fundId, (em) => readBalances(em, fundId)),
  postings: (fundId, filter) => read(fundId, (em) => readPostings(em, fundId, filter)),
  flags: (fundId, of) => read(fundId, (em) => readFlags(em, fundId, of)),
  viewsHead: (fundId) =>
    read(fundId, (em) => kept.head(tables(em), fundId, () => readHead(em, fundId))),
  changesSince: (fundId, after, through) =>
    read(fundId, (em) => readChanges(em, fundId, { after, through })),
  viewFundIds: () => read(allIds, viewFundIds),
  replace: (fundId, changes) => transaction(fundId, (em) => replaceViews(em, fundId, changes)),
})
