import { fileURLToPath } from 'node:url'
import type { FundBook } from '#domain/health/book.ts'
import type { FundViews, Journal, Notes } from '#domain/ports.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { bookOf } from '#src/app/queries.ts'
import { recorder } from '#src/app/record.ts'
import { folderSource } from '#src/cli/folder.ts'
import type { BookSource } from '#src/exchange/paper-book/files.ts'
import { importPaperBook } from '#src/exchange/paper-book/import.ts'

/** The invented year of `README.md` in that folder, with the figures that the ledger must reach. */
export const paperBookFolder = fileURLToPath(new URL('../fixtures/paper-book', import.meta.url))

export const fixedClock = (): string => '2026-11-20T03:00:00.000Z'

type AnyStore = Journal & FundViews & Notes

/** Imports a book as the command line does, at a fixed instant. */
export const importing = (store: AnyStore, source: BookSource, dryRun = false) =>
  importPaperBook(
    { record: recorder({ journal: store, clock: fixedClock, hash: sha256 }), store, hash: sha256 },
    source,
    { actor: 'record-keeper', device: 'phone', dryRun },
  )

/** A store that has taken in the book of a folder, and the book as reports see it. */
export const bookFrom = async (
  folder: string,
  store: AnyStore = memoryStore(),
): Promise<{ readonly store: AnyStore; readonly fundId: string; readonly book: FundBook }> => {
  const imported = await importing(store, folderSource(folder))
  if ('faults' in imported)
    throw new Error(`the book has faults: ${imported.faults.map(({ code }) => code).join(', ')}`)
  return { store, fundId: imported.fundId, book: (await bookOf(store, imported.fundId))! }
}
