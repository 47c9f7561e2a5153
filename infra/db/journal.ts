import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { type JournalRow, canonicalEntry } from '#domain/ledger/entry.ts'
import type { Hasher } from '#domain/ports.ts'
import { entryOf } from '#infra/db/rows.ts'
import { type Known, registerAt, registersOf } from '#infra/db/register.ts'
import { askAll, tables, toColumns, unionsOf, writeRows } from '#infra/db/tables.ts'

/** Where a kind of journal stands, and the column that says whose a row is. */
export type Place = { readonly table: 'entry'; readonly owner: 'fund_id' }

export const funds: Place = { table: 'entry', owner: 'fund_id' }
/** The table of the networks differs in these two names only, so that the statements are the same. */
export const networks = { table: 'network_entry', owner: 'network_id' } as unknown as Place

export const readRows = async (
  em: EntityManager,
  { table, owner }: Place,
  of: { readonly id: string; readonly after: number; readonly limit: number },
): Promise<JournalRow[]> => {
  const rows = await tables(em)
    .selectFrom(table)
    .selectAll()
    .where(owner, '=', of.id)
    .where('seq', '>', of.after)
    .orderBy('seq')
    .limit(of.limit)
    .execute()
  return rows.map((row) => entryOf(owner, row))
}

const headQuery = (em: EntityManager, { table, owner }: Place, id: string) =>
  tables(em)
    .selectFrom(table)
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where(owner, '=', id)

const headSeq = async (em: EntityManager, place: Place, id: string): Promise<number> =>
  (await headQuery(em, place, id).executeTakeFirst())?.seq ?? 0

export const readIds = async (em: EntityManager, { table, owner }: Place): Promise<string[]> => {
  const rows = await tables(em).selectFrom(table).select(owner).distinct().orderBy(owner).execute()
  return rows.map((row) => row[owner])
}

const idQueries = (
  em: EntityManager,
  { table, owner }: Place,
  id: string,
  ids: readonly string[],
) =>
  unionsOf(em, [...new Set(ids)], {
    of: (one) =>
      tables(em).selectFrom(table).selectAll().where(owner, '=', id).where('id', '=', one),
    bound: 2,
  })

export const findRows = async (
  em: EntityManager,
  place: Place,
  of: { readonly id: string; readonly ids: readonly string[] },
): Promise<JournalRow[]> => {
  const found: JournalRow[] = []
  for (const query of idQueries(em, place, of.id, of.ids))
    found.push(...(await query.execute()).map((row) => entryOf(place.owner, row)))
  return found.toSorted((a, b) => a.seq - b.seq)
}

/**
 * Appends rows, and gives what the register says of the journal and of the log; nothing, and nothing is written, when
 * somebody else has the first number or one of the ids.
 */
export const appendRows = async (
  em: EntityManager,
  place: Place,
  { id, rows }: { readonly id: string; readonly rows: readonly JournalRow[] },
): Promise<Known | undefined> => {
  const [seqs, registers, ...taken] = await askAll(
    em,
    headQuery(em, place, id),
    registersOf(em, id, [place.table, 'activity']),
    ...idQueries(
      em,
      place,
      id,
      rows.map((row) => row.id),
    ),
  )
  if (rows[0]?.seq !== (seqs[0]?.seq ?? 0) + 1 || taken.flat().length > 0) return undefined
  const named = rows.map((row) => {
    const { fund_id, ...columns } = toColumns(row)
    return { [place.owner]: fund_id, ...columns } as typeof columns & { fund_id: string }
  })
  await writeRows(em, place.table, named)
  // The first entry of a book begins its counts, which are asked for when they are there.
  if (rows[0].seq === 1) return (kind) => registerAt(em, id, kind)
  return async (kind) => registers.find((one) => one.kind === kind)
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
