import { family } from '#src/words/catalogue.ts'
import { caseCounting as caseCountingEn } from '#src/words/en/case-counting.ts'
import { caseCounting as caseCountingKm } from '#src/words/km/case-counting.ts'

/** What is said where a team counts its referrals. */
export const caseCountingWords = family({ en: caseCountingEn, km: caseCountingKm })
