import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scheduleOf } from '#domain/loans/plan/scheduled.ts'
import { walk } from '#domain/loans/plan/village-convention.ts'
import {
  type StoryCommand,
  booked,
  lending,
  loanIn,
  paid,
  paidOut,
  standingIn,
  takenOver,
} from '#test/support/village.ts'

const half = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const splitsAfter = (told: readonly StoryCommand[], day: string) =>
  standingIn(lending(told), day).splits.map(({ interest, principal, excess }) => [
    interest,
    principal,
    excess,
  ])
const interestDueAfter = (told: readonly StoryCommand[], day: string) =>
  standingIn(lending(told), day).interestDue

test('a loan of 500,000 for 10 months costs 41,000 when it is paid as agreed', () => {
  const rows = scheduleOf(loanIn(lending([half])))
  expect(rows.map(({ interest }) => interest)).toEqual([
    7_500, 6_700, 6_000, 5_200, 4_500, 3_700, 3_000, 2_200, 1_500, 700,
  ])
  expect(rows.reduce((sum, { interest }) => sum + interest, 0)).toBe(41_000)
})

test('principal repaid long before the first month begins takes nothing more off its interest', () => {
  const late = { ...half, firstDueOn: '2025-06-20' } as StoryCommand
  const told = [late, paid('2025-02-01', [0, 100_000])]
  expect(interestDueAfter(told, '2025-06-20')).toBe(6_000)
})

test('interest is counted at the due date, not a day before', () => {
  expect(interestDueAfter([half], '2025-02-19')).toBe(0)
  expect(interestDueAfter([half], '2025-02-20')).toBe(7_500)
  expect(interestDueAfter([half], '2025-03-19')).toBe(7_500)
  expect(interestDueAfter([half], '2025-03-20')).toBe(15_000)
})

test('what is paid on a due date goes to interest first', () => {
  expect(splitsAfter([half, paid('2025-02-20', 57_500)], '2025-02-20')).toEqual([
    [7_500, 50_000, 0],
  ])
  expect(splitsAfter([half, paid('2025-02-20', 5_000)], '2025-02-20')).toEqual([[5_000, 0, 0]])
})

test('a missed meeting leaves instalment and interest owed, and both are paid together later', () => {
  const told = [half, paid('2025-03-20', 115_000)]
  expect(splitsAfter(told, '2025-03-20')).toEqual([[15_000, 100_000, 0]])
})

test('unpaid interest never bears interest: each month that is missed costs the same', () => {
  const due = ['2025-02-20', '2025-05-20', '2025-11-20'].map((day) => interestDueAfter([half], day))
  expect(due).toEqual([7_500, 4 * 7_500, 10 * 7_500])
})

test('money paid early bears rate x days / 30 for the days that it stood', () => {
  const told = [half, paid('2025-01-30', 100_000)]
  expect(splitsAfter(told, '2025-01-30')).toEqual([[0, 100_000, 0]])
  // 400,000 the whole month, 100,000 for ten days of thirty: 6,000 + 500.
  expect(interestDueAfter(told, '2025-02-20')).toBe(6_500)
  expect(interestDueAfter(told, '2025-03-20')).toBe(6_500 + 6_000)
})

test('in a month of 31 days early money never bears more than the month', () => {
  const march = paidOut({ on: '2025-03-20', principal: 500_000, months: 10 })
  // 31 days lie between 20 March and 20 April: the 30th and the last of them cost the same.
  expect(interestDueAfter([march, paid('2025-04-19', 100_000)], '2025-04-20')).toBe(7_500)
  expect(interestDueAfter([march, paid('2025-04-18', 100_000)], '2025-04-20')).toBe(7_400)
})

test('in a February of 28 days money paid a day early saves three days of a month of thirty', () => {
  const told = [paidOut({ on: '2025-02-20', principal: 300_000, months: 3 })]
  // 27 of 30 days on 100,000 are 1,350; the rest stood its month: 3,000.
  expect(interestDueAfter([...told, paid('2025-03-19', 100_000)], '2025-03-20')).toBe(4_300)
})

test('the interest of a month is rounded down once, not for each of its parts', () => {
  const told = [
    paidOut({ on: '2025-01-20', principal: 99_000, months: 3 }),
    paid('2025-01-29', 33_000),
    paid('2025-02-10', 33_000),
  ]
  // 33,000 x 9 + 33,000 x 21 + 33,000 x 30 thirtieths at 1.5 %: 990 in all, never 100 + 300 + 400.
  expect(interestDueAfter(told, '2025-02-20')).toBe(900)
})

test('settling early costs the days since the month began and nothing more', () => {
  const told = [half, paid('2025-02-20', 57_500), paid('2025-03-02', 452_200)]
  // Ten days on 450,000: 2,250, rounded down to 2,200.
  expect(splitsAfter(told, '2025-12-31')).toEqual([
    [7_500, 50_000, 0],
    [2_200, 450_000, 0],
  ])
  expect(standingIn(lending(told), '2025-12-31')).toMatchObject({
    status: 'closed',
    owed: 0,
    interestDue: 0,
    interestPaid: 9_700,
  })
})

test('a loan handed back on its first day costs nothing', () => {
  expect(splitsAfter([half, paid('2025-01-20', 500_000)], '2025-12-31')).toEqual([[0, 500_000, 0]])
})

test('a sum that only seemed to settle leaves the interest of its days as principal owed', () => {
  const told = [half, paid('2025-01-30', 500_000)]
  expect(splitsAfter(told, '2025-01-30')).toEqual([[2_500, 497_500, 0]])
  expect(standingIn(lending(told), '2025-01-30').owed).toBe(2_500)
})

test('a first month that is short bears interest for its days only', () => {
  const told = paidOut({ on: '2025-02-10', principal: 500_000, months: 10 })
  // Ten days to 20 February: 2,500; from then on whole months.
  expect(interestDueAfter([told], '2025-02-20')).toBe(2_500)
  expect(interestDueAfter([told], '2025-03-20')).toBe(2_500 + 7_500)
})

test('a first month of one day is rounded down to the hundred', () => {
  const told = paidOut({ on: '2025-02-19', principal: 500_000, months: 10 })
  expect(interestDueAfter([told], '2025-02-20')).toBe(200)
  const small = paidOut({ on: '2025-02-19', principal: 100_000, months: 10 })
  expect(interestDueAfter([small], '2025-02-20')).toBe(0)
})

test('money paid early in a short first month bears the days that it stood of it', () => {
  const told = [
    paidOut({ on: '2025-02-05', principal: 600_000, months: 6 }),
    paid('2025-02-10', 300_000),
  ]
  // 300,000 for 15 days and 300,000 for 5: 2,250 + 750.
  expect(interestDueAfter(told, '2025-02-20')).toBe(3_000)
})

test('a month that February cuts short is a whole month', () => {
  const told = paidOut({ on: '2025-01-31', principal: 500_000, months: 10 })
  const village = lending([told], { meetingDay: 31 })
  const due = ['2025-02-28', '2025-03-31'].map((day) => standingIn(village, day).interestDue)
  expect(due).toEqual([7_500, 15_000])
})

test('a loan taken over bears a whole month at the first meeting after it', () => {
  const told = takenOver({ on: '2024-12-20', principal: 500_000, months: 10, owed: 500_000 })
  const loan = loanIn(lending([told]))
  expect(walk(loan, '2025-01-20').interestDue).toBe(7_500)
  const late = takenOver({ on: '2024-12-31', principal: 500_000, months: 10, owed: 500_000 })
  // Paid out on 31 December: 20 days to the meeting.
  expect(interestDueAfter([late], '2025-01-20')).toBe(5_000)
})

test('a seasonal loan bears interest each month and asks for it at maturity', () => {
  const told = paidOut({ on: '2025-05-20', principal: 600_000, months: 8, product: 'seasonal' })
  const village = lending([told])
  expect(standingIn(village, '2025-12-20').interestDue).toBe(7 * 9_000)
  expect(scheduleOf(loanIn(village)).map(({ total }) => total)).toEqual([600_000 + 8 * 9_000])
})

test('an emergency loan bears no interest', () => {
  const told = paidOut({ on: '2025-01-20', principal: 150_000, months: 3, product: 'emergency' })
  expect(interestDueAfter([told], '2025-12-31')).toBe(0)
})

test('interest is income when it is received, on the day that it is received', () => {
  const village = lending([half, paid('2025-02-20', 57_500)])
  expect(booked(village, 'income:interest', '2025-02-19')).toBe(0)
  expect(booked(village, 'income:interest', '2025-02-20')).toBe(-7_500)
  expect(booked(village, 'income:interest', '2025-12-31')).toBe(-7_500)
})

const early = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 30 }),
    sum: fc.integer({ min: 1, max: 900 }).map((n) => n * 100),
  }),
  { maxLength: 5 },
)

test('the first month of any loan bears principal x days / 30 at the rate, rounded down once', () => {
  fc.assert(
    fc.property(early, fc.integer({ min: 1, max: 30 }), (payments, rate) => {
      const days = (n: number) => (n < 12 ? `2025-03-${20 + n}` : `2025-04-${n - 11}`)
      const dated = payments.map(({ day, sum }) => paid(days(day).replace(/-(\d)$/, '-0$1'), sum))
      const rates = { normal: `${rate / 20}`, seasonal: '0', emergency: '0' }
      const loan = paidOut({ on: '2025-03-20', principal: 1_000_000, months: 10 })
      const village = lending([loan, ...dated], { rateMonthlyPercent: rates })
      const gone = payments.reduce((sum, one) => sum + one.sum, 0)
      const weights = payments.map(({ day, sum }) => sum * Math.min(day, 30))
      const weight = weights.reduce((a, b) => a + b, (1_000_000 - gone) * 30)
      const hundreds = (BigInt(weight) * BigInt(rate)) / (30n * 2_000n * 100n)
      expect(standingIn(village, '2025-04-20').interestDue).toBe(Number(hundreds) * 100)
    }),
  )
})
