import { en } from '#src/words/household-words-en.ts'
import { km } from '#src/words/household-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

export const householdWords = family<typeof en>({ en, km })

export type HouseholdWords = WordsOf<typeof en>
