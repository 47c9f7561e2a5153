import { Migration } from '@mikro-orm/migrations'

const wholeNumber = (column: string): string =>
  `check (typeof(${column}) = 'integer' and ${column} between -9007199254740991 and 9007199254740991)`

const appendOnly = (table: string, words: string): readonly string[] =>
  ['update', 'delete'].map(
    (act) => `create trigger ${table}_no_${act} before ${act} on ${table}
        begin select raise(abort, '${words}'); end`,
  )

/**
 * A journal is append-only by the database's own word: no row changes, none disappears, and the next
 * one has the next number. Whole numbers are whole and exact, because SQLite would take anything.
 */
const journal = (table: string, owner: string): readonly string[] => [
  `create table ${table} (
    ${owner} text not null,
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
    primary key (${owner}, seq)
  ) without rowid`,
  `create unique index ${table}_${owner}_id_unique on ${table} (${owner}, id)`,
  ...appendOnly(table, 'the journal is append-only'),
  `create trigger ${table}_in_order before insert on ${table}
    when new.seq <> (select coalesce(max(seq), 0) + 1 from ${table} where ${owner} = new.${owner})
    begin select raise(abort, 'the journal has no gaps'); end`,
  // "insert or replace" would remove the row that has the id, and no trigger on delete would see it.
  `create trigger ${table}_id_once before insert on ${table}
    when exists (select 1 from ${table} where ${owner} = new.${owner} and id = new.id)
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

const networkViews = [
  `create table network_subject (
    network_id text not null,
    kind text not null,
    key text not null,
    data text not null,
    primary key (network_id, kind, key)
  ) without rowid`,
]

const people = [
  `create table user_account (
    network_id text not null,
    user_id text not null,
    login text not null,
    login_key text not null,
    secret text null,
    created_at text not null,
    disabled_at text null,
    primary key (network_id, user_id)
  ) without rowid`,
  'create unique index user_account_network_id_login_key_unique on user_account (network_id, login_key)',
  `create table membership (
    network_id text not null,
    user_id text not null,
    fund_id text not null,
    member_id text not null,
    primary key (network_id, user_id, fund_id)
  ) without rowid`,
  'create index membership_network_id_fund_id_index on membership (network_id, fund_id)',
  `create table device (
    network_id text not null,
    device_id text not null,
    token_hash text not null,
    label text not null,
    enrolled_at text not null,
    enrolled_by text not null,
    revoked_at text null,
    primary key (network_id, device_id)
  ) without rowid`,
  'create unique index device_network_id_token_hash_unique on device (network_id, token_hash)',
  `create table session (
    network_id text not null,
    session_id text not null,
    token_hash text not null,
    user_id text null,
    card_fund_id text null,
    card_member_id text null check ((card_member_id is null) = (card_fund_id is null)),
    device_id text not null,
    started_at text not null,
    seen_at text not null,
    ends_at text not null,
    stepped_up_at text null,
    ended_at text null,
    primary key (network_id, session_id)
  ) without rowid`,
  'create unique index session_network_id_token_hash_unique on session (network_id, token_hash)',
  'create index session_network_id_ended_at_started_at_index on session (network_id, ended_at, started_at)',
  `create table one_time_key (
    network_id text not null,
    key_hash text not null,
    purpose text not null,
    user_id text null,
    made_by text not null,
    ends_at text not null,
    used_at text null,
    primary key (network_id, key_hash)
  ) without rowid`,
  `create table card (
    fund_id text not null,
    card_id text not null,
    member_id text not null,
    token_hash text not null,
    secret text not null,
    issued_at text not null,
    revoked_at text null,
    primary key (fund_id, card_id)
  ) without rowid`,
  'create unique index card_fund_id_token_hash_unique on card (fund_id, token_hash)',
]

/** What was guessed and what was done. The log of the second lets nobody change or remove a line. */
const watch = [
  `create table budget (
    scope text not null,
    subject text not null,
    failures integer not null ${wholeNumber('failures')},
    since text not null,
    locked_until text null,
    primary key (scope, subject)
  ) without rowid`,
  `create table activity (
    scope text not null,
    activity_id text not null,
    at text not null,
    actor text not null,
    device text not null,
    action text not null,
    subject text not null,
    outcome text not null check (outcome in ('done', 'refused')),
    primary key (scope, activity_id)
  ) without rowid`,
  'create index activity_scope_subject_activity_id_index on activity (scope, subject, activity_id)',
  ...appendOnly('activity', 'the log is append-only'),
  `create trigger activity_once before insert on activity
    when exists (
      select 1 from activity where scope = new.scope and activity_id = new.activity_id
    )
    begin select raise(abort, 'the log has this line already'); end`,
]

class TheJournalAndItsViews extends Migration {
  override up(): void {
    for (const statement of [...journal('entry', 'fund_id'), ...views]) this.addSql(statement)
  }
}

class NetworksAndPeople extends Migration {
  override up(): void {
    const networks = journal('network_entry', 'network_id')
    for (const statement of [...networks, ...networkViews, ...people, ...watch])
      this.addSql(statement)
  }
}

/** Every change to the schema, in order, for ever: one list for all hosts. */
export const migrations = [
  { name: '0001-the-journal-and-its-views', class: TheJournalAndItsViews },
  { name: '0002-networks-and-people', class: NetworksAndPeople },
]
