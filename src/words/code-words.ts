import type { Language } from '#src/words/catalogue.ts'
import {
  lendingCodeWords,
  entryWords,
  memberCodeWords,
  savingCodeWords,
  supportCodeWords,
} from '#src/words/report-words.ts'

/** The sentence of a code; undefined for one that no page knows. */
export const codeSaid = (code: string, language: Language): string | undefined => {
  const words: Readonly<Record<string, string>> = {
    ...lendingCodeWords.in(language),
    ...memberCodeWords.in(language),
    ...savingCodeWords.in(language),
    ...supportCodeWords.in(language),
  }
  return Object.hasOwn(words, code) ? words[code] : undefined
}

/** What a line of the book is called. */
export const entryNameOf = (type: string, language: Language): string => {
  const words = entryWords.in(language)
  const known: Readonly<Record<string, string>> = words
  return Object.hasOwn(known, type) ? known[type]! : words.other
}
