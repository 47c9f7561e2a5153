import { expect, test } from 'vitest'
import { type LoanCommand, loanOperations } from '#domain/loans/operations.ts'
import {
  allOfUs,
  appraised,
  approved,
  committeeAfter,
  decided,
  flagsOf,
  lendingIn,
  requested,
} from '#test/support/committee.ts'
import { type StoryCommand, answerTo, bodyOf, loanIn, paidOut } from '#test/support/village.ts'

const out = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const like = (change: object): StoryCommand => ({ ...out, ...change }) as StoryCommand

const boughtOut = [
  requested({
    purpose: 'buy-out',
    buyOut: { lenderKinds: ['moneylender', 'mfi'], burdenBefore: 'above-50', lightens: true },
  }),
  { ...appraised(), lightens: true } as StoryCommand,
  decided({ ballot: allOfUs }),
]

test('of a buy-out every lender who is paid was agreed, be it one of them or all', () => {
  const village = committeeAfter(boughtOut)
  const word = (lenderKinds: readonly string[]) => flagsOf(village, like({ lenderKinds }))
  for (const kinds of [['mfi'], ['moneylender'], ['moneylender', 'mfi'], ['mfi', 'moneylender']])
    expect(word(kinds)).toEqual([])
  for (const kinds of [['bank'], ['mfi', 'bank'], ['bank', 'mfi']])
    expect(word(kinds)).toEqual(['differs-from-decision'])
  expect(flagsOf(village, out)).toEqual(['differs-from-decision'])
})

test('a loan that was decided is flagged for a price beside it, not for what it was decided with', () => {
  const asked = requested({ fee: 1_000, plan: { rateMonthlyPercent: '1' } })
  const village = committeeAfter([asked, appraised(), decided()])
  const bare = committeeAfter(approved)
  const plan = { rateMonthlyPercent: '1' }
  expect(flagsOf(village, like({ plan }))).toEqual([])
  const priced = (asWritten: object) => flagsOf(bare, like({ asWritten }))
  expect(priced({ fee: 0 })).toContain('differs-from-decision')
  expect(priced({ fee: 100 })).toContain('differs-from-decision')
  expect(priced({ method: 'declining', rateMonthlyPercent: '1.5' })).toEqual([
    'differs-from-decision',
  ])
  expect(flagsOf(bare, like({ securities: ['group-guarantee'] }))).toEqual([])
  expect(flagsOf(bare, like({ securities: ['id-card'] }))).toEqual([
    'differs-from-decision',
    'security-held',
  ])
})

test('who was promised a sum before the season is paid it without another vote, up to what is left', () => {
  const village = committeeAfter([])
  const told = (product: 'emergency' | 'normal') =>
    ({ ...out, id: 'x', v: 1, principal: 150_000, months: 3, product }) as unknown as LoanCommand
  const flags = (lineLeft: number, product: 'emergency' | 'normal' = 'emergency') =>
    bodyOf(loanOperations.decide(lendingIn(village, { lineLeft: () => lineLeft }), told(product)))
      .flags
  expect(flags(149_999)).toEqual(['paid-without-decision'])
  expect(flags(150_000)).toEqual([])
  expect(flags(150_001)).toEqual([])
  expect(flags(150_001, 'normal')).toEqual(['paid-without-decision'])
})

test('a first instalment that was decided is the one that is paid out with', () => {
  const village = committeeAfter([requested({ firstDueOn: '2025-03-20' }), appraised(), decided()])
  expect(flagsOf(village, like({ firstDueOn: '2025-03-20' }))).toEqual([])
  expect(flagsOf(village, like({ firstDueOn: '2025-04-20' }))).toEqual(['differs-from-decision'])
  expect(flagsOf(village, out)).toEqual(['differs-from-decision'])
})

test('a pay-out by a plan that cannot be, or to nobody, is none', () => {
  const village = committeeAfter(approved)
  const place = (change: object) => answerTo(village, like(change))
  expect(place({ plan: { balloon: 500_000 } })).toMatchObject({
    code: 'loan-cannot-hold',
    at: '/plan/balloon',
  })
  expect(place({ lenderKinds: [] })).toMatchObject({ at: '/lenderKinds' })
  expect(place({ lenderKinds: ['mfi', 'mfi'] })).toMatchObject({ at: '/lenderKinds' })
  expect(place({ plan: {}, asWritten: { fee: 0 } })).toMatchObject({ at: '/asWritten' })
})

test('a plan begins on the first day that was agreed, a list on its own', () => {
  const termsWith = (change: object) => loanIn(committeeAfter([like(change)])).terms
  const equal = { repayment: 'equal-instalment' }
  expect(termsWith({ plan: equal })).toMatchObject({ firstDueOn: '2025-02-20', dueDay: 20 })
  expect(termsWith({ plan: equal, firstDueOn: '2025-03-05' })).toMatchObject({
    conventionVersion: 2,
    firstDueOn: '2025-03-05',
    dueDay: 5,
  })
  const list = { plan: { dueOn: ['2025-02-12', '2025-03-19'] }, months: 2 }
  for (const firstDueOn of [undefined, '2025-03-05'])
    expect(termsWith({ ...list, ...(firstDueOn && { firstDueOn }) })).toMatchObject({
      firstDueOn: '2025-02-12',
      dueDay: 12,
    })
})

test('that principal is paid before interest stands in the terms only where the charter says so', () => {
  const termsBy = (repaymentOrder: 'interest-first' | 'principal-first') =>
    loanIn(committeeAfter([out], { repaymentOrder })).terms
  expect(termsBy('principal-first').repaymentOrder).toBe('principal-first')
  expect(termsBy('interest-first')).not.toHaveProperty('repaymentOrder')
})

test('the entry of a later part keeps its proof and its lenders, where there are any', () => {
  const village = committeeAfter([...approved, like({ amount: 200_000 })])
  const part = { type: 'RecordPayoutPart', effectiveOn: '2025-02-05', loanId: 'l1', amount: 100 }
  const body = (more: object) => bodyOf(answerTo(village, { ...part, ...more } as StoryCommand))
  const more = { proof: { witnesses: ['m2'] }, lenderKinds: ['mfi'] }
  expect(body(more)).toMatchObject({ ...more, flags: [] })
  expect(body({})).not.toHaveProperty('proof')
  expect(body({})).not.toHaveProperty('lenderKinds')
})
