import { en } from '#src/words/lending-words-en.ts'
import { km } from '#src/words/lending-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

/** What the loan register and the page of a loan say. */
export const lendingWords = family<typeof en>({ en, km })

export type LendingWords = WordsOf<typeof en>
