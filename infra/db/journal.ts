import { sql } from 'kysely'
import { type JournalRow, canonicalEntry } from '#domain/ledger/entry.ts'
import { type Hasher, StorageUnavailable } from '#domain/ports.ts'
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

/**
 * Whose journals there are, in order. Each next owner is looked for by the key: to ask for all that are distinct would go
 * through every entry.
 */
export const readIds = async (
  em: Statements,
  { table, owner }: Place,
  atMost?: number,
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    with recursive owners(id) as (
      select min(${sql.ref(owner)}) from ${sql.table(table)}
      union all
      select (select min(e.${sql.ref(owner)}) from ${sql.table(table)} e where e.${sql.ref(owner)} > owners.id)
      from owners where owners.id is not null
    )
    select id from owners where id is not null
    ${atMost === undefined ? sql`` : sql`limit ${atMost}`}`.execute(tables(em))
  return rows.map(({ id }) => id)
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

/** Whether the last rows of a journal hold together; undefined where there is none of it. */
const doesTailHold = async (
  em: Statements,
  place: Place,
  { id, hash }: { readonly id: string; readonly hash: Hasher },
): Promise<boolean | undefined> => {
  const after = Math.max((await headSeq(em, place, id)) - tailLength, 0)
  const rows = await readRows(em, place, { id, after, limit: tailLength })
  if (rows.length === 0) return undefined
  return rows.every((row, i) => {
    const isLinked = i === 0 || row.prevHash === rows[i - 1]!.hash
    return isLinked && hash(canonicalEntry(row)) === row.hash
  })
}

/**
 * The last rows of a fund's and a network's journal must hold together before a reopened store serves anything of it. Throws
 * where they do not; otherwise says whether there is a journal under the id.
 */
export const verifyTail = async (em: Statements, id: string, hash: Hasher): Promise<boolean> => {
  const held: (boolean | undefined)[] = []
  for (const place of [funds, networks]) held.push(await doesTailHold(em, place, { id, hash }))
  if (held.includes(false))
    throw new StorageUnavailable('the tail of a journal does not hold: audit the book')
  return held.includes(true)
}

/** The same of every journal of a store. */
export const verifyTails = async (em: Statements, hash: Hasher): Promise<void> => {
  for (const place of [funds, networks])
    for (const id of await readIds(em, place)) await verifyTail(em, id, hash)
}
