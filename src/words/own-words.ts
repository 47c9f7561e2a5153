import { en } from '#src/words/own-words-en.ts'
import { km } from '#src/words/own-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

/** What a member reads about the own page, the own card and the own data. */
export const ownWords = family<typeof en>({ en, km })

export type OwnWords = WordsOf<typeof en>
