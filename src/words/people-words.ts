import { en } from '#src/words/people-words-en.ts'
import { km } from '#src/words/people-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

export const peopleWords = family<typeof en>({ en, km })

export type PeopleWords = WordsOf<typeof en>
