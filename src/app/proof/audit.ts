import type { Json } from '#domain/kernel/canonical.ts'
import type { Marked } from '#domain/access/marks.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Stretch } from '#domain/ledger/rows.ts'
import type { FundViews, Hasher, Journal, Signer } from '#domain/ports.ts'
import { type Entry, type Village, emptyVillage, evolve } from '#domain/village.ts'
import {
  type Audit,
  type AuditProblem,
  type Found,
  blocksOf,
  chainCheck,
} from '#src/app/proof/audit-chain.ts'
import { auditMarks } from '#src/app/proof/mark-audit.ts'
import { type AuditedNetworks, auditNetwork } from '#src/app/proof/network-audit.ts'
import { viewCheck } from '#src/app/proof/view-audit.ts'
import { auditWitnessed } from '#src/app/proof/witness-audit.ts'
import { openedWith } from '#src/app/rows.ts'
import { brokenBy } from '#src/app/refold.ts'

/** A row with its data, which is read once; none where it cannot be. */
type Read = { readonly row: JournalRow; readonly data: object | undefined }

const readRow = (row: JournalRow): Read => {
  try {
    return { row, data: (JSON.parse(row.data) as object | null) ?? undefined }
  } catch {
    return { row, data: undefined }
  }
}

/** Takes rows into a village as far as they can be read; the entries that it took in. */
const refold = (village: Village, rows: readonly Read[], found: Found): Entry[] => {
  const entries: Entry[] = []
  for (const { row, data } of rows) {
    try {
      if (data === undefined) throw new Error('the data cannot be read')
      const entry = openedWith(row, data)
      for (const check of brokenBy(village, entry)) found(row, 'data', check)
      evolve(village, entry)
      entries.push(entry)
    } catch {
      found(row, 'data', 'readable')
    }
  }
  return entries
}

/** The entry that an entry says it takes back. */
const reversedBy = ({ data }: Read): string =>
  String((data as { readonly reverses?: unknown } | undefined)?.reverses)

/**
 * Lets go what entries said once a block is over, which would be most of what a fold takes, and reads it again where an entry
 * of a later block takes one of them back: by its number, so that it is the row whose hash was looked at.
 */
const lettingGo = (store: Pick<Journal, 'read'>, fundId: string, { kept }: Village) => {
  const hold = async (rows: readonly Read[]): Promise<void> => {
    for (const id of rows.map(reversedBy)) {
      const one = kept.get(id)
      if (one?.data !== '') continue
      const [row] = await store.read(fundId, one.seq - 1, 1)
      if (row?.id === id && row.seq === one.seq) one.data = row.data
    }
  }
  const letGo = (rows: readonly Read[]): void => {
    for (const id of [...rows.map(({ row }) => row.id), ...rows.map(reversedBy)]) {
      const one = kept.get(id)
      if (one) one.data = ''
    }
  }
  return { hold, letGo }
}

/** Hears how many entries of a fund were looked at. */
type Progress = (fundId: string, entries: number) => void

type AuditOptions = {
  readonly signer?: Signer | undefined
  readonly progress?: Progress
  /** How many entries are looked at in one go. */
  readonly blockMax?: number
  readonly funds?: AuditsFunds
}

const problemsMax = 1000

type AuditedStore = Journal &
  FundViews &
  Partial<AuditedNetworks> &
  Partial<Pick<Marked, 'markFaults'>>

type Look = {
  readonly hash: Hasher
  readonly found: Found
  readonly progress: Progress
  readonly blockMax: number
}

/** One block of a journal after the other, so that no more of it is held than what the village keeps of its entries. */
const auditFund = async (
  store: AuditedStore,
  fundId: string,
  { hash, found, progress, blockMax }: Look,
): Promise<number> => {
  const village = emptyVillage()
  const chain = chainCheck(hash, found)
  const views = viewCheck(store, fundId, { village, found })
  const texts = lettingGo(store, fundId, village)
  let count = 0
  let after: Stretch = {}
  for await (const { rows, isLast } of blocksOf(store, fundId, blockMax)) {
    const readRows = rows.map(readRow)
    for (const { row, data } of readRows) chain.take(row, data as Json | undefined)
    if (isLast) chain.end()
    // The first block looks at whatever stands before it too, and the last at whatever follows.
    const entries = { ...after, ...(isLast ? {} : { through: rows.at(-1)!.seq }) }
    await texts.hold(readRows)
    await views.take(refold(village, readRows, found), { rows, entries })
    texts.letGo(readRows)
    after = { after: rows.at(-1)?.seq ?? 0 }
    count += rows.length
    progress(fundId, count)
  }
  await views.end()
  return count
}

/** What the audit of one fund came to. */
export type FundAudit = Pick<Audit, 'entries' | 'problems'>

/** Audits funds, `one` of them as it is done here; what each came to, in their order. */
export type AuditsFunds = (
  fundIds: readonly string[],
  one: (fundId: string) => Promise<FundAudit>,
) => Promise<readonly FundAudit[]>

const oneByOne: AuditsFunds = async (fundIds, one) => {
  const audits: FundAudit[] = []
  for (const fundId of fundIds) audits.push(await one(fundId))
  return audits
}

/** Hears what is found, at most a thousand problems. */
const finding = () => {
  const problems: AuditProblem[] = []
  const add = (problem: AuditProblem): void => {
    if (problems.length < problemsMax) problems.push(problem)
  }
  const foundIn =
    (fundId: string): Found =>
    (row, field, check) =>
      add({ fundId, seq: row?.seq ?? null, id: row?.id ?? null, field, check })
  return { problems, add, foundIn }
}

const markedOf = (store: AuditedStore) =>
  store.markFaults && { markFaults: store.markFaults.bind(store) }

type FundOptions = Pick<AuditOptions, 'progress' | 'blockMax'>

/** The audit of one fund, as `auditAll` makes it of each. */
export const auditOne = async (
  store: AuditedStore,
  fundId: string,
  { hash, progress = () => undefined, blockMax = 250 }: FundOptions & { readonly hash: Hasher },
): Promise<FundAudit> => {
  const { problems, foundIn } = finding()
  const found = foundIn(fundId)
  const entries = await auditFund(store, fundId, { hash, found, progress, blockMax })
  const marked = markedOf(store)
  if (marked) await auditMarks(marked, fundId, found)
  return { entries, problems }
}

/**
 * Whether the books are what they were when they were written: chain, hashes, sums, references, closed
 * periods, and the views against a refold, of every fund and network, and what networks kept of their funds. It judges
 * integrity only, never how the fund was run. With `signer` it knows whether the service signed what was kept; with a key of
 * the store's own, whether this service wrote the rows of people and the log, and whether some of them are gone. `progress`
 * hears how many entries of which fund were looked at; `funds` may look at several at a time.
 */
export const auditAll = async (
  store: AuditedStore,
  hash: Hasher,
  { signer, funds = oneByOne, ...options }: AuditOptions = {},
): Promise<Audit> => {
  const { problems, add, foundIn } = finding()
  const fundIds = [...new Set([...(await store.fundIds()), ...(await store.viewFundIds())])]
  const audits = await funds(fundIds, (fundId) => auditOne(store, fundId, { hash, ...options }))
  for (const audit of audits) audit.problems.forEach(add)
  let entries = audits.reduce((sum, audit) => sum + audit.entries, 0)
  const marked = markedOf(store)
  const { networks, networkSubjects, potSubjects, auditSubjects, registerSubjects } = store
  for (const networkId of (await networks?.fundIds()) ?? []) {
    const watched = {
      networks: networks!,
      networkSubjects: networkSubjects!,
      potSubjects: potSubjects!,
      auditSubjects: auditSubjects!,
      registerSubjects: registerSubjects!,
    }
    entries += await auditNetwork(watched, networkId, { hash, found: foundIn(networkId) })
    const books = { read: store.read.bind(store), networks: networks! }
    await auditWitnessed(books, networkId, { foundIn, signer })
    if (marked) await auditMarks(marked, networkId, foundIn(networkId))
  }
  return { ok: problems.length === 0, entries, problems }
}
