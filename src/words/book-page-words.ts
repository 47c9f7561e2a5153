import { bookPageEn } from '#src/words/book-page-words-en.ts'
import { bookPageKm } from '#src/words/book-page-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

export const bookPageWords = family<typeof bookPageEn>({ en: bookPageEn, km: bookPageKm })
export type BookPageWords = WordsOf<typeof bookPageEn>
