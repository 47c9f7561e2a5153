import { type Kysely, sql } from 'kysely'
import { type JournalRow, canonicalEntry } from '#domain/ledger/entry.ts'
import { type Hasher, StorageUnavailable } from '#domain/ports.ts'
import { keepsBytes, reading, shown, stored } from '#infra/db/bytes.ts'
import { idAndHashes, shownInSql } from '#infra/db/digits.ts'
import { entryOf } from '#infra/db/rows.ts'
import { type Known, registerAt, registersBy } from '#infra/db/register.ts'
import {
  type Question,
  askAll,
  atMost,
  isNear,
  statement,
  statements,
} from '#infra/db/statement.ts'
import { foundBy, questionsOf, writeRows } from '#infra/db/many-rows.ts'
import {
  type EntryTable,
  type Statements,
  type Tables,
  tables,
  toColumns,
} from '#infra/db/tables.ts'

/** Where a kind of journal stands, and the column that says whose a row is. */
export type Place = { readonly table: 'entry'; readonly owner: 'fund_id' }

export const funds: Place = { table: 'entry', owner: 'fund_id' }
/** The table of the networks differs in these two names only, so that the statements are the same. */
export const networks = { table: 'network_entry', owner: 'network_id' } as unknown as Place

/** What is kept as bytes where that is done, beside whose the row is. */
const inBytes = ['id', 'command_hash', 'prev_hash', 'hash'] as const
const others = ['seq', 'type', 'v', 'effective_on', 'recorded_at'] as const
const more = ['recorded_by', 'device', 'reverses', 'data'] as const

type Row = Pick<EntryTable, (typeof others)[number] | (typeof more)[number] | 'id'> &
  Partial<EntryTable>

/** The rows of a table of journals; where ids and hashes are bytes, all of a row are shown in one text. */
const rowsIn = (db: Kysely<Tables>, { table }: Place) => {
  const query = db.selectFrom(table).select(others).select(more)
  return keepsBytes(db)
    ? query.select(sql.raw<string>(shownInSql(...inBytes)).as('id')).$castTo<Row>()
    : query.select(inBytes).$castTo<Row>()
}

const entriesOf = (db: Kysely<Tables>, fundId: string, rows: readonly Row[]): JournalRow[] => {
  const bytesOf = keepsBytes(db)
    ? (row: Row) => idAndHashes(row.id)
    : (row: Row) => inBytes.map((column) => row[column])
  return rows.map((row) => entryOf(fundId, row, bytesOf(row)))
}

const askAfter = statements()

export const readRows = async (
  em: Statements,
  place: Place,
  of: { readonly id: string; readonly after: number; readonly limit: number },
): Promise<JournalRow[]> => {
  const db = tables(em)
  const values = [stored(db, of.id), of.after, of.limit]
  const rows = await askAfter(db, place.table, values, (value) =>
    rowsIn(db, place)
      .where(place.owner, '=', value(0))
      .where('seq', '>', value(1))
      .orderBy('seq')
      .limit(atMost(value(2))),
  )
  return entriesOf(db, of.id, rows)
}

/** What is made for each kind of journal, once. */
const byPlace = <T>(make: (place: Place) => T): ((place: Place) => T) => {
  const made = new Map([funds, networks].map((place) => [place.table, make(place)]))
  return ({ table }) => made.get(table)!
}

const headBy = byPlace(({ table, owner }) =>
  statement((db, value) =>
    db
      .selectFrom(table)
      .select(({ fn }) => fn.max('seq').as('seq'))
      .where(owner, '=', value(0)),
  ),
)

const headSeq = async (em: Statements, place: Place, id: string): Promise<number> => {
  const [head] = await headBy(place)(tables(em), [stored(tables(em), id)])
  return head?.seq ?? 0
}

const lastBy = byPlace(({ table, owner }) =>
  statement((db, value) =>
    db
      .selectFrom(table)
      .select(['seq', shown(db, 'hash').as('hash')])
      .where(owner, '=', value(0))
      .orderBy('seq', 'desc')
      .limit(atMost(1)),
  ),
)

/** The question for the last entry of a journal, and what its answer says. */
export const lastOf = (db: Kysely<Tables>, place: Place, id: string) => ({
  of: lastBy(place),
  values: [stored(db, id)],
})
export const headOf = (
  db: Kysely<Tables>,
  [last]: readonly { readonly seq: number; readonly hash: string }[],
) => last && { seq: last.seq, hash: reading(db)(last.hash) }

/** The last entry of a journal. */
export const lastIn = async (em: Statements, place: Place, id: string) => {
  const { of, values } = lastOf(tables(em), place, id)
  return headOf(tables(em), await of(tables(em), values))
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
    select ${shown(tables(em), 'id')} as id from owners where id is not null
    ${atMost === undefined ? sql`` : sql`limit ${atMost}`}`.execute(tables(em))
  return rows.map(({ id }) => reading(tables(em))(id)).toSorted()
}

const idQuestions = (
  em: Statements,
  place: Place,
  of: { readonly id: string; readonly ids: readonly string[] },
) => {
  const db = tables(em)
  const ids = [...new Set(of.ids)].map((id) => stored(db, id))
  return questionsOf(em, ids, {
    name: place.table,
    shared: [stored(db, of.id)],
    of: (_, id, [whose]) => rowsIn(db, place).where(place.owner, '=', whose!).where('id', '=', id),
  })
}

export const findRows = async (
  em: Statements,
  place: Place,
  of: { readonly id: string; readonly ids: readonly string[] },
): Promise<JournalRow[]> => {
  const found = entriesOf(tables(em), of.id, await foundBy(em, idQuestions(em, place, of)))
  return found.toSorted((a, b) => a.seq - b.seq)
}

type Rows<Beside> = {
  readonly id: string
  readonly rows: readonly JournalRow[]
  readonly beside?: readonly Question<Beside>[]
}
type Appended<Beside> = {
  /** What the register says of the journal and of the log. */
  readonly known: Known
  /** What was asked beside that. */
  readonly beside: readonly Beside[]
}

/** One of the ids is in the journal, as the table itself has told: nothing of the transaction is kept. */
class IdIsThere extends Error {}

/** Whether a table of a journal has refused a row for its id. */
const isRefusedForId = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('the journal has this id already')

const writeNew = async (
  em: Statements,
  { table }: Place,
  rows: readonly EntryTable[],
): Promise<void> => {
  try {
    await writeRows(em, table, rows)
  } catch (error) {
    // An id that these rows have twice is a fault of whoever made them.
    const isOnce = new Set(rows.map(({ id }) => String(id))).size === rows.length
    throw isOnce && isRefusedForId(error) ? new IdIsThere() : error
  }
}

/** What a transaction comes to that appends: one that brings an id which is there is stale. */
export const orStale = async (appending: Promise<'appended' | 'stale'>) => {
  try {
    return await appending
  } catch (error) {
    if (error instanceof IdIsThere) return 'stale'
    throw error
  }
}

/**
 * Appends rows, and answers what else is asked by the same question; nothing, and nothing is written, when somebody else has
 * the first number or one of the ids. Where that costs no way to a server the table is left to tell of an id: it looks for each
 * anyhow, and then the transaction ends with an error that `orStale` understands.
 */
export const appendRows = async <Beside>(
  em: Statements,
  place: Place,
  { id, rows, beside = [] }: Rows<Beside>,
): Promise<Appended<Beside> | undefined> => {
  const db = tables(em)
  const ids = new Set(rows.map((row) => row.id))
  const questions = isNear(db) ? [] : idQuestions(em, place, { id, ids: [...ids] })
  const bound = beside.map(({ values }) => values.length)
  const [seqs, registers, ...found] = await askAll(
    db,
    { name: `append ${place.table} ${ids.size} ${bound.join(' ')}` },
    { of: headBy(place), values: [stored(db, id)] },
    { of: registersBy, values: [id, place.table, 'activity'] },
    ...questions,
    ...beside,
  )
  const taken = found.slice(0, questions.length)
  if (rows[0]?.seq !== (seqs[0]?.seq ?? 0) + 1 || taken.flat().length > 0) return undefined
  const named = rows.map((row) => {
    const { fund_id, ...columns } = toColumns(row)
    const bytes = Object.fromEntries(
      inBytes.map((column) => [column, stored(db, columns[column])] as const),
    )
    return { [place.owner]: stored(db, fund_id), ...columns, ...bytes } as typeof columns & {
      fund_id: string
    }
  })
  await writeNew(em, place, named)
  // The first entry of a book begins its counts, which are asked for when they are there.
  const isFirst = rows[0].seq === 1
  const known = isFirst
    ? (kind: string) => registerAt(em, id, kind)
    : async (kind: string) => registers.find((one) => one.kind === kind)
  return { known, beside: found.slice(questions.length).flat() as Beside[] }
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
