import { en } from '#src/words/away-words-en.ts'
import { km } from '#src/words/away-words-km.ts'
import { family } from '#src/words/words.ts'

/** Who is away, counted twice a year without a name. */
export const awayWords = family<typeof en>({ en, km })
