import { proofEn } from '#src/words/proof-words-en.ts'
import { proofKm } from '#src/words/proof-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

export const proofWords = family<typeof proofEn>({ en: proofEn, km: proofKm })
export type ProofWords = WordsOf<typeof proofEn>
