import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysAfter } from '#domain/kernel/dates.ts'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { isForTheMeeting, refusalIn, rulingsOn } from '#domain/fairness/fair-lending.ts'
import type { FairTerms, FairGround } from '#domain/fairness/ruling.ts'
import type { Every } from '#domain/loans/plan/due-days.ts'
import { securities } from '#domain/loans/request/request-state.ts'

const on = '2026-01-20'

const asked = (more: Partial<FairTerms> = {}): FairTerms => ({
  product: 'normal',
  principal: 500_000,
  months: 10,
  purpose: 'farm',
  ...more,
})

const ground = (more: Partial<FairGround> = {}): FairGround => ({
  charter: defaultCharter,
  on,
  ceiling: { savings: 500_000, equityAndSavings: 20_000_000, isFirstCycle: false },
  burden: { least: 20, most: 20 },
  hasOther: false,
  ...more,
})

const codes = (loan: Partial<FairTerms> = {}, where: Partial<FairGround> = {}): string[] =>
  rulingsOn(asked(loan), ground(where)).map(({ code }) => code)

const isHard = (loan: Partial<FairTerms>): boolean | undefined =>
  refusalIn(rulingsOn(asked(loan), ground()))?.isHard

test('an ordinary loan at 1.5 % a month breaks no rule, whatever day it is paid out on', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 365 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 10, max: 15_000 }),
      (days, months, hundreds) => {
        const where = { on: daysAfter('2025-06-01', days) }
        expect(codes({ months, principal: hundreds * 100 }, where)).toEqual([])
      },
    ),
    { numRuns: 200 },
  )
})

test('18 % a year passes and one hundredth more does not, whatever the charter says of it', () => {
  const at = (rate: string) => ({
    charter: {
      ...defaultCharter,
      interestStep: 1,
      rateMonthlyPercent: { ...defaultCharter.rateMonthlyPercent, normal: rate },
    },
  })
  const large = { principal: 1_000_000 }
  expect(codes(large, at('1.5'))).toEqual([])
  expect(codes(large, at('1.501'))).toEqual(['above-cap'])
  expect(refusalIn(rulingsOn(asked(large), ground(at('1.501'))))).toMatchObject({ isHard: true })
})

test('a fee, or money that must be left behind, is part of the price', () => {
  const exact = { charter: { ...defaultCharter, interestStep: 1 } }
  expect(codes({ principal: 1_000_000 }, exact)).toEqual([])
  expect(codes({ principal: 1_000_000, fee: 1_000 }, exact)).toEqual(['above-cap'])
  expect(codes({ principal: 1_000_000, deposit: 10_000 }, exact)).toEqual(['above-cap'])
  // A cheaper loan has room for a small fee.
  const cheap = { ...defaultCharter.rateMonthlyPercent, normal: '1.3' }
  const room = { charter: { ...exact.charter, rateMonthlyPercent: cheap } }
  expect(codes({ principal: 1_000_000, fee: 10_000 }, room)).toEqual([])
  expect(codes({ principal: 1_000_000, fee: 12_000 }, room)).toEqual(['above-cap'])
})

test('what it costs in all is at most half of what is lent', () => {
  // 1.5 % a month on the falling balance comes to half of it in 65 months and two thirds.
  const large = { principal: 1_000_000, plan: { interestRounding: { mode: 'half-up', step: 1 } } }
  expect(codes({ ...large, months: 65 } as Partial<FairTerms>)).not.toContain('charges-above-half')
  expect(codes({ ...large, months: 67 } as Partial<FairTerms>)).toContain('charges-above-half')
})

test.each(securities)('as security %s is taken or not, and no vote changes it', (security) => {
  const isTaken = security === 'none' || security === 'group-guarantee'
  expect(codes({ security })).toEqual(isTaken ? [] : ['security-not-taken'])
  expect(isHard({ security })).toBe(isTaken ? undefined : true)
})

test('advice above a third of the income, the meeting above 40 % or where nobody knows, no above a half', () => {
  const at = (percent: number) => codes({}, { burden: { least: percent, most: percent } })
  expect([33, 33.01, 40, 40.01, 50, 50.01].map(at)).toEqual([
    [],
    ['burden-above-33'],
    ['burden-above-33'],
    ['burden-above-40'],
    ['burden-above-40'],
    ['burden-above-half'],
  ])
  expect(codes({}, { burden: 'unknown' })).toEqual(['burden-unknown'])
  expect(isForTheMeeting(rulingsOn(asked(), ground({ burden: 'unknown' })))).toBe(true)
})

test('of a range the meeting looks at the worse end, and a no needs even the better one to be too much', () => {
  expect(codes({}, { burden: { least: 30, most: 60 } })).toEqual(['burden-above-40'])
  expect(codes({}, { burden: { least: 51, most: 60 } })).toEqual(['burden-above-half'])
})

test('a household that pays 40 % and 25 % and asks for 10 % more is refused and offered the buy-out', () => {
  const rulings = rulingsOn(asked(), ground({ burden: { least: 75, most: 75 } }))
  expect(refusalIn(rulings)).toEqual({
    is: 'refused',
    code: 'burden-above-half',
    isHard: false,
    next: 'ask-for-the-buy-out',
  })
})

test('an emergency, and a buy-out that makes the burden lighter, are not stopped by the burden', () => {
  const heavy = { burden: { least: 80, most: 90 } }
  expect(codes({ product: 'emergency', principal: 200_000, months: 3 }, heavy)).toEqual([])
  const buyOut = { purpose: 'buy-out', principal: 1_500_000, months: 24 } as const
  const now = (least: number) => ({ ...heavy, burdenNow: { least, most: least } })
  expect(codes(buyOut, now(91))).toEqual([])
  expect(codes(buyOut, now(90))).toEqual(['burden-above-half'])
})

test('three times the savings, a tenth of the fund and the charter’s most, each to the unit', () => {
  const at = (principal: number, more: Partial<FairGround['ceiling']> = {}) =>
    codes({ principal }, { ceiling: { ...ground().ceiling, ...more } })
  expect(at(1_500_000)).toEqual([])
  expect(at(1_500_001)).toEqual(['above-ceiling'])
  expect(at(300_000, { savings: 100_000 })).toEqual([])
  expect(at(300_001, { savings: 100_000 })).toEqual(['above-ceiling'])
  expect(at(700_001, { equityAndSavings: 7_000_000 })).toEqual(['above-ceiling'])
  const first = { equityAndSavings: 7_000_000, isFirstCycle: true }
  expect(at(700_001, first)).toEqual(['above-fund-share'])
})

test('an emergency loan has a ceiling and a term of its own and needs no savings', () => {
  const poor = { ceiling: { savings: 0, equityAndSavings: 20_000_000, isFirstCycle: false } }
  const loan = (principal: number, months: number) =>
    codes({ product: 'emergency', purpose: 'health', principal, months }, poor)
  expect(loan(200_000, 3)).toEqual([])
  expect(loan(200_001, 3)).toEqual(['above-ceiling'])
  expect(loan(200_000, 4)).toEqual(['too-long-for-an-emergency'])
})

test('an emergency of twelve weeks is three months; a first instalment that is put off counts for its months', () => {
  const weekly = (months: number, every: Every = { n: 1, unit: 'weeks' }) =>
    codes({ product: 'emergency', principal: 200_000, months, plan: { every } })
  expect(weekly(12)).toEqual([])
  expect(weekly(6, { n: 2, unit: 'weeks' })).toEqual([])
  expect(weekly(13)).toEqual(['too-long-for-an-emergency'])
  const emergency = { product: 'emergency', principal: 200_000 } as const
  const once = (firstDueOn: string) => codes({ ...emergency, months: 1, firstDueOn })
  expect(once('2026-04-20')).toEqual([])
  expect(once('2026-05-20')).toEqual(['too-long-for-an-emergency'])
  const own = (...dueOn: string[]) => codes({ ...emergency, months: dueOn.length, plan: { dueOn } })
  expect(own('2026-02-03', '2026-04-20')).toEqual([])
  expect(own('2026-02-03', '2026-04-21')).toEqual(['too-long-for-an-emergency'])
})

test('to leave, only papers and travel are lent for: no fee, no unchecked agency, nobody under eighteen', () => {
  const leaving = (more: object = {}) =>
    codes({
      purpose: 'papers-and-travel',
      migration: { channel: 'state-programme', isAdult: true, ...more },
    })
  expect(leaving()).toEqual([])
  expect(codes({ purpose: 'papers-and-travel' })).toEqual(['channel-not-named'])
  expect(leaving({ recruitmentFee: 1 })).toEqual(['recruitment-fee-not-lent'])
  expect(leaving({ isAdult: false })).toEqual(['under-eighteen'])
  const agency = { channel: 'agency' }
  expect(leaving(agency)).toEqual(['agency-not-checked'])
  expect(leaving({ ...agency, agencyCheckedOn: daysAfter(on, -30) })).toEqual([])
  expect(leaving({ ...agency, agencyCheckedOn: daysAfter(on, -31) })).toEqual([
    'agency-not-checked',
  ])
  expect(leaving({ ...agency, agencyCheckedOn: daysAfter(on, 1) })).toEqual(['agency-not-checked'])
})

test('one loan of a sort at a time', () => {
  expect(codes({}, { hasOther: true })).toEqual(['second-loan'])
})

test('a buy-out that is lighter in a good month and in a bad one is not held up, however wide the income', () => {
  const buyOut = { purpose: 'buy-out' as const }
  const now = { least: 65, most: 130 }
  expect(codes(buyOut, { burden: { least: 52, most: 105 }, burdenNow: now })).toEqual([])
  expect(codes(buyOut, { burden: { least: 66, most: 105 }, burdenNow: now })).toEqual([
    'burden-above-half',
  ])
  expect(codes(buyOut, { burden: { least: 65, most: 130 }, burdenNow: now })).toEqual([
    'burden-above-half',
  ])
})
