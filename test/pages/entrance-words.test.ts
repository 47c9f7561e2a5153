import { expect, test } from 'vitest'
import { entranceActs } from '#src/app/activity.ts'
import { actions } from '#domain/access/table.ts'
import { roles } from '#domain/access/roles.ts'
import { languages } from '#src/words/catalogue.ts'
import { entranceWords } from '#src/words/entrance-words.ts'
import { exampleWords } from '#src/words/example-words.ts'
import { actInWords, logWords } from '#src/words/log-words.ts'
import { draftKeys } from '#src/words/words.ts'

const families = { entranceWords, exampleWords, logWords }

const asText = (wording: unknown): string =>
  typeof wording === 'function' ? String(wording('7', '8', '9')) : String(wording)

test('the entrance is worded in both languages, English reviewed and Khmer draft', () => {
  for (const { catalogues } of Object.values(families)) {
    expect(Object.keys(catalogues.km).toSorted()).toEqual(Object.keys(catalogues.en).toSorted())
    expect(draftKeys('en', catalogues.en)).toEqual([])
    expect(draftKeys('km', catalogues.km)).toEqual(Object.keys(catalogues.km))
  }
})

test('Khmer is written in Khmer with Latin digits, and no wording has a gap', () => {
  for (const words of Object.values(families)) {
    for (const wording of Object.values(words.in('km'))) {
      expect(asText(wording)).toMatch(/[\u1780-\u17d3]/)
      expect(asText(wording)).not.toMatch(/[\u17e0-\u17e9]/)
    }
    for (const language of languages)
      for (const wording of Object.values(words.in(language))) {
        expect(asText(wording)).toBe(asText(wording).trim())
        expect(asText(wording)).not.toContain('  ')
      }
  }
})

test('every role has a name of its own in every language', () => {
  for (const language of languages) {
    const { roleName } = entranceWords.in(language)
    expect(new Set(roles.map(roleName)).size).toBe(roles.length)
    expect(roles.map(roleName)).not.toContain(roleName('nobody'))
  }
})

test('every act that the log of a fund can hold is said in words', () => {
  const ofFund = actions.slice(0, actions.indexOf('see-network'))
  for (const language of languages)
    for (const act of [...ofFund, ...entranceActs])
      expect(actInWords(act, language), act).not.toBe(actInWords('constructor', language))
})

test('a pause is told in minutes and a long one in hours', () => {
  const { wait } = entranceWords.in('en')
  expect([1, 15, 60, 1440].map(wait).map((text) => / in (.*)\.$/.exec(text)?.[1])).toEqual([
    'one minute',
    '15 minutes',
    '60 minutes',
    '24 hours',
  ])
})
