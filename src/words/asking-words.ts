import { en } from '#src/words/asking-words-en.ts'
import { km } from '#src/words/asking-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

/** What the form of a request asks beyond the usual, and what it says of the price while it is typed. */
export const askingWords = family<typeof en>({ en, km })

export type AskingWords = WordsOf<typeof en>
