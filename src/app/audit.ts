import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import { isLocalDate } from '#domain/kernel/dates.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { type JournalRow, canonicalEntry } from '#domain/ledger/entry.ts'
import { unsound } from '#domain/ledger/posting.ts'
import {
  type FundViews,
  type Hasher,
  type Journal,
  StorageUnavailable,
  type ViewChanges,
} from '#domain/ports.ts'
import { type Entry, type Village, emptyVillage, evolve } from '#domain/village.ts'
import { opened } from '#src/app/record.ts'
import { viewChanges } from '#src/app/views.ts'

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
const problemsMax = 1000

type Found = (
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

const isCanonical = (data: string): boolean => {
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

const checkChain = (rows: readonly JournalRow[], hash: Hasher, found: Found): void => {
  for (const [i, row] of rows.entries()) {
    const before = rows[i - 1]
    if (row.seq !== (before?.seq ?? 0) + 1) found(row, 'seq', 'sequence')
    if (row.prevHash !== (before?.hash ?? '')) found(row, 'prev_hash', 'chain')
    const expected = hash(canonicalEntry(row))
    if (row.hash !== expected) found(row, alteredField(row, rows[i + 1], expected), 'hash')
    else if (!isCanonical(row.data)) found(row, 'data', 'canonical')
  }
}

/** What an entry names must have come before it. */
const isKnown = (village: Village, { body }: Entry): boolean => {
  if (body.type === 'FundFounded') return village.fund === undefined
  if (!village.fund) return false
  if (body.type === 'ReliefRecorded')
    return body.touched.every(({ loanId }) => village.loans.has(loanId))
  if (body.type === 'RepaymentRecorded' || body.type === 'LoanWrittenOff')
    return village.loans.has(body.loanId)
  if (body.type === 'MemberAdmitted') return !village.members.has(body.memberId)
  return !('memberId' in body) || village.members.has(body.memberId)
}

/** Refolds a journal as far as it can be read; the entries that it took in. */
const refold = (
  rows: readonly JournalRow[],
  found: Found,
): { village: Village; entries: Entry[] } => {
  const village = emptyVillage()
  const entries: Entry[] = []
  for (const row of rows) {
    try {
      const entry = opened(row)
      if (unsound(entry.body.postings) !== undefined) found(row, 'data', 'sum-to-zero')
      if (!isKnown(village, entry)) found(row, 'data', 'reference')
      const closed = village.fund?.closedThrough
      if (closed !== undefined && entry.body.postings.some(({ on }) => on <= closed))
        found(row, 'data', 'period')
      evolve(village, entry)
      entries.push(entry)
    } catch {
      found(row, 'data', 'readable')
    }
  }
  return { village, entries }
}

/** What the views should hold; undefined where an altered entry is too strange to tell. */
const viewsOf = (village: Village, entries: readonly Entry[]): ViewChanges | undefined => {
  try {
    return viewChanges(village, entries)
  } catch {
    return undefined
  }
}

type Rows = readonly (readonly [string, Json, number | null])[]

/** View rows as key, content and the entry they came from. */
const keyed = (changes: ViewChanges): Rows => [
  ...changes.postings.map(
    (row) => [`posting ${row.seq} ${row.line}`, { ...row }, row.seq] as const,
  ),
  ...changes.flags.map((row) => [`flag ${row.seq} ${row.flag}`, { ...row }, row.seq] as const),
  ...changes.subjects.map((row) => [`${row.kind} ${row.key}`, { ...row }, null] as const),
]

const differing = (expected: Rows, stored: Rows): { field: string; seq: number | null }[] => {
  const left = new Map(stored.map(([key, row, seq]) => [key, { text: canonicalJson(row), seq }]))
  const wrong = expected.filter(([key, row]) => {
    const isSame = left.get(key)?.text === canonicalJson(row)
    left.delete(key)
    return !isSame
  })
  const missing = wrong.map(([key, , seq]) => ({ field: key.split(' ')[0]!, seq }))
  return [...missing, ...[...left].map(([key, { seq }]) => ({ field: key.split(' ')[0]!, seq }))]
}

const balanceKey = (row: {
  account: string
  currency: string
  on: string
  isClosing: boolean
}): string => `${row.account} ${row.currency} ${row.on} ${row.isClosing}`

/** Balances must be the sums of the postings, day by day. */
const balancesDiffer = (
  changes: ViewChanges,
  stored: Awaited<ReturnType<FundViews['balances']>>,
): boolean => {
  const sums = new Map<string, number>()
  for (const { account, currency, on, amount, entryType } of changes.postings) {
    const key = balanceKey({ account, currency, on, isClosing: entryType === 'PeriodClosed' })
    sums.set(key, (sums.get(key) ?? 0) + amount)
  }
  return (
    sums.size !== stored.length || stored.some((row) => sums.get(balanceKey(row)) !== row.amount)
  )
}

const checkViews = async (
  views: FundViews,
  fundId: string,
  { expected, rows, found }: { expected: ViewChanges; rows: readonly JournalRow[]; found: Found },
) => {
  const postings = await views.postings(fundId, {})
  const stored = {
    postings,
    flags: await views.flags(fundId),
    subjects: await views.subjects(fundId),
  }
  for (const { field, seq } of differing(keyed(expected), keyed(stored))) {
    found(
      rows.find((row) => row.seq === seq) ?? (seq === null ? undefined : { seq, id: '' }),
      field,
      'view',
    )
  }
  if (balancesDiffer(expected, await views.balances(fundId))) found(undefined, 'balance', 'view')
}

/** Damage can make a view row that nothing can compare: that is a problem too, never the audit's end. */
const checkReadableViews = async (
  views: FundViews,
  fundId: string,
  what: Parameters<typeof checkViews>[2],
): Promise<void> => {
  try {
    await checkViews(views, fundId, what)
  } catch (error) {
    if (error instanceof StorageUnavailable) throw error
    what.found(undefined, 'views', 'readable')
  }
}

const allRows = async (journal: Journal, fundId: string): Promise<JournalRow[]> => {
  const rows: JournalRow[] = []
  for (;;) {
    const more = await journal.read(fundId, rows.at(-1)?.seq ?? 0, readMax)
    rows.push(...more)
    if (more.length < readMax) return rows
  }
}

/**
 * Whether the books are what they were when they were written: chain, hashes, sums, references, closed
 * periods, and the views against a refold. It judges integrity only, never how the fund was run.
 */
export const auditAll = async (store: Journal & FundViews, hash: Hasher): Promise<Audit> => {
  const problems: AuditProblem[] = []
  let entries = 0
  const fundIds = new Set([...(await store.fundIds()), ...(await store.viewFundIds())])
  for (const fundId of fundIds) {
    const found: Found = (row, field, check) => {
      if (problems.length < problemsMax)
        problems.push({ fundId, seq: row?.seq ?? null, id: row?.id ?? null, field, check })
    }
    const rows = await allRows(store, fundId)
    entries += rows.length
    checkChain(rows, hash, found)
    const { village, entries: folded } = refold(rows, found)
    const expected = viewsOf(village, folded)
    if (expected) await checkReadableViews(store, fundId, { expected, rows, found })
    else found(undefined, 'journal', 'readable')
  }
  return { ok: problems.length === 0, entries, problems }
}
