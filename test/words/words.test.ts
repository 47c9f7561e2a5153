import { expect, test } from 'vitest'
import { type Language, languages } from '#src/words/catalogue.ts'
import * as quoteWords from '#src/words/quote-words.ts'
import * as reportWords from '#src/words/report-words.ts'
import * as pageWords from '#src/words/words.ts'

const families = { ...quoteWords, ...reportWords, ...pageWords }

/** Calls a wording that takes parameters with harmless ones, so that every wording is a text. */
const asText = (wording: unknown): string =>
  typeof wording === 'function' ? String(wording('2', '3', '4', '5')) : String(wording)

const textsOf = (family: object): (readonly [key: string, text: string])[] =>
  Object.entries(family).map(([key, wording]) => [key, asText(wording)])

test.each(Object.entries(families))(
  'every wording of %s is there in both languages and leaves no gap',
  (_, family) => {
    const keysIn = (language: Language) => Object.keys(family.in(language)).toSorted()
    expect(keysIn('km')).toEqual(keysIn('en'))
    for (const [key, text] of languages.flatMap((language) => textsOf(family.in(language)))) {
      expect(text, key).toBe(text.trim())
      expect(text, key).not.toMatch(/^$| {2}|undefined|\[object/)
    }
  },
)

const khmer = Object.values(families).flatMap((family) => textsOf(family.in('km')))

test('Khmer is written in Khmer, but for wordings that are figures and signs alone', () => {
  const others = khmer.filter(([, text]) => !/[\u1780-\u17d3]/.test(text))
  expect(others.filter(([, text]) => /[a-z]/i.test(text))).toEqual([])
})

test('Khmer wordings have Latin digits, but for a choice of digits and the names of two witnesses', () => {
  const inKhmerDigits = khmer.filter(([, text]) => /[\u17e0-\u17e9]/.test(text))
  expect(inKhmerDigits.map(([key]) => key)).toEqual(['digits_km', 'witness1Label', 'witness2Label'])
})

test('a count of loans is said for none, one and many', () => {
  const saidIn = (language: Language) =>
    [0, 1, 2].map(families.everyPageWords.in(language).loanCount)
  expect(saidIn('en')).toEqual(['No loans', '1 loan', '2 loans'])
  expect(saidIn('km')).toEqual(['គ្មានកម្ចី', 'កម្ចីចំនួន 1', 'កម្ចីចំនួន 2'])
})
