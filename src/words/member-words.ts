import { membersEn } from '#src/words/member-words-en.ts'
import { membersKm } from '#src/words/member-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

export const memberWords = family<typeof membersEn>({ en: membersEn, km: membersKm })
export type MemberWords = WordsOf<typeof membersEn>
