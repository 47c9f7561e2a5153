import { en } from '#src/words/saving-words-en.ts'
import { km } from '#src/words/saving-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

/** Savings of members: their pages, their queue, and the share-out. */
export const savingWords = family<typeof en>({ en, km })

export type SavingWords = WordsOf<typeof en>
