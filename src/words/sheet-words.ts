import { en } from '#src/words/sheet-words-en.ts'
import { km } from '#src/words/sheet-words-km.ts'
import { family } from '#src/words/words.ts'

/** What the meeting sheet says: the grid of a past meeting, one pass over the members, the prints. */
export const sheetWords = family<typeof en>({ en, km })
