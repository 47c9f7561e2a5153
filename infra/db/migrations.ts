import { Migration } from '@mikro-orm/migrations'

const wholeNumber = (column: string): string =>
  `check (typeof(${column}) = 'integer' and ${column} between -9007199254740991 and 9007199254740991)`

/**
 * The journal is append-only by the database's own word: no row changes, none disappears, and the next
 * one has the next number. Whole numbers are whole and exact, because SQLite would take anything.
 */
const journal = [
  `create table entry (
    fund_id text not null,
    seq integer not null ${wholeNumber('seq')},
    id text not null,
    type text not null,
    v integer not null ${wholeNumber('v')},
    effective_on text not null,
    recorded_at text not null,
    recorded_by text not null,
    device text not null,
    command_hash text not null,
    reverses text null,
    data text not null check (json_valid(data)),
    prev_hash text not null,
    hash text not null,
    primary key (fund_id, seq)
  ) without rowid`,
  'create unique index entry_fund_id_id_unique on entry (fund_id, id)',
  ...['update', 'delete'].map(
    (act) => `create trigger entry_no_${act} before ${act} on entry
        begin select raise(abort, 'the journal is append-only'); end`,
  ),
  `create trigger entry_in_order before insert on entry
    when new.seq <> (select coalesce(max(seq), 0) + 1 from entry where fund_id = new.fund_id)
    begin select raise(abort, 'the journal has no gaps'); end`,
  // "insert or replace" would remove the row that has the id, and no trigger on delete would see it.
  `create trigger entry_id_once before insert on entry
    when exists (select 1 from entry where fund_id = new.fund_id and id = new.id)
    begin select raise(abort, 'the journal has this id already'); end`,
]

const views = [
  `create table posting (
    fund_id text not null,
    seq integer not null ${wholeNumber('seq')},
    line integer not null ${wholeNumber('line')},
    entry_type text not null,
    effective_on text not null,
    account text not null,
    currency text not null,
    book_on text not null,
    amount integer not null ${wholeNumber('amount')},
    primary key (fund_id, seq, line)
  ) without rowid`,
  'create index posting_fund_id_account_book_on_index on posting (fund_id, account, book_on)',
  `create table balance (
    fund_id text not null,
    account text not null,
    currency text not null,
    book_on text not null,
    closing integer not null check (closing in (0, 1)),
    amount integer not null ${wholeNumber('amount')},
    primary key (fund_id, account, currency, book_on, closing)
  ) without rowid`,
  `create table flag (
    fund_id text not null,
    seq integer not null ${wholeNumber('seq')},
    flag text not null,
    entry_type text not null,
    effective_on text not null,
    subject text not null,
    primary key (fund_id, seq, flag)
  ) without rowid`,
  `create table subject (
    fund_id text not null,
    kind text not null,
    key text not null,
    data text not null,
    primary key (fund_id, kind, key)
  ) without rowid`,
  `create table note (
    fund_id text not null,
    subject text not null,
    text text not null,
    primary key (fund_id, subject)
  ) without rowid`,
]

class TheJournalAndItsViews extends Migration {
  override up(): void {
    for (const statement of [...journal, ...views]) this.addSql(statement)
  }
}

/** Every change to the schema, in order, for ever: one list for all hosts. */
export const migrations = [{ name: '0001-the-journal-and-its-views', class: TheJournalAndItsViews }]
