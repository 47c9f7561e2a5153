import { en } from '#src/words/bank-words-en.ts'
import { km } from '#src/words/bank-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

export const bankWords = family<typeof en>({ en, km })
export type BankWords = WordsOf<typeof en>
