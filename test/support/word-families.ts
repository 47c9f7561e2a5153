import { expect, test } from 'vitest'
import { type Language, languages } from '#src/words/catalogue.ts'
import { draftKeys } from '#src/words/words.ts'

type Catalogue = NonNullable<Parameters<typeof draftKeys>[1]>
type Family = {
  readonly catalogues: Readonly<Record<Language, Catalogue>>
  readonly in: (language: Language) => object
}

const asText = (wording: unknown): string =>
  typeof wording === 'function' ? String(wording('2', '3', '4', '5')) : String(wording)

/** A test for each family of words: nothing is missing, nothing is odd, and Khmer is marked as a draft. */
export const everyWordIsThere = (families: Readonly<Record<string, Family>>): void =>
  test.each(Object.entries(families))(
    'every wording of %s is there in both languages, Khmer as a draft in Latin digits',
    (_, family) => {
      const keys = Object.keys(family.catalogues.en)
      expect(draftKeys('en', family.catalogues.en)).toEqual([])
      expect(draftKeys('km', family.catalogues.km)).toEqual(keys)
      for (const language of languages)
        for (const wording of Object.values(family.in(language))) {
          const text = asText(wording)
          expect(text).toBe(text.trim())
          expect(text).not.toBe('')
          expect(text).not.toMatch(/ {2}|undefined|\[object/)
        }
      for (const wording of Object.values(family.in('km'))) {
        expect(asText(wording)).toMatch(/[\u1780-\u17d3]/)
        expect(asText(wording)).not.toMatch(/[\u17e0-\u17e9]/)
      }
    },
  )
