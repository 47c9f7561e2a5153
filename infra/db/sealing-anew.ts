import type { Marks } from '#domain/access/marks.ts'
import type { AtRest } from '#domain/access/row-seal.ts'
import { ageOfRow, dropMarked, putMarked, withoutMark } from '#infra/db/marked.ts'
import { type Cells, type MarkedTable, keyOf, markedTables } from '#infra/db/marked-tables.ts'
import { lyingAs } from '#infra/db/lying-as.ts'
import { ageOfRegister, keepRegister, nothing, ownerOf, registerAt } from '#infra/db/register.ts'
import { rowsOf } from '#infra/db/rows-of.ts'
import { bodyOf, openedCells, sealedCells, sealedTables } from '#infra/db/sealed-cells.ts'
import { type Statements, tables } from '#infra/db/tables.ts'

type Of = { readonly em: Statements; readonly marks: Marks; readonly scope: string }

type Looking = Omit<Of, 'marks'> & { readonly marks: Marks | undefined }

/** How the texts of one table lie, without what else is in its rows. */
const lyingIn = async (
  { em, marks, scope }: Looking,
  table: MarkedTable,
): Promise<readonly (keyof AtRest)[]> => {
  const found = await tables(em)
    .selectFrom(table as 'note')
    .select(bodyOf(table) as 'text')
    .where(ownerOf(table) as never, '=', scope as never)
    .execute()
  return found.map((row) => lyingAs(marks, (row as unknown as Cells)[bodyOf(table)]))
}

/** How the texts of a fund or network lie. */
export const countAtRest = async (of: Looking): Promise<AtRest> => {
  const count = { open: 0, now: 0, older: 0, shut: 0 }
  for (const table of sealedTables) for (const how of await lyingIn(of, table)) count[how] += 1
  return count
}

/** Seals the rows of one table by the key of now; what bears no mark of ours is left to whoever looks into it. */
const sealTable = async (of: Of, table: MarkedTable): Promise<number> => {
  const lying = await lyingIn(of, table)
  if (lying.every((how) => how === 'now')) return 0
  const { em, marks, scope } = of
  const anew = (await rowsOf(em, table, scope)).flatMap((row) => {
    const isAsItIs = ['now', 'shut'].includes(lyingAs(marks, row[bodyOf(table)]))
    if (isAsItIs || ageOfRow(marks, table, row) === undefined) return []
    const opened = openedCells(marks, table, withoutMark(row) as Cells)
    return opened ? [{ row, opened }] : []
  })
  for (const { row, opened } of anew) {
    // Under another key it is another hash that a row is found by.
    if (keyOf(table, sealedCells(marks, table, opened)) === keyOf(table, row)) continue
    const keys = markedTables[table].slice(1)
    const where = Object.fromEntries(keys.map((column) => [column, row[column]!]))
    await dropMarked(em, marks, { table, scope, where })
  }
  await putMarked(em, marks, table, anew.map(({ opened }) => opened) as never)
  return anew.length
}

const sealedKind = 'sealed'

/** Which key all texts of a fund or network were sealed by, as a digest of a register is written. */
const keyNow = ({ marks, scope }: Of): string => marks.seal.hashes(scope, sealedKind)[0]

/** Whether a book of ours stands there: one of before the marks is taken in first. */
const isBegun = async ({ em, scope }: Of): Promise<boolean> => {
  const found =
    (await registerAt(em, scope, 'entry')) ?? (await registerAt(em, scope, 'network_entry'))
  return found !== undefined
}

const isDone = async (of: Of): Promise<boolean> => {
  const kept = await registerAt(of.em, of.scope, sealedKind)
  return kept !== undefined && ageOfRegister(of.marks, kept) === 'now' && kept.digest === keyNow(of)
}

/** Seals what is of one fund or network; done once a key, and again where it is asked to be thorough. */
export const sealScopeAnew = async (of: Of, isThorough: boolean): Promise<number> => {
  const isKept = await isDone(of)
  if ((isKept && !isThorough) || !(await isBegun(of))) return 0
  let sealed = 0
  for (const table of sealedTables) sealed += await sealTable(of, table)
  if (isKept) return sealed
  const { em, marks, scope } = of
  const before = await registerAt(em, scope, sealedKind)
  const changes = (before?.changes ?? 0) + 1
  await keepRegister(em, marks, {
    ...nothing,
    scope,
    kind: sealedKind,
    changes,
    digest: keyNow(of),
  })
  return sealed
}
