import { Migration } from '@mikro-orm/migrations'
import { sql } from 'kysely'
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

const atOnce = 500

const outboxOf = (em: Statements) => em.getKysely<{ readonly outbox: Waiting }>()

/** The first entry of each journal that waits, and where that journal ends. */
export const waitingJournals = (em: Statements) =>
  outboxOf(em)
    .selectFrom('outbox')
    .select(['kind', 'owner'])
    .select(({ fn }) => [fn.min('seq').as('first'), fn.max('seq').as('last')])
    .groupBy(['kind', 'owner'])
    .execute()

export type WaitingJournal = Awaited<ReturnType<typeof waitingJournals>>[number]

export const clearWaiting = async (
  em: Statements,
  { kind, owner }: WaitingJournal,
  through: number,
): Promise<void> => {
  await outboxOf(em)
    .deleteFrom('outbox')
    .where('kind', '=', kind)
    .where('owner', '=', owner)
    .where('seq', '<=', through)
    .execute()
}

const totalsOf = async (
  em: Statements,
  { owner, after, through }: { owner: string; after: number; through: number },
): Promise<Total[]> => {
  const found = await tables(em)
    .selectFrom('posting')
    .select(['account', 'currency'])
    .select(sql<number>`sum(amount)`.as('amount'))
    .where('fund_id', '=', owner)
    .where('seq', '>', after)
    .where('seq', '<=', through)
    .groupBy(['account', 'currency'])
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
    .select(['seq', 'hash', 'recorded_at'])
    .where(place.owner, '=', owner)
    .where('seq', '>', after)
    .where('seq', '<=', after + atOnce)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return undefined
  const { seq: through, hash, recorded_at: recordedAt } = last
  const totals = kind === 'fund' ? await totalsOf(em, { owner, after, through }) : []
  return { kind, id: owner, after, through, hash, recordedAt, totals }
}
