import type { Language } from '#src/words/catalogue.ts'
import { olderCodesEn, olderCodesKm } from '#src/words/older-code-words.ts'
import { comparingCodesEn, comparingCodesKm } from '#src/words/comparing-code-words.ts'
import { confirmingCodesEn, confirmingCodesKm } from '#src/words/confirming-code-words.ts'
import { en as lendingEn } from '#src/words/lending-code-words-en.ts'
import { km as lendingKm } from '#src/words/lending-code-words-km.ts'
import { entriesEn, entriesKm } from '#src/words/lending-entry-words.ts'
import { memberCodesEn, memberCodesKm } from '#src/words/member-code-words.ts'
import { meetingCodesEn, meetingCodesKm } from '#src/words/meeting-code-words.ts'
import { reliefCodesEn, reliefCodesKm } from '#src/words/relief-code-words.ts'
import { savingCodeWords } from '#src/words/saving-code-words.ts'
import { supportCodeWords } from '#src/words/support-code-words.ts'
import { family } from '#src/words/words.ts'

const en = {
  ...lendingEn,
  ...olderCodesEn,
  ...meetingCodesEn,
  ...reliefCodesEn,
  ...comparingCodesEn,
  ...confirmingCodesEn,
}
const km: typeof en = {
  ...lendingKm,
  ...olderCodesKm,
  ...meetingCodesKm,
  ...reliefCodesKm,
  ...comparingCodesKm,
  ...confirmingCodesKm,
}

/** What each refusal, fault and flag says, by its code: what happened and what to do next. */
export const lendingCodeWords = family<typeof en>({ en, km })

/** The same of people and offices. */
export const memberCodeWords = family<typeof memberCodesEn>({
  en: memberCodesEn,
  km: memberCodesKm,
})

/** What each kind of line in the book is called, by its type. */
export const lendingEntryWords = family<typeof entriesEn>({ en: entriesEn, km: entriesKm })

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
  const words = lendingEntryWords.in(language)
  const known: Readonly<Record<string, string>> = words
  return Object.hasOwn(known, type) ? known[type]! : words.other
}
