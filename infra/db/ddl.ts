import { logKept } from '#infra/db/ddl-log.ts'
import type { Dialect } from '#infra/db/dialects.ts'

/**
 * A journal is append-only by the database's own word: no row changes, none disappears, and the next
 * one has the next number. Whole numbers are whole and exact, because SQLite would take anything.
 */
const journal = (d: Dialect, table: string, owner: string): readonly string[] => [
  `create table ${table} (
    ${owner} ${d.text} not null,
    seq ${d.whole('seq')},
    id ${d.text} not null,
    type ${d.text} not null,
    v ${d.whole('v')},
    effective_on ${d.text} not null,
    recorded_at ${d.text} not null,
    recorded_by ${d.text} not null,
    device ${d.text} not null,
    command_hash ${d.text} not null,
    reverses ${d.text} null,
    data ${d.text} not null check (${d.isJson('data')}),
    prev_hash ${d.text} not null,
    hash ${d.text} not null,
    primary key (${owner}, seq)
  )${d.end}`,
  `create unique index ${table}_${owner}_id_unique on ${table} (${owner}, id)`,
  ...d.appendOnly(table, 'the journal is append-only'),
  ...d.inOrder(table, owner),
]

const views = (d: Dialect): readonly string[] => [
  `create table posting (
    fund_id ${d.text} not null,
    seq ${d.whole('seq')},
    line ${d.whole('line')},
    entry_type ${d.text} not null,
    effective_on ${d.text} not null,
    account ${d.text} not null,
    currency ${d.text} not null,
    book_on ${d.text} not null,
    amount ${d.whole('amount')},
    primary key (fund_id, seq, line)
  )${d.end}`,
  'create index posting_fund_id_account_book_on_index on posting (fund_id, account, book_on)',
  `create table balance (
    fund_id ${d.text} not null,
    account ${d.text} not null,
    currency ${d.text} not null,
    book_on ${d.text} not null,
    closing ${d.integer} not null check (closing in (0, 1)),
    amount ${d.whole('amount')},
    primary key (fund_id, account, currency, book_on, closing)
  )${d.end}`,
]

const marks = (d: Dialect): readonly string[] => [
  `create table flag (
    fund_id ${d.text} not null,
    seq ${d.whole('seq')},
    flag ${d.text} not null,
    entry_type ${d.text} not null,
    effective_on ${d.text} not null,
    subject ${d.text} not null,
    primary key (fund_id, seq, flag)
  )${d.end}`,
  `create table subject (
    fund_id ${d.text} not null,
    kind ${d.text} not null,
    key ${d.text} not null,
    data ${d.text} not null,
    primary key (fund_id, kind, key)
  )${d.end}`,
  `create table note (
    fund_id ${d.text} not null,
    subject ${d.text} not null,
    text ${d.text} not null,
    primary key (fund_id, subject)
  )${d.end}`,
]

const networkViews = (d: Dialect): readonly string[] => [
  `create table network_subject (
    network_id ${d.text} not null,
    kind ${d.text} not null,
    key ${d.text} not null,
    data ${d.text} not null,
    primary key (network_id, kind, key)
  )${d.end}`,
]

const people = (d: Dialect): readonly string[] => [
  `create table user_account (
    network_id ${d.text} not null,
    user_id ${d.text} not null,
    login ${d.text} not null,
    login_key ${d.text} not null,
    secret ${d.text} null,
    created_at ${d.text} not null,
    disabled_at ${d.text} null,
    primary key (network_id, user_id)
  )${d.end}`,
  'create unique index user_account_network_id_login_key_unique on user_account (network_id, login_key)',
  `create table membership (
    network_id ${d.text} not null,
    user_id ${d.text} not null,
    fund_id ${d.text} not null,
    member_id ${d.text} not null,
    primary key (network_id, user_id, fund_id)
  )${d.end}`,
  'create index membership_network_id_fund_id_index on membership (network_id, fund_id)',
]

const signIn = (d: Dialect): readonly string[] => [
  `create table device (
    network_id ${d.text} not null,
    device_id ${d.text} not null,
    token_hash ${d.text} not null,
    label ${d.text} not null,
    enrolled_at ${d.text} not null,
    enrolled_by ${d.text} not null,
    revoked_at ${d.text} null,
    primary key (network_id, device_id)
  )${d.end}`,
  'create unique index device_network_id_token_hash_unique on device (network_id, token_hash)',
  `create table session (
    network_id ${d.text} not null,
    session_id ${d.text} not null,
    token_hash ${d.text} not null,
    user_id ${d.text} null,
    card_fund_id ${d.text} null,
    card_member_id ${d.text} null check ((card_member_id is null) = (card_fund_id is null)),
    device_id ${d.text} not null,
    started_at ${d.text} not null,
    seen_at ${d.text} not null,
    ends_at ${d.text} not null,
    stepped_up_at ${d.text} null,
    ended_at ${d.text} null,
    primary key (network_id, session_id)
  )${d.end}`,
  'create unique index session_network_id_token_hash_unique on session (network_id, token_hash)',
  'create index session_network_id_ended_at_started_at_index on session (network_id, ended_at, started_at)',
  `create table one_time_key (
    network_id ${d.text} not null,
    key_hash ${d.text} not null,
    purpose ${d.text} not null,
    user_id ${d.text} null,
    made_by ${d.text} not null,
    ends_at ${d.text} not null,
    used_at ${d.text} null,
    primary key (network_id, key_hash)
  )${d.end}`,
  `create table card (
    fund_id ${d.text} not null,
    card_id ${d.text} not null,
    member_id ${d.text} not null,
    token_hash ${d.text} not null,
    secret ${d.text} not null,
    issued_at ${d.text} not null,
    revoked_at ${d.text} null,
    primary key (fund_id, card_id)
  )${d.end}`,
  'create unique index card_fund_id_token_hash_unique on card (fund_id, token_hash)',
]

/** What was guessed and what was done. The log of the second lets nobody change or remove a line. */
const watch = (d: Dialect): readonly string[] => [
  `create table budget (
    scope ${d.text} not null,
    subject ${d.text} not null,
    failures ${d.whole('failures')},
    since ${d.text} not null,
    locked_until ${d.text} null,
    primary key (scope, subject)
  )${d.end}`,
  `create table activity (
    scope ${d.text} not null,
    activity_id ${d.text} not null,
    at ${d.text} not null,
    actor ${d.text} not null,
    device ${d.text} not null,
    action ${d.text} not null,
    subject ${d.text} not null,
    outcome ${d.text} not null check (outcome in ('done', 'refused')),
    primary key (scope, activity_id)
  )${d.end}`,
  ...logKept(d),
]

/** Who the members of a fund are. Rows that can disappear: erasing is what they are kept apart for. */
const particulars = (d: Dialect): readonly string[] => [
  `create table member_name (
    fund_id ${d.text} not null,
    member_id ${d.text} not null,
    khmer ${d.text} null,
    latin ${d.text} null,
    primary key (fund_id, member_id)
  )${d.end}`,
  `create table member_photo (
    fund_id ${d.text} not null,
    member_id ${d.text} not null,
    media_type ${d.text} not null,
    data ${d.text} not null,
    digest ${d.text} not null,
    primary key (fund_id, member_id)
  )${d.end}`,
  `create table nominee (
    fund_id ${d.text} not null,
    member_id ${d.text} not null,
    place ${d.whole('place')},
    name ${d.text} null,
    nominee_id ${d.text} null,
    share ${d.text} not null,
    primary key (fund_id, member_id, place)
  )${d.end}`,
  `create table kinship (
    fund_id ${d.text} not null,
    first_id ${d.text} not null,
    second_id ${d.text} not null,
    relation ${d.text} not null,
    declared_at ${d.text} not null,
    primary key (fund_id, first_id, second_id, relation)
  )${d.end}`,
]

const networks = (d: Dialect): readonly string[] => [
  ...journal(d, 'network_entry', 'network_id'),
  ...networkViews(d),
  ...people(d),
  ...signIn(d),
  ...watch(d),
]

/** The tables of a fund's books: its journal and what is read from it. */
export const booksOfFunds = (d: Dialect): readonly string[] => [
  ...d.opening,
  ...journal(d, 'entry', 'fund_id'),
  ...views(d),
  ...marks(d),
  ...d.closed('entry', 'fund_id', 'append'),
  ...['posting', 'balance', 'flag', 'subject'].flatMap((table) =>
    d.closed(table, 'fund_id', 'replace'),
  ),
  ...d.closed('note', 'fund_id', 'change'),
]

/** The tables of networks, of people and of what they did. */
export const networksAndPeople = (d: Dialect): readonly string[] => [
  ...networks(d),
  ...d.closed('network_entry', 'network_id', 'append'),
  ...d.closed('network_subject', 'network_id', 'replace'),
  ...['user_account', 'membership', 'device', 'session', 'one_time_key'].flatMap((table) =>
    d.closed(table, 'network_id', 'change'),
  ),
  ...d.closed('card', 'fund_id', 'change'),
  ...d.closed('budget', 'scope', 'change'),
  ...d.closed('activity', 'scope', 'append'),
]

/** The tables of who the members of funds are. */
export const whoMembersAre = (d: Dialect): readonly string[] => [
  ...particulars(d),
  ...['member_name', 'member_photo', 'nominee', 'kinship'].flatMap((table) =>
    d.closed(table, 'fund_id', 'replace'),
  ),
]

/** What grants are for, sealed; and keyed hashes of who has had one. Rows that can disappear. */
export const whatGrantsAreFor = (d: Dialect): readonly string[] => [
  `create table support_file (
    fund_id ${d.text} not null,
    code ${d.text} not null,
    sealed ${d.text} not null,
    primary key (fund_id, code)
  )${d.end}`,
  `create table support_claim (
    network_id ${d.text} not null,
    claim ${d.text} not null,
    holder ${d.text} not null,
    until_on ${d.text} not null,
    primary key (network_id, claim)
  )${d.end}`,
  ...d.closed('support_file', 'fund_id', 'replace'),
  ...d.closed('support_claim', 'network_id', 'replace'),
]

/** Which phones are linked and what is on its way to them: keyed hashes and sealed texts. Rows that can disappear. */
export const whichPhonesAreLinked = (d: Dialect): readonly string[] => [
  `create table message_row (
    network_id ${d.text} not null,
    kind ${d.text} not null,
    mark ${d.text} not null,
    fund_id ${d.text} not null,
    sealed ${d.text} not null,
    primary key (network_id, kind, mark)
  )${d.end}`,
  ...d.closed('message_row', 'network_id', 'replace'),
]
