import { en } from '#src/words/support-words-en.ts'
import { km } from '#src/words/support-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

/** Donors' windows, the grants of them, and what is told of both. */
export const supportWords = family<typeof en>({ en, km })

export type SupportWords = WordsOf<typeof en>
