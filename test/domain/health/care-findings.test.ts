import { expect, test } from 'vitest'
import { findingsOf } from '#domain/health/findings.ts'
import { healthSumsOf } from '#domain/health/health.ts'
import { moreHealthOf } from '#domain/health/more-health.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  paidOut,
  storyOf,
} from '#test/support/village.ts'

const count = { amount: 900_000, isByNote: true }
const met = (effectiveOn: string): StoryCommand[] => [
  { type: 'OpenMeeting', effectiveOn, count },
  { type: 'CloseMeeting', effectiveOn, count },
]
const begun: readonly StoryCommand[] = [
  founded({ opening: { cash: 1_000_000, reserve: 1_000_000 } }),
  admitted('m1'),
  paidOut({ on: '2025-01-05', principal: 100_000, months: 4 }),
  ...met('2025-01-20'),
]
const bookOf = (told: readonly StoryCommand[]) => fundBookOf(storyOf([...begun, ...told]))

/** The days of the findings of one code. */
const days = (code: string, asOf: string, told: readonly StoryCommand[] = []) =>
  findingsOf(bookOf(told), asOf)
    .filter((one) => one.code === code)
    .map(({ on }) => on)

const gradeOn = (asOf: string, told: readonly StoryCommand[] = []) => {
  const book = bookOf(told)
  return moreHealthOf(book, healthSumsOf(book, asOf)).grade
}

test('one month without a meeting is no sign, the second is one for each of them, after two weeks of grace', () => {
  expect(days('no-meeting-held', '2025-03-06')).toEqual([])
  expect(days('no-meeting-held', '2025-04-02')).toEqual([])
  expect(days('no-meeting-held', '2025-04-03')).toEqual(['2025-02-20', '2025-03-20'])
  expect(days('no-meeting-held', '2025-12-31')).toHaveLength(10)
})

test('a meeting some days before or after the day of the rules is that meeting, and ends the silence', () => {
  expect(days('no-meeting-held', '2025-04-03', met('2025-02-10'))).toEqual([])
  expect(days('no-meeting-held', '2025-04-03', met('2025-03-03'))).toEqual([])
  expect(days('no-meeting-held', '2025-12-31', met('2025-12-29'))).toEqual([])
  // Of a past day later meetings are not known.
  expect(days('no-meeting-held', '2025-06-30', met('2025-12-29'))).toHaveLength(4)
})

test('a fund whose meeting decided that it rests owes no meeting, until it goes on', () => {
  const decided = (effectiveOn: string, future: 'rest' | 'go-on'): StoryCommand => ({
    type: 'DecideFuture',
    effectiveOn,
    future,
    votes: { present: 1, yes: 1, no: 0 },
  })
  const resting = [decided('2025-02-01', 'rest')]
  expect(days('no-meeting-held', '2025-12-31', resting)).toEqual([])
  const again = [...resting, decided('2025-10-01', 'go-on')]
  expect(days('no-meeting-held', '2025-12-31', again)).toEqual(['2025-10-20', '2025-11-20'])
})

test('a box with money in it that nobody has counted for three months is worth a look, an empty one is not', () => {
  expect(days('box-not-counted', '2025-04-22')).toEqual([])
  expect(days('box-not-counted', '2025-04-23')).toEqual(['2025-04-23'])
  expect(days('box-not-counted', '2025-04-23', met('2025-04-20'))).toEqual([])
  const spent: StoryCommand = { type: 'RecordExpense', effectiveOn: '2025-02-01', amount: 900_000 }
  expect(days('box-not-counted', '2025-04-23', [spent])).toEqual([])
})

test('a fund of a year and a day that never asked its members is told so, a younger one is not', () => {
  expect(days('never-asked', '2026-01-01')).toEqual([])
  expect(days('never-asked', '2026-01-02')).toEqual(['2026-01-01'])
})

test('nobody meets for eleven months and nobody pays: a D that says which meetings, and what a meeting would mend', () => {
  const { letter, lost } = gradeOn('2025-12-31')
  expect(letter).toBe('D')
  expect(lost.map(({ rule, points, found }) => [rule, points, found])).toEqual(
    expect.arrayContaining([
      ['par30', 2, 100],
      ['silence', 4, 10],
      ['counts', 1, 1],
    ]),
  )
  // What was foretold of the meetings is what a meeting brings, but for the count, which it makes too.
  const after = gradeOn('2025-12-31', met('2025-12-20'))
  expect(after.lost.map(({ rule }) => rule)).not.toContain('silence')
  expect(after.lost.map(({ rule }) => rule)).not.toContain('counts')
  expect(after.letter < letter).toBe(true)
})

test('a meeting that closed without a count costs for a year, and stays on the list', () => {
  const open: StoryCommand = { type: 'OpenMeeting', effectiveOn: '2025-02-20', count }
  const costs = (asOf: string, last: string) =>
    gradeOn(asOf, [open, ...met(last)]).lost.some(({ rule }) => rule === 'counts')
  expect(costs('2025-03-20', '2025-03-20')).toBe(true)
  expect(costs('2026-02-19', '2026-01-20')).toBe(true)
  expect(costs('2026-02-20', '2026-01-20')).toBe(false)
  expect(
    days('meeting-missing-in-cash-book', '2026-02-20', [open, ...met('2026-01-20')]),
  ).toHaveLength(1)
})
