import { family } from '#src/words/catalogue.ts'
import { quoteForm as quoteFormEn } from '#src/words/en/quote-form.ts'
import { quote as quoteEn, quoteStep as quoteStepEn } from '#src/words/en/quote.ts'
import { quoteForm as quoteFormKm } from '#src/words/km/quote-form.ts'
import { quote as quoteKm, quoteStep as quoteStepKm } from '#src/words/km/quote.ts'

// The command `quote` says these and no other, so that it starts without the rest.
export const quoteFormWords = family({ en: quoteFormEn, km: quoteFormKm })
export const quoteStepWords = family({ en: quoteStepEn, km: quoteStepKm })
export const quoteWords = family({ en: quoteEn, km: quoteKm })
