import { type JournalRow, canonicalEntry } from '#domain/ledger/entry.ts'
import type { Hasher } from '#domain/ports.ts'
import { entryOf } from '#infra/db/rows.ts'
import { atMost, statements } from '#infra/db/statement.ts'
import { eachOf, writeRows } from '#infra/db/many-rows.ts'
import { type Statements, tables, toColumns } from '#infra/db/tables.ts'

/** Where a kind of journal stands, and the column that says whose a row is. */
export type Place = { readonly table: 'entry'; readonly owner: 'fund_id' }

export const funds: Place = { table: 'entry', owner: 'fund_id' }
/** The table of the networks differs in these two names only, so that the statements are the same. */
export const networks = { table: 'network_entry', owner: 'network_id' } as unknown as Place

const askAfter = statements()

export const readRows = async (
  em: Statements,
  { table, owner }: Place,
  of: { readonly id: string; readonly after: number; readonly limit: number },
): Promise<JournalRow[]> => {
  const db = tables(em)
  const rows = await askAfter(db, table, [of.id, of.after, of.limit], (value) =>
    db
      .selectFrom(table)
      .selectAll()
      .where(owner, '=', value(0))
      .where('seq', '>', value(1))
      .orderBy('seq')
      .limit(atMost(value(2))),
  )
  return rows.map((row) => entryOf(owner, row))
}

const askHead = statements()

const headSeq = async (em: Statements, { table, owner }: Place, id: string): Promise<number> => {
  const db = tables(em)
  const [head] = await askHead(db, table, [id], (value) =>
    db
      .selectFrom(table)
      .select(({ fn }) => fn.max('seq').as('seq'))
      .where(owner, '=', value(0)),
  )
  return head?.seq ?? 0
}

export const readIds = async (em: Statements, { table, owner }: Place): Promise<string[]> => {
  const rows = await tables(em).selectFrom(table).select(owner).distinct().orderBy(owner).execute()
  return rows.map((row) => row[owner])
}

export const findRows = async (
  em: Statements,
  { table, owner }: Place,
  of: { readonly id: string; readonly ids: readonly string[] },
): Promise<JournalRow[]> => {
  const rows = await eachOf(em, [...new Set(of.ids)], {
    name: table,
    shared: [of.id],
    of: (db, id, [whose]) =>
      db.selectFrom(table).selectAll().where(owner, '=', whose!).where('id', '=', id),
  })
  const found = rows.map((row) => entryOf(owner, row))
  return found.toSorted((a, b) => a.seq - b.seq)
}

/** False, with nothing written, when somebody else has the first number or one of the ids. */
export const appendRows = async (
  em: Statements,
  place: Place,
  { id, rows }: { readonly id: string; readonly rows: readonly JournalRow[] },
): Promise<boolean> => {
  if (rows[0]?.seq !== (await headSeq(em, place, id)) + 1) return false
  const ids = rows.map((row) => row.id)
  if ((await findRows(em, place, { id, ids })).length > 0) return false
  const named = rows.map((row) => {
    const { fund_id, ...columns } = toColumns(row)
    return { [place.owner]: fund_id, ...columns } as typeof columns & { fund_id: string }
  })
  await writeRows(em, place.table, named)
  return true
}

const tailLength = 50

/** The last rows of every journal must hold together before a reopened store serves anybody. */
export const verifyTails = async (em: Statements, hash: Hasher): Promise<void> => {
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
