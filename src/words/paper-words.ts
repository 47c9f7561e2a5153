import { en } from '#src/words/paper-words-en.ts'
import { km } from '#src/words/paper-words-km.ts'
import { family } from '#src/words/words.ts'

/** What is printed of a meeting. */
export const paperWords = family<typeof en>({ en, km })
