import { expect, test } from 'vitest'
import { adviceCodes, meetingCodes, nextSteps, refusalCodes } from '#domain/fairness/ruling.ts'
import { languages } from '#src/words/catalogue.ts'
import {
  agreementWords,
  buyOutWords,
  fieldWords,
  offersWords,
  rulesWords,
  verdictWords,
} from '#src/words/fair-words.ts'
import { draftKeys } from '#src/words/words.ts'

const families = { rulesWords, fieldWords, verdictWords, offersWords, buyOutWords, agreementWords }

const asText = (wording: unknown): string =>
  typeof wording === 'function' ? String(wording('2', '3', '4', '5')) : String(wording)

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

test('every ruling and every next step of the domain has a sentence of its own', () => {
  const codes = [...refusalCodes, ...meetingCodes, ...adviceCodes, ...nextSteps]
  for (const language of languages) {
    const words = verdictWords.in(language) as Readonly<Record<string, string | undefined>>
    const told = codes.map((code) => words[code] ?? `${code} has no words in ${language}`)
    expect(told.filter((text) => /has no words|[a-z]-[a-z]+-/.test(text))).toEqual([])
    expect(new Set(told).size).toBe(codes.length)
  }
})
