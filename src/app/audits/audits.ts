import { type Audit, type BookHead } from '#domain/network/audits/audit.ts'
import { type Sample, sampleOf } from '#domain/network/audits/sample.ts'
import type { FundViews, Hasher, Journal, NetworkViews } from '#domain/ports.ts'
import { headOf } from '#src/app/heads.ts'
import { viewsAfter } from '#src/app/known-at.ts'
import { type BookViews, bookOf } from '#src/app/queries.ts'
import { lastKept } from '#src/app/turns.ts'

/** Audits of a network, or of one of its funds, the newest plan first. */
export const auditsOf = async (
  store: Pick<NetworkViews, 'auditSubjects'>,
  networkId: string,
  fundId?: string,
): Promise<readonly Audit[]> => {
  const rows = await store.auditSubjects(networkId, fundId)
  return rows
    .map(({ data }) => JSON.parse(data) as Audit)
    .toSorted((a, b) => (a.plannedOn < b.plannedOn ? 1 : -1))
}

/** What became of an entry that an audit quotes: it is in the book still, or the book ends before it or says another thing there. */
export type HeadFound = 'in-book' | 'ends-before' | 'differs'

/** Whether an entry with this number and hash is in the book of a fund. */
export const headFound = async (
  journal: Pick<Journal, 'read'>,
  fundId: string,
  { seq, hash }: BookHead,
): Promise<HeadFound> => {
  const [row] = seq < 1 ? [] : await journal.read(fundId, seq - 1, 1)
  if (row?.seq !== seq) return 'ends-before'
  return row.hash === hash ? 'in-book' : 'differs'
}

type Books = Journal & FundViews

/** The book as it was after an entry; as it is now where that is the last one. Undefined where the entry is not in it. */
export const viewsAt = async (
  store: Books,
  fundId: string,
  head: BookHead,
): Promise<BookViews | undefined> => {
  if ((await headFound(store, fundId, head)) !== 'in-book') return undefined
  const last = await headOf(store, fundId)
  return last?.seq === head.seq ? store : viewsAfter(store, fundId, head.seq)
}

const samplesKept = 500
const keptBy = new WeakMap<Books, ReturnType<typeof lastKept<Sample>>>()

/**
 * What was drawn for an audit, counted again from the plan and the fund's own journal; undefined where the entry that it was
 * planned on is not in the book any more.
 */
export const sampleIn = async (
  store: Books,
  hash: Hasher,
  { fundId, head, seed }: Pick<Audit, 'fundId' | 'head' | 'seed'>,
): Promise<Sample | undefined> => {
  const name = `${fundId} ${head.hash} ${seed}`
  const kept = keptBy.get(store) ?? lastKept<Sample>(samplesKept)
  keptBy.set(store, kept)
  const known = kept.get(name)
  if (known) return known
  const views = await viewsAt(store, fundId, head)
  const book = views && (await bookOf(views, fundId))
  if (!book) return undefined
  const cards = book.members.map(({ card }) => card)
  const sample = sampleOf({ seed, cards, entries: head.seq }, hash)
  kept.keep(name, sample)
  return sample
}
