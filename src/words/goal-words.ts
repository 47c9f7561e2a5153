import { goalEn } from '#src/words/goal-words-en.ts'
import { goalKm } from '#src/words/goal-words-km.ts'
import { family } from '#src/words/words.ts'

export const goalWords = family<typeof goalEn>({ en: goalEn, km: goalKm })
