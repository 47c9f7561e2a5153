import { expect, test } from 'vitest'
import { findingsOf } from '#domain/health/findings.ts'
import { taskCounts, tasksOf } from '#domain/health/tasks.ts'
import { committeeStory } from '#test/support/committee.ts'
import { carriedOver, converted, flat, givenBack, lentLikeThat } from '#test/support/older.ts'
import { type StoryCommand, fundBookOf, paid, paidOut } from '#test/support/village.ts'

const bookOf = (told: readonly StoryCommand[]) => fundBookOf(committeeStory(told))
const found = (told: readonly StoryCommand[], code: string, asOf = '2025-12-31') =>
  findingsOf(bookOf(told), asOf)
    .filter((one) => one.code === code)
    .map(({ on, subject, expected, found: sum }) => [on, subject.number, expected, sum])

const lent = paidOut({ on: '2025-01-20', principal: 100_000, months: 10 })

test('half of a loan is the most that was to be paid for it, and a riel more is told', () => {
  const charges = (interest: number) =>
    found([lent, paid('2025-02-20', [interest, 0])], 'charges-above-half')
  expect(charges(50_000)).toEqual([])
  expect(charges(50_001)).toEqual([['2025-01-20', 'L1', 50_000, 50_001]])
})

test('half of a sum that has no half is reckoned down, so that a riel more than half is told', () => {
  const odd = paidOut({ on: '2025-01-20', principal: 100_001, months: 10 })
  const charges = (interest: number) =>
    found([odd, paid('2025-02-20', [interest, 0])], 'charges-above-half')
  expect(charges(50_000)).toEqual([])
  expect(charges(50_001)).toEqual([['2025-01-20', 'L1', 50_000, 50_001]])
})

test('a fee and what was paid before these books count with the interest', () => {
  const taken = (fee: number, interestPaidBefore: number) =>
    found([carriedOver(flat('1', { fee, interestPaidBefore }))], 'charges-above-half')
  expect(taken(200_000, 300_000)).toEqual([])
  expect(taken(200_001, 300_000)).toEqual([['2025-01-01', 'L1', 500_000, 500_001]])
})

test('of money that was handed out in parts, half of the parts so far is the measure', () => {
  const part = { ...lent, amount: 60_000 } as StoryCommand
  const charges = (interest: number) =>
    found([part, paid('2025-02-20', [interest, 0])], 'charges-above-half')
  expect(charges(30_000)).toEqual([])
  expect(charges(30_001)).toEqual([['2025-01-20', 'L1', 30_000, 30_001]])
})

test('a paper is a sign and a task until the day on which it is given back', () => {
  const told = [
    carriedOver({ securities: ['land-title', 'family-book'] }),
    givenBack('2025-03-01', 'land-title'),
  ]
  const held = (asOf: string) => tasksOf(bookOf(told), asOf).map(({ security }) => security)
  expect(held('2025-02-28')).toEqual(['family-book', 'land-title'])
  expect(held('2025-03-01')).toEqual(['family-book'])
  const signs = (asOf: string) => found(told, 'security-not-given-back', asOf).length
  expect([signs('2025-02-28'), signs('2025-03-01')]).toEqual([2, 1])
})

test('a dear loan is a task from its first day until the meeting has converted it or it is paid', () => {
  const kinds = (asOf: string, ...more: StoryCommand[]) =>
    tasksOf(bookOf([lentLikeThat(flat('3')), ...more]), asOf).map(({ kind }) => kind)
  expect([kinds('2025-01-19'), kinds('2025-01-20')]).toEqual([[], ['convert']])
  const vote = converted('2025-03-20')
  expect([kinds('2025-03-19', vote), kinds('2025-03-20', vote)]).toEqual([['convert'], []])
  const back = paid('2025-02-20', 2_000_000)
  expect([kinds('2025-02-19', back), kinds('2025-02-20', back)]).toEqual([['convert'], []])
  expect(tasksOf(bookOf([lent]), '2025-12-31')).toEqual([])
})

test('tasks say since when, of whom and how much is not asked for, papers first and the oldest first', () => {
  const dear = lentLikeThat(flat('3'), 'l2')
  const told = [carriedOver({ ...flat('3'), securities: ['land-title'] }), dear]
  const tasks = tasksOf(bookOf(told), '2025-02-20')
  expect(tasks.map(({ kind, number, since, memberId }) => [kind, number, since, memberId])).toEqual(
    [
      // The paper is held since the money was given, the loan stands in this book since it was taken over.
      ['give-back', 'L1', '2024-07-20', 'm1'],
      ['convert', 'L1', '2025-01-01', 'm1'],
      ['convert', 'L2', '2025-01-20', 'm1'],
    ],
  )
  // Flat 3 % of 1,000,000 is 30,000 a month; the fund asks 15,000 of it.
  expect(tasks.map(({ notDemanded }) => notDemanded).at(-1)).toBe(15_000)
  expect(taskCounts(tasks)).toEqual({ 'give-back': 1, convert: 2 })
})

test('what the older terms ask beyond the fund’s is a sign from the day on which it is counted', () => {
  const beyond = (asOf: string) =>
    found([lentLikeThat(flat('3'))], 'interest-beyond-the-cap', asOf).map(([, , , sum]) => sum)
  expect([beyond('2025-02-19'), beyond('2025-02-20')]).toEqual([[], [15_000]])
})

const home: StoryCommand = {
  type: 'RecordHousehold',
  effectiveOn: '2025-01-05',
  householdId: 'h1',
  change: 'formed',
  memberIds: ['m1', 'm2'],
}
const loan = (
  loanId: string,
  memberId: string,
  { on = '2025-02-20', product = 'normal' as 'normal' | 'seasonal' | 'emergency' } = {},
): StoryCommand => paidOut({ on, principal: 100_000, months: 3, loanId, memberId, product })
const second = (told: readonly StoryCommand[], asOf = '2025-12-31') =>
  found([home, ...told], 'second-loan-in-household', asOf).map(([on, number]) => `${on} ${number}`)

test('an emergency loan beside another is no second one of the household, two of either are', () => {
  const first = loan('l1', 'm1')
  expect(second([first, loan('l2', 'm2', { product: 'emergency' })])).toEqual([])
  expect(second([first, loan('l2', 'm2', { product: 'seasonal' })])).toEqual(['2025-02-20 L2'])
  const urgent = { product: 'emergency' } as const
  expect(second([loan('l1', 'm1', urgent), loan('l2', 'm2', urgent)])).toEqual(['2025-02-20 L2'])
  // Two of one member are hers, and another sign tells of them.
  expect(second([first, loan('l2', 'm1')])).toEqual([])
  expect(second([first, loan('l2', 'm3')])).toEqual([])
})

test('the later of two is the second one, and only while both are owed', () => {
  const later = loan('l1', 'm1', { on: '2025-03-20' })
  expect(second([later, loan('l2', 'm2')])).toEqual(['2025-03-20 L1'])
  const both = [loan('l1', 'm1'), loan('l2', 'm2', { on: '2025-03-20' })]
  const back = [...both, paid('2025-04-01', [0, 100_000], 'l1')]
  expect([second(back, '2025-03-31'), second(back, '2025-04-01')]).toEqual([['2025-03-20 L2'], []])
})
