import { expect, test } from 'vitest'
import { inOpenPeriod } from '#domain/fund/charter/periods.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  bodyOf,
  booked,
  founded,
  paid,
  paidOut,
  standingIn,
  takenOver,
  villageAfter,
} from '#test/support/village.ts'

const closed = (effectiveOn: string): StoryCommand => ({ type: 'ClosePeriod', effectiveOn })
const surplus = 'equity:undistributed-surplus'
const provision = 'asset:loan-loss-provision'

/**
 * A loan of 500,000 paid out on 20 January; 57,500 came back in February (7,500 interest) and
 * nothing since; 2,000 went on running costs. On 31 March the loan is 11 days late: 1 % of 450,000.
 */
const quarter: readonly StoryCommand[] = [
  founded({ opening: { cash: 2_000_000, reserve: 2_000_000 } }),
  admitted('m1'),
  paidOut({ on: '2025-01-20', principal: 500_000, months: 10 }),
  paid('2025-02-20', 57_500),
  { type: 'RecordExpense', effectiveOn: '2025-02-20', amount: 2_000 },
]

test('a close posts the provision that the day needs and carries the surplus', () => {
  const answer = bodyOf(answerTo(villageAfter(quarter), closed('2025-03-31')))
  expect(answer).toMatchObject({ type: 'PeriodClosed', provision: 4_500, surplus: 1_000 })
  const village = villageAfter([...quarter, closed('2025-03-31')])
  expect(booked(village, provision)).toBe(-4_500)
  expect(booked(village, surplus)).toBe(-1_000)
  const results = ['income:interest', 'expense:running-costs', 'expense:provision'] as const
  expect(results.map((account) => booked(village, account))).toEqual([0, 0, 0])
})

test('a provision that is no longer needed comes back as surplus at the next close', () => {
  const village = villageAfter([
    ...quarter,
    closed('2025-03-31'),
    paid('2025-04-20', 463_400),
    closed('2025-04-30'),
  ])
  expect(standingIn(village, '2025-04-30').owed).toBe(0)
  expect(booked(village, provision)).toBe(0)
  expect(booked(village, surplus)).toBe(-1_000 - 4_500 - 13_400)
})

test('a loss is carried as well', () => {
  const answer = bodyOf(
    answerTo(
      villageAfter([
        ...quarter,
        { type: 'RecordExpense', effectiveOn: '2025-03-20', amount: 9_000 },
      ]),
      closed('2025-03-31'),
    ),
  )
  expect(answer).toMatchObject({ surplus: -8_000 })
})

test('a period closes once, and none before it closes afterwards', () => {
  const village = villageAfter([...quarter, closed('2025-03-31')])
  for (const day of ['2025-03-31', '2025-02-28'])
    expect(answerTo(village, closed(day))).toEqual({
      outcome: 'refused',
      code: 'period-already-closed',
    })
  expect(answerTo(village, closed('2025-04-01')).outcome).toBe('recorded')
})

test('no period closes while the old book is not wholly taken over', () => {
  const told = founded({ opening: { cash: 500_000, reserve: 100_000 } })
  expect(answerTo(villageAfter([told]), closed('2025-03-31'))).toEqual({
    outcome: 'refused',
    code: 'takeover-unfinished',
  })
})

test('a late entry keeps its day and goes to the books of the first open day', () => {
  const village = villageAfter([...quarter, closed('2025-03-31'), paid('2025-03-20', 56_700)])
  expect(standingIn(village, '2025-03-31').owed).toBe(400_000)
  expect(booked(village, 'asset:loan:l1', '2025-03-31')).toBe(450_000)
  expect(booked(village, 'asset:loan:l1', '2025-04-01')).toBe(400_000)
  expect(booked(village, 'income:interest', '2025-03-31')).toBe(0)
  expect(booked(village, 'income:interest', '2025-04-01')).toBe(-6_700)
})

test('nothing is ever posted into a closed period', () => {
  const village = villageAfter([...quarter, closed('2025-03-31')])
  const late: readonly StoryCommand[] = [
    paid('2025-02-01', 10_000),
    { type: 'BuyShares', effectiveOn: '2025-01-20', memberId: 'm1', shares: 1 },
    { type: 'OpenMeeting', effectiveOn: '2025-02-20', count: { amount: 7, isByNote: true } },
    { type: 'RecordWriteOff', effectiveOn: '2025-03-20', loanId: 'l1', amount: 450_000 },
    takenOver({ on: '2024-10-20', principal: 300_000, months: 10, owed: 200_000, loanId: 'l2' }),
  ]
  for (const told of late) {
    const days = bodyOf(answerTo(village, told)).postings.map(({ on }) => on)
    expect(days.length).toBeGreaterThan(0)
    expect(days.filter((day) => day <= '2025-03-31')).toEqual([])
  }
})

test('what is posted after the close stays on its day, on the day of the close it goes to the day after', () => {
  const posted = (on: string) => ({
    account: 'asset:cash-box' as const,
    currency: 'KHR' as const,
    amount: 100,
    on,
  })
  const days = (closedThrough: string | undefined) =>
    inOpenPeriod(
      ['2025-03-30', '2025-03-31', '2025-04-02'].map((on) => posted(on)),
      closedThrough,
    ).map(({ on, amount }) => `${on} ${amount}`)
  expect(days(undefined)).toEqual(['2025-03-30 100', '2025-03-31 100', '2025-04-02 100'])
  expect(days('2025-03-31')).toEqual(['2025-04-01 200', '2025-04-02 100'])
  expect(days('2025-03-29')).toEqual(['2025-03-30 100', '2025-03-31 100', '2025-04-02 100'])
})
