import { foundingEn } from '#src/words/founding-words-en.ts'
import { foundingKm } from '#src/words/founding-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

export const foundingWords = family<typeof foundingEn>({ en: foundingEn, km: foundingKm })
export type FoundingWords = WordsOf<typeof foundingEn>
