import type { Dialect } from '#infra/db/dialects.ts'

const accounts = (d: Dialect): readonly string[] => [
  `create table account (
    fund_id ${d.text} not null,
    number ${d.whole('number')},
    account ${d.text} not null,
    currency ${d.text} not null,
    primary key (fund_id, number)
  )${d.end}`,
  'create unique index account_fund_id_account_currency_unique on account (fund_id, account, currency)',
  `insert into account select ${d.bytes('fund_id')},
    row_number() over (partition by fund_id order by account, currency), account, currency
    from (select fund_id, account, currency from posting
      union select fund_id, account, currency from balance) as named`,
  ...d.closed('account', 'fund_id', 'replace'),
]

/** Rows of a table move into the table that takes its place. */
const moved = (table: string, made: readonly string[], insert: string): readonly string[] => [
  `create table ${table}_before as select * from ${table}`,
  `drop table ${table}`,
  ...made,
  insert,
  `drop table ${table}_before`,
]

const joined = (d: Dialect, table: string): string =>
  `from ${table}_before as b join account as a
    on a.fund_id = ${d.bytes('b.fund_id')} and a.account = b.account and a.currency = b.currency`

/** An account by its number, and the day of the entry only where it is another than that of the posting. */
const postings = (d: Dialect): readonly string[] =>
  moved(
    'posting',
    [
      `create table posting (
        fund_id ${d.text} not null,
        seq ${d.whole('seq')},
        line ${d.whole('line')},
        entry_type ${d.text} not null,
        effective_on ${d.text} null,
        account ${d.whole('account')},
        book_on ${d.text} not null,
        amount ${d.whole('amount')},
        primary key (fund_id, seq, line)
      )${d.end}`,
      'create index posting_fund_id_account_book_on_index on posting (fund_id, account, book_on)',
      ...d.closed('posting', 'fund_id', 'replace'),
    ],
    `insert into posting select a.fund_id, b.seq, b.line, b.entry_type,
      nullif(b.effective_on, b.book_on), a.number, b.book_on, b.amount ${joined(d, 'posting')}
      order by b.fund_id, b.seq, b.line`,
  )

const balances = (d: Dialect): readonly string[] =>
  moved(
    'balance',
    [
      `create table balance (
        fund_id ${d.text} not null,
        account ${d.whole('account')},
        book_on ${d.text} not null,
        closing ${d.integer} not null check (closing in (0, 1)),
        amount ${d.whole('amount')},
        primary key (fund_id, account, book_on, closing)
      )${d.end}`,
      ...d.closed('balance', 'fund_id', 'replace'),
    ],
    `insert into balance select a.fund_id, a.number, b.book_on, b.closing, b.amount
      ${joined(d, 'balance')} order by b.fund_id, a.number, b.book_on, b.closing`,
  )

/** Subjects are long: where rows lie in the tree of their key, most of a page stays empty behind each. */
const subjects = (d: Dialect): readonly string[] =>
  moved(
    'subject',
    [
      `create table subject (
        fund_id ${d.text} not null,
        kind ${d.text} not null,
        key ${d.text} not null,
        data ${d.text} not null,
        seq ${d.whole('seq')} default 0,
        primary key (fund_id, kind, key)
      )`,
      'create index subject_fund_id_seq_index on subject (fund_id, seq)',
    ],
    'insert into subject select fund_id, kind, key, data, seq from subject_before',
  )

/** Ids and hashes of a journal, as bytes. What lets nobody change a row is away for this one change. */
const journal = (d: Dialect, table: string, owner: string): readonly string[] => {
  const [guard] = d.appendOnly(table, 'the journal is append-only')
  const columns = [owner, 'id', 'command_hash', 'prev_hash', 'hash']
  const set = columns.map((column) => `${column} = ${d.bytes(column)}`)
  // The same id as a text would be another key, and the entry there twice.
  const isText = columns.map((column) => `new.${column} is not ${d.bytes(`new.${column}`)}`)
  return [
    `drop trigger ${table}_no_update`,
    `update ${table} set ${set.join(', ')}`,
    guard!,
    `create trigger ${table}_in_bytes before insert on ${table} when ${isText.join(' or ')}
      begin select raise(abort, 'ids and hashes are kept as bytes'); end`,
  ]
}

/** Everything is said once, and in as few bytes as it has. */
export const whatIsSaidOnce = (d: Dialect): readonly string[] => [
  ...accounts(d),
  ...postings(d),
  ...balances(d),
  ...d.ownLayout([
    ...subjects(d),
    ...journal(d, 'entry', 'fund_id'),
    ...journal(d, 'network_entry', 'network_id'),
  ]),
]
