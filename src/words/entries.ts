import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Language } from '#src/words/catalogue.ts'
import { entryNameOf } from '#src/words/code-words.ts'
import { lendingFormWords } from '#src/words/words.ts'

/** How a line of the book is named where it is pointed at: what it is, and its number. */
export const entryNamed = (
  language: Language,
  { type, seq }: Pick<JournalRow, 'type' | 'seq'>,
): string => `${entryNameOf(type, language)} (${lendingFormWords.in(language).lineNumber} ${seq})`
