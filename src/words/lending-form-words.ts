import { en } from '#src/words/lending-form-words-en.ts'
import { km } from '#src/words/lending-form-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

/** What the forms of lending ask, and what stands on their checks and receipts. */
export const lendingFormWords = family<typeof en>({ en, km })

export type LendingFormWords = WordsOf<typeof en>
