import { funds, lastIn, networks } from '#infra/db/journal.ts'
import type { Cells, MarkedTable } from '#infra/db/marked-tables.ts'
import { ownerOf } from '#infra/db/register.ts'
import { type Statements, tables } from '#infra/db/tables.ts'

/** Every row of a table that is somebody's. */
export const rowsOf = async (
  em: Statements,
  table: MarkedTable,
  scope: string,
): Promise<Cells[]> => {
  const query = tables(em)
    .selectFrom(table as 'device')
    .selectAll()
  const found = await query.where(ownerOf(table) as never, '=', scope as never).execute()
  return found as unknown as Cells[]
}

export const places = { entry: funds, network_entry: networks } as const
export type JournalKind = keyof typeof places
export const journalKinds = ['entry', 'network_entry'] as const satisfies readonly JournalKind[]

/** The last entry of a journal. */
export const headIn = (em: Statements, kind: JournalKind, scope: string) =>
  lastIn(em, places[kind], scope)
