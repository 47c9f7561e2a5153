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

const readMax = 5000
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

/** Whether a text is the one that its JSON has. */
export const isCanonical = (data: string): boolean => {
  try {
    return canonicalJson(JSON.parse(data) as Json) === data
  } catch {
    return false
  }
}

/** The field that was altered where it can be told; `row` where only the whole row's hash tells. */
const alteredField = (row: JournalRow, next: JournalRow | undefined, expected: string): string => {
  if (next?.prevHash === expected) return 'hash'
  return shapes.find(([, isSound]) => !isSound(row))?.[0] ?? 'row'
}

/** Order, links and hashes of a journal's rows. */
export const checkChain = (rows: readonly JournalRow[], hash: Hasher, found: Found): void => {
  for (const [i, row] of rows.entries()) {
    const before = rows[i - 1]
    if (row.seq !== (before?.seq ?? 0) + 1) found(row, 'seq', 'sequence')
    if (row.prevHash !== (before?.hash ?? '')) found(row, 'prev_hash', 'chain')
    if (before && row.recordedAt < before.recordedAt) found(row, 'recorded_at', 'sequence')
    const expected = hash(canonicalEntry(row))
    if (row.hash !== expected) found(row, alteredField(row, rows[i + 1], expected), 'hash')
    else if (!isCanonical(row.data)) found(row, 'data', 'canonical')
  }
}

/** Every row of a journal, in order. */
export const allRows = async (journal: Journal, fundId: string): Promise<JournalRow[]> => {
  const rows: JournalRow[] = []
  for (;;) {
    const more = await journal.read(fundId, rows.at(-1)?.seq ?? 0, readMax)
    rows.push(...more)
    if (more.length < readMax) return rows
  }
}

/** View rows as key, content and the entry they came from. */
export type Rows = readonly (readonly [string, Json, number | null])[]

/** The view rows that are not what a refold gives, by what they are. */
export const differing = (
  expected: Rows,
  stored: Rows,
): { field: string; seq: number | null }[] => {
  const left = new Map(stored.map(([key, row, seq]) => [key, { text: canonicalJson(row), seq }]))
  const wrong = expected.filter(([key, row]) => {
    const isSame = left.get(key)?.text === canonicalJson(row)
    left.delete(key)
    return !isSame
  })
  const missing = wrong.map(([key, , seq]) => ({ field: key.split(' ')[0]!, seq }))
  return [...missing, ...[...left].map(([key, { seq }]) => ({ field: key.split(' ')[0]!, seq }))]
}
