import { en } from '#src/words/message-words-en.ts'
import { km } from '#src/words/message-words-km.ts'
import { family } from '#src/words/words.ts'

/** What is written to phones. */
export const messageWords = family<typeof en>({ en, km })
