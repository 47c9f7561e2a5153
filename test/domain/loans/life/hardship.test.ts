import fc from 'fast-check'
import { expect, test } from 'vitest'
import { duesOf } from '#domain/loans/plan/village-convention.ts'
import type { Ballot } from '#domain/fund/meeting/voting.ts'
import { allOfUs, byMeeting, byOfficers, officers, sumOf, toCome } from '#test/support/committee.ts'
import { committeeAfter, wordOf } from '#test/support/committee.ts'
import { monthly, near, nearDay } from '#test/support/edge-draws.ts'
import {
  type StoryCommand,
  booked,
  loanIn,
  paid,
  paidOut,
  relieved,
  standingIn,
} from '#test/support/village.ts'

const half = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
type Agreed = { readonly firstDueOn?: string; readonly ballot?: Ballot; readonly loanId?: string }
const anew = (
  on: string,
  months: number,
  { ballot, loanId, firstDueOn }: Agreed = {},
): StoryCommand => ({
  type: 'RescheduleLoan',
  effectiveOn: on,
  loanId: loanId ?? 'l1',
  months,
  ballot: ballot ?? byOfficers(officers),
  ...(firstDueOn && { firstDueOn }),
})
const sizes = (rows: readonly string[]) => rows.map((row) => Number(row.split(' ')[1]))

test('a household in hardship gets more time for what it owes', () => {
  const village = committeeAfter([half, paid('2025-02-20', 57_500), anew('2025-03-25', 18)])
  const rows = toCome(village, '2025-03-25')
  expect(rows.length).toBe(18)
  expect(rows[0]).toBe('2025-04-20 25000')
  expect(rows.at(-1)).toBe('2026-09-20 25000')
  expect(standingIn(village, '2025-03-25')).toMatchObject({
    owed: 450_000,
    overdue: 0,
    daysPastDue: 0,
  })
})

test('what was paid ahead counts as paid on the day of the new plan, and stands among none of its instalments', () => {
  const village = committeeAfter([half, paid('2025-02-20', 157_500), anew('2025-03-05', 14)])
  const dues = duesOf(loanIn(village)).map(({ on, principal }) => `${on} ${principal}`)
  expect(dues.slice(0, 4)).toEqual([
    '2025-02-20 50000',
    '2025-03-05 50000',
    '2025-03-05 50000',
    '2025-03-20 25000',
  ])
  expect(dues).toHaveLength(3 + 14)
})

test('where no day is said a new plan falls due at the meetings of now, also when it begins in February', () => {
  const own = {
    ...paidOut({ on: '2025-01-05', principal: 90_000, months: 9 }),
    firstDueOn: '2025-01-30',
  }
  const dues = (agreed: Agreed) => {
    const told = [own as StoryCommand, anew('2025-01-31', 18, agreed)]
    return toCome(committeeAfter(told, { meetingDay: 31 }), '2025-01-31').map((row) =>
      row.slice(0, 10),
    )
  }
  expect(dues({}).slice(0, 3)).toEqual(['2025-02-28', '2025-03-31', '2025-04-30'])
  // Where the end of February was said, the loan's own day stays.
  expect(dues({ firstDueOn: '2025-02-28' }).slice(0, 3)).toEqual([
    '2025-02-28',
    '2025-03-30',
    '2025-04-30',
  ])
})

test('what was late falls due anew and is late no more', () => {
  const village = committeeAfter([half, anew('2025-05-25', 20)])
  expect(standingIn(village, '2025-05-24')).toMatchObject({ overdue: 200_000, daysPastDue: 93 })
  expect(standingIn(village, '2025-05-25')).toMatchObject({
    overdue: 0,
    daysPastDue: 0,
    owed: 500_000,
  })
  expect(standingIn(village, '2025-06-21')).toMatchObject({ overdue: 25_000, daysPastDue: 1 })
})

test('nothing is added: the same principal, and interest that waits is not interest-bearing', () => {
  const before = committeeAfter([half])
  const village = committeeAfter([half, anew('2025-05-25', 20)])
  expect(standingIn(village, '2025-05-25').interestDue).toBe(
    standingIn(before, '2025-05-25').interestDue,
  )
  expect(sumOf(standingIn(village, '2025-05-25').dues)).toBe(500_000)
  // One month's rate on 500,000 and not on the 30,000 of interest beside it.
  expect(standingIn(village, '2025-06-20').interestDue).toBe(30_000 + 7_500)
  expect(booked(village, 'asset:loan:l1')).toBe(500_000)
})

test('an instalment never grows by it, also when early money came before', () => {
  const word = (told: readonly StoryCommand[], months: number) =>
    wordOf(committeeAfter([half, ...told]), anew('2025-03-25', months))
  expect(word([], 9)).toBe('instalment-would-grow')
  expect(word([], 10)).toBe('recorded')
  const early = { ...paid('2025-02-20', 357_500), early: 'fewer' } as StoryCommand
  expect(word([early], 2)).toBe('instalment-would-grow')
  expect(word([early], 4)).toBe('recorded')
})

test('a new plan is voted like a loan: by officers, by the meeting above a million or for an officer', () => {
  const village = committeeAfter([
    half,
    paidOut({ on: '2025-01-20', principal: 1_500_000, months: 10, loanId: 'l2', memberId: 'm2' }),
    paidOut({ on: '2025-01-20', principal: 300_000, months: 6, loanId: 'l3', memberId: 'o4' }),
  ])
  expect(wordOf(village, anew('2025-03-25', 20, { loanId: 'l2' }))).toBe('the-meeting-must-vote')
  expect(wordOf(village, anew('2025-03-25', 20, { loanId: 'l2', ballot: allOfUs }))).toBe(
    'recorded',
  )
  expect(wordOf(village, anew('2025-03-25', 20, { loanId: 'l3' }))).toBe('the-meeting-must-vote')
  expect(wordOf(village, anew('2025-03-25', 20, { ballot: byOfficers([], officers) }))).toBe(
    'vote-lost',
  )
  const tie = byMeeting({ present: 8, yes: 4, no: 4 })
  expect(wordOf(village, anew('2025-03-25', 20, { ballot: tie }))).toBe('vote-lost')
})

test('a loan that is repaid, given up or not there is not agreed anew', () => {
  expect(wordOf(committeeAfter([]), anew('2025-03-25', 20))).toBe('loan-unknown')
  const closed = committeeAfter([half, paid('2025-02-20', 507_500)])
  expect(wordOf(closed, anew('2025-03-25', 20))).toBe('loan-not-open')
  const given: StoryCommand = {
    type: 'WriteOffLoan',
    effectiveOn: '2025-03-01',
    loanId: 'l1',
    ballot: allOfUs,
  }
  expect(wordOf(committeeAfter([half, given]), anew('2025-03-25', 20))).toBe('loan-not-open')
  expect(wordOf(committeeAfter([half]), anew('2025-01-19', 20))).toBe('loan-not-open')
})

test('months and first day can hold', () => {
  const village = committeeAfter([half])
  for (const months of [0, 121, 1.5, -3])
    expect(wordOf(village, anew('2025-03-25', months))).toBe('loan-cannot-hold')
  for (const [firstDueOn, word] of [
    ['2025-03-25', 'loan-cannot-hold'],
    ['2025-02-30', 'date-impossible'],
    ['2025-01-01', 'loan-cannot-hold'],
  ] as const)
    expect(wordOf(village, anew('2025-03-25', 20, { firstDueOn }))).toBe(word)
})

test('a new plan lasts ten years at most, and begins after the day of the vote', () => {
  const village = committeeAfter([half])
  expect(wordOf(village, anew('2025-03-25', 120))).toBe('recorded')
  const first = (firstDueOn: string) => wordOf(village, anew('2025-03-25', 20, { firstDueOn }))
  expect(['2025-03-25', '2025-03-26'].map(first)).toEqual(['loan-cannot-hold', 'recorded'])
  expect(wordOf(village, anew('2025-01-20', 20))).toBe('recorded')
  const strange = byOfficers(officers.slice(0, 4), [], { recused: ['nobody'] })
  expect(wordOf(village, anew('2025-03-25', 20, { ballot: strange }))).toBe('member-unknown')
})

test('officers decide over what is owed, up to a million riel of it', () => {
  const large = paidOut({ on: '2025-01-20', principal: 1_500_000, months: 10 })
  const word = (left: number) =>
    wordOf(
      committeeAfter([large, paid('2025-02-20', [22_500, 1_500_000 - left])]),
      anew('2025-03-25', 20),
    )
  expect([1_000_000, 1_000_001].map(word)).toEqual(['recorded', 'the-meeting-must-vote'])
})

test('no single instalment grows, be it the last alone', () => {
  // 499,950 over ten months are nine of 49,900 and one of 50,850.
  const village = committeeAfter([half, paid('2025-02-20', [7_500, 50])])
  expect(wordOf(village, anew('2025-03-25', 10))).toBe('instalment-would-grow')
  expect(wordOf(village, anew('2025-03-25', 11))).toBe('recorded')
})

test('money brought early on the day of the vote is no instalment that grew', () => {
  const early = { ...paid('2025-03-25', 265_000), early: 'fewer' } as StoryCommand
  expect(wordOf(committeeAfter([half, early]), anew('2025-03-25', 20))).toBe('recorded')
})

test('an instalment that falls due on the day of the vote is none that is to come', () => {
  const due = committeeAfter([half, anew('2025-03-20', 10, { firstDueOn: '2025-04-20' })])
  expect(toCome(due, '2025-03-20')[0]).toBe('2025-04-20 50000')
  expect(standingIn(due, '2025-03-20')).toMatchObject({ overdue: 0, owed: 500_000 })
})

test('a month in which money went out in parts bears no more interest for being agreed anew', () => {
  const parts: readonly StoryCommand[] = [
    { ...half, amount: 200_000 } as StoryCommand,
    { type: 'RecordPayoutPart', effectiveOn: '2025-02-15', loanId: 'l1', amount: 300_000 },
  ]
  const due = (told: readonly StoryCommand[]) =>
    standingIn(committeeAfter([...parts, ...told]), '2025-02-20').interestDue
  expect(due([anew('2025-02-16', 20, { firstDueOn: '2025-02-20' })])).toBe(due([]))
})

test('a month in which money was repaid bears the interest that it would have borne', () => {
  const early = { ...paid('2025-02-10', 200_000), early: 'smaller' } as StoryCommand
  const due = (told: readonly StoryCommand[]) =>
    standingIn(committeeAfter([half, early, ...told]), '2025-02-20').interestDue
  expect(due([anew('2025-02-16', 20, { firstDueOn: '2025-02-20' })])).toBe(due([]))
})

test('relief that is still running goes on over a new plan', () => {
  const flood = relieved('2025-03-01', { from: '2025-03-01', to: '2025-06-30' })
  const village = committeeAfter([half, flood, anew('2025-04-10', 20)])
  expect(toCome(village, '2025-04-10')[0]).toBe('2025-07-20 25000')
  const turned = committeeAfter([half, anew('2025-04-10', 20), flood])
  expect(toCome(turned, '2025-04-10')).toEqual(toCome(village, '2025-04-10'))
})

test('a plan may be agreed anew again, never above what the loan once had', () => {
  const village = committeeAfter([half, anew('2025-03-25', 20), anew('2025-06-25', 30)])
  expect(sizes(toCome(village, '2025-06-25')).length).toBe(30)
  expect(Math.max(...sizes(toCome(village, '2025-06-25')))).toBeLessThanOrEqual(25_000)
})

test('for random lives a new plan adds nothing, raises nothing and keeps its number', () => {
  const life = fc.record({
    brought: fc.array(
      fc.tuple(
        nearDay(monthly('2025-02-01', 5, 20), { from: '2025-02-01', to: '2025-06-20' }),
        near([50_000, 57_500, 100_000], { min: 1, max: 120_000 }),
      ),
      { maxLength: 4 },
    ),
    on: nearDay(['2025-06-20'], { from: '2025-06-02', to: '2025-06-21' }),
    months: near([6, 8, 10], { min: 1, max: 36 }),
    product: fc.constantFrom('normal' as const, 'seasonal' as const),
  })
  fc.assert(
    fc.property(life, ({ brought, on, months, product }) => {
      const told = [
        { ...half, product } as StoryCommand,
        ...brought.filter(([day]) => day <= on).map(([day, sum]) => paid(day, sum)),
      ]
      const before = standingIn(committeeAfter(told), on)
      const change = anew(on, months)
      const word = wordOf(committeeAfter(told), change)
      if (word !== 'recorded') {
        expect(word).toMatch(/instalment-would-grow|loan-not-open/)
        return
      }
      const after = standingIn(committeeAfter([...told, change]), on)
      expect([after.owed, after.interestDue]).toEqual([before.owed, before.interestDue])
      expect(sumOf(after.dues)).toBe(500_000)
      const rows = sizes(toCome(committeeAfter([...told, change]), on))
      expect(rows.length).toBeLessThanOrEqual(months)
      expect(Math.max(...rows)).toBeLessThanOrEqual(product === 'seasonal' ? 500_000 : 50_000)
    }),
    { numRuns: 60 },
  )
})

test('instalments that count real days do not grow for the days that went by before a new plan', () => {
  const plan = { repayment: 'equal-instalment', yearlyPercent: '18', days: '30/360' }
  const loan = { ...half, plan } as StoryCommand
  const told: StoryCommand[] = [loan, paid('2025-02-20', 54_200), anew('2025-04-10', 9)]
  const { dues } = standingIn(committeeAfter(told), '2025-04-10')
  const totals = dues
    .filter(({ on }) => on > '2025-04-10')
    .map(({ on, principal }) => {
      const sum = principal + standingIn(committeeAfter(told), on).interestDue
      told.push(paid(on, sum))
      return sum
    })
  expect(totals.length).toBe(9)
  expect(standingIn(committeeAfter(told), '2026-12-31')).toMatchObject({
    status: 'closed',
    owed: 0,
  })
  // The first brings the interest that waited since February; no other is above the 54,200 of before.
  expect(Math.max(...totals.slice(1))).toBeLessThanOrEqual(54_200)
})

test('a month’s end that was agreed stays one after a short month, and after more time was voted for it', () => {
  const atMonthsEnd = {
    ...paidOut({ on: '2025-01-31', principal: 500_000, months: 10 }),
    plan: { dayOfMonth: 31 },
  } as StoryCommand
  const lent = committeeAfter([atMonthsEnd])
  expect(loanIn(lent).terms).toMatchObject({ firstDueOn: '2025-02-28', dueDay: 31 })
  const village = committeeAfter([
    atMonthsEnd,
    anew('2025-04-25', 18, { firstDueOn: '2025-04-30' }),
  ])
  const days = toCome(village, '2025-04-25').map((row) => row.split(' ')[0])
  expect(days.slice(0, 3)).toEqual(['2025-04-30', '2025-05-31', '2025-06-30'])
})
