import { en } from '#src/words/queue-words-en.ts'
import { km } from '#src/words/queue-words-km.ts'
import { type WordsOf, family } from '#src/words/words.ts'

/** Who comes first when cash is short, and why. */
export const queueWords = family<typeof en>({ en, km })

export type QueueWords = WordsOf<typeof en>
