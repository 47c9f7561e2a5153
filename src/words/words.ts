import type { Language } from '#src/words/catalogue.ts'
import { type Catalogue, en } from '#src/words/en.ts'
import { km } from '#src/words/km.ts'

/** The wording of one language without its marks, as a page uses it. */
export type Words = { readonly [Key in keyof Catalogue]: Catalogue[Key]['text'] }

/** Every catalogue with its marks, for translators and for the count of drafts. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { km, en }

const withoutMarks = (catalogue: Catalogue): Words =>
  Object.fromEntries(Object.entries(catalogue).map(([key, marked]) => [key, marked.text])) as Words

const words: Readonly<Record<Language, Words>> = { km: withoutMarks(km), en: withoutMarks(en) }

/** Returns the wording of a language; a function among them takes its parameters. */
export const wordsIn = (language: Language): Words => words[language]

/** Returns the keys that a native speaker still has to read. */
export const draftKeys = (language: Language): readonly string[] =>
  Object.entries(catalogues[language])
    .filter(([, marked]) => marked.status === 'draft')
    .map(([key]) => key)
