/** The languages a page can be read in; adding one means adding its catalogues. */
export const languages = ['km', 'en'] as const

export type Language = (typeof languages)[number]

/** One family of wordings in every language; the English one is the type of the others. */
type Family<Catalogue extends object = object> = {
  readonly in: (language: Language) => Readonly<Catalogue>
}

/** Puts the languages of a family together: a wording that one of them lacks does not compile. */
export const family = <Catalogue extends object>(
  catalogues: Readonly<Record<Language, Catalogue>>,
): Family<Catalogue> => ({ in: (language) => catalogues[language] })
