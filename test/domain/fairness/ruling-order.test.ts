import { describe, expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import {
  fairCapOn,
  hardRefusalOf,
  isForTheMeeting,
  isLighter,
  refusalIn,
  rulingsAtVote,
  rulingsOn,
  verdictOn,
} from '#domain/fairness/fair-lending.ts'
import type { FairTerms, FairGround, Ruling } from '#domain/fairness/ruling.ts'
import type { BurdenBand, LoanRequest } from '#domain/loans/request/request-state.ts'

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

describe('single rules, to the unit', () => {
  test('the cap of a day is eighteen per cent, before the law and under it', () => {
    expect(['2011-12-20', '2011-12-21', on].map(fairCapOn)).toEqual([18, 18, 18])
  })

  test('half of what is lent is the most that a loan may cost, fee and interest together', () => {
    // Without interest a fee of half is above the cap, but not above the half.
    const fee = (sum: number) =>
      codes({ principal: 1_000_000, plan: { ratePercent: '0' }, fee: sum })
    expect(fee(500_000)).toEqual(['above-cap'])
    expect(fee(500_001)).toEqual(['above-cap', 'charges-above-half'])
    // 15,000 of interest in one month.
    const both = (sum: number) => codes({ principal: 1_000_000, months: 1, fee: sum })
    expect(both(485_000)).not.toContain('charges-above-half')
    expect(both(485_001)).toContain('charges-above-half')
  })

  test('an agency that was looked up on the day itself is one that was looked up', () => {
    const looked = (agencyCheckedOn: string) =>
      codes({
        purpose: 'papers-and-travel',
        migration: { channel: 'agency', isAdult: true, agencyCheckedOn },
      })
    expect(['2025-12-20', '2025-12-21', '2026-01-20', '2026-01-21'].map(looked)).toEqual([
      ['agency-not-checked'],
      [],
      [],
      ['agency-not-checked'],
    ])
  })

  test('only an agency must have been looked up, and no fee is no recruitment fee', () => {
    for (const channel of ['state-programme', 'employer-direct', 'inside', 'papers-only'] as const)
      expect(
        codes({ purpose: 'papers-and-travel', migration: { channel, isAdult: true } as never }),
      ).toEqual([])
    const migration = { channel: 'papers-only', isAdult: true, recruitmentFee: 0 } as const
    expect(codes({ purpose: 'papers-and-travel', migration })).toEqual([])
  })

  test('everything that is wrong with leaving is said, and a channel is asked for only to leave', () => {
    const migration = { channel: 'agency', isAdult: false, recruitmentFee: 1 } as const
    expect(codes({ purpose: 'papers-and-travel', migration })).toEqual([
      'under-eighteen',
      'recruitment-fee-not-lent',
      'agency-not-checked',
    ])
    expect(codes({ purpose: 'farm', migration: { ...migration, recruitmentFee: 0 } })).toEqual([
      'under-eighteen',
      'agency-not-checked',
    ])
  })
})

describe('other loans, next steps and the size of the fund', () => {
  test('while a loan is put off an emergency is helped, and anything else waits for the first instalment', () => {
    const put = { awaitsRestart: true }
    expect(codes({}, put)).toEqual(['restart-first'])
    expect(codes({}, { awaitsRestart: false })).toEqual([])
    expect(codes({ product: 'emergency', principal: 200_000, months: 3 }, put)).toEqual([])
    expect(
      codes({ product: 'emergency', principal: 200_000, months: 3 }, { hasOther: true }),
    ).toEqual(['second-loan'])
  })

  test('each no names the next step', () => {
    const next = (loan: Partial<FairTerms>, where: Partial<FairGround> = {}) =>
      refusalIn(rulingsOn(asked(loan), ground(where)))?.next
    expect(next({ fee: 20_000 })).toBe('change-the-price')
    expect(next({ months: 72 })).toBe('change-the-price')
    expect(next({ security: 'land-title' })).toBe('leave-the-paper-at-home')
    expect(next({ purpose: 'papers-and-travel' })).toBe('ask-the-migration-team')
    expect(next({}, { hasOther: true })).toBe('pay-the-other-first')
    expect(next({}, { awaitsRestart: true })).toBe('pay-after-relief')
    expect(next({ principal: 1_500_001 })).toBe('ask-for-less')
    expect(next({ product: 'emergency', principal: 100_000, months: 4 })).toBe('ask-for-less')
    expect(next({}, { burden: { least: 51, most: 51 } })).toBe('ask-for-the-buy-out')
  })

  test('a tenth of the fund is advice in its first cycle, to the unit', () => {
    const first = { savings: 500_000, equityAndSavings: 7_000_000, isFirstCycle: true }
    expect(codes({ principal: 700_000 }, { ceiling: first })).toEqual([])
    expect(codes({ principal: 700_001 }, { ceiling: first })).toEqual(['above-fund-share'])
    const later = { ...first, isFirstCycle: false }
    expect(codes({ principal: 700_000 }, { ceiling: later })).toEqual([])
    expect(codes({ principal: 700_001 }, { ceiling: later })).toEqual(['above-ceiling'])
  })
})

describe('a burden that is lighter', () => {
  const now = { least: 65, most: 130 }
  test('is lighter at both ends of the range, each by something', () => {
    expect(isLighter({ least: 64.99, most: 129.99 }, now)).toBe(true)
    expect(isLighter({ least: 65, most: 129.99 }, now)).toBe(false)
    expect(isLighter({ least: 64.99, most: 130 }, now)).toBe(false)
    expect(isLighter({ least: 60, most: 131 }, now)).toBe(false)
  })

  test('is known, before and after', () => {
    expect(isLighter('unknown', now)).toBe(false)
    expect(isLighter({ least: 1, most: 1 }, 'unknown')).toBe(false)
    expect(isLighter({ least: 1, most: 1 }, undefined)).toBe(false)
  })

  test('helps a buy-out, and no other loan', () => {
    const where = { burden: { least: 60, most: 60 }, burdenNow: now }
    expect(codes({ purpose: 'buy-out' }, where)).toEqual([])
    expect(codes({ purpose: 'farm' }, where)).toEqual(['burden-above-half'])
  })
})

const soft: Ruling = { is: 'refused', code: 'second-loan', isHard: false, next: 'ask-for-less' }
const hard: Ruling = { is: 'refused', code: 'above-cap', isHard: true, next: 'change-the-price' }
const meeting: Ruling = { is: 'for-the-meeting', code: 'burden-above-40' }
const advice: Ruling = { is: 'advised', code: 'burden-above-33' }

test('of several the first hard rule is the reason, else the first of the others; advice is none', () => {
  expect(refusalIn([soft, hard])).toBe(hard)
  const other: Ruling = { ...hard, code: 'security-not-taken' }
  expect(refusalIn([soft, hard, other])).toBe(hard)
  expect(refusalIn([advice, meeting, soft, { ...soft, code: 'above-ceiling' }])).toBe(soft)
  expect(refusalIn([advice, meeting])).toBe(undefined)
  expect([[advice, soft], [advice, meeting], []].map(isForTheMeeting)).toEqual([false, true, false])
})

test('hard rules are price, paper and leaving; savings, burden and other loans are none', () => {
  const of = (more: Partial<FairTerms>) =>
    hardRefusalOf(asked(more), { charter: defaultCharter, on })
  expect(of({})).toBe(undefined)
  expect(of({ principal: 900_000_000 })).toBe(undefined)
  expect(of({ fee: 20_000 })).toBe('above-cap')
  expect(of({ security: 'passport' })).toBe('security-not-taken')
  expect(of({ purpose: 'papers-and-travel' })).toBe('channel-not-named')
})

test.each<readonly [string, Partial<FairTerms>]>([
  ['above-cap', { fee: 20_000 }],
  ['charges-above-half', { months: 72 }],
  ['security-not-taken', { security: 'land-title' }],
  ['channel-not-named', { purpose: 'papers-and-travel' }],
  ['under-eighteen', { migration: { channel: 'papers-only', isAdult: false } }],
  [
    'recruitment-fee-not-lent',
    { migration: { channel: 'papers-only', isAdult: true, recruitmentFee: 1 } },
  ],
  ['agency-not-checked', { migration: { channel: 'agency', isAdult: true } }],
])('no vote changes %s', (code, more) => {
  expect(refusalIn(rulingsOn(asked(more), ground()))).toMatchObject({ code, isHard: true })
})

test.each<readonly [string, Partial<FairTerms>, Partial<FairGround>]>([
  ['second-loan', {}, { hasOther: true }],
  ['restart-first', {}, { awaitsRestart: true }],
  ['above-ceiling', { principal: 1_500_001 }, {}],
  ['burden-above-half', {}, { burden: { least: 51, most: 51 } }],
])('%s is a rule of the charter, and not a hard one', (code, more, where) => {
  expect(refusalIn(rulingsOn(asked(more), ground(where)))).toMatchObject({ code, isHard: false })
})

test('where days of its own are asked for, a first day beside them moves none of them', () => {
  const plan = { dueOn: ['2026-02-20', '2026-03-20'] }
  const loan = { product: 'emergency', principal: 100_000, months: 2, plan } as const
  expect(codes({ ...loan, firstDueOn: '2026-02-20' })).toEqual([])
  expect(codes({ ...loan, firstDueOn: '2026-06-20' })).toEqual([])
})

const request = (more: Partial<FairTerms>, appraisal?: { burden?: BurdenBand; lightens?: true }) =>
  ({ asked: asked(more), ...(appraisal && { appraisal }) }) as unknown as LoanRequest
const { burden: _, burdenNow: __, ...atVote } = ground()

test.each<readonly [BurdenBand, readonly string[]]>([
  ['up-to-33', []],
  ['to-40', ['burden-above-33']],
  ['to-50', ['burden-above-40']],
  ['above-50', ['burden-above-half']],
  ['unknown', ['burden-unknown']],
])('at the vote a burden of %s says %s', (burden, expected) => {
  expect(rulingsAtVote(request({}, { burden }), atVote).map(({ code }) => code)).toEqual(expected)
})

test('whom nobody looked into has a burden that nobody knows', () => {
  for (const appraisal of [undefined, {}])
    expect(verdictOn(request({}, appraisal), atVote)).toEqual({
      refusal: undefined,
      isForTheMeeting: true,
    })
})

test('a buy-out that lightens stops nobody, and what is no buy-out is not eased by being called so', () => {
  const eased = (more: Partial<FairTerms>, burden: BurdenBand) =>
    verdictOn(request(more, { burden, lightens: true }), atVote)
  const free = { refusal: undefined, isForTheMeeting: false }
  expect(eased({ purpose: 'buy-out' }, 'above-50')).toEqual(free)
  expect(eased({ purpose: 'buy-out' }, 'unknown')).toEqual({ ...free, isForTheMeeting: true })
  expect(eased({ purpose: 'farm' }, 'above-50').refusal).toBe('burden-above-half')
})
