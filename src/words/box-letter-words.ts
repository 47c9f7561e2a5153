import { en } from '#src/words/box-letter-words-en.ts'
import { km } from '#src/words/box-letter-words-km.ts'
import { family } from '#src/words/words.ts'

/** The nameless box: what is put in, and how it is answered. */
export const boxLetterWords = family<typeof en>({ en, km })
