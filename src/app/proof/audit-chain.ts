import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import { isLocalDate } from '#domain/kernel/dates.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { type JournalRow, canonicalEntry } from '#domain/ledger/entry.ts'
import type { Hasher, Journal } from '#domain/ports.ts'

export type AuditCheck =
  | 'readable'
  | 'sequence'
  | 'chain'
  | 'hash'
  | 'canonical'
  | 'sum-to-zero'
  | 'reference'
  | 'period'
  | 'view'
  /** Not what the network kept of it when a meeting closed. */
  | 'witness'
  /** A row, or an entry, that bears no mark of this service: another program wrote it, or into it. */
  | 'mark'
  /** Rows or entries that are no longer there, or are there as they were before. */
  | 'count'

/** One thing that does not hold: where it is, which field, and which check found it. */
export type AuditProblem = {
  readonly fundId: string
  readonly seq: number | null
  readonly id: string | null
  readonly field: string
  readonly check: AuditCheck
}

export type Audit = {
  readonly ok: boolean
  readonly entries: number
  readonly problems: readonly AuditProblem[]
}

const readMax = 1000
export type Found = (
  row: Pick<JournalRow, 'seq' | 'id'> | undefined,
  field: string,
  check: AuditCheck,
) => void

/** Columns whose content alone shows that it was altered, so that the problem can name them. */
const shapes: readonly (readonly [string, (row: JournalRow) => boolean])[] = [
  ['id', ({ id }) => isUuid(id)],
  ['type', ({ type }) => /^[A-Z][A-Za-z]+$/.test(type)],
  ['v', ({ v }) => Number.isSafeInteger(v) && v > 0],
  ['effective_on', ({ effectiveOn }) => isLocalDate(effectiveOn)],
  ['recorded_at', ({ recordedAt }) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(recordedAt)],
  ['command_hash', ({ commandHash }) => /^[0-9a-f]{64}$/.test(commandHash)],
  ['data', ({ data }) => isCanonical(data)],
  ['hash', ({ hash }) => /^[0-9a-f]{64}$/.test(hash)],
]

/** Whether each object's fields come in order, and each number is one that JSON holds exactly. */
const isInOrder = (value: Json | undefined): boolean => {
  if (typeof value === 'number') return Number.isSafeInteger(value)
  if (value === undefined || value === null || typeof value !== 'object') return true
  if (Array.isArray(value)) return value.every(isInOrder)
  const fields = value as { readonly [key: string]: Json | undefined }
  let before: string | undefined
  for (const key in fields) {
    if ((before !== undefined && before >= key) || !isInOrder(fields[key])) return false
    before = key
  }
  return true
}

/** Whether a text is the one that its JSON has. */
export const isCanonical = (data: string, parsed?: Json): boolean => {
  try {
    const value = parsed ?? (JSON.parse(data) as Json)
    // Nothing is put in order where all is; a key that is a number comes first in JavaScript and is looked at the longer way.
    if (isInOrder(value) && JSON.stringify(value) === data) return true
    return canonicalJson(value) === data
  } catch {
    return false
  }
}

/** The field that was altered where it can be told; `row` where only the whole row's hash tells. */
const alteredField = (row: JournalRow, next: JournalRow | undefined, expected: string): string => {
  if (next?.prevHash === expected) return 'hash'
  return shapes.find(([, isSound]) => !isSound(row))?.[0] ?? 'row'
}

/** Looks at rows one after the other, with their data where it was read already; at each, whether the one before it holds, since what follows may tell what was altered. */
export const chainCheck = (hash: Hasher, found: Found) => {
  let before: JournalRow | undefined
  let row: JournalRow | undefined
  let body: Json | undefined
  const look = (next: JournalRow | undefined): void => {
    if (!row) return
    if (row.seq !== (before?.seq ?? 0) + 1) found(row, 'seq', 'sequence')
    if (row.prevHash !== (before?.hash ?? '')) found(row, 'prev_hash', 'chain')
    if (before && row.recordedAt < before.recordedAt) found(row, 'recorded_at', 'sequence')
    const expected = hash(canonicalEntry(row))
    if (row.hash !== expected) found(row, alteredField(row, next, expected), 'hash')
    else if (!isCanonical(row.data, body)) found(row, 'data', 'canonical')
  }
  const take = (next: JournalRow, parsed?: Json): void => {
    look(next)
    before = row
    row = next
    body = parsed
  }
  return { take, end: () => look(undefined) }
}

/** Order, links and hashes of a journal's rows. */
export const checkChain = (rows: readonly JournalRow[], hash: Hasher, found: Found): void => {
  const { take, end } = chainCheck(hash, found)
  for (const row of rows) take(row)
  end()
}

/** The rows of a journal in order, a block after the other; the last one holds fewer than the others, perhaps none. */
export async function* blocksOf(
  journal: Pick<Journal, 'read'>,
  fundId: string,
  most = readMax,
): AsyncGenerator<{ readonly rows: readonly JournalRow[]; readonly isLast: boolean }> {
  let after = 0
  for (;;) {
    const rows = await journal.read(fundId, after, most)
    const isLast = rows.length < most
    yield { rows, isLast }
    if (isLast) return
    after = rows.at(-1)!.seq
  }
}

/** Every row of a journal, in order. */
export async function* eachRow(
  journal: Pick<Journal, 'read'>,
  fundId: string,
): AsyncGenerator<JournalRow> {
  for await (const { rows } of blocksOf(journal, fundId)) yield* rows
}

/** Every row of a journal that is known to be short. */
export const allRows = async (
  journal: Pick<Journal, 'read'>,
  fundId: string,
): Promise<JournalRow[]> => {
  const rows: JournalRow[] = []
  for await (const row of eachRow(journal, fundId)) rows.push(row)
  return rows
}

/** View rows as key, content and the entry they came from. */
export type Rows = readonly (readonly [string, Flat, number | null])[]

/** A row of a view: nothing in it has parts of its own. */
type Flat = { readonly [column: string]: Json | undefined }

/** Whether two rows say the same; throws where one says what no row can, of which nobody can tell. */
export const isSameRow = (one: Flat, other: Flat): boolean => {
  for (const value of Object.values(other))
    if (typeof value === 'number' && !Number.isSafeInteger(value))
      throw new Error('number is not a safe integer')
  for (const column in one) if (one[column] !== other[column]) return false
  for (const column in other) if (other[column] !== undefined && !(column in one)) return false
  return true
}

/** The view rows that are not what a refold gives, by what they are. */
export const differing = (
  expected: Rows,
  stored: Rows,
): { field: string; seq: number | null }[] => {
  const left = new Map(stored.map(([key, row, seq]) => [key, { row, seq }]))
  const wrong = expected.filter(([key, row]) => {
    const there = left.get(key)?.row
    left.delete(key)
    return there === undefined || !isSameRow(row, there)
  })
  const missing = wrong.map(([key, , seq]) => ({ field: key.split(' ')[0]!, seq }))
  return [...missing, ...[...left].map(([key, { seq }]) => ({ field: key.split(' ')[0]!, seq }))]
}
