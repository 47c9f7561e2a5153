import { accountEn, entryEn, figureEn, partEn, sumEn } from '#src/words/figure-words-en.ts'
import { accountKm, entryKm, figureKm, partKm, sumKm } from '#src/words/figure-words-km.ts'
import { family } from '#src/words/words.ts'

export const figureWords = family<typeof figureEn>({ en: figureEn, km: figureKm })
export const partWords = family<typeof partEn>({ en: partEn, km: partKm })
export const sumWords = family<typeof sumEn>({ en: sumEn, km: sumKm })
export const accountWords = family<typeof accountEn>({ en: accountEn, km: accountKm })
export const entryWords = family<typeof entryEn>({ en: entryEn, km: entryKm })
