import { expect, test } from 'vitest'
import { practiceTeam } from '#src/app/practice/practice-cases.ts'
import { withCookies } from '#test/http/cases/browsing.ts'
import { finger } from '#test/support/finger.ts'
import { practice } from '#test/support/service.ts'

test('a first talk goes from the team’s page to the open case with at most 14 fields and 30 taps', async () => {
  const village = withCookies(await practice())
  const person = finger(village, await village.as('migration-worker'))
  await person.open('/team?lang=en')
  await person.follow('Cases')
  person.type('passphrase', practiceTeam[0].passphrase)
  await person.press('Open')
  await person.follow('New case')
  expect(person.text()).toContain('Call first, write later')
  person.type('kind', 'return')
  person.tick('isInDanger')
  person.type('ageBand', '25-34')
  person.type('sex', 'woman')
  person.type('language', 'khmer')
  person.type('stage', 'back')
  person.type('way', 'visit')
  person.type('when', 'after the market')
  person.type('notTo', 'the broker')
  person.tick('isAgreed')
  await person.press('Begin the case')
  expect(person.path()).toMatch(/^\/cases\/of\/K-/)
  expect(person.text()).toContain('Danger: call the numbers first')
  console.log(`a first talk: ${person.taps()} taps, ${person.fields()} fields typed or chosen`)
  // What stands in the form, ticks and all, and the passphrase before it.
  expect(person.fields()).toBeLessThanOrEqual(14)
  expect(person.taps()).toBeLessThanOrEqual(30)
})
