import { en } from '#src/words/comparing-words-en.ts'
import { km } from '#src/words/comparing-words-km.ts'
import { family } from '#src/words/words.ts'

/** The paper book beside the software, while a village tries it. */
export const comparingWords = family<typeof en>({ en, km })
