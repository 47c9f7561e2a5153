import { expect, test } from 'vitest'
import { entranceActs } from '#src/app/activity.ts'
import { actions } from '#domain/access/table.ts'
import { roles } from '#domain/access/roles.ts'
import { actSaid } from '#src/http/entrance/log.ts'
import { languages } from '#src/words/catalogue.ts'
import { actInWords } from '#src/words/act-words.ts'
import { entranceWords } from '#src/words/words.ts'

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

test('whoever only looked at a form is not said to have written anything', () => {
  const ofFund = actions.slice(0, actions.indexOf('see-network'))
  const looks = /^(see|read)-/
  for (const language of languages)
    for (const act of ofFund.filter((one) => !looks.test(one))) {
      const seen = actSaid({ action: act, outcome: 'read' }, language)
      expect(seen, act).not.toBe(actInWords(act, language))
    }
  const bank = actSaid({ action: 'RecordStatement', outcome: 'read' }, 'en')
  expect(bank).toBe('Form: What the bank or wallet holds')
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
