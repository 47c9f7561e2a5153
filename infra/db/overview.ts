import type { DurableStorage } from '#infra/db/durable-object.ts'

export type Kind = 'fund' | 'network'

/** What was posted to an account, of all entries that a piece of news is about or of all that are known. */
export type Total = {
  readonly account: string
  readonly currency: string
  readonly amount: number
}

/** What a journal has taken in after one of its entries and through another. */
export type News = {
  readonly kind: Kind
  readonly id: string
  readonly after: number
  readonly through: number
  readonly hash: string
  readonly recordedAt: string
  readonly totals: readonly Total[]
}

export type Known = {
  readonly id: string
  readonly lastSeq: number
  readonly hash: string
  readonly recordedAt: string
  readonly totals: readonly Total[]
}

/**
 * Which funds and networks there are and how far each has come: told by their outboxes, a moment late,
 * and never asked for what a fund may do. It can be lost and is told everything again.
 */
type Overview = {
  /** Takes news in where they follow on what is known. Tells the last entry that is known then. */
  readonly hear: (news: News) => number
  readonly ids: (kind: Kind) => readonly string[]
  readonly known: (kind: Kind, id: string) => Known | undefined
}

const statements = [
  `create table if not exists journal (
    kind text not null,
    id text not null,
    last_seq integer not null,
    hash text not null,
    recorded_at text not null,
    primary key (kind, id)
  ) without rowid`,
  `create table if not exists total (
    kind text not null,
    id text not null,
    account text not null,
    currency text not null,
    amount integer not null check (typeof(amount) = 'integer'),
    primary key (kind, id, account, currency)
  ) without rowid`,
]

type SyncStorage = Pick<DurableStorage, 'sql'> & {
  readonly transactionSync: <T>(work: () => T) => T
}

type Sql = SyncStorage['sql']

const rowOf = (sql: Sql, kind: Kind, id: string) =>
  sql.exec('select * from journal where kind = ? and id = ?', kind, id).toArray()[0]

const take = (sql: Sql, { kind, id, through, hash, recordedAt, totals }: News): number => {
  sql.exec(
    'insert or replace into journal values (?, ?, ?, ?, ?)',
    kind,
    id,
    through,
    hash,
    recordedAt,
  )
  for (const { account, currency, amount } of totals)
    sql.exec(
      `insert into total values (?, ?, ?, ?, ?)
        on conflict do update set amount = amount + excluded.amount`,
      kind,
      id,
      account,
      currency,
      amount,
    )
  return through
}

const totalsOf = (sql: Sql, kind: Kind, id: string): Total[] =>
  sql
    .exec(
      `select account, currency, amount from total where kind = ? and id = ?
        order by account, currency`,
      kind,
      id,
    )
    .toArray() as Total[]

/** The overview in a Durable Object of its own. */
export const durableOverview = (storage: SyncStorage): Overview => {
  const { sql } = storage
  for (const statement of statements) sql.exec(statement)
  return {
    hear: (news) =>
      storage.transactionSync(() => {
        const last = Number(rowOf(sql, news.kind, news.id)?.['last_seq'] ?? 0)
        // Told before, or told too much at once: only what follows on what is known is counted.
        return news.after === last ? take(sql, news) : last
      }),
    ids: (kind) =>
      sql
        .exec('select id from journal where kind = ? order by id', kind)
        .toArray()
        .map(({ id }) => String(id)),
    known: (kind, id) => {
      const row = rowOf(sql, kind, id)
      return (
        row && {
          id,
          lastSeq: Number(row['last_seq']),
          hash: String(row['hash']),
          recordedAt: String(row['recorded_at']),
          totals: totalsOf(sql, kind, id),
        }
      )
    },
  }
}
