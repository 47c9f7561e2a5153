import { formEn } from '#src/words/quote-form-words-en.ts'
import { formKm } from '#src/words/quote-form-words-km.ts'
import { resultEn, stepEn } from '#src/words/quote-words-en.ts'
import { resultKm, stepKm } from '#src/words/quote-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

export const quoteWords = family<typeof resultEn>({ en: resultEn, km: resultKm })
export const quoteFormWords = family<typeof formEn>({ en: formEn, km: formKm })
export const quoteStepWords = family<typeof stepEn>({ en: stepEn, km: stepKm })

export type QuoteWords = WordsOf<typeof resultEn>
export type QuoteFormWords = WordsOf<typeof formEn>
export type QuoteStepWords = WordsOf<typeof stepEn>
