import { bytesInSql } from '#infra/db/digits.ts'

/** What the databases say differently. The tables themselves are written once, in `ddl.ts`. */
export type Dialect = {
  readonly text: string
  readonly integer: string
  /** A column that holds whole numbers, exactly. */
  readonly whole: (column: string) => string
  readonly isJson: (column: string) => string
  /** How the definition of a table ends. */
  readonly end: string
  readonly appendOnly: (table: string, words: string) => readonly string[]
  /** The next row of an owner's journal has the next number. */
  readonly inOrder: (table: string, owner: string) => readonly string[]
  /** A row cannot be replaced by another one with its key. */
  readonly once: (table: string, key: readonly string[], words: string) => readonly string[]
  /** Before any table is made. */
  readonly opening: readonly string[]
  /** Shows the service the rows of one owner at a time, and lets it do no more than the table needs. */
  readonly closed: (table: string, owner: string, may: May) => readonly string[]
  /** An id or a hash as it is kept in a column that is given as text. */
  readonly bytes: (column: string) => string
  /** Statements of a layout that this database alone has. */
  readonly ownLayout: (statements: readonly string[]) => readonly string[]
  /** Shows a network those rows of its own funds. */
  readonly toNetwork: (table: string, which: string) => readonly string[]
  /** Shows these columns to whoever lists whose rows there are. */
  readonly toLister: (table: string, columns: readonly string[]) => readonly string[]
  /** A column may hold other words than before. */
  readonly checkedAnew: (asked: CheckedAnew) => readonly string[]
}

type CheckedAnew = {
  readonly table: string
  readonly column: string
  readonly check: string
  readonly columns: string
  /** The table as it is made where a check cannot be changed, and what belongs to it. */
  readonly made: (name: string, check: string) => string
  readonly kept: readonly string[]
}

type May = 'append' | 'change' | 'replace'

const exactMax = '9007199254740991'

const onSqlite = (table: string, event: string, condition: string, words: string): string =>
  `create trigger ${table}_${event}${condition}
    begin select raise(abort, '${words}'); end`

/** SQLite takes any value in any column unless a check says no, and "insert or replace" removes rows past triggers. */
export const sqliteDialect: Dialect = {
  text: 'text',
  integer: 'integer',
  whole: (column) =>
    `integer not null check (typeof(${column}) = 'integer' and ${column} between -${exactMax} and ${exactMax})`,
  isJson: (column) => `json_valid(${column})`,
  end: ' without rowid',
  appendOnly: (table, words) =>
    ['update', 'delete'].map((act) =>
      onSqlite(table, `no_${act} before ${act} on ${table}`, '', words),
    ),
  inOrder: (table, owner) => [
    onSqlite(
      table,
      `in_order before insert on ${table}`,
      ` when new.seq <> (select coalesce(max(seq), 0) + 1 from ${table} where ${owner} = new.${owner})`,
      'the journal has no gaps',
    ),
    ...sqliteDialect
      .once(table, [owner, 'id'], 'the journal has this id already')
      .map((sql) => sql.replace(`${table}_once`, `${table}_id_once`)),
  ],
  once: (table, key, words) => [
    onSqlite(
      table,
      `once before insert on ${table}`,
      ` when exists (select 1 from ${table} where ${key.map((one) => `${one} = new.${one}`).join(' and ')})`,
      words,
    ),
  ],
  opening: [],
  closed: () => [],
  bytes: bytesInSql,
  ownLayout: (statements) => statements,
  toNetwork: () => [],
  toLister: () => [],
  // A check is part of the table here: its rows move into another one, which takes its name.
  checkedAnew: ({ table, check, columns, made, kept }) => [
    made(`${table}_anew`, check),
    `insert into ${table}_anew (${columns}) select ${columns} from ${table}`,
    `drop table ${table}`,
    `alter table ${table}_anew rename to ${table}`,
    ...kept,
  ],
}

/** The role that the service works as, which sees one owner's rows; and the one that sees whose rows there are. */
export const postgresRoles = { app: 'village_app', lister: 'village_lister' } as const

/** Made where it is missing. Roles belong to the whole server: another database may be making it now. */
const roleOnce = (role: string): string =>
  `do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then
      create role ${role} nologin nosuperuser nobypassrls;
    end if;
    exception when duplicate_object or unique_violation then null; end $$`

/** Whoever migrates may work as the role, which an administrator may have granted already. */
const grantOnce = (role: string): string =>
  `do $$ begin
    grant ${role} to current_user;
    exception when insufficient_privilege then
      if not pg_has_role(current_user, '${role}', 'member') then raise; end if;
    end $$`

const grants: Readonly<Record<May, string>> = {
  append: 'select, insert',
  change: 'select, insert, update',
  replace: 'select, insert, update, delete',
}

const { app, lister } = postgresRoles

/** Text is compared by its bytes, so that an order is the same on every host. */
export const postgresDialect: Dialect = {
  text: 'text collate "C"',
  integer: 'bigint',
  whole: (column) => `bigint not null check (${column} between -${exactMax} and ${exactMax})`,
  isJson: (column) => `${column}::json is not null`,
  end: '',
  appendOnly: (table, words) => [
    `create function ${table}_is_append_only() returns trigger language plpgsql as
      $$ begin raise exception '${words}' using errcode = '23514'; end $$`,
    `create trigger ${table}_no_change before update or delete on ${table}
      for each row execute function ${table}_is_append_only()`,
    `create trigger ${table}_no_truncate before truncate on ${table}
      for each statement execute function ${table}_is_append_only()`,
  ],
  // The table that fired it, by its full name: a search path or a temporary table must not mislead it.
  inOrder: (table, owner) => [
    `create function ${table}_is_in_order() returns trigger language plpgsql as
      $$ declare next bigint; begin
        execute format('select coalesce(max(seq), 0) + 1 from %I.%I where ${owner} = $1',
          tg_table_schema, tg_table_name) into next using new.${owner};
        if new.seq <> next then
          raise exception 'the journal has no gaps' using errcode = '23514';
        end if;
        return new;
      end $$`,
    `create trigger ${table}_in_order before insert on ${table}
      for each row execute function ${table}_is_in_order()`,
  ],
  // A key is a key here: nothing replaces a row but an update, which the triggers see.
  once: () => [],
  opening: [
    ...Object.values(postgresRoles).map(roleOnce),
    // Others are granted the two by the administrator of the database.
    ...Object.values(postgresRoles).map(grantOnce),
    `do $$ begin execute format('grant usage on schema %I to ${app}, ${lister}', current_schema()); end $$`,
    // The service sees whether its schema is up to date.
    `grant select on mikro_orm_migrations to ${app}`,
  ],
  closed: (table, owner, may) => [
    `alter table ${table} enable row level security`,
    `create policy ${table}_of_one on ${table} to ${app}
      using (${owner} = current_setting('village.scope', true))
      with check (${owner} = current_setting('village.scope', true))`,
    `create policy ${table}_whose on ${table} for select to ${lister} using (true)`,
    `grant ${grants[may]} on ${table} to ${app}`,
    `grant select (${owner}) on ${table} to ${lister}`,
  ],
  bytes: (column) => column,
  ownLayout: () => [],
  toNetwork: (table, which) => [
    `create policy ${table}_to_network on ${table} for select to ${app}
      using (${which} and exists (select 1 from network_subject
        where network_subject.network_id = current_setting('village.scope', true)
          and network_subject.kind = 'fund' and network_subject.key = ${table}.fund_id))`,
  ],
  toLister: (table, columns) => [`grant select (${columns.join(', ')}) on ${table} to ${lister}`],
  checkedAnew: ({ table, column, check }) => [
    `alter table ${table} drop constraint ${table}_${column}_check`,
    `alter table ${table} add constraint ${table}_${column}_check check (${check})`,
  ],
}
