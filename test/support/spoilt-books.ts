import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BookSource } from '#src/exchange/paper-book/files.ts'
import { paperBookFolder } from '#test/support/books-in.ts'

/** File name -> text: a paper book in memory, easy to spoil. */
export type BookTexts = Readonly<Record<string, string>>

/** The sound book of the invented village. */
export const soundBook = (): BookTexts =>
  Object.fromEntries(
    readdirSync(paperBookFolder)
      .filter((file) => file !== 'README.md' && file !== 'expected.json')
      .map((file) => [file, readFileSync(join(paperBookFolder, file), 'utf8')]),
  )

export const sourceOf =
  (texts: BookTexts | Readonly<Record<string, Uint8Array | string>>): BookSource =>
  async (file) => {
    const content = texts[file]
    if (content === undefined) return 'missing'
    return typeof content === 'string' ? new TextEncoder().encode(content) : content
  }

/** The book with one piece of one file replaced; throws when the piece is not there. */
export const spoilt = (texts: BookTexts, file: string, from: string, to: string): BookTexts => {
  const text = texts[file] ?? ''
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`)
  return { ...texts, [file]: text.replace(from, to) }
}

/** The line of a file, as a spreadsheet counts it, on which a text stands first. */
export const rowOf = (texts: BookTexts, file: string, text: string): number =>
  texts[file]!.slice(0, texts[file]!.indexOf(text)).split('\n').length
