import { expect, test } from 'vitest'
import { languages } from '#src/words/catalogue.ts'
import { catalogues, draftKeys, wordsIn } from '#src/words/words.ts'

const keys = Object.keys(catalogues.en)

/** Calls a wording that takes parameters with harmless ones, so that every wording is a text. */
const asText = (wording: unknown): string =>
  typeof wording === 'function' ? String(wording('1', '2')) : String(wording)

test('every wording is present in every language', () => {
  for (const language of languages) {
    expect(Object.keys(catalogues[language]).toSorted()).toEqual(keys.toSorted())
    for (const wording of Object.values(wordsIn(language))) {
      expect(asText(wording).trim()).not.toBe('')
    }
  }
})

test('English is reviewed and all of Khmer is draft', () => {
  expect(draftKeys('en')).toEqual([])
  expect(draftKeys('km')).toEqual(keys)
})

test('the Khmer wording is written in Khmer and uses no Khmer digits', () => {
  for (const wording of Object.values(wordsIn('km'))) {
    expect(asText(wording)).toMatch(/[\u1780-\u17d3]/)
    expect(asText(wording)).not.toMatch(/[\u17e0-\u17e9]/)
  }
})

test('no wording leaves a gap at its ends or twice in its middle', () => {
  for (const language of languages) {
    for (const wording of Object.values(wordsIn(language))) {
      expect(asText(wording)).toBe(asText(wording).trim())
      expect(asText(wording)).not.toContain('  ')
    }
  }
})

test('a count of loans is said for none, one and many', () => {
  expect([0, 1, 2].map(wordsIn('en').loanCount)).toEqual(['No loans', '1 loan', '2 loans'])
  expect([0, 1, 2].map(wordsIn('km').loanCount)).toEqual(['គ្មានកម្ចី', 'កម្ចីចំនួន 1', 'កម្ចីចំនួន 2'])
})
