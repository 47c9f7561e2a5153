import { Migration } from '@mikro-orm/migrations'
import { sql } from 'kysely'
import { shown, reading, stored } from '#infra/db/bytes.ts'
import { bytesInSql } from '#infra/db/digits.ts'
import { funds, networks } from '#infra/db/journal.ts'
import type { Kind, News, Total } from '#infra/db/overview.ts'
import { type Statements, tables } from '#infra/db/tables.ts'

/** A fund's or a network's journal, and one of its entries that the overview has not been told of. */
type Waiting = { readonly kind: Kind; readonly owner: string; readonly seq: number }

const outboxTrigger = (table: string, owner: string, kind: Kind): string =>
  `create trigger ${table}_told after insert on ${table}
    begin insert into outbox values ('${kind}', new.${owner}, new.seq); end`

const statements: readonly string[] = [
  `create table outbox (
    kind text not null,
    owner text not null,
    seq integer not null,
    primary key (kind, owner, seq)
  ) without rowid`,
  outboxTrigger('entry', 'fund_id', 'fund'),
  outboxTrigger('network_entry', 'network_id', 'network'),
]

/**
 * The last migration of a Durable Object, which has a database of its own and tells the overview of what
 * it holds. A trigger writes the line, so that no entry is ever appended without it.
 */
export const outboxMigration = {
  name: 'durable-0001-outbox',
  class: class extends Migration {
    override up(): void {
      for (const statement of statements) this.addSql(statement)
    }
  },
}

/** What waits is known by whose it is, and that is kept as bytes where the journals keep it so. */
export const outboxInBytes = {
  name: 'durable-0002-outbox-in-bytes',
  class: class extends Migration {
    override up(): void {
      this.addSql(`update outbox set owner = ${bytesInSql('owner')}`)
    }
  },
}

const atOnce = 500

const outboxOf = (em: Statements) => em.getKysely<{ readonly outbox: Waiting }>()

/** The first entry of each journal that waits, and where that journal ends. */
export const waitingJournals = async (em: Statements) => {
  const found = await outboxOf(em)
    .selectFrom('outbox')
    .select(['kind', shown(tables(em), 'owner').as('owner')])
    .select(({ fn }) => [fn.min('seq').as('first'), fn.max('seq').as('last')])
    .groupBy(['kind', 'outbox.owner'])
    .execute()
  return found.map((row) => ({ ...row, owner: reading(tables(em))(row.owner) }))
}

export type WaitingJournal = Awaited<ReturnType<typeof waitingJournals>>[number]

export const clearWaiting = async (
  em: Statements,
  { kind, owner }: WaitingJournal,
  through: number,
): Promise<void> => {
  await outboxOf(em)
    .deleteFrom('outbox')
    .where('kind', '=', kind)
    .where('owner', '=', stored(tables(em), owner))
    .where('seq', '<=', through)
    .execute()
}

const totalsOf = async (
  em: Statements,
  { owner, after, through }: { owner: string; after: number; through: number },
): Promise<Total[]> => {
  const found = await tables(em)
    .selectFrom('posting')
    .innerJoin('account', (join) =>
      join
        .onRef('account.fund_id', '=', 'posting.fund_id')
        .onRef('account.number', '=', 'posting.account'),
    )
    .select(['account.account', 'account.currency'])
    .select(sql<number>`sum(amount)`.as('amount'))
    .where('posting.fund_id', '=', stored(tables(em), owner))
    .where('posting.seq', '>', after)
    .where('posting.seq', '<=', through)
    .groupBy(['account.account', 'account.currency'])
    .execute()
  return found
}

/** What the overview is told of the entries after one of them, at most 500 at a time. */
export const newsOf = async (
  em: Statements,
  { kind, owner }: WaitingJournal,
  after: number,
): Promise<News | undefined> => {
  const place = kind === 'fund' ? funds : networks
  const last = await tables(em)
    .selectFrom(place.table)
    .select(['seq', shown(tables(em), 'hash').as('hash'), 'recorded_at'])
    .where(place.owner, '=', stored(tables(em), owner))
    .where('seq', '>', after)
    .where('seq', '<=', after + atOnce)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return undefined
  const { seq: through, recorded_at: recordedAt } = last
  const hash = reading(tables(em))(last.hash)
  const totals = kind === 'fund' ? await totalsOf(em, { owner, after, through }) : []
  return { kind, id: owner, after, through, hash, recordedAt, totals }
}
