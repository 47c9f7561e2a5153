import { en } from '#src/words/message-page-words-en.ts'
import { km } from '#src/words/message-page-words-km.ts'
import { family } from '#src/words/words.ts'

/** Pages about texts to phones: at the meeting, and the household's own. */
export const messagePageWords = family<typeof en>({ en, km })
