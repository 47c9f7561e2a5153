import type { FundBook } from '#domain/health/book.ts'
import type { ListOf } from '#domain/kernel/list-of.ts'
import { placeIn, withInPlace } from '#domain/kernel/blocks.ts'
import { lasting } from '#domain/kernel/kept.ts'
import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import { balancesWith } from '#domain/ledger/balance-list.ts'
import { boxWith } from '#domain/ledger/box-list.ts'
import {
  type Late,
  type LateLine,
  lateWith,
  nothingLate,
  takenBackBy,
} from '#domain/ledger/late-lines.ts'
import type { FlagRow, PostingRow } from '#domain/ledger/rows.ts'
import {
  type FundViews,
  type Journal,
  type SubjectKind,
  type SubjectRow,
  type ViewChanges,
  type ViewsHead,
} from '#domain/ports.ts'
import {
  type BookParts,
  type Told,
  bookFrom,
  boxAccount,
  readParts,
  told,
} from '#src/app/book-parts.ts'
import { isOfSavings, rowsByAccount, rowsWith, savingsAccounts } from '#src/app/savings-rows.ts'
import { lastKept } from '#src/app/turns.ts'

/*
 * A book is read whole once. After that each question asks how far the journal has come, which is one indexed question, and
 * reads what changed since. What is kept is a copy of the views and nothing else: it can be thrown away at any time.
 */

/** Views that tell what has changed in them, beside the journal that they follow. */
export type FollowedViews = FundViews & Pick<Journal, 'read'>

/** A fund's book as far as its journal had come, with the parts that it is put together from. */
type Kept = {
  readonly head: ViewsHead
  readonly parts: BookParts
  readonly book: FundBook | undefined
  /** What was posted to savings, once somebody has asked for it. */
  readonly savings?: ListOf<PostingRow> | undefined
  /** What came when its period was closed, once somebody has asked for it. */
  readonly late?: Late | undefined
}

/** Of more new entries than that the book is read anew. */
const newsMax = 500

/** How often a book is read on in which somebody writes meanwhile. */
const triesMax = 4

/** What all kept books of a store may take, in bytes by a rough count; the one read last is kept whatever it takes. */
const bytesMax = 96 * 2 ** 20

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** What a subject of a key was, if there was one. */
const formerOf = (rows: readonly Told[], key: string): Told | undefined => {
  const found = rows[placeIn(rows, (row) => row.key < key)]
  return found?.key === key ? found : undefined
}

/** Whether an entry was about a subject and left it as it was: whatever is worked out of it stays. */
const isAsBefore = (rows: readonly Told[], { key, data }: SubjectRow): boolean => {
  const before = formerOf(rows, key)
  return before?.size === data.length && canonicalJson(before.value as Json) === data
}

/** Subjects with those that changed since in place of what they were. */
const changed = (
  { subjects, size }: BookParts,
  news: readonly SubjectRow[],
): Pick<BookParts, 'subjects' | 'size'> => {
  const all = new Map(subjects)
  let more = 0
  for (const [kind, rows] of Map.groupBy(news, (one) => one.kind)) {
    const before = subjects.get(kind) ?? []
    const others = rows.filter((row) => !isAsBefore(before, row)).map(told)
    if (others.length === 0) continue
    for (const { key, size: own } of others) more += own - (formerOf(before, key)?.size ?? 0)
    all.set(kind, withInPlace(before, others))
  }
  return { subjects: all, size: size + more }
}

const flagOrder = (a: FlagRow, b: FlagRow): number => a.seq - b.seq || byText(a.flag, b.flag)

const flagsWith = (flags: readonly FlagRow[], news: readonly FlagRow[]): readonly FlagRow[] =>
  news.length === 0 ? flags : lasting([...flags, ...news.toSorted(flagOrder)])

/** The parts of a book with what entries changed in them. */
export const partsWith = (parts: BookParts, news: ViewChanges): BookParts => ({
  ...changed(parts, news.subjects),
  balances: balancesWith(parts.balances, news.postings),
  flags: flagsWith(parts.flags, news.flags),
  box: boxWith(
    parts.box,
    news.postings.filter(({ account }) => account === boxAccount),
    news.flags,
  ),
})

/** A number or a short text in a row takes about so many bytes, and what is read out of JSON about so many times its text. */
const [rowBytes, readTimes] = [150, 5]

const weightOf = ({ parts, savings = [], late = nothingLate }: Kept): number => {
  const { balances, flags, box, subjects, size } = parts
  let rows = balances.length + flags.length + box.settled.length + savings.length
  rows += late.lines.length
  for (const ofKind of subjects.values()) rows += ofKind.length
  return rows * rowBytes + size * readTimes
}

/** Of what was read while somebody wrote. */
const nowhere: ViewsHead = { seq: 0, hash: '', edition: 0 }

const isSame = (a: ViewsHead, b: ViewsHead | undefined): boolean =>
  a.hash === b?.hash && a.edition === b.edition

/** What changed after one state of the views and through another; undefined where the one does not follow on the other. */
const newsBetween = async (
  views: FollowedViews,
  fundId: string,
  { before, now }: { readonly before: ViewsHead; readonly now: ViewsHead },
): Promise<ViewChanges | undefined> => {
  if (before.edition !== now.edition || now.seq <= before.seq) return undefined
  if (now.seq - before.seq > newsMax) return undefined
  const [last] = await views.read(fundId, before.seq - 1, 1)
  return last?.hash === before.hash ? views.changesSince(fundId, before.seq, now.seq) : undefined
}

/** A kept book is frozen, by which whatever is worked out of it may be kept with it. */
const keptFrom = (head: ViewsHead, parts: BookParts): Kept => {
  const book = bookFrom(parts)
  return { head, parts, book: book && Object.freeze(book) }
}

/** The book read whole; its head is one that it was read at from beginning to end. */
const readWhole = async (views: FollowedViews, fundId: string): Promise<Kept | undefined> => {
  let head = await views.viewsHead(fundId)
  for (let tries = 0; head !== undefined; tries += 1) {
    const parts = await readParts(views, fundId)
    const after = await views.viewsHead(fundId)
    if (isSame(head, after)) return keptFrom(head, parts)
    // Where somebody always writes it is told as it was read, and nothing can be read on from it.
    if (tries === triesMax) return keptFrom(nowhere, parts)
    head = after
  }
  return undefined
}

/** The days of entries that the news take back. */
const daysTakenBack = (views: FollowedViews, fundId: string, news: ViewChanges) =>
  Promise.all(
    [...takenBackBy(news).values()].map(async (seq) => {
      const [row] = await views.read(fundId, seq - 1, 1)
      return [seq, row!.effectiveOn] as const
    }),
  )

/**
 * Reads on from what is kept until nothing was written while it was read. Where somebody always writes, what was read last
 * may tell of some subjects what the next entry made of them.
 */
const caughtUp = async (
  views: FollowedViews,
  fundId: string,
  before: Kept | undefined,
): Promise<Kept | undefined> => {
  let kept = before
  for (let tries = 0; kept !== undefined && tries < triesMax; tries += 1) {
    const now = await views.viewsHead(fundId)
    if (isSame(kept.head, now)) return kept
    const news = now && (await newsBetween(views, fundId, { before: kept.head, now }))
    kept = news && {
      ...keptFrom(now, partsWith(kept.parts, news)),
      savings: kept.savings && rowsWith(kept.savings, news.postings.filter(isOfSavings)),
      late: kept.late && lateWith(kept.late, news, await daysTakenBack(views, fundId, news)),
    }
  }
  return kept ?? readWhole(views, fundId)
}

const keptBy = new WeakMap<object, ReturnType<typeof lastKept<Kept>>>()

const keptOf = (views: object): ReturnType<typeof lastKept<Kept>> => {
  const kept = keptBy.get(views) ?? lastKept<Kept>(bytesMax, weightOf)
  keptBy.set(views, kept)
  return kept
}

/** Throws away every book that is kept of a store's views. */
export const forgetBooks = (views: object): void => {
  keptBy.delete(views)
}

type Postings = Pick<FundViews, 'postings'>

/** Keeps with a book what was made of postings that were read beside it; what was written meanwhile is none of this book. */
const keepBeside = (
  views: Postings,
  fundId: string,
  {
    book,
    last,
    more,
  }: { readonly book: FundBook; readonly last: number; readonly more: Partial<Kept> },
): void => {
  const books = keptOf(views)
  const kept = books.get(fundId)
  if (kept?.book === book && kept.head.seq >= last) books.keep(fundId, { ...kept, ...more })
}

/** What was posted to the savings of a book's members; of a book as its views have it now it is kept with it. */
export const savingsPostingsOf = async (
  views: Postings,
  fundId: string,
  book: FundBook,
): Promise<ListOf<PostingRow>> => {
  const kept = keptOf(views).get(fundId)
  if (kept?.book === book && kept.savings) return kept.savings
  const savings = await views.postings(fundId, { accounts: savingsAccounts(book) })
  keepBeside(views, fundId, { book, last: savings.at(-1)?.seq ?? 0, more: { savings } })
  return savings
}

/** What came when its period was closed; of a book as its views have it now it is kept with it. */
export const lateLinesOf = async (
  views: Postings,
  fundId: string,
  book: FundBook,
): Promise<readonly LateLine[]> => {
  const kept = keptOf(views).get(fundId)
  if (kept?.book === book && kept.late) return kept.late.lines
  const postings = await views.postings(fundId, {})
  const late = lateWith(nothingLate, { postings, flags: book.flags })
  keepBeside(views, fundId, { book, last: postings.at(-1)?.seq ?? 0, more: { late } })
  return late.lines
}

/** What was posted to the savings of one member. */
export const ownSavingsPostingsOf = async (
  views: Pick<FundViews, 'postings'>,
  fundId: string,
  { book, memberId }: { readonly book: FundBook; readonly memberId: string },
): Promise<readonly PostingRow[]> =>
  rowsByAccount(await savingsPostingsOf(views, fundId, book)).get(
    `liability:savings:${memberId}`,
  ) ?? []

const keptNow = async (views: FollowedViews, fundId: string): Promise<Kept | undefined> => {
  const kept = keptOf(views)
  const now = await caughtUp(views, fundId, kept.get(fundId))
  if (now) kept.keep(fundId, now)
  return now
}

/** A fund's book as its views have it now; undefined when there is no such fund. */
export const keptBookOf = async (
  views: FollowedViews,
  fundId: string,
): Promise<FundBook | undefined> => (await keptNow(views, fundId))?.book

/** All of one kind that a fund's views have, also those that are in no book. */
export const keptSubjectsOf = async (
  views: FollowedViews,
  fundId: string,
  kind: SubjectKind,
): Promise<readonly unknown[]> =>
  (await keptNow(views, fundId))?.parts.subjects.get(kind)?.map(({ value }) => value) ?? []
