import { expect, test } from 'vitest'
import { conditions } from '#domain/grants/kinds.ts'
import {
  allOfUs,
  appraised,
  committeeAfter,
  committeeStory,
  decided,
  flagsOf,
  officers,
  byOfficers,
  requested,
  wordOf,
} from '#test/support/committee.ts'
import { type StoryCommand, booked, paid, paidOut, standingIn } from '#test/support/village.ts'

const code = 'S-AAAA2222'
const windowId = 'donor'
const windowAccount = 'liability:grant-window:donor'

const step = (on: string, what: 'checked' | 'conditions-met'): StoryCommand => ({
  type: 'TakeSupportStep',
  effectiveOn: on,
  code,
  step: what,
})
const part = (on: string): StoryCommand => ({
  type: 'RecordSupportPart',
  effectiveOn: on,
  code,
  amount: 300_000,
})

/** A new start: 900,000 in three parts, of which the last waits until what was to be shown has been shown. */
const grant: readonly StoryCommand[] = [
  { type: 'RecordDonation', effectiveOn: '2025-01-02', windowId, amount: 2_000_000 },
  {
    type: 'AskForSupport',
    effectiveOn: '2025-01-06',
    code,
    windowId,
    amount: 900_000,
    parts: 3,
    broughtBy: 'team',
    fileHash: 'a'.repeat(64),
  },
  step('2025-01-07', 'checked'),
  {
    type: 'DecideSupport',
    effectiveOn: '2025-01-20',
    code,
    ballot: byOfficers(officers),
  },
  part('2025-01-21'),
  part('2025-03-21'),
]
const lastPart: readonly StoryCommand[] = [step('2026-02-20', 'conditions-met'), part('2026-02-21')]

const asked = (more: object = {}) =>
  requested({
    product: 'enterprise',
    purpose: 'trade',
    principal: 600_000,
    months: 6,
    ...more,
  })
const lent = (memberId: string): readonly StoryCommand[] => [
  asked({ memberId }),
  appraised(),
  decided(),
  paidOut({
    on: '2025-01-20',
    loanId: 'l1',
    memberId,
    product: 'enterprise',
    principal: 600_000,
    months: 6,
  }),
]
const givenUp: StoryCommand = {
  type: 'WriteOffLoan',
  effectiveOn: '2026-01-20',
  loanId: 'l1',
  ballot: allOfUs,
}

test('a grant in three parts and a loan beside it: one is given, the other is paid back without interest', () => {
  const months = ['02', '03', '04', '05', '06', '07']
  const back = months.map((month) => paid(`2025-${month}-20`, 100_000))
  const village = committeeAfter([...grant, ...lent('m1'), ...back, ...lastPart])
  expect(standingIn(village, '2025-07-20')).toMatchObject({ owed: 0 })
  expect(booked(village, 'income:interest')).toBe(0)
  expect(booked(village, windowAccount)).toBe(-1_100_000)
  expect(village.supports.get(code)!.paid.map(({ amount }) => amount)).toEqual([
    300_000, 300_000, 300_000,
  ])
})

test('a loan that goes bad touches no part of a grant, and no part becomes a debt', () => {
  const village = committeeAfter([...grant, ...lent('m1')])
  const bad = committeeAfter([...grant, ...lent('m1'), givenUp])
  expect(standingIn(village, '2026-01-19').owed).toBe(600_000)
  expect(bad.supports.get(code)).toEqual(village.supports.get(code))
  expect(booked(bad, windowAccount)).toBe(booked(village, windowAccount))
  // The last part is paid like that of anybody, and nothing of it goes into the loan.
  const after = committeeAfter([...grant, ...lent('m1'), givenUp, ...lastPart])
  const shown = committeeAfter([...grant, ...lent('m1'), givenUp, lastPart[0]!])
  expect(flagsOf(shown, lastPart[1]!)).toEqual([])
  expect(booked(after, windowAccount)).toBe(-1_100_000)
  expect(booked(after, 'asset:loan:l1')).toBe(booked(bad, 'asset:loan:l1'))
  expect([...after.loans.keys()]).toEqual(['l1'])
})

test('the last part waits for what the grant itself asks to be shown, never for a loan', () => {
  const village = committeeAfter([...grant, ...lent('m1')])
  expect(flagsOf(village, part('2026-02-21'))).toEqual(['conditions-open'])
  // No condition that a file can hold speaks of a loan, so that none could tell of one.
  expect(conditions.filter((one) => /loan|debt|repa/.test(one))).toEqual([])
})

test('nothing in the book joins the two: whoever borrows, the entries of the grant are the same to the byte', () => {
  const of = (told: readonly StoryCommand[], isOfGrant: boolean) =>
    committeeStory(told)
      .entries.map(({ body }) => body)
      .filter((body) => /Support|Donation/.test(body.type) === isOfGrant)
      .filter(({ type }) => !['SavingsTakenOver', 'MemberAdmitted'].includes(type))
      .map((body) => JSON.stringify(body))
  const mine = [...grant, ...lent('m1'), givenUp, ...lastPart]
  const another = [...grant, ...lent('m4'), ...lastPart]
  const nobody = [...grant, ...lastPart]
  expect(of(mine, true)).toEqual(of(another, true))
  expect(of(mine, true)).toEqual(of(nobody, true))
  for (const body of of(mine, true)) expect(body).not.toMatch(/l1|"m1"/)
  for (const body of of(mine, false)) expect(body).not.toContain(code)
})

test('whoever begins a trade may ask for the loan, without a riel saved, to a ceiling of the charter', () => {
  const rich = committeeAfter([])
  for (const memberId of ['m1', 'm2', 'o5'])
    expect(wordOf(rich, asked({ memberId, loanId: `l-${memberId}` }))).toBe('recorded')
  const ceiling = {
    savingsMultiple: 0,
    ofEquityAndSavingsPercent: 10,
    amountMax: 1_500_000,
    emergencyMax: 200_000,
    emergencyMonthsMax: 3,
    enterpriseMax: 400_000,
  }
  const votes = (principal: number) =>
    wordOf(committeeAfter([asked({ principal }), appraised()], { ceiling }), decided())
  expect(votes(400_000)).toBe('recorded')
  expect(votes(400_001)).toBe('above-ceiling')
})

test.each([
  [{ plan: { rateMonthlyPercent: '1' } }],
  [{ plan: { yearlyPercent: '1' } }],
  [{ fee: 1000 }],
  [{ purpose: 'papers-and-travel' as const }],
  [{ purpose: 'buy-out' as const }],
])('a loan to begin a trade costs nothing and is for nothing else: not with %j', (more) => {
  expect(wordOf(committeeAfter([]), asked(more))).toBe('loan-cannot-hold')
})

test('whatever an older book asked for such a loan, the fund asks no interest', () => {
  const dear = paidOut({
    on: '2025-01-20',
    loanId: 'l1',
    memberId: 'm1',
    product: 'enterprise',
    principal: 600_000,
    months: 6,
  })
  const asWritten = { method: 'flat', rateMonthlyPercent: '3' } as const
  const village = committeeAfter([{ ...dear, asWritten } as StoryCommand])
  expect(village.loans.get('l1')!.terms.rateMonthlyPercent).toBe('0')
  expect(standingIn(village, '2025-12-20').interestDue).toBe(0)
})
