import type { MarkFault, Marked, Marks, TableCount } from '#domain/access/marks.ts'
import { readRows } from '#infra/db/journal.ts'
import { countedLines } from '#infra/db/marked-lines.ts'
import { markScopeAnew } from '#infra/db/marking-anew.ts'
import { type KnownMarks, ageOfRow, toldKey } from '#infra/db/marked.ts'
import { type MarkedTable, markedNames } from '#infra/db/marked-tables.ts'
import { ageOfRegister, nothing, ownerOf, registerAt, sumOf } from '#infra/db/register.ts'
import { type JournalKind, headIn, journalKinds, places, rowsOf } from '#infra/db/rows-of.ts'
import { countAtRest, sealScopeAnew } from '#infra/db/sealing-anew.ts'
import { type Statements, type Runs, tables } from '#infra/db/tables.ts'

type Fault = Omit<MarkFault, 'scope'>

/** Whether a book of ours stands there, so that each of its tables must be counted. */
const isFounded = async (em: Statements, scope: string): Promise<boolean> => {
  const found = await tables(em)
    .selectFrom('register')
    .select('kind')
    .where('scope', '=', scope)
    .where('kind', 'in', ['entry', 'network_entry'])
    .executeTakeFirst()
  return found !== undefined
}

type Of = { readonly em: Statements; readonly marks: Marks; readonly scope: string }

/** A table against what was counted of it: a row that was added, altered, taken away or put back. */
const tableFaults = async ({ em, marks, scope }: Of, table: MarkedTable): Promise<Fault[]> => {
  const all = await rowsOf(em, table, scope)
  const { rows, foreign } =
    table === 'activity'
      ? await countedLines({ em, marks, scope }, all)
      : {
          rows: all.filter((row) => ageOfRow(marks, table, row) !== undefined),
          foreign: all.filter((row) => ageOfRow(marks, table, row) === undefined),
        }
  const whole = (fault: Fault['fault']): Fault => ({ kind: table, key: '', fault })
  const told = foreign.map((row): Fault => ({
    kind: table,
    key: toldKey(table, row),
    fault: 'not-ours',
  }))
  const count = await registerAt(em, scope, table)
  if (!count)
    return all.length > 0 || (await isFounded(em, scope)) ? [...told, whole('not-counted')] : told
  if (ageOfRegister(marks, count) === undefined) return [...told, whole('not-ours')]
  const come = rows.map(({ mark }) => String(mark))
  const isWhole =
    rows.length === count.rows && sumOf(nothing.digest, { gone: [], come }) === count.digest
  return isWhole ? told : [...told, whole('not-complete')]
}

/** A journal against where it ended when this program last wrote into it. */
const journalFaults = async ({ em, marks, scope }: Of, kind: JournalKind): Promise<Fault[]> => {
  const head = await headIn(em, kind, scope)
  const kept = await registerAt(em, scope, kind)
  const fault = (key: string, what: Fault['fault']): Fault[] => [{ kind, key, fault: what }]
  if (!kept) return head ? fault('', 'not-counted') : []
  if (ageOfRegister(marks, kept) === undefined) return fault('', 'not-ours')
  if ((head?.seq ?? 0) < kept.changes) return fault(`${kept.changes}`, 'not-complete')
  const [last] = await readRows(em, places[kind], { id: scope, after: kept.changes - 1, limit: 1 })
  if (kept.changes > 0 && last?.hash !== kept.digest) return fault(`${kept.changes}`, 'not-ours')
  return head && head.seq > kept.changes ? fault(`${kept.changes + 1}`, 'not-ours') : []
}

const faultsOf = async (of: Of): Promise<MarkFault[]> => {
  const found: Fault[] = []
  for (const kind of journalKinds) found.push(...(await journalFaults(of, kind)))
  for (const table of markedNames) {
    const isOfScope = await mayHold(of, table)
    if (isOfScope) found.push(...(await tableFaults(of, table)))
  }
  return found.map((one) => ({ scope: of.scope, ...one }))
}

/** A fund has no devices and a network no cards: nothing is missed there, and what is put there is no row of ours. */
const mayHold = async ({ em, scope }: Of, table: MarkedTable): Promise<boolean> => {
  const owner = ownerOf(table)
  if (owner === 'scope') return true
  const kind: JournalKind = owner === 'fund_id' ? 'entry' : 'network_entry'
  if ((await registerAt(em, scope, kind)) ?? (await headIn(em, kind, scope))) return true
  return (await rowsOf(em, table, scope)).length > 0
}

const countsOf = async (em: Statements, scope: string): Promise<TableCount[]> => {
  const query = tables(em).selectFrom('register').select(['scope', 'kind', 'changes', 'digest'])
  return query.where('scope', '=', scope).orderBy('kind').execute()
}

export const markedRows = ({
  read,
  transaction,
  marks,
}: Runs & { readonly marks: KnownMarks }): Marked => ({
  markFaults: async (scope) => (marks ? read(scope, (em) => faultsOf({ em, marks, scope })) : []),
  tableCounts: (scope) => read(scope, (em) => countsOf(em, scope)),
  markAnew: async (scope, { at, how }) =>
    marks
      ? transaction(scope, (em) => markScopeAnew({ em, marks, scope }, { at, how }))
      : { renewed: 0, takenIn: 0 },
  atRest: (scope) => read(scope, (em) => countAtRest({ em, marks, scope })),
  sealAnew: async (scope, { thorough = false } = {}) =>
    marks ? transaction(scope, (em) => sealScopeAnew({ em, marks, scope }, thorough)) : 0,
})
