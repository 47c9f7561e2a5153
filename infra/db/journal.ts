import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { sql } from 'kysely'
import { type JournalRow, canonicalEntry } from '#domain/ledger/entry.ts'
import type { Hasher } from '#domain/ports.ts'
import { keepsBytes, shown, reading, stored } from '#infra/db/bytes.ts'
import { idAndHashes, shownInSql } from '#infra/db/digits.ts'
import { entryOf } from '#infra/db/rows.ts'
import { type EntryTable, foundOf, tables, toColumns, writeRows } from '#infra/db/tables.ts'

/** Where a kind of journal stands, and the column that says whose a row is. */
export type Place = { readonly table: 'entry'; readonly owner: 'fund_id' }

export const funds: Place = { table: 'entry', owner: 'fund_id' }
/** The table of the networks differs in these two names only, so that the statements are the same. */
export const networks = { table: 'network_entry', owner: 'network_id' } as unknown as Place

/** What is kept as bytes where that is done, beside whose the row is. */
const inBytes = ['id', 'command_hash', 'prev_hash', 'hash'] as const
const others = 'seq, type, v, effective_on, recorded_at, recorded_by, device, reverses, data'
const kept = {
  bytes: {
    columns: sql.raw(`${others}, ${shownInSql(...inBytes)} as id`),
    of: (row: EntryTable) => idAndHashes(row.id),
  },
  texts: {
    columns: sql.raw(`${others}, ${inBytes.join(', ')}`),
    of: (row: EntryTable) => inBytes.map((column) => row[column]),
  },
}
const keptIn = (em: EntityManager) => (keepsBytes(em) ? kept.bytes : kept.texts)

/** The rows of somebody's journal, to be asked on; in SQL, because no statement is put together more often. */
const rowsIn = (em: EntityManager, { table, owner }: Place, id: string) =>
  sql<EntryTable>`select ${keptIn(em).columns} from ${sql.table(table)}
    where ${sql.ref(owner)} = ${stored(em, id)}`

export const readRows = async (
  em: EntityManager,
  place: Place,
  of: { readonly id: string; readonly after: number; readonly limit: number },
): Promise<JournalRow[]> => {
  const query = sql<EntryTable>`${rowsIn(em, place, of.id)} and seq > ${of.after}
    order by seq limit ${of.limit}`
  const { rows } = await query.execute(tables(em))
  const { of: bytesOf } = keptIn(em)
  return rows.map((row) => entryOf(of.id, row, bytesOf(row)))
}

const headSeq = async (em: EntityManager, { table, owner }: Place, id: string): Promise<number> => {
  const head = await tables(em)
    .selectFrom(table)
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where(owner, '=', stored(em, id))
    .executeTakeFirst()
  return head?.seq ?? 0
}

/** The last entry of a journal. */
export const lastIn = async (em: EntityManager, { table, owner }: Place, id: string) => {
  const last = await tables(em)
    .selectFrom(table)
    .select(['seq', shown(em, 'hash').as('hash')])
    .where(owner, '=', stored(em, id))
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last && { seq: last.seq, hash: reading(em)(last.hash) }
}

export const readIds = async (em: EntityManager, { table, owner }: Place): Promise<string[]> => {
  const owners = tables(em).selectFrom(table).select(owner).distinct().as('owners')
  const rows = await tables(em).selectFrom(owners).select(shown(em, owner).as('id')).execute()
  return rows.map((row) => reading(em)(row.id)).toSorted()
}

export const findRows = async (
  em: EntityManager,
  place: Place,
  of: { readonly id: string; readonly ids: readonly string[] },
): Promise<JournalRow[]> => {
  const rows = await foundOf(em, [...new Set(of.ids)], {
    of: (id) => sql<EntryTable>`${rowsIn(em, place, of.id)} and id = ${stored(em, id)}`,
    bound: 2,
  })
  const { of: bytesOf } = keptIn(em)
  const found = rows.map((row) => entryOf(of.id, row, bytesOf(row)))
  return found.toSorted((a, b) => a.seq - b.seq)
}

/** False, with nothing written, when somebody else has the first number or one of the ids. */
export const appendRows = async (
  em: EntityManager,
  place: Place,
  { id, rows }: { readonly id: string; readonly rows: readonly JournalRow[] },
): Promise<boolean> => {
  if (rows[0]?.seq !== (await headSeq(em, place, id)) + 1) return false
  const ids = rows.map((row) => row.id)
  if ((await findRows(em, place, { id, ids })).length > 0) return false
  const named = rows.map((row) => {
    const { fund_id, ...columns } = toColumns(row)
    const bytes = Object.fromEntries(
      inBytes.map((column) => [column, stored(em, columns[column])] as const),
    )
    return { [place.owner]: stored(em, fund_id), ...columns, ...bytes } as typeof columns & {
      fund_id: string
    }
  })
  await writeRows(em, place.table, named)
  return true
}

const tailLength = 50

/** The last rows of every journal must hold together before a reopened store serves anybody. */
export const verifyTails = async (em: EntityManager, hash: Hasher): Promise<void> => {
  for (const place of [funds, networks]) {
    for (const id of await readIds(em, place)) {
      const after = Math.max((await headSeq(em, place, id)) - tailLength, 0)
      const rows = await readRows(em, place, { id, after, limit: tailLength })
      for (const [i, row] of rows.entries()) {
        const isLinked = i === 0 || row.prevHash === rows[i - 1]!.hash
        if (!isLinked || hash(canonicalEntry(row)) !== row.hash)
          throw new Error('the tail of a journal does not hold')
      }
    }
  }
}
