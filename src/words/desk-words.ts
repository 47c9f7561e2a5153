import { en } from '#src/words/desk-words-en.ts'
import { km } from '#src/words/desk-words-km.ts'
import { family } from '#src/words/words.ts'

/** What the record-keeper's pages and the receipts say. */
export const deskWords = family<typeof en>({ en, km })
