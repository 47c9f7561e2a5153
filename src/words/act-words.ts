import type { Language } from '#src/words/catalogue.ts'
import { actWords } from '#src/words/words.ts'

/** An act in words; a plain sentence where no words are known, never a code. */
export const actInWords = (code: string, language: Language): string => {
  const words = actWords.in(language)
  const known: Readonly<Record<string, string>> = words
  return Object.hasOwn(known, code) ? known[code]! : words.other
}
