import { describe, expect, test } from 'vitest'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { charterFault } from '#domain/fund/charter/charter-shape.ts'
import {
  defaultCharter,
  defaultCharterIn,
  enterpriseMaxOf,
} from '#domain/fund/charter/default-charter.ts'
import { legalCapOn } from '#domain/fund/charter/law.ts'
import { harvestAfter, reliefRulesOf } from '#domain/fund/charter/relief-rules.ts'
import {
  type SavingsRules,
  borrowingMaxPercentOf,
  liquidityPercentOn,
  surplusRuleOf,
} from '#domain/fund/charter/savings-rules.ts'
import { supportLimitsOf } from '#domain/fund/charter/support-rules.ts'

const canHold = (rules: Partial<Charter>): boolean =>
  charterFault({ ...defaultCharter, ...rules }) === undefined

const split = (membersPercent: number, reservePercent: number, runningCostsPercent: number) => ({
  surplus: { membersPercent, reservePercent, runningCostsPercent },
})

describe('what a charter rules of savings', () => {
  test.each<readonly [SavingsRules, boolean]>([
    [{}, true],
    [{ liquidity: { percent: 0, rainyPercent: 90 } }, true],
    [{ liquidity: { percent: 90, rainyPercent: 0 } }, true],
    [{ liquidity: { percent: 91, rainyPercent: 35 } }, false],
    [{ liquidity: { percent: 20, rainyPercent: 91 } }, false],
    [{ liquidity: { percent: -1, rainyPercent: 35 } }, false],
    [{ liquidity: { percent: 20.5, rainyPercent: 35 } }, false],
    [split(60, 30, 10), true],
    [split(0, 0, 100), true],
    [split(60, 30, 9), false],
    [split(60, 30, 11), false],
    [split(110, -10, 0), false],
    [split(-1, 101, 0), false],
    [split(59.5, 30.5, 10), false],
    [{ borrowingMaxPercent: 0 }, true],
    [{ borrowingMaxPercent: 1000 }, true],
    [{ borrowingMaxPercent: 1001 }, false],
    [{ borrowingMaxPercent: -1 }, false],
  ])('%o can hold: %s', (rules, can) => {
    expect(canHold({ savingsRules: rules })).toBe(can)
  })
})

describe('what holds of savings on a day', () => {
  test('from June to November more cash is kept, because members need their savings most', () => {
    const days = [
      '2025-05-31',
      '2025-06-01',
      '2025-08-15',
      '2025-11-30',
      '2025-12-01',
      '2026-01-06',
    ]
    expect(days.map((day) => liquidityPercentOn(defaultCharter, day))).toEqual([
      20, 35, 35, 35, 20, 20,
    ])
    const own = {
      ...defaultCharter,
      savingsRules: { liquidity: { percent: 10, rainyPercent: 40 } },
    }
    expect(days.map((day) => liquidityPercentOn(own, day))).toEqual([10, 40, 40, 40, 10, 10])
  })

  test('what a charter leaves out is as it is by default', () => {
    expect(surplusRuleOf(defaultCharter)).toEqual(split(60, 30, 10).surplus)
    expect(borrowingMaxPercentOf(defaultCharter)).toBe(50)
    const own = {
      ...defaultCharter,
      savingsRules: { ...split(50, 40, 10), borrowingMaxPercent: 0 },
    }
    expect(surplusRuleOf(own)).toEqual(split(50, 40, 10).surplus)
    expect(borrowingMaxPercentOf(own)).toBe(0)
    const other = { ...defaultCharter, savingsRules: {} }
    expect(surplusRuleOf(other)).toEqual(split(60, 30, 10).surplus)
    expect(borrowingMaxPercentOf(other)).toBe(50)
    expect(liquidityPercentOn(other, '2025-01-20')).toBe(20)
  })
})

describe('what a charter rules of relief', () => {
  test('three months, two for one household, the harvest in December, half of a last loan', () => {
    const byDefault = {
      months: 3,
      personalMonths: 2,
      harvestMonth: 12,
      lineOfLastLoanPercent: 50,
    }
    expect(reliefRulesOf({})).toEqual(byDefault)
    expect(reliefRulesOf({ relief: { months: 2 } })).toEqual({ ...byDefault, months: 2 })
  })

  test.each([
    [{ months: 1, personalMonths: 1, harvestMonth: 1, lineOfLastLoanPercent: 0 }, true],
    [{ months: 6, personalMonths: 6, harvestMonth: 12, lineOfLastLoanPercent: 50 }, true],
    [{ months: 0 }, false],
    [{ months: 7 }, false],
    [{ months: 2.5 }, false],
    [{ personalMonths: 0 }, false],
    [{ personalMonths: 7 }, false],
    [{ harvestMonth: 0 }, false],
    [{ harvestMonth: 13 }, false],
    [{ lineOfLastLoanPercent: -1 }, false],
    [{ lineOfLastLoanPercent: 51 }, false],
  ])('%o can hold: %s', (relief, can) => {
    expect(canHold({ relief })).toBe(can)
  })

  test.each([
    [12, '2025-11-30', '2025-12-31'],
    [12, '2025-12-31', '2025-12-31'],
    [12, '2026-01-01', '2026-12-31'],
    [2, '2025-03-01', '2026-02-28'],
    [2, '2025-02-28', '2025-02-28'],
    [2, '2024-01-31', '2024-02-29'],
    [4, '2025-05-01', '2026-04-30'],
  ])('with a harvest in month %i a drought of %s lasts to %s', (harvestMonth, day, last) => {
    expect(harvestAfter(reliefRulesOf({ relief: { harvestMonth } }), day)).toBe(last)
  })
})

describe('what a charter rules of grants', () => {
  test('each kind has its limit in the money of the fund, and the village may rule otherwise', () => {
    expect(supportLimitsOf({ currency: 'KHR' })).toMatchObject({
      passport: 400_000,
      papers: 100_000,
    })
    expect(supportLimitsOf({ currency: 'LAK' }).passport).toBe(2_000_000)
    const own = supportLimitsOf({ currency: 'KHR', support: { passport: 0 } })
    expect(own).toMatchObject({ passport: 0, papers: 100_000 })
  })

  test.each([
    [{ passport: 0 }, true],
    [{ passport: 999_999_999_999 }, true],
    [{ passport: 1_000_000_000_000 }, false],
    [{ passport: -1 }, false],
    [{ passport: 0.5 }, false],
    [{ dowry: 100 }, false],
  ])('%o can hold: %s', (support: object, can) => {
    expect(canHold({ support })).toBe(can)
  })
})

describe('what a new fund is offered', () => {
  test('in its own money, with the smallest step of it for interest and provision', () => {
    expect(defaultCharterIn('KHR')).toEqual(defaultCharter)
    const dollars = defaultCharterIn('USD')
    expect(dollars).toMatchObject({ currency: 'USD', shareValue: 1_00, quorumPercent: 67 })
    expect(dollars.ceiling).toEqual({
      savingsMultiple: 3,
      ofEquityAndSavingsPercent: 10,
      emergencyMonthsMax: 3,
      amountMax: 375_00,
      emergencyMax: 50_00,
      papersMax: 125_00,
      enterpriseMax: 150_00,
    })
    expect(dollars.provisioning.step).toBe(1)
    expect(dollars).not.toHaveProperty('amountMax')
  })

  test('a charter that says nothing of beginning a trade has what a new fund is offered', () => {
    const { enterpriseMax: _, ...ceiling } = defaultCharter.ceiling
    expect(enterpriseMaxOf({ currency: 'KHR', ceiling })).toBe(600_000)
    expect(enterpriseMaxOf({ currency: 'USD', ceiling })).toBe(150_00)
    expect(enterpriseMaxOf({ currency: 'USD', ceiling: { ...ceiling, enterpriseMax: 0 } })).toBe(0)
  })
})

test.each([
  ['KH', '2011-12-20', '18', 'own cap'],
  ['KH', '2011-12-21', '18', 'Civil Code of Cambodia'],
  ['VN', '2016-12-31', '18', 'own cap'],
  ['VN', '2017-01-01', '20', 'Civil Code of Viet Nam'],
  ['TH', '2025-01-01', '15', 'Thailand'],
  ['MM', '2025-01-01', '28', 'Myanmar'],
] as const)(
  'in %s on %s the law lets a lender ask %s %% a year: %s',
  (country, day, most, source) => {
    const cap = legalCapOn(day, country)
    expect(cap.yearlyPercent).toBe(most)
    expect(cap.source).toContain(source)
    expect(cap.country).toBe(country)
  },
)

test('where no country is said the law of Cambodia holds', () => {
  expect(legalCapOn('2025-01-01')).toEqual(legalCapOn('2025-01-01', 'KH'))
})
