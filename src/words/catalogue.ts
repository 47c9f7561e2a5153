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

type All<Part> = (Part extends unknown ? (one: Part) => void : never) extends (
  all: infer Whole,
) => void
  ? Whole
  : never

/** The same of several catalogues that are read as one; they are put together when a language is first asked for. */
export const joined = <const Parts extends readonly object[]>(
  catalogues: Readonly<Record<Language, Parts>>,
): Family<All<Parts[number]> & object> => {
  const known = new Map<Language, All<Parts[number]> & object>()
  return {
    in: (language) => {
      const whole =
        known.get(language) ??
        (Object.assign({}, ...catalogues[language]) as All<Parts[number]> & object)
      known.set(language, whole)
      return whole
    },
  }
}

/** Languages that the pages of households and of migrants can be read in in part, on top of a whole one. */
export const partialLanguages = ['th', 'vi'] as const

export type PartialLanguage = (typeof partialLanguages)[number]

/**
 * A family that some languages have in part: what one of them lacks stands in the whole language beside it, and the page says
 * so. A wording that the English one does not know does not compile.
 */
export const familyInPart = <Catalogue extends object>(
  catalogues: Readonly<Record<Language, Catalogue>>,
  parts: Readonly<Record<PartialLanguage, Partial<Catalogue>>>,
): {
  readonly in: (language: Language, also?: PartialLanguage) => Readonly<Catalogue>
} => ({
  in: (language, also) =>
    also === undefined ? catalogues[language] : { ...catalogues[language], ...parts[also] },
})
