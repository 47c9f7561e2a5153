import type { Language } from '#src/words/catalogue.ts'

type Words = Readonly<Record<string, unknown>>
type Catalogues = Readonly<Record<string, Readonly<Record<string, Words>>>>

/** What is said before a book is open, and all else. */
export type WordsPart = 'first' | 'rest'

type Held = { readonly language: Language; readonly part: WordsPart }

const known = new Map<string, Catalogues>()
const parts = new Set<string>()

const ofBoth = <Of>(
  before: Readonly<Record<string, Of>>,
  more: Readonly<Record<string, Of>>,
  how: (a: Of, b: Of) => Of,
): Readonly<Record<string, Of>> => {
  const both = Object.entries(more).map(([key, of]): readonly [string, Of] => {
    const other = before[key]
    return [key, other === undefined ? of : how(other, of)]
  })
  return { ...before, ...Object.fromEntries(both) }
}

/** Catalogues by file and name, where one of them comes in two parts. */
const together = (before: Catalogues, more: Catalogues): Catalogues =>
  ofBoth(before, more, (a, b) => ofBoth(a, b, (some, others) => ({ ...some, ...others })))

/** Words of a language have come. */
export const holdWords = ({ language, part }: Held, words: Catalogues): void => {
  known.set(language, together(known.get(language) ?? {}, words))
  parts.add(`${language} ${part}`)
}

export const hasWords = (language: Language, part: WordsPart): boolean =>
  parts.has(`${language} ${part}`)

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
