import { en } from '#src/words/network-words-en.ts'
import { km } from '#src/words/network-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

export const networkWords = family<typeof en>({ en, km })
export type NetworkWords = WordsOf<typeof en>
