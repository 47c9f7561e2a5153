import { entryNameOf } from '#src/words/code-words.ts'
import type { Language } from '#src/words/catalogue.ts'
import { actWords, logWords, openedWords } from '#src/words/words.ts'

const wordIn = (words: Readonly<Record<string, string>>, code: string): string | undefined =>
  Object.hasOwn(words, code) ? words[code] : undefined

/** An act in words; a plain sentence where no words are known, never a code. */
export const actInWords = (code: string, language: Language): string => {
  const words = actWords.in(language)
  return wordIn(words, code) ?? words.other
}

/** What was only looked at, or came to nothing: the form of an entry, or a page, and never that something was done. */
export const openedInWords = (
  code: string,
  { language, entry }: { readonly language: Language; readonly entry: string | undefined },
): string =>
  entry === undefined
    ? (wordIn(openedWords.in(language), code) ?? actInWords(code, language))
    : logWords.in(language).form(entryNameOf(entry, language))
