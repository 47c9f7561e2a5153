import { en } from '#src/words/older-words-en.ts'
import { km } from '#src/words/older-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

/** Everything about loans of an older book that pages and reports say. */
export const olderWords = family<typeof en>({ en, km })

export type OlderWords = WordsOf<typeof en>
