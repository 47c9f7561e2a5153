import { type WordsOf, family } from '#src/words/words.ts'
import { en } from '#src/words/pot-words-en.ts'
import { km } from '#src/words/pot-words-km.ts'

export const potWords = family<typeof en>({ en, km })
export type PotWords = WordsOf<typeof en>
