import { en } from '#src/words/box-words-en.ts'
import { km } from '#src/words/box-words-km.ts'
import { family } from '#src/words/words.ts'

/** Money of the fund that is no member's turn at the table. */
export const boxWords = family<typeof en>({ en, km })
