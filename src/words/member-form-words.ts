import { memberFormsEn } from '#src/words/member-form-words-en.ts'
import { memberFormsKm } from '#src/words/member-form-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

export const memberFormWords = family<typeof memberFormsEn>({
  en: memberFormsEn,
  km: memberFormsKm,
})
export type MemberFormWords = WordsOf<typeof memberFormsEn>
