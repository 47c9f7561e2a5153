import { type JournalRow, canonicalEntry } from '#domain/ledger/entry.ts'
import type { Kept, Told } from '#domain/phone/outbox.ts'
import type { Hasher, Journal } from '#domain/ports.ts'
import type { Outbox } from '#domain/phone/outbox.ts'
import { type PhoneBook, type Reads, bookAfter, bookCopy } from '#src/pwa/book.ts'
import { type Service, ServiceFault, type ServiceFaultKind } from '#src/pwa/service.ts'

/** How far it came: `done`, why the service could not be asked, or what is wrong with what it gave. */
export type Synced = 'done' | ServiceFaultKind | 'another-book' | 'odd-rows' | 'no-room'

type Needs = {
  readonly fundId: string
  readonly journal: Journal
  readonly outbox: Outbox
  readonly service: Service
  readonly hash: Hasher
  readonly reads?: Reads
}

const nothing = { postings: [], flags: [], subjects: [] }

/** So many commands go at once; of fewer fewer are lost when an answer is. */
const sendMax = 100

/** The service gave rows that do not follow on this phone's book. */
class AnotherBook extends Error {
  override readonly name = 'AnotherBook'
}
/** Rows whose hash does not cover them: whoever sent them is not believed. */
class OddRows extends Error {
  override readonly name = 'OddRows'
}

/** Rows that follow on the last one, each of whose hashes covers it and the row before. */
const soundAfter = (
  hash: Hasher,
  last: JournalRow | undefined,
  rows: readonly JournalRow[],
): readonly JournalRow[] => {
  let before = last
  for (const row of rows) {
    if (row.seq !== (before?.seq ?? 0) + 1 || row.prevHash !== (before?.hash ?? ''))
      throw before === last ? new AnotherBook() : new OddRows()
    if (hash(canonicalEntry(row)) !== row.hash) throw new OddRows()
    before = row
  }
  return rows
}

/**
 * The sealed book with all that the service has by now. The last row is asked for again: a service that was put back to an
 * older state has another one in its place, and a phone that knows more says so and drops nothing.
 */
const followed = async (
  { fundId, journal, service, hash, reads }: Needs,
  keep: (book: PhoneBook) => void,
  start: PhoneBook,
): Promise<PhoneBook> => {
  let book = start
  for (;;) {
    const { last } = book
    const rows = await service.rowsAfter(fundId, Math.max((last?.seq ?? 0) - 1, 0))
    if (last && rows[0]?.hash !== last.hash) throw new AnotherBook()
    const news = soundAfter(hash, last, last ? rows.slice(1) : rows)
    if (news.length === 0) return book
    if ((await journal.append(fundId, news, nothing)) === 'stale') throw new AnotherBook()
    // The fold evolves in place, and pages may still read the one before.
    book = bookAfter(bookCopy(book), news, reads)
    keep(book)
  }
}

const halves = <T>(some: readonly T[]): readonly (readonly T[])[] => {
  const middle = Math.ceil(some.length / 2)
  return [some.slice(0, middle), some.slice(middle)]
}

/** What cannot be read as a list may hold one bad item: it is found by halves, and blocks none of the others. */
const answersTo = async ({ fundId, service }: Needs, some: readonly Kept[]): Promise<Told[]> => {
  try {
    return [...(await service.send(fundId, some))]
  } catch (error) {
    const isOdd = error instanceof ServiceFault && ['unreadable', 'too-large'].includes(error.kind)
    if (!isOdd) throw error
    if (some.length === 1)
      return [{ id: some[0]!.command.id, outcome: 'invalid', code: 'unreadable' }]
    const told: Told[] = []
    for (const half of halves(some))
      told.push(...(await answersTo({ fundId, service } as Needs, half)))
    return told
  }
}

const sent = async (needs: Needs, waiting: readonly Kept[]): Promise<void> => {
  for (let from = 0; from < waiting.length; from += sendMax) {
    const some = waiting.slice(from, from + sendMax)
    const asked = new Set(some.map(({ command }) => command.id))
    const told = await answersTo(needs, some)
    // What was not asked is not believed.
    await needs.outbox.tell(
      needs.fundId,
      told.filter(({ id }) => asked.has(id)),
    )
  }
}

const faultOf = (error: unknown): Synced => {
  if (error instanceof ServiceFault) return error.kind
  if (error instanceof AnotherBook) return 'another-book'
  if (error instanceof OddRows) return 'odd-rows'
  if (error instanceof Error && error.name === 'NoRoom') return 'no-room'
  throw error
}

/** Follows the journal, sends what waits, follows it again. Whatever stops it, what was done stays done. */
export const syncing = async (
  needs: Needs,
  { sealed: start, waiting }: { readonly sealed: PhoneBook; readonly waiting: readonly Kept[] },
): Promise<{ readonly sealed: PhoneBook; readonly synced: Synced }> => {
  let sealed = start
  const keep = (book: PhoneBook): void => {
    sealed = book
  }
  try {
    await followed(needs, keep, sealed)
    await sent(needs, waiting)
    await followed(needs, keep, sealed)
    return { sealed, synced: 'done' }
  } catch (error) {
    return { sealed, synced: faultOf(error) }
  }
}
