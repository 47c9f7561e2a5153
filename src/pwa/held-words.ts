import type { Language } from '#src/words/catalogue.ts'

type Catalogues = Readonly<Record<string, Readonly<Record<string, object>>>>

const known = new Map<Language, Catalogues>()

/** Words of a language have come. */
export const holdWords = (language: Language, words: Catalogues): void => {
  known.set(language, words)
}

export const hasWords = (language: Language): boolean => known.has(language)

/** What stands in a catalogue once its words have come: `place` is its file and its name in it. */
export const held = (language: Language, place: string): object => {
  const [file, name] = place.split('/') as [string, string]
  return new Proxy(
    {},
    {
      get: (_, key) => Reflect.get(known.get(language)?.[file]?.[name] ?? {}, key),
      has: (_, key) => Reflect.has(known.get(language)?.[file]?.[name] ?? {}, key),
    },
  )
}
