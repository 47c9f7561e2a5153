import { fieldEn } from '#src/words/fair-field-words-en.ts'
import { fieldKm } from '#src/words/fair-field-words-km.ts'
import { rulesEn } from '#src/words/fair-rules-words-en.ts'
import { rulesKm } from '#src/words/fair-rules-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

export const rulesWords = family<typeof rulesEn>({ en: rulesEn, km: rulesKm })
export const fieldWords = family<typeof fieldEn>({ en: fieldEn, km: fieldKm })

export type RulesWords = WordsOf<typeof rulesEn>
export type FieldWords = WordsOf<typeof fieldEn>
