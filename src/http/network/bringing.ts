import type { Imported } from '#src/exchange/paper-book/import.ts'
import { bookFileNames } from '#src/exchange/paper-book/packed.ts'
import type { HttpContext } from '#src/http/env.ts'
import { sealOf, fileSent } from '#src/http/imports/sent.ts'
import { type SentBook, takeBook } from '#src/http/imports/taking-books.ts'
import { behindNetwork, stepUpTo } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import {
  bookDonePage,
  bookPage,
  bookPlace,
  bookQuestion,
  bookWordsAt,
} from '#src/pages/imports/book-pages.ts'
import type { SheetTold } from '#src/pages/imports/parts.ts'
import type { Html, PageFrame } from '#src/pages/layout.ts'
import { importWords } from '#src/words/words.ts'

/** Forms have no page of their own: the language is changed on the page that they stand on. */
const framed = (context: HttpContext): Promise<PageFrame> =>
  behindNetwork(context, { at: bookPlace })

const told = async (context: HttpContext, what: SheetTold): Promise<Response> =>
  context.html(bookPage(await framed(context), what), what.good === undefined ? 400 : 200)

/**
 * The files that were chosen: one that holds them all, or those of a book by their names. Undefined where that would
 * leave one of two out: a workbook or a zip beside files, or two files of one name.
 */
const bookOf = async (files: readonly File[]): Promise<SentBook | undefined> => {
  const bytes = async (file: File) => new Uint8Array(await file.arrayBuffer())
  const named = files.filter(({ name }) => bookFileNames.includes(name))
  if (named.length === 0 && files.length === 1) return bytes(files[0]!)
  const isTwice = new Set(named.map(({ name }) => name)).size < named.length
  if (isTwice || files.some(({ name }) => /\.(xlsx|zip)$/i.test(name))) return undefined
  return new Map(await Promise.all(named.map(async (one) => [one.name, await bytes(one)] as const)))
}

const bytesOf = (book: SentBook): readonly Uint8Array[] =>
  book instanceof Uint8Array
    ? [book]
    : [...book].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, bytes]) => bytes)

type Tried = {
  readonly book: SentBook
  readonly tried: Imported
  readonly seal: string
  readonly sentSeal: string
}

/** The book that was sent, tried: what it would write, or the page that says why it would write nothing. */
const triedIn = async (context: HttpContext): Promise<Tried | Response> => {
  const words = bookWordsAt({ language: context.get('language') })
  const { files, seal: sentSeal } = await fileSent(context)
  if (files.length === 0)
    return told(context, { fault: importWords.in(context.get('language')).fileMissing })
  const book = await bookOf(files)
  if (!book) return told(context, { fault: words.forms })
  const tried = await takeBook(context, book, true)
  if (tried === 'too-large') return told(context, { fault: words.tooLarge })
  if (tried === 'elsewhere') return told(context, { fault: words.elsewhere })
  if ('faults' in tried) return told(context, { faults: tried.faults })
  if (tried.wasHere) return told(context, { good: words.hereAlready })
  return { book, tried, seal: sealOf(context, bytesOf(book), tried), sentSeal }
}

const tryIt = async (context: HttpContext): Promise<Html | Response> => {
  const sent = await triedIn(context)
  if (sent instanceof Response) return sent
  return bookQuestion(await framed(context), { ...sent, isAnother: false })
}

const writeIt = async (context: HttpContext): Promise<Html | Response> => {
  const sent = await triedIn(context)
  if (sent instanceof Response) return sent
  const frame = await framed(context)
  if (sent.seal !== sent.sentSeal)
    return context.html(bookQuestion(frame, { ...sent, isAnother: true }), 409)
  const taken = await takeBook(context, sent.book, false)
  if (typeof taken === 'string') return told(context, { fault: bookWordsAt(frame).elsewhere })
  if ('faults' in taken) return told(context, { faults: taken.faults })
  return bookDonePage(await behindNetwork(context), taken)
}

/** A paper book that staff of a network bring in: asked for, tried, and written when the same comes again. */
export const bringingPages = (pages: Pages): void => {
  pages.get(bookPlace, 'import-book', async (context) =>
    bookPage(await behindNetwork(context), { stepUpTo: stepUpTo(context, bookPlace) }),
  )
  pages.post(bookPlace, 'import-book', tryIt)
  pages.post(`${bookPlace}/write`, 'import-book', writeIt)
}
