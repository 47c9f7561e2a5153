import { loanBookEn } from '#src/words/loan-book-words-en.ts'
import { loanBookKm } from '#src/words/loan-book-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

export const loanBookWords = family<typeof loanBookEn>({ en: loanBookEn, km: loanBookKm })
export type LoanBookWords = WordsOf<typeof loanBookEn>
