import type { Language } from '#src/words/catalogue.ts'
import { en } from '#src/words/lending-code-words-en.ts'
import { km } from '#src/words/lending-code-words-km.ts'
import { entriesEn, entriesKm } from '#src/words/lending-entry-words.ts'
import { family } from '#src/words/words.ts'

/** What each refusal, fault and flag says, by its code: what happened and what to do next. */
export const lendingCodeWords = family<typeof en>({ en, km })

/** What each kind of line in the book is called, by its type. */
export const lendingEntryWords = family<typeof entriesEn>({ en: entriesEn, km: entriesKm })

/** The sentence of a code; undefined for one that no page knows. */
export const codeSaid = (code: string, language: Language): string | undefined => {
  const words: Readonly<Record<string, string>> = lendingCodeWords.in(language)
  return Object.hasOwn(words, code) ? words[code] : undefined
}

/** What a line of the book is called. */
export const entryNameOf = (type: string, language: Language): string => {
  const words = lendingEntryWords.in(language)
  const known: Readonly<Record<string, string>> = words
  return Object.hasOwn(known, type) ? known[type]! : words.other
}
