import type { Marked } from '#domain/access/marks.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import {
  type FundViews,
  type Hasher,
  type Journal,
  type Signer,
  StorageUnavailable,
  type ViewChanges,
} from '#domain/ports.ts'
import { type Entry, type Village, emptyVillage, evolve } from '#domain/village.ts'
import {
  type Audit,
  type AuditProblem,
  type Found,
  type Rows,
  allRows,
  checkChain,
  differing,
} from '#src/app/proof/audit-chain.ts'
import { auditMarks } from '#src/app/proof/mark-audit.ts'
import { type AuditedNetworks, auditNetwork } from '#src/app/proof/network-audit.ts'
import { opened } from '#src/app/rows.ts'
import { brokenBy } from '#src/app/refold.ts'
import { viewChanges } from '#src/app/views.ts'
import { auditWitnessed } from '#src/app/proof/witness-audit.ts'

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
      for (const check of brokenBy(village, entry)) found(row, 'data', check)
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

/** View rows as key, content and the entry they came from. */
const keyed = (changes: ViewChanges): Rows => [
  ...changes.postings.map(
    (row) => [`posting ${row.seq} ${row.line}`, { ...row }, row.seq] as const,
  ),
  ...changes.flags.map((row) => [`flag ${row.seq} ${row.flag}`, { ...row }, row.seq] as const),
  ...changes.subjects.map((row) => [`${row.kind} ${row.key}`, { ...row }, null] as const),
]

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

const problemsMax = 1000

type AuditedStore = Journal &
  FundViews &
  Partial<AuditedNetworks> &
  Partial<Pick<Marked, 'markFaults'>>

const auditFund = async (
  store: AuditedStore,
  fundId: string,
  { hash, found }: { hash: Hasher; found: Found },
): Promise<number> => {
  const rows = await allRows(store, fundId)
  checkChain(rows, hash, found)
  const { village, entries } = refold(rows, found)
  const expected = viewsOf(village, entries)
  if (expected) await checkReadableViews(store, fundId, { expected, rows, found })
  else found(undefined, 'journal', 'readable')
  return rows.length
}

/**
 * Whether the books are what they were when they were written: chain, hashes, sums, references, closed
 * periods, and the views against a refold, of every fund and network, and what networks kept of their funds. It judges
 * integrity only, never how the fund was run. With `signer` it knows whether the service signed what was kept; with a key of
 * the store's own, whether this service wrote the rows of people and the log, and whether some of them are gone.
 */
export const auditAll = async (
  store: AuditedStore,
  hash: Hasher,
  signer?: Signer,
): Promise<Audit> => {
  const problems: AuditProblem[] = []
  let entries = 0
  const foundIn =
    (fundId: string): Found =>
    (row, field, check) => {
      if (problems.length < problemsMax)
        problems.push({ fundId, seq: row?.seq ?? null, id: row?.id ?? null, field, check })
    }
  const marked = store.markFaults && { markFaults: store.markFaults.bind(store) }
  for (const fundId of new Set([...(await store.fundIds()), ...(await store.viewFundIds())])) {
    entries += await auditFund(store, fundId, { hash, found: foundIn(fundId) })
    if (marked) await auditMarks(marked, fundId, foundIn(fundId))
  }
  const { networks, networkSubjects, potSubjects } = store
  for (const networkId of (await networks?.fundIds()) ?? []) {
    const watched = {
      networks: networks!,
      networkSubjects: networkSubjects!,
      potSubjects: potSubjects!,
    }
    entries += await auditNetwork(watched, networkId, { hash, found: foundIn(networkId) })
    const books = { read: store.read.bind(store), networks: networks! }
    await auditWitnessed(books, networkId, { foundIn, signer })
    if (marked) await auditMarks(marked, networkId, foundIn(networkId))
  }
  return { ok: problems.length === 0, entries, problems }
}
