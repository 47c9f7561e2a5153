import type { Language } from '#src/words/catalogue.ts'

type Words = Readonly<Record<string, unknown>>

/** What is said before a book is open, and all else. */
export type WordsPart = 'first' | 'rest'

/** Catalogues by their file and their name in it, each with the names of its words: one list for all languages. */
export type Names = readonly (readonly [place: string, names: string])[]

type Held = { readonly language: Language; readonly part: WordsPart }

const known = new Map<string, Map<string, Words>>()
const parts = new Set<string>()

/**
 * Words of a language have come, catalogue by catalogue in the order of their names, or by names of their own; a catalogue may
 * come in two parts.
 */
export const holdWords = (
  { language, part }: Held,
  words: readonly object[],
  names: Names,
): void => {
  const places = known.get(language) ?? new Map<string, Words>()
  for (const [i, [place, named]] of names.entries()) {
    const list = named.split(' ')
    const own = Object.entries(words[i]!).map(([at, word]) => [list[Number(at)] ?? at, word])
    places.set(place, { ...places.get(place), ...Object.fromEntries(own) })
  }
  known.set(language, places)
  parts.add(`${language} ${part}`)
}

export const hasWords = (language: Language, part: WordsPart): boolean =>
  parts.has(`${language} ${part}`)

/** What stands in a catalogue once its words have come: `place` is its file and its name in it. */
export const held = (language: string, place: string): object => {
  const words = (): Words => known.get(language)?.get(place) ?? {}
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
