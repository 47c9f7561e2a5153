import { agreementEn } from '#src/words/fair-agreement-words-en.ts'
import { agreementKm } from '#src/words/fair-agreement-words-km.ts'
import { buyOutEn } from '#src/words/fair-buy-out-words-en.ts'
import { buyOutKm } from '#src/words/fair-buy-out-words-km.ts'
import { fieldEn } from '#src/words/fair-field-words-en.ts'
import { fieldKm } from '#src/words/fair-field-words-km.ts'
import { offersEn, verdictEn } from '#src/words/fair-words-en.ts'
import { offersKm, verdictKm } from '#src/words/fair-words-km.ts'
import { newRulesEn } from '#src/words/fair-new-rules-words-en.ts'
import { newRulesKm } from '#src/words/fair-new-rules-words-km.ts'
import { rulesEn } from '#src/words/fair-rules-words-en.ts'
import { rulesKm } from '#src/words/fair-rules-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

export const rulesWords = family<typeof rulesEn>({ en: rulesEn, km: rulesKm })
export const fieldWords = family<typeof fieldEn>({ en: fieldEn, km: fieldKm })
export const newRulesWords = family<typeof newRulesEn>({ en: newRulesEn, km: newRulesKm })
export const verdictWords = family<typeof verdictEn>({ en: verdictEn, km: verdictKm })
export const offersWords = family<typeof offersEn>({ en: offersEn, km: offersKm })
export const buyOutWords = family<typeof buyOutEn>({ en: buyOutEn, km: buyOutKm })
export const agreementWords = family<typeof agreementEn>({ en: agreementEn, km: agreementKm })

export type RulesWords = WordsOf<typeof rulesEn>
export type NewRulesWords = WordsOf<typeof newRulesEn>
export type FieldWords = WordsOf<typeof fieldEn>
export type VerdictWords = WordsOf<typeof verdictEn>
export type OffersWords = WordsOf<typeof offersEn>
export type BuyOutWords = WordsOf<typeof buyOutEn>
export type AgreementWords = WordsOf<typeof agreementEn>
