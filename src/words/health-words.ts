import { en } from '#src/words/health-words-en.ts'
import { km } from '#src/words/health-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

export const healthWords = family<typeof en>({ en, km })

export type HealthWords = WordsOf<typeof en>
