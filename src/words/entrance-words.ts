import { en } from '#src/words/entrance-words-en.ts'
import { km } from '#src/words/entrance-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

export const entranceWords = family<typeof en>({ en, km })
export type EntranceWords = WordsOf<typeof en>
