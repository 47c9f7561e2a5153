import { type Language, type Marked, languages } from '#src/words/catalogue.ts'
import { en } from '#src/words/en.ts'
import { km } from '#src/words/km.ts'

type MarkedWords = Readonly<Record<string, Marked<unknown>>>

/** The wording of one language without its marks, as a page uses it. */
export type WordsOf<Catalogue extends MarkedWords> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key]['text']
}

/** One family of wordings in every language; the English one is the type of the others. */
export type Family<Catalogue extends MarkedWords = MarkedWords> = {
  readonly in: (language: Language) => WordsOf<Catalogue>
  readonly catalogues: Readonly<Record<Language, Catalogue>>
}

const withoutMarks = <Catalogue extends MarkedWords>(catalogue: Catalogue): WordsOf<Catalogue> =>
  Object.fromEntries(
    Object.entries(catalogue).map(([key, marked]) => [key, marked.text]),
  ) as WordsOf<Catalogue>

/** Puts the languages of a family together: `family<typeof en>({ en, km })` misses nothing or does not compile. */
export const family = <Catalogue extends MarkedWords>(
  catalogues: Readonly<Record<Language, Catalogue>>,
): Family<Catalogue> => {
  const words = Object.fromEntries(
    languages.map((language) => [language, withoutMarks(catalogues[language])]),
  ) as Record<Language, WordsOf<Catalogue>>
  return { in: (language) => words[language], catalogues }
}

const everyPage = family<typeof en>({ en, km })

export type Words = WordsOf<typeof en>

/** Every catalogue with its marks, for translators and for the count of drafts. */
export const catalogues = everyPage.catalogues

/** Returns the wording of a language; a function among them takes its parameters. */
export const wordsIn = (language: Language): Words => everyPage.in(language)

/** Returns the keys that a native speaker still has to read. */
export const draftKeys = (
  language: Language,
  catalogue: MarkedWords = everyPage.catalogues[language],
): readonly string[] =>
  Object.entries(catalogue)
    .filter(([, marked]) => marked.status === 'draft')
    .map(([key]) => key)
