import { en } from '#src/words/dispute-words-en.ts'
import { km } from '#src/words/dispute-words-km.ts'
import { family } from '#src/words/words.ts'

/** What a member says is not right, from the question to the answer. */
export const disputeWords = family<typeof en>({ en, km })
