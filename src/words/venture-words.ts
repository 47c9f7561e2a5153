import { venture as ventureEn } from '#src/words/en/venture.ts'
import { venture as ventureKm } from '#src/words/km/venture.ts'
import { family } from '#src/words/catalogue.ts'

/** What is said of a pot for one purpose: its rules, its book and each holder’s part. */
export const ventureWords = family({ en: ventureEn, km: ventureKm })
