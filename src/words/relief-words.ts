import { en } from '#src/words/relief-words-en.ts'
import { km } from '#src/words/relief-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

/** Relief, emergency loans, alerts and cash ahead, in the words of the pages. */
export const reliefWords = family<typeof en>({ en, km })

export type ReliefWords = WordsOf<typeof en>
