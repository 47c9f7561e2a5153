import { postgresDialect } from '#infra/db/dialects.ts'
import { onClient, poolOf, postgresStatus } from '#infra/db/postgres.ts'
import { guardsIn, migrationNames, steps } from '#infra/db/steps.ts'

/** The settings of a server under which what was committed may be gone after a power cut. */
export const laxSettings = async (url: string, reachMs = 10_000): Promise<readonly string[]> => {
  const pool = poolOf(url, { max: 1, reachMs })
  try {
    const { rows } = await onClient(pool, (client) =>
      client.query<{ said: string }>(
        `select name || ' is off' as said from pg_settings
          where name in ('fsync', 'full_page_writes') and setting = 'off' order by name`,
      ),
    )
    return rows.map(({ said }) => said)
  } finally {
    await pool.end()
  }
}

type Made = { readonly name: string; readonly sql: string; readonly body: string }

/** What a trigger is made by, in one spelling: the server tells its events in an order of its own. */
const spelt = (sql: string): string =>
  sql
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/(?<= before )[a-z ]+(?= on )/, (events) =>
      events.split(' or ').toSorted().join(' or '),
    )

const words = (body: string): string => body.replaceAll(/\s+/g, ' ').trim()

/** What each function of a trigger does, as the last step that made it did. */
const bodies = (): ReadonlyMap<string, string> =>
  new Map(
    steps
      .flatMap((step) => step.statements(postgresDialect))
      .flatMap((sql) => {
        const [, name, body] =
          /^create function (\w+)\(\) returns trigger [^$]*\$\$([^]*)\$\$/.exec(sql) ?? []
        return name === undefined || body === undefined ? [] : [[name, words(body)] as const]
      }),
  )

/** Triggers that are on, each with the body of its function where that is of our language and set to nothing else. */
const madeSql = `select relname, tgname as name, pg_get_triggerdef(pg_trigger.oid, true) as sql,
    case when lanname = 'plpgsql' and proconfig is null then prosrc else '' end as body
  from pg_class left join pg_trigger on tgrelid = pg_class.oid and not tgisinternal and tgenabled in ('O', 'A')
    left join pg_proc on pg_proc.oid = tgfoid left join pg_language on pg_language.oid = prolang
  where relkind = 'r' and relnamespace = current_schema()::regnamespace`

/**
 * The guards of the journals and the log that are gone from a database, were turned off, or are there in name alone: whoever owns
 * the schema made them, or what they call, anew.
 */
export const missingGuardsPostgres = async (
  url: string,
  reachMs = 10_000,
): Promise<readonly string[]> => {
  const pool = poolOf(url, { max: 1, reachMs })
  try {
    const { rows } = await onClient(pool, (client) =>
      client.query<Made & { relname: string }>(madeSql),
    )
    const tables = new Set(rows.map(({ relname }) => relname))
    const there = new Map(rows.map((made) => [`${made.relname} ${made.name}`, made]))
    const does = bodies()
    return guardsIn(postgresDialect)
      .filter(({ name, table, sql }) => {
        if (!tables.has(table)) return false
        const made = there.get(`${table} ${name}`)
        const calls = /execute function (\w+)\(\)$/.exec(sql)?.[1] ?? ''
        return (
          made === undefined ||
          spelt(made.sql) !== spelt(sql) ||
          words(made.body) !== does.get(calls)
        )
      })
      .map(({ name }) => name)
  } finally {
    await pool.end()
  }
}

type Closed = {
  readonly tables: readonly string[]
  readonly policies: readonly string[]
  readonly grants: readonly (readonly [role: string, table: string, may: string])[]
}

/** What shows the service one owner's rows at a time, and lets it do no more: as the steps that are done have made it. */
const closedIn = (done: readonly string[]): Closed => {
  const statements = steps
    .filter(({ name }) => done.includes(name))
    .flatMap((step) => step.statements(postgresDialect))
  const named = (pattern: RegExp): string[] => [
    ...new Set(statements.flatMap((sql) => pattern.exec(sql)?.[1] ?? [])),
  ]
  return {
    tables: named(/^alter table (\w+) enable row level security/),
    policies: named(/^create policy (\w+)/),
    grants: statements.flatMap((sql) => {
      const [, may, table, role] = /^grant (.+) on (\w+) to (\w+)$/.exec(sql) ?? []
      if (may === undefined || table === undefined || role === undefined) return []
      // Columns of a grant stand in brackets, with commas of their own.
      return may.split(/, (?![^(]*\))/).map((one) => [role, table, one.split(' ')[0]!] as const)
    }),
  }
}

const missingGrantsSql = `select distinct role || ' on ' || tab as name
  from unnest($1::text[], $2::text[], $3::text[]) as asked (role, tab, may)
  where case when to_regrole(role) is null then true
    when to_regclass(tab) is null then false
    when may = 'delete' then not has_table_privilege(role, tab, may)
    else not has_any_column_privilege(role, tab, may) end
  order by 1`

/**
 * Policies and grants that a database has lost: a dump that is restored on a server without the two roles leaves all of them
 * behind. Without grants nothing can be read; without policies the service sees no row of any fund.
 */
export const missingClosuresPostgres = async (
  url: string,
  reachMs = 10_000,
): Promise<readonly string[]> => {
  // Where the roles are gone nobody sees what is done, and all of it is missed.
  const { done } = await postgresStatus(url, reachMs).catch(() => ({ done: migrationNames }))
  const { tables, policies, grants } = closedIn(done)
  const pool = poolOf(url, { max: 1, reachMs })
  try {
    return await onClient(pool, async (client) => {
      const names = async (sql: string, asked: readonly (readonly string[])[]) =>
        (await client.query<{ name: string }>(sql, [...asked])).rows.map(({ name }) => name)
      const lost = await names(
        `select name from unnest($1::text[]) as asked (name) where not exists
          (select from pg_policies where schemaname = current_schema() and policyname = name)`,
        [policies],
      )
      const open = await names(
        `select relname as name from pg_class where relnamespace = current_schema()::regnamespace
          and relname = any($1::text[]) and not relrowsecurity order by 1`,
        [tables],
      )
      const ungranted = await names(
        missingGrantsSql,
        ([0, 1, 2] as const).map((part) => grants.map((grant) => grant[part])),
      )
      return [
        ...lost.map((name) => `policy ${name}`),
        ...open.map((name) => `row security of ${name}`),
        ...ungranted.map((name) => `grant to ${name}`),
      ]
    })
  } finally {
    await pool.end()
  }
}

/** What is said where a database shows its rows to nobody, or to too many. */
export const closuresSaid = (first: string): string =>
  `policies or grants of the database are missing (${first} and perhaps more), as after a restore without the roles village_app and village_lister: restore it anew with the roles made first, as docs/hosts/postgresql.md says`
