import type { Currency } from '#domain/kernel/money.ts'
import type { Hasher } from '#domain/ports.ts'
import { type BankRows, bankRowsOf } from '#src/exchange/bank-file/rows.ts'
import { type PaperBook, readBook } from '#src/exchange/paper-book/book.ts'
import type { BookFault } from '#src/exchange/paper-book/faults.ts'
import { hasTooManyCells } from '#src/exchange/paper-book/files.ts'
import { type ListKind, type ListRead, readList } from '#src/exchange/paper-book/one-sheet.ts'
import { type BookFiles, sourceOf, zippedBook } from '#src/exchange/paper-book/packed.ts'
import { readBookInWorkbook } from '#src/exchange/paper-book/workbook.ts'

/*
 * What is sent by others is read behind this port, so that a host can do it away from the thread that answers people,
 * with an end to the time and the memory that it may take. What goes in and what comes out is plain data.
 */

/** A book as it came: its files, or one file that holds them all. */
export type SentBook = BookFiles | Uint8Array

type Faulty = readonly BookFault[]

export type Reader = {
  readonly list: (kind: ListKind, bytes: Uint8Array, currency: Currency) => Promise<ListRead>
  readonly bankRows: (bytes: Uint8Array) => Promise<BankRows | Faulty>
  readonly book: (sent: SentBook) => Promise<PaperBook | Faulty | 'too-large'>
  /** The same for one sender, who has one place at most; left out, where nobody waits for another. */
  readonly of?: (sender: string) => Omit<Reader, 'of'>
}

/** As many files are being read as may be at once. */
export class ReaderBusy extends Error {
  override readonly name = 'ReaderBusy'
}

/** Reading it would take longer, or more memory, than any book. */
export class TooMuchToRead extends Error {
  override readonly name = 'TooMuchToRead'
}

/** More places to mend than anybody goes through at once; the rest is told when these are mended. */
const faultsMax = 5000

const few = <Read>(read: Read | Faulty): Read | Faulty =>
  Array.isArray(read) ? (read as Faulty).slice(0, faultsMax) : read

const bookIn = async (sent: SentBook, hash: Hasher): ReturnType<Reader['book']> => {
  const zipped = sent instanceof Uint8Array ? await zippedBook(sent) : undefined
  if (zipped && 'faults' in zipped) return zipped.faults
  const files = zipped?.files ?? sent
  if (files instanceof Uint8Array) return few(await readBookInWorkbook(files, hash))
  if (hasTooManyCells([...files.values()])) return 'too-large'
  return few(await readBook(sourceOf(files), hash))
}

/** Reads in this very thread: what bounds it are the counts of cells, rows and bytes alone. */
export const readerHere = (hash: Hasher): Reader => ({
  list: async (kind, bytes, currency) => {
    const { lines, faults } = await readList(kind, bytes, currency)
    return { lines, faults: faults.slice(0, faultsMax) }
  },
  bankRows: async (bytes) => few(await bankRowsOf(bytes)),
  book: (sent) => bookIn(sent, hash),
})
