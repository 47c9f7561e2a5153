import type { Language } from '#src/words/catalogue.ts'
import { findingWords } from '#src/words/report-words.ts'

/** A finding in words; its code where no words are known. */
export const findingInWords = (code: string, language: Language): string => {
  const words: Readonly<Record<string, string>> = findingWords.in(language)
  return Object.hasOwn(words, code) ? words[code]! : code
}
