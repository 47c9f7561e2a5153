import type { Imported } from '#src/exchange/paper-book/import.ts'
import { bookFileNames } from '#src/exchange/paper-book/packed.ts'
import type { HttpContext } from '#src/http/env.ts'
import { fileForms } from '#src/http/imports/file-forms.ts'
import type { SentBook } from '#src/exchange/reader.ts'
import { takeBook } from '#src/http/imports/taking-books.ts'
import { behindNetwork, stepUpTo } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import {
  bookDonePage,
  bookPlace,
  triedBookPart,
  bookWordsAt,
} from '#src/pages/imports/book-pages.ts'

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

type BookVisit = { readonly context: HttpContext }

const wordsOf = ({ context }: BookVisit) => bookWordsAt({ language: context.get('language') })

/** A paper book that staff of a network bring in: asked for, tried, and written when the same comes again. */
export const bringingPages = (pages: Pages): void =>
  fileForms<BookVisit, Imported>(pages, {
    path: bookPlace,
    rule: 'import-book',
    find: async (context) => ({ context }),
    frame: ({ context }) => behindNetwork(context),
    accept: '.xlsx,.zip,.csv,.json',
    isSeveral: true,
    asked: (visit) => {
      const words = wordsOf(visit)
      return {
        shown: 'book',
        heading: words.bring,
        lead: words.lead,
        notes: [words.forms, words.takesTime],
        file: words.file,
        fileAgain: words.chooseAgain,
        fileAgainWhy: words.chooseAgainWhy,
        hereAlready: words.hereAlready,
        secretFirst: stepUpTo(visit.context, bookPlace),
        action: bookPlace,
        safe: '/network',
      }
    },
    take: async (visit, files, dryRun) => {
      const words = wordsOf(visit)
      const book = await bookOf(files)
      if (!book) return { fault: words.forms }
      const taken = await takeBook(visit.context, book, dryRun)
      if (taken === 'too-large') return { fault: words.tooLarge }
      if (taken === 'elsewhere') return { fault: words.elsewhere }
      return 'faults' in taken ? taken : { tried: taken, bytes: bytesOf(book) }
    },
    told: ({ context }, tried) => triedBookPart({ language: context.get('language') }, tried),
    done: async ({ context }, taken) =>
      context.html(bookDonePage(await behindNetwork(context), taken)),
  })
