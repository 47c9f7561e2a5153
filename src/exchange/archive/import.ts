import type { Particulars } from '#domain/fund/people/particulars.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type {
  ActivityLog,
  ActivityRow,
  Card,
  Cards,
  Digester,
  Hasher,
  Journal,
  Notes,
  ViewChanges,
} from '#domain/ports.ts'
import { refolding } from '#src/app/refold.ts'
import { ArchiveFault, type ArchiveProblem } from '#src/exchange/archive/faults.ts'
import type { ArchiveHeader, ArchiveNote } from '#src/exchange/archive/format.ts'
import { peopleInto } from '#src/exchange/archive/people.ts'
import type { ByteSource } from '#src/exchange/archive/lines.ts'
import { type ArchiveItem, readArchive } from '#src/exchange/archive/read.ts'

export type ImportedStore = Journal & Notes & Cards & Particulars & ActivityLog

type ArchiveNeeds = {
  readonly store: ImportedStore
  readonly hash: Hasher
  readonly digest: Digester
}

/**
 * What an import found here: nothing of the fund; the beginning of it, as an import that was cut off
 * leaves it; the very same journal; or a journal that has gone on since the archive was made.
 */
export type FundHere = 'nothing' | 'beginning' | 'same' | 'further'

export type ArchiveImported = {
  readonly fundId: string
  readonly head: ArchiveHeader['head']
  readonly counts: ArchiveHeader['counts']
  readonly here: FundHere
  /** Entries that were written now, or would be. */
  readonly entriesAdded: number
  readonly isDryRun: boolean
}

const batchLength = 500

/** What the first reading found out, by which the second one writes. */
type Checked = {
  readonly header: ArchiveHeader
  readonly here: FundHere
  /** Entries of the archive that the store has already. */
  readonly entriesHere: number
  /** The hash at the end of each batch, so that nothing is written that was not checked. */
  readonly marks: readonly string[]
  readonly sha256: string
}

/** Which entries of a batch the store has too: how many, and the first one that is another there. */
const heldAlike = async (store: Journal, batch: readonly JournalRow[]) => {
  const { fundId, seq } = batch[0]!
  const held = await store.read(fundId, seq - 1, batch.length)
  const differs = batch.find((row, i) => held[i] !== undefined && held[i].hash !== row.hash)
  return { count: held.length, differs }
}

const hereOf = async (
  store: Journal,
  { fundId, head }: ArchiveHeader,
  entriesHere: number,
): Promise<FundHere> => {
  if (entriesHere < head.seq) return entriesHere === 0 ? 'nothing' : 'beginning'
  return (await store.read(fundId, head.seq, 1)).length === 0 ? 'same' : 'further'
}

/** Rows as they come, in batches, told when one is full or the last. */
const inBatches = (lastSeq: number) => {
  let rows: JournalRow[] = []
  return (row: JournalRow): readonly JournalRow[] | undefined => {
    rows.push(row)
    if (rows.length < batchLength && row.seq !== lastSeq) return undefined
    const batch = rows
    rows = []
    return batch
  }
}

/** Reads all of it and holds it against the store. Nothing is written. */
const check = async (
  { store, hash, digest }: ArchiveNeeds,
  source: ByteSource,
): Promise<Checked> => {
  let header: ArchiveHeader | undefined
  let batched = inBatches(0)
  let entriesHere = 0
  let sha256 = ''
  const marks: string[] = []
  for await (const item of readArchive({ hash, digest, fold: refolding() }, source)) {
    if (item.kind === 'header') {
      ;({ header } = item)
      batched = inBatches(header.head.seq)
    } else if (item.kind === 'entry') {
      const batch = batched(item.row)
      if (!batch) continue
      const { count, differs } = await heldAlike(store, batch)
      if (differs)
        throw new ArchiveFault({ code: 'history-differs', line: differs.seq + 1, seq: differs.seq })
      entriesHere += count
      marks.push(batch.at(-1)!.hash)
    } else if (item.kind === 'end') ({ sha256 } = item)
  }
  const here = await hereOf(store, header!, entriesHere)
  return { header: header!, here, entriesHere, marks, sha256 }
}

/** Lines of the log that the store has already: an import that was cut off may have written them. */
const idsHere = async (
  store: ActivityLog,
  scope: string,
  rows: readonly ActivityRow[],
): Promise<ReadonlySet<string>> => {
  const ids = new Set<string>()
  const first = rows[0]!.activityId
  // Right after the last of them; no id of the log is longer than the others by a zero.
  let before: string | undefined = `${rows.at(-1)!.activityId}0`
  while (before !== undefined && before > first) {
    const page = await store.activities(scope, { before, limit: batchLength })
    for (const { activityId } of page) ids.add(activityId)
    before = page.at(-1)?.activityId
  }
  return ids
}

/** Two who take in the same archive at once write the same lines; the log takes each of them once. */
const noteOnce = async (
  store: ActivityLog,
  scope: string,
  rows: readonly ActivityRow[],
): Promise<void> => {
  try {
    await store.noteActivity(rows)
  } catch (error) {
    const here = await idsHere(store, scope, rows)
    if (!rows.every(({ activityId }) => here.has(activityId))) throw error
  }
}

/** Gathers what comes and writes it in portions. */
const portions = <T>(write: (portion: readonly T[]) => Promise<void>) => {
  let gathered: T[] = []
  const flush = async (): Promise<void> => {
    if (gathered.length > 0) await write(gathered)
    gathered = []
  }
  return {
    add: async (one: T): Promise<void> => {
      gathered.push(one)
      if (gathered.length >= batchLength) await flush()
    },
    flush,
  }
}

/** Whether an archive says who the members are, if it were only that nothing is kept of anybody. */
const tellsPeople = ({ v, without }: Pick<ArchiveHeader, 'v' | 'without'>): boolean =>
  v > 1 && without === undefined

/** Where the lines go that are not entries. */
const besideJournal = ({ store, hash }: ArchiveNeeds, { fundId, ...header }: ArchiveHeader) => {
  const notes = portions<ArchiveNote>((rows) => store.keep(fundId, rows))
  const cards = portions<Card>(async (rows) => {
    for (const card of rows) await store.keepCard(card)
  })
  const people = peopleInto({ store, hash, fundId })
  const log = portions<ActivityRow>(async (rows) => {
    const here = await idsHere(store, fundId, rows)
    const missing = rows.filter(({ activityId }) => !here.has(activityId))
    if (missing.length > 0) await noteOnce(store, fundId, missing)
  })
  return {
    take: async (item: ArchiveItem): Promise<void> => {
      if (item.kind === 'note') await notes.add(item.note)
      if (item.kind === 'card') await cards.add(item.card)
      if (item.kind === 'person') await people.person(item.person)
      if (item.kind === 'kin') await people.kin(item.kin)
      if (item.kind === 'activity') await log.add(item.row)
    },
    flush: async (): Promise<void> => {
      await notes.flush()
      await cards.flush()
      if (tellsPeople(header)) await people.forgetOthers()
      await log.flush()
    },
  }
}

type Batch = { readonly rows: readonly JournalRow[]; readonly changes: ViewChanges }

const append = async (store: Journal, fundId: string, { rows, changes }: Batch): Promise<void> => {
  const { seq } = rows[0]!
  if ((await store.append(fundId, rows, changes)) === 'stale')
    throw new ArchiveFault({ code: 'fund-busy', line: seq + 1, seq })
}

/**
 * Writes what the first reading has checked. The last batch of entries is kept back until everything
 * else is written, so that a fund whose head is here has all of the archive, however often it was begun.
 */
const write = async (
  needs: ArchiveNeeds,
  source: ByteSource,
  { header, entriesHere, marks, sha256 }: Checked,
): Promise<void> => {
  const { store, hash, digest } = needs
  const { fundId, head } = header
  const fold = refolding()
  const batched = inBatches(head.seq)
  const beside = besideJournal(needs, header)
  let count = 0
  let last: Batch | undefined
  for await (const item of readArchive({ hash, digest, fold }, source)) {
    if (item.kind === 'entry') {
      const batch = batched(item.row)
      if (!batch) continue
      const isChecked = batch.at(-1)!.hash === marks[count]
      if (!isChecked) throw new ArchiveFault({ code: 'source-changed', line: item.row.seq + 1 })
      count += 1
      const rows = batch.filter(({ seq }) => seq > entriesHere)
      if (rows.length === 0) continue
      if (last) await append(store, fundId, last)
      last = { rows, changes: fold.changes(rows) }
    } else if (item.kind === 'end') {
      if (item.sha256 !== sha256) throw new ArchiveFault({ code: 'source-changed', line: 1 })
      await beside.flush()
      if (last) await append(store, fundId, last)
    } else await beside.take(item)
  }
}

const problemOf = (error: unknown): { readonly problem: ArchiveProblem } => {
  if (error instanceof ArchiveFault) return { problem: error.problem }
  throw error
}

/**
 * Takes a whole fund in. `open` is called twice: the file is read to its end and checked first, and only
 * then read again and written, batch by batch, through the ports alone. What is here already is not
 * written again, so that the same command ends an import that was cut off.
 */
export const importArchive = async (
  needs: ArchiveNeeds,
  open: () => ByteSource,
  { dryRun }: { readonly dryRun: boolean },
): Promise<ArchiveImported | { readonly problem: ArchiveProblem }> => {
  try {
    const checked = await check(needs, open())
    const { header, here, entriesHere } = checked
    const { fundId, head, counts } = header
    const isMissing = here === 'nothing' || here === 'beginning'
    if (isMissing && !dryRun) await write(needs, open(), checked)
    return { fundId, head, counts, here, entriesAdded: head.seq - entriesHere, isDryRun: dryRun }
  } catch (error) {
    return problemOf(error)
  }
}
