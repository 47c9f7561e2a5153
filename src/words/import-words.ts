import { importsEn } from '#src/words/import-words-en.ts'
import { importsKm } from '#src/words/import-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

export const importWords = family<typeof importsEn>({ en: importsEn, km: importsKm })
export type ImportWords = WordsOf<typeof importsEn>
