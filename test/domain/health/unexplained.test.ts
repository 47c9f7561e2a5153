import { expect, test } from 'vitest'
import { peopleFindings } from '#domain/health/people-findings.ts'
import { unexplainedOf } from '#domain/health/unexplained.ts'
import { founded, fundBookOf, storyOf } from '#test/support/village.ts'

const opening = {
  cash: 1_000_000,
  reserve: 1_000_000,
  counted: { amount: 990_000, isByNote: true },
}
const book = fundBookOf(storyOf([founded({ opening })]))
const codesOn = (day: string) => peopleFindings(book, day).map(({ code }) => code)

test('what the box holds less than the old book said is answered for by an office from its first day', () => {
  expect(unexplainedOf(book, '2025-01-01')).toEqual({
    left: -10_000,
    since: '2025-01-01',
    owner: 'chair',
    nextOn: '2025-04-01',
    failedOn: undefined,
  })
})

test('a quarter later it must be less, or the day is a finding', () => {
  expect(codesOn('2025-03-31')).not.toContain('not-explained-in-time')
  expect(codesOn('2025-04-01')).toContain('not-explained-in-time')
  expect(unexplainedOf(book, '2025-04-01')).toMatchObject({
    failedOn: '2025-04-01',
    nextOn: '2025-06-30',
  })
})
