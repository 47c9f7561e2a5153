import { en } from '#src/words/confirming-words-en.ts'
import { km } from '#src/words/confirming-words-km.ts'
import { family } from '#src/words/words.ts'

/** Members are asked whether their balance is right. */
export const confirmingWords = family<typeof en>({ en, km })
