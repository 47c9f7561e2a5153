import fc from 'fast-check'
import { expect, test } from 'vitest'
import { earlyPaymentOf, nextPaymentOf } from '#domain/loans/early.ts'
import { type Loan, owedAtOrigin } from '#domain/loans/loan.ts'
import { standingOf, unpaidDues } from '#domain/loans/standing.ts'
import { duesOf, walk } from '#domain/loans/plan/village-convention.ts'
import {
  type StoryCommand,
  idOf,
  lending,
  loanIn,
  paid,
  paidOut,
  relieved,
  takenOver,
} from '#test/support/village.ts'

const tenMonths = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })

test('500,000 for 10 months saves all 41,000 on the day of the pay-out and 33,500 a month later', () => {
  const loan = loanIn(lending([tenMonths]))
  expect(earlyPaymentOf(loan, '2025-01-20')).toEqual({
    principal: 500_000,
    interestNow: 0,
    interestBySchedule: 41_000,
    saved: 41_000,
  })
  expect(earlyPaymentOf(loan, '2025-02-20')).toMatchObject({ interestNow: 7_500, saved: 33_500 })
})

test('the days of the running month are paid for, and only they', () => {
  const loan = loanIn(lending([tenMonths, paid('2025-02-20', [7_500, 50_000])]))
  // 450,000 x 1.5 % x 10 / 30 = 2,250, rounded down to 2,200; by the schedule 33,500.
  expect(earlyPaymentOf(loan, '2025-03-02')).toMatchObject({
    principal: 450_000,
    interestNow: 2_200,
    interestBySchedule: 33_500,
    saved: 31_300,
  })
})

test('an emergency loan bears no interest, so that paying it early saves zero', () => {
  const loan = loanIn(
    lending([paidOut({ on: '2025-01-20', principal: 100_000, months: 3, product: 'emergency' })]),
  )
  expect(earlyPaymentOf(loan, '2025-01-25')).toMatchObject({ interestNow: 0, saved: 0 })
})

test('a loan whose last day has come saves zero, and one that is paid has nothing to say', () => {
  const loan = loanIn(lending([paidOut({ on: '2025-01-20', principal: 60_000, months: 1 })]))
  expect(earlyPaymentOf(loan, '2025-02-20')).toMatchObject({ saved: 0 })
  expect(earlyPaymentOf(loan, '2025-04-01')).toMatchObject({ saved: 0 })
  const settled = loanIn(lending([tenMonths, paid('2025-01-20', 500_000)]))
  expect(earlyPaymentOf(settled, '2025-03-01')).toBeUndefined()
  expect(nextPaymentOf(settled, { asOf: '2025-03-01', meetingOn: '2025-03-20' })).toBeUndefined()
  expect(earlyPaymentOf(settled, '2025-01-19')).toBeUndefined()
})

test('months under relief are in neither sum, because they bear no interest', () => {
  const window = { from: '2025-02-10', to: '2025-04-30' }
  const loan = loanIn(lending([tenMonths, relieved('2025-02-10', window)]))
  // The three month ends of the window bear nothing: the same 41,000 comes three months later.
  expect(earlyPaymentOf(loan, '2025-04-01')).toMatchObject({
    interestNow: 0,
    interestBySchedule: 41_000,
    saved: 41_000,
  })
  expect(nextPaymentOf(loan, { asOf: '2025-04-01', meetingOn: '2025-04-20' })).toEqual({
    on: '2025-05-20',
    principal: 50_000,
    interest: 7_500,
    late: 0,
    amount: 57_500,
  })
})

test('what is late comes on top of the next instalment, with the interest of all months', () => {
  const loan = loanIn(lending([tenMonths]))
  expect(nextPaymentOf(loan, { asOf: '2025-03-01', meetingOn: '2025-03-20' })).toEqual({
    on: '2025-03-20',
    principal: 50_000,
    interest: 15_000,
    late: 50_000,
    amount: 115_000,
  })
})

test('after the last instalment everything is asked for at the next meeting', () => {
  const loan = loanIn(lending([paidOut({ on: '2025-01-20', principal: 60_000, months: 1 })]))
  expect(nextPaymentOf(loan, { asOf: '2025-03-05', meetingOn: '2025-03-20' })).toMatchObject({
    on: '2025-03-20',
    principal: 0,
    late: 60_000,
    interest: 1_800,
    amount: 61_800,
  })
})

const day = fc
  .tuple(fc.integer({ min: 1, max: 22 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, date]) => {
    const padded = (n: number) => String(n).padStart(2, '0')
    return `${month > 12 ? 2026 : 2025}-${padded(month > 12 ? month - 12 : month)}-${padded(date)}`
  })
const loanTold = fc
  .record({
    kind: fc.constantFrom('new', 'seasonal', 'old'),
    on: day,
    principal: fc.integer({ min: 1, max: 60 }).map((n) => n * 10_000),
    months: fc.integer({ min: 1, max: 12 }),
    isHalfPaid: fc.boolean(),
  })
  .map(({ kind, on, principal, months, isHalfPaid }): StoryCommand =>
    kind === 'old'
      ? takenOver({
          on: '2024-11-20',
          principal,
          months,
          owed: isHalfPaid ? principal / 2 : principal,
        })
      : paidOut({ on, principal, months, product: kind === 'seasonal' ? 'seasonal' : 'normal' }),
  )
const fact = fc.oneof(
  fc
    .tuple(day, fc.integer({ min: 1, max: 120_000 }))
    .map(([on, sum]): StoryCommand => paid(on, sum)),
  fc
    .tuple(day, fc.integer({ min: 0, max: 9_000 }), fc.integer({ min: 1, max: 90_000 }))
    .map(([on, interest, principal]): StoryCommand => paid(on, [interest, principal])),
  fc
    .tuple(day, day)
    .map(([a, b]): StoryCommand =>
      relieved('2025-01-02', a < b ? { from: a, to: b } : { from: b, to: a }),
    ),
)
const life = fc.tuple(loanTold, fc.array(fact, { maxLength: 6 })).map(([begin, facts]): Loan => {
  const told = facts.map((one, i): StoryCommand =>
    one.type === 'RecordRelief' ? { ...one, eventId: `E${i}` } : { ...one, id: idOf(100 + i) },
  )
  return loanIn(lending([begin, ...told]))
})

const paying = (loan: Loan, on: string, amount: number): Loan => ({
  ...loan,
  repayments: [
    ...loan.repayments,
    { id: `~${String(loan.repayments.length).padStart(4, '0')}`, on, amount },
  ],
})

/** The plain way: each instalment is brought on its day with the interest that has been counted by then. */
const interestStepByStep = (loan: Loan, asOf: string): number => {
  const { dues, owed } = standingOf(loan, asOf)!
  const left = unpaidDues(dues, owedAtOrigin(loan) - owed)
  let now: Loan = { ...loan, repayments: loan.repayments.filter(({ on }) => on <= asOf) }
  let interest = 0
  for (const [i, due] of left.entries()) {
    const on = due.on > asOf ? due.on : asOf
    const counted = Math.max(walk(now, on).interestDue, 0)
    const isLast = i === left.length - 1
    now = paying(now, on, isLast ? 10_000_000_000 : due.principal + counted)
    interest += walk(now, on).splits.at(-1)!.interest
  }
  return interest
}

test('early payment never costs more than the schedule, which is each instalment paid on its day', () => {
  fc.assert(
    fc.property(life, day, (loan, asOf) => {
      const early = earlyPaymentOf(loan, asOf)
      if (!early) return
      expect(early.saved).toBeGreaterThanOrEqual(0)
      expect(early.interestNow).toBeGreaterThanOrEqual(0)
      expect(early.interestBySchedule).toBe(interestStepByStep(loan, asOf))
    }),
    { numRuns: 300 },
  )
})

test('the sum that is named settles the loan on that day, and nothing of it is left over', () => {
  fc.assert(
    fc.property(life, day, (loan, asOf) => {
      const early = earlyPaymentOf(loan, asOf)
      if (!early) return
      const known = { ...loan, repayments: loan.repayments.filter(({ on }) => on <= asOf) }
      const after = walk(paying(known, asOf, early.principal + early.interestNow), asOf)
      expect(after.owed).toBe(0)
      expect(after.splits.at(-1)).toMatchObject({ interest: early.interestNow, excess: 0 })
    }),
    { numRuns: 300 },
  )
})

test('who brings the next payment on its day is not late after it', () => {
  fc.assert(
    fc.property(life, day, (loan, asOf) => {
      const meetingOn = asOf
      const next = nextPaymentOf(loan, { asOf, meetingOn })
      if (!next) return
      const known = { ...loan, repayments: loan.repayments.filter(({ on }) => on <= asOf) }
      const standing = standingOf(paying(known, next.on, next.amount), next.on)!
      expect(standing.overdue).toBe(0)
      expect(standing.nextDue?.on ?? '9999').not.toBe(next.on)
    }),
    { numRuns: 300 },
  )
})

test('a later part of the money that comes on a day on which something falls due adds nothing to that day', () => {
  const lent = loanIn(lending([tenMonths]))
  const loan = { ...lent, draws: [{ id: 'later', on: '2025-02-20', amount: 90_000 }] }
  expect(duesOf(loan).slice(0, 2)).toEqual([
    { on: '2025-02-20', principal: 50_000 },
    { on: '2025-03-20', principal: 60_000 },
  ])
})

test('what was paid back before the rest was given up has borne for its days, though nothing is owed any more', () => {
  const lent = loanIn(lending([tenMonths, paid('2025-02-04', 200_000)]))
  const loan = { ...lent, writeOffs: [{ id: 'gone', on: '2025-02-10', amount: 300_000 }] }
  const interestOn = (day: string) => walk(loan, day).interestDue
  // 200,000 x 1.5 % x 15 / 30, the half of a month.
  expect([interestOn('2025-02-19'), interestOn('2025-02-20'), interestOn('2025-06-20')]).toEqual([
    0, 1_500, 1_500,
  ])
})
