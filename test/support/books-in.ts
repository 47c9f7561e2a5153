import { fileURLToPath } from 'node:url'
import type { FundBook } from '#domain/health/book.ts'
import type { FundViews, Journal, Notes } from '#domain/ports.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { bookOf } from '#src/app/queries.ts'
import { recorder } from '#src/app/record.ts'
import { lastKept } from '#src/app/turns.ts'
import { folderSource } from '#src/cli/folder.ts'
import type { BookSource } from '#src/exchange/paper-book/files.ts'
import { importPaperBook } from '#src/exchange/paper-book/import.ts'

/** The invented year of `README.md` in that folder, with the figures that the ledger must reach. */
export const paperBookFolder = fileURLToPath(new URL('../fixtures/paper-book', import.meta.url))

/** An invented book that lends as no vote would, with the figures that the ledger must reach. */
export const uglyBookFolder = fileURLToPath(new URL('../fixtures/ugly-book', import.meta.url))

export const fixedClock = (): string => '2025-12-31T01:00:00.000Z'

type AnyStore = Journal & FundViews & Notes

/** Imports a book as the command line does, at a fixed instant. */
export const importing = (store: AnyStore, source: BookSource, dryRun = false) =>
  importPaperBook(
    { record: recorder({ journal: store, clock: fixedClock, hash: sha256 }), store, hash: sha256 },
    source,
    { actor: 'record-keeper', device: 'phone', dryRun },
  )

type BookIn = {
  readonly store: AnyStore
  readonly fundId: string
  readonly book: FundBook
}

type Written = (store: AnyStore) => Promise<unknown>

/** A store that keeps all that is written to it, so that it can be written to another one as well. */
const overheard = (store: AnyStore): { readonly store: AnyStore; readonly written: Written[] } => {
  const written: Written[] = []
  return {
    written,
    store: {
      ...store,
      append: (...args) => {
        written.push((other) => other.append(...args))
        return store.append(...args)
      },
      keep: (...args) => {
        written.push((other) => other.keep(...args))
        return store.keep(...args)
      },
    },
  }
}

/** Those that many tests begin with; what one test alone has made is let go when others have come. */
const imported = lastKept<Promise<BookIn & { readonly written: readonly Written[] }>>(8)

/** Imports the book of a folder once a file of tests, and writes what came of it into a store of one's own. */
const copied = async (folder: string): Promise<BookIn> => {
  const { store: first, written } = overheard(memoryStore())
  const once =
    imported.get(folder) ?? bookFrom(folder, first).then((found) => ({ ...found, written }))
  imported.keep(folder, once)
  const { fundId, book, written: all } = await once
  const store = memoryStore()
  for (const write of all) await write(store)
  return { store, fundId, book }
}

/** A store that has taken in the book of a folder, and the book as reports see it. */
export const bookFrom = async (folder: string, store?: AnyStore): Promise<BookIn> => {
  if (store === undefined) return copied(folder)
  const taken = await importing(store, folderSource(folder))
  if ('faults' in taken)
    throw new Error(`the book has faults: ${taken.faults.map(({ code }) => code).join(', ')}`)
  return { store, fundId: taken.fundId, book: (await bookOf(store, taken.fundId))! }
}
