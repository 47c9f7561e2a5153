import { total } from '#domain/health/book.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { BalanceRow, PostingRow } from '#domain/ledger/rows.ts'
import type { Journal, ViewChanges } from '#domain/ports.ts'
import { emptyVillage, evolve } from '#domain/village.ts'
import type { BookViews } from '#src/app/queries.ts'
import { opened } from '#src/app/record.ts'
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

/** A fund's views as they were known at an instant (ISO 8601 in UTC), folded anew from its journal. */
export const viewsKnownAt = async (
  journal: Journal,
  fundId: string,
  instant: string,
): Promise<BookViews> => {
  const village = emptyVillage()
  const entries = knownBy(await allRows(journal, fundId), instant).map((row) => opened(row))
  for (const entry of entries) evolve(village, entry)
  return viewsFrom(viewChanges(village, entries))
}
