import { expect, test } from 'vitest'
import { findingsOf } from '#domain/health/findings.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  paidOut,
  storyOf,
} from '#test/support/village.ts'

/*
 * A ceiling is three times what a member has saved. Money that comes for the loan and goes again after it is nobody's
 * savings, whoever writes it and on however many days.
 */

const opening: readonly StoryCommand[] = [
  founded({ opening: { cash: 20_000_000, reserve: 20_000_000 } }),
  admitted('m1'),
  admitted('m2'),
]
const saved = (effectiveOn: string, amount: number): StoryCommand => ({
  type: 'RecordDeposit',
  effectiveOn,
  memberId: 'm1',
  amount,
})
const taken = (effectiveOn: string, amount: number): StoryCommand => ({
  type: 'RecordWithdrawal',
  effectiveOn,
  memberId: 'm1',
  amount,
})
const lent = (principal: number, on = '2025-06-20'): StoryCommand =>
  paidOut({ on, principal, months: 10 })

type By = readonly string[]

const found = (told: readonly StoryCommand[], by: By = []) =>
  findingsOf(
    fundBookOf(storyOf([...opening, ...told], undefined, (_, i) => by[i - 3] ?? 'story')),
    '2025-12-31',
  )
    .filter(({ code }) => ['saved-for-the-loan-alone', 'loan-above-ceiling'].includes(code))
    .map(({ code, on, subject, expected, found: sum }) => [
      code,
      on,
      subject.number,
      ...(expected === null ? [] : [expected, sum]),
    ])

const old = saved('2025-01-10', 25_000)

test('money that comes a month before a loan and goes a month after it raises no ceiling, whoever writes it', () => {
  const borrowed = [old, saved('2025-05-20', 100_000), lent(300_000), taken('2025-07-20', 100_000)]
  const told = ['saved-for-the-loan-alone', '2025-06-20', 'L1', 75_000, 300_000]
  expect(found(borrowed)).toEqual([told])
  expect(found(borrowed, ['one', 'keeper', 'chair', 'counter'])).toEqual([told])
  // In parts, and on days apart.
  const parts = [saved('2025-05-20', 60_000), saved('2025-06-19', 40_000)]
  const back = [taken('2025-06-21', 50_000), taken('2025-09-18', 50_000)]
  expect(found([old, ...parts, lent(300_000), ...back])).toEqual([told])
})

test('the three things say the same in whichever order they are written down', () => {
  const [inn, loan, out] = [
    saved('2025-05-20', 100_000),
    lent(300_000),
    taken('2025-07-20', 100_000),
  ]
  for (const order of [
    [inn, loan, out],
    [inn, out, loan],
    [out, inn, loan],
  ])
    expect(found([old, ...order])).toContainEqual(
      expect.arrayContaining(['saved-for-the-loan-alone']),
    )
})

test('in and out on the day of the loan is told too, when two officers wrote it', () => {
  const day = '2025-06-20'
  const told = found(
    [old, saved(day, 100_000), lent(300_000), taken(day, 100_000)],
    ['chair', 'keeper', 'chair', 'counter'],
  )
  expect(told).toEqual([['loan-above-ceiling', day, 'L1', 75_000, 300_000]])
})

test('whoever saves up for a loan and leaves it, or takes out what was long there, is told of by nobody', () => {
  expect(found([old, saved('2025-06-19', 75_000), lent(300_000)])).toEqual([])
  expect(
    found([saved('2025-01-10', 100_000), lent(300_000), taken('2025-06-21', 100_000)]),
  ).toEqual([])
  // Ninety days before it, or ninety after, are long enough; a day less is not.
  const came = (on: string) =>
    found([saved(on, 100_000), lent(300_000), taken('2025-06-25', 100_000)])
  expect(came('2025-03-22')).toEqual([])
  expect(came('2025-03-23')).not.toEqual([])
  const went = (on: string) =>
    found([saved('2025-06-19', 100_000), lent(300_000), taken(on, 100_000)])
  expect(went('2025-09-19')).toEqual([])
  expect(went('2025-09-18')).not.toEqual([])
})

test('a vote on money that is gone again before the loan is paid out is told by the pay-out', () => {
  const told = found([
    old,
    saved('2025-06-01', 100_000),
    taken('2025-06-10', 100_000),
    lent(300_000),
  ])
  expect(told).toEqual([['loan-above-ceiling', '2025-06-20', 'L1']])
})
