import { expect, test } from 'vitest'
import { nthSaved, savingAfter, savingStory } from '#test/support/saving-village.ts'
import { allOfUs, byOfficers, officers, reversed, wordOf } from '#test/support/committee.ts'
import { booksOf } from '#test/support/taken-back.ts'
import { type StoryCommand, answerTo, booked, paid, paidOut } from '#test/support/village.ts'

const saved = (memberId: string, amount: number, effectiveOn = '2025-01-20'): StoryCommand => ({
  type: 'RecordDeposit',
  effectiveOn,
  memberId,
  amount,
})

/** 500,000 lent for ten months has brought 7,500 and 6,700 of interest by March. */
const begun: readonly StoryCommand[] = [
  saved('m1', 100_000),
  saved('m2', 300_000, '2025-03-01'),
  { type: 'BuyShares', effectiveOn: '2025-01-20', memberId: 'm1', shares: 4 },
  paidOut({ on: '2025-01-20', principal: 500_000, months: 10, memberId: 'm3' }),
  paid('2025-02-20', 57_500),
  paid('2025-03-20', 56_700),
]
const interest = (
  more: Partial<Extract<StoryCommand, { type: 'PayInterestOnSavings' }>> = {},
): StoryCommand => ({
  type: 'PayInterestOnSavings',
  effectiveOn: '2025-03-31',
  from: '2025-01-20',
  to: '2025-03-30',
  ratePercent: '10',
  bearer: 'free',
  ballot: allOfUs,
  ...more,
})
const body = (told: readonly StoryCommand[], one: StoryCommand) => {
  const answer = answerTo(savingAfter(told), one)
  if (answer.outcome !== 'recorded') throw new Error(JSON.stringify(answer))
  return answer.body as Extract<typeof answer.body, { type: 'InterestOnSavingsPaid' }>
}

test('free savings bear interest by their days, down to the hundred; shares have their part of the surplus', () => {
  // 100,000 for 70 days at 10 % are 1,917; 300,000 for 30 days are 2,465.
  expect(body(begun, interest()).rows).toEqual([
    { memberId: 'm1', amount: 1_900 },
    { memberId: 'm2', amount: 2_400 },
  ])
  const all = body(begun, interest({ bearer: 'all' })).rows
  // 120,000 for 70 days: 2,301.
  expect(all[0]).toEqual({ memberId: 'm1', amount: 2_300 })
})

test('it is saved where it was earned, and costs the fund as much', () => {
  const village = savingAfter([...begun, interest()])
  expect(booked(village, 'liability:savings:m1')).toBe(-121_900)
  expect(booked(village, 'expense:interest-paid')).toBe(4_300)
})

test('no more is paid than borrowers have paid on the same days', () => {
  const village = savingAfter(begun)
  expect(body(begun, interest()).earned).toBe(14_200)
  expect(wordOf(village, interest({ ratePercent: '34' }))).toBe('interest-above-earnings')
  expect(wordOf(village, interest({ ratePercent: '32' }))).toBe('recorded')
})

test('where it costs a year more than the loans bring, the entry says so', () => {
  expect(body(begun, interest()).flags).toEqual([])
  expect(body(begun, interest({ ratePercent: '20' })).flags).toEqual(['savings-cost-above-yield'])
})

test('no day bears interest twice, and nothing is nothing', () => {
  const village = savingAfter([...begun, interest()])
  const later = interest({ from: '2025-03-30', to: '2025-03-31' })
  expect(wordOf(village, later)).toBe('interest-paid-already')
  expect(wordOf(savingAfter(begun), interest({ ratePercent: '0' }))).toBe('nothing-to-pay')
})

test('days that have not been, rates that cannot be read and other words are invalid', () => {
  const village = savingAfter(begun)
  expect(wordOf(village, interest({ to: '2025-04-01' }))).toBe('days-cannot-hold')
  expect(wordOf(village, interest({ to: '2025-01-19' }))).toBe('days-cannot-hold')
  expect(wordOf(village, interest({ from: 'x' }))).toBe('date-impossible')
  expect(wordOf(village, interest({ ratePercent: 'x' }))).toBe('rate-unreadable')
  expect(wordOf(village, interest({ bearer: 'x' as never }))).toBe('word-unknown')
})

test('the meeting decides it, by more than half', () => {
  const village = savingAfter(begun)
  const ballot = byOfficers(officers)
  expect(wordOf(village, interest({ ballot }))).toBe('the-meeting-must-vote')
})

test('interest that is taken back was never paid, and its days can bear again', () => {
  const told = [...begun, interest()]
  const back = savingStory([...told, reversed(nthSaved(told.length), '2025-04-10')])
  expect(booksOf(back)).toEqual(booksOf(savingStory(begun)))
  expect(wordOf(back.village, interest())).toBe('recorded')
})
