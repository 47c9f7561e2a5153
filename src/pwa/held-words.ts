import type { Language } from '#src/words/catalogue.ts'

type Words = Readonly<Record<string, unknown>>
type Catalogues = Readonly<Record<string, Readonly<Record<string, Words>>>>

const known = new Map<string, Catalogues>()

/** Words of a language have come. */
export const holdWords = (language: Language, words: Catalogues): void => {
  known.set(language, words)
}

export const hasWords = (language: Language): boolean => known.has(language)

/** What stands in a catalogue once its words have come: `place` is its file and its name in it. */
export const held = (language: string, place: string): object => {
  const [file, name] = place.split('/') as [string, string]
  const words = (): Words => known.get(language)?.[file]?.[name] ?? {}
  return new Proxy(
    {},
    {
      get: (_, key) => Reflect.get(words(), key) as unknown,
      has: (_, key) => Reflect.has(words(), key),
      ownKeys: () => Reflect.ownKeys(words()),
      getOwnPropertyDescriptor: (_, key) => {
        const found = Reflect.getOwnPropertyDescriptor(words(), key)
        return found && { ...found, configurable: true }
      },
    },
  )
}
