import { operations } from '#domain/operations/all.ts'
import { byName } from '#domain/operations/operation.ts'
import { entryNameOf } from '#src/words/code-words.ts'
import type { Language } from '#src/words/catalogue.ts'
import { actWords, logWords, openedWords } from '#src/words/words.ts'

const entryOf: Readonly<Record<string, string>> = byName(
  operations,
  'command',
  ({ entry }) => entry,
)

const wordIn = (words: Readonly<Record<string, string>>, code: string): string | undefined =>
  Object.hasOwn(words, code) ? words[code] : undefined

/**
 * An act in words; a plain sentence where no words are known, never a code. Whoever looked at a form, or was stopped, has
 * done nothing: then the form or the page is named instead.
 */
export const actInWords = (
  code: string,
  { language, isDone = true }: { readonly language: Language; readonly isDone?: boolean },
): string => {
  const words = actWords.in(language)
  const entry = wordIn(entryOf, code)
  const form =
    entry === undefined ? undefined : logWords.in(language).form(entryNameOf(entry, language))
  const opened = isDone ? undefined : (form ?? wordIn(openedWords.in(language), code))
  return opened ?? wordIn(words, code) ?? words.other
}
