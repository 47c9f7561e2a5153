import type { Language } from '#src/words/catalogue.ts'

type Words = Readonly<Record<string, unknown>>
type Catalogues = Readonly<Record<string, Readonly<Record<string, Words>>>>

/** What is said before a book is open, and all else. */
export type WordsPart = 'first' | 'rest'

type Held = { readonly language: Language; readonly part: WordsPart }

const known = new Map<string, Partial<Record<WordsPart, Catalogues>>>()

/** Words of a language have come. */
export const holdWords = ({ language, part }: Held, words: Catalogues): void => {
  known.set(language, { ...known.get(language), [part]: words })
}

export const hasWords = (language: Language, part: WordsPart): boolean =>
  known.get(language)?.[part] !== undefined

/** What stands in a catalogue once its words have come: `place` is its file and its name in it. */
export const held = (language: string, place: string): object => {
  const [file, name] = place.split('/') as [string, string]
  const words = (): Words => {
    const { first, rest } = known.get(language) ?? {}
    return { ...first?.[file]?.[name], ...rest?.[file]?.[name] }
  }
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
