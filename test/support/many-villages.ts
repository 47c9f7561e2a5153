import { type JournalRow, canonicalEntry } from '#domain/ledger/entry.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import { refolding } from '#src/app/refold.ts'
import { bookFrom, paperBookFolder } from '#test/support/books-in.ts'

/** Entries of one village, with all that a year of meetings, loans, a flood and grants brings. */
export const entriesEach = 2002

const batchLength = 500

/** The same history as another fund's, every hash made anew. */
const asFund = (rows: readonly JournalRow[], fundId: string): JournalRow[] => {
  let prevHash = ''
  return rows.map((row) => {
    const moved = { ...row, fundId, prevHash }
    prevHash = sha256(canonicalEntry(moved))
    return { ...moved, hash: prevHash }
  })
}

/** Fills a new file with villages of one paper book's year each, named `village-0` and so on. */
export const fillWithVillages = async (
  path: string,
  villages: number,
  progress: (village: number) => void = () => undefined,
): Promise<void> => {
  const { store: book, fundId } = await bookFrom(paperBookFolder)
  const rows = await book.read(fundId, 0, 10_000)
  const store = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 120_000 })
  for (let i = 0; i < villages; i += 1) {
    const own = asFund(rows, `village-${i}`)
    const fold = refolding()
    for (let from = 0; from < own.length; from += batchLength) {
      const batch = own.slice(from, from + batchLength)
      for (const row of batch) {
        const problem = fold.take(row)
        if (problem !== undefined) throw new Error(`entry ${row.seq} does not fold`)
      }
      const kept = await store.append(own[0]!.fundId, batch, fold.changes(batch))
      if (kept !== 'appended') throw new Error(`entry ${batch[0]!.seq} was not kept`)
    }
    progress(i)
  }
  await store.close()
}
