import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import { total } from '#domain/health/book.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { BalanceRow, PostingRow } from '#domain/ledger/rows.ts'
import type { Journal, ViewChanges } from '#domain/ports.ts'
import { emptyVillage, evolve } from '#domain/village.ts'
import { dayIn } from '#src/app/network/home.ts'
import { type BookViews, bookOf } from '#src/app/queries.ts'
import { opened } from '#src/app/rows.ts'
import { viewChanges } from '#src/app/views.ts'

const readMax = 5000

const allRows = async (journal: Journal, fundId: string): Promise<JournalRow[]> => {
  const rows: JournalRow[] = []
  for (;;) {
    const news = await journal.read(fundId, rows.at(-1)?.seq ?? 0, readMax)
    rows.push(...news)
    if (news.length < readMax) return rows
  }
}

/**
 * Entries up to the last one that was recorded by that instant. The journal's order is the truth and
 * never has a gap: where a clock had been set back, what came before is known too.
 */
const knownBy = (rows: readonly JournalRow[], instant: string): readonly JournalRow[] =>
  rows.slice(0, rows.findLastIndex(({ recordedAt }) => recordedAt <= instant) + 1)

/** The place of the last entry that was recorded by an instant; of the last there is where none is named. */
const lastKnown = async (
  journal: Pick<Journal, 'read'>,
  fundId: string,
  instant: string | undefined,
): Promise<number> => {
  let [known, read] = [0, 0]
  for (;;) {
    const page = await journal.read(fundId, read, readMax)
    const last = page.findLast(({ recordedAt }) => instant === undefined || recordedAt <= instant)
    known = last?.seq ?? known
    read = page.at(-1)?.seq ?? read
    if (page.length < readMax) return known
  }
}

/** A journal as it was known, page by page and as often as it is asked for; how many entries there are beside it. */
export const entriesKnownAt = async (
  journal: Pick<Journal, 'read'>,
  fundId: string,
  instant: string | undefined,
): Promise<{ readonly count: number; readonly entries: () => AsyncGenerator<JournalRow> }> => {
  const count = await lastKnown(journal, fundId, instant)
  return {
    count,
    async *entries() {
      for (let after = 0; after < count;) {
        const page = await journal.read(fundId, after, Math.min(readMax, count - after))
        if (page.length === 0) return
        yield* page
        after = page.at(-1)!.seq
      }
    },
  }
}

const keyed = <T>(rows: readonly T[], key: (row: T) => string): T[] =>
  rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))

const isClosing = ({ entryType }: PostingRow): boolean => entryType === 'PeriodClosed'

const balancesOf = (postings: readonly PostingRow[]): BalanceRow[] => {
  const lines = Map.groupBy(
    postings,
    (row) => `${row.account} ${row.currency} ${row.on} ${isClosing(row)}`,
  )
  return [...lines.values()].map((rows) => {
    const { account, currency, on } = rows[0]!
    return {
      account,
      currency,
      on,
      isClosing: isClosing(rows[0]!),
      amount: total(rows.map(({ amount }) => amount)),
    }
  })
}

const viewsFrom = ({ subjects, postings, flags }: ViewChanges): BookViews => ({
  subjects: async () => keyed(subjects, ({ kind, key }) => `${kind} ${key}`),
  balances: async () => balancesOf(postings),
  flags: async () => flags.toSorted((a, b) => a.seq - b.seq || (a.flag < b.flag ? -1 : 1)),
  postings: async (_, { through, accounts }) =>
    postings.filter(
      ({ on, account }) =>
        (through === undefined || on <= through) &&
        (accounts === undefined || accounts.includes(account)),
    ),
})

const viewsOf = (rows: readonly JournalRow[]): BookViews => {
  const village = emptyVillage()
  const entries = rows.map((row) => opened(row))
  for (const entry of entries) evolve(village, entry)
  return viewsFrom(viewChanges(village, entries))
}

/** A fund's views as they were known at an instant (ISO 8601 in UTC), folded anew from its journal. */
export const viewsKnownAt = async (
  journal: Journal,
  fundId: string,
  instant: string,
): Promise<BookViews> => viewsOf(knownBy(await allRows(journal, fundId), instant))

/** The same as they were after one entry. */
export const viewsAfter = async (
  journal: Journal,
  fundId: string,
  seq: number,
): Promise<BookViews> => {
  const rows = await allRows(journal, fundId)
  return viewsOf(rows.slice(0, seq))
}

/** An instant as the journals write it; an offset can lead into a year of five digits, which sorts before all others. */
export const instantOf = (text: string): string => {
  const at = new Date(text).toISOString()
  return at.startsWith('+') ? '9999-12-31T23:59:59.999Z' : at
}

/** The last instant of a day where the village is. */
export const endOfDay = (day: LocalDate, timeZone: string): string => {
  let [within, beyond] = [
    Date.parse(`${daysAfter(day, -1)}T00:00:00Z`),
    Date.parse(`${daysAfter(day, 2)}T12:00:00Z`),
  ]
  while (beyond - within > 1) {
    const middle = Math.floor((within + beyond) / 2)
    if (dayIn(new Date(middle).toISOString(), timeZone) <= day) within = middle
    else beyond = middle
  }
  return new Date(within).toISOString()
}

/** A fund's views and book, as they were known at an instant where one is named; undefined where there was no fund. */
export const bookKnownAt = async (
  store: BookViews & Journal,
  fundId: string,
  knownAt: string | undefined,
) => {
  const views = knownAt === undefined ? store : await viewsKnownAt(store, fundId, knownAt)
  const book = await bookOf(views, fundId)
  return book && { views, book }
}
