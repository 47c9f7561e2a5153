import { expect, test } from 'vitest'
import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import type { PlanRow } from '#domain/loans/plan/plan-rows.ts'
import { oracleRows } from '#test/support/oracle/oracle-rows.ts'
import { daily, down, monthly, plain, up } from '#test/support/oracle/plain-terms.ts'

// Every figure below was worked out by hand from Part 1 of the village convention.

const all = <K extends keyof PlanRow>(terms: PlanTerms, key: K): PlanRow[K][] =>
  oracleRows(terms).map((row) => row[key])
const interests = (terms: PlanTerms) => all(terms, 'interest')
const parts = (terms: PlanTerms) => all(terms, 'principal')

test('the worked example of the page: 41,000 of interest on 500,000 in 10 months', () => {
  // 1.5 % of 500,000, 450,000 ... 50,000, each down to a hundred.
  const terms = {
    ...plain,
    principal: 500_000,
    instalments: 10,
    interest: { per: 'period', ratePercent: '1.5' },
    interestRounding: down(100),
  } as const
  expect(interests(terms)).toEqual([7500, 6700, 6000, 5200, 4500, 3700, 3000, 2200, 1500, 700])
  expect(oracleRows(terms).at(-1)).toEqual({
    n: 10,
    dueOn: '2025-11-10',
    principal: 50_000,
    interest: 700,
    total: 50_700,
    balance: 0,
  })
})

test('a first period that is short bears its days, one that is long bears no more than one rate', () => {
  // b is 10 January. From the 20th to 10 February are 21 days of 30: 6,000 x 21 / 30 = 4,200. From the 11th 30 of 30.
  const first = (paidOutOn: string) => interests({ ...plain, paidOutOn })[0]
  expect(['2025-01-20', '2025-01-11', '2025-01-10', '2024-11-01'].map(first)).toEqual([
    4200, 6000, 6000, 6000,
  ])
  // Every two weeks: 14 days are whole, b is 27 January; from the 3rd of February 7 of 14.
  const fortnights = { every: { n: 2, unit: 'weeks' }, firstDueOn: '2025-02-10' } as const
  expect(interests({ ...plain, due: fortnights, paidOutOn: '2025-02-03' })).toEqual([
    3000, 4000, 2000,
  ])
})

test('on a list the first period is counted against the days since the meeting before', () => {
  // From 1 to 26 January are 25 days; from the 16th, 10 of 25: 6,000 x 10 / 25 = 2,400.
  const on = ['2025-01-26', '2025-03-01', '2025-03-05']
  const terms = { ...plain, paidOutOn: '2025-01-16' }
  expect(interests({ ...terms, due: { on, periodFrom: '2025-01-01' } })).toEqual([2400, 4000, 2000])
  expect(interests({ ...terms, due: { on, periodFrom: '2025-01-16' } })).toEqual([6000, 4000, 2000])
  expect(interests({ ...terms, due: { on } })).toEqual([6000, 4000, 2000])
})

test('days are counted by each of the three ways, over a new year too', () => {
  // 365 x 366 x 10 at 10 %: 133,590 x (12 / 365 + 19 / 366) = 12 x 366 + 19 x 365 = 4,392 + 6,935.
  const one = { ...daily, instalments: 1, paidOutOn: '2023-12-20', due: monthly('2024-01-20') }
  const by = (
    days: 'actual/365' | 'actual/actual' | '30/360',
    principal: number,
    more: Partial<PlanTerms> = {},
  ) =>
    interests({
      ...one,
      interest: { ...one.interest, per: 'day', yearlyPercent: '10', days },
      principal,
      ...more,
    })
  expect(by('actual/actual', 1_335_900)).toEqual([11_327])
  // To 1 January 2024 all 12 days belong to 2023: 12 x 366.
  expect(by('actual/actual', 1_335_900, { due: monthly('2024-01-01') })).toEqual([4392])
  expect(by('actual/365', 365_000)).toEqual([3100])
  // 30 of 360 days from the 20th to the 20th; from 31 January to 29 February 30 + 29 - 30 = 29.
  expect(by('30/360', 360_000)).toEqual([3000])
  const february = { paidOutOn: '2024-01-31', due: monthly('2024-02-29') }
  expect(by('30/360', 360_000, february)).toEqual([2900])
})

test('a bullet bears half of its principal at most, and all of it on its last day', () => {
  // 100,000 at 20 %: 20,000 + 20,000 + 10,000 and then nothing; another lender's 5 x 20,000.
  const terms = {
    ...plain,
    principal: 100_000,
    instalments: 5,
    repayment: 'bullet',
    interest: { per: 'period', ratePercent: '20' },
  } as const
  expect(oracleRows(terms)).toEqual([
    { n: 1, dueOn: '2025-06-10', principal: 100_000, interest: 50_000, total: 150_000, balance: 0 },
  ])
  expect(interests({ ...terms, isOutside: true })).toEqual([100_000])
})

test('instalments bear no more than half of the principal between them', () => {
  // 30 % of 99,999 is 29,999.7, down 29,999; 20,000 is left of 49,999 where 22,500 would be counted.
  const terms = { ...plain, principal: 99_999, instalments: 4, instalmentRounding: up(1) }
  const interest = { per: 'period', ratePercent: '30' } as const
  expect(interests({ ...terms, interest })).toEqual([29_999, 20_000, 0, 0])
  // A flat offer counts 29,999 each time.
  expect(interests({ ...terms, interest: { ...interest, isFlat: true }, isOutside: true })).toEqual(
    [29_999, 29_999, 29_999, 29_999],
  )
})

test('grace puts off principal, and puts off or forgives interest', () => {
  expect(parts({ ...plain, graceOnPrincipal: 1 })).toEqual([0, 150_000, 150_000])
  expect(interests({ ...plain, graceOnPrincipal: 1 })).toEqual([6000, 6000, 3000])
  const grace = (instalments: number, is: 'deferred' | 'forgiven') =>
    interests({ ...plain, graceOnInterest: { instalments, is } })
  expect(grace(1, 'deferred')).toEqual([0, 10_000, 2000])
  expect(grace(3, 'deferred')).toEqual([0, 0, 12_000])
  expect(grace(1, 'forgiven')).toEqual([0, 4000, 2000])
  // With both, nothing falls due on the first day: its row is left out and the others are 1 and 2.
  const both = { graceOnPrincipal: 1, graceOnInterest: { instalments: 1, is: 'forgiven' } } as const
  expect(oracleRows({ ...plain, ...both }).map(({ n, dueOn }) => [n, dueOn])).toEqual([
    [1, '2025-03-10'],
    [2, '2025-04-10'],
  ])
})

test('what equal parts leave over goes to the last, to the first, or is spread', () => {
  // 1,000,000 / 7 = 142,857.1: down 142,800, which leaves 400 or four steps; up to 1,000 it is 143,000, 1,000 too much.
  const seven = { ...plain, principal: 1_000_000, instalments: 7 }
  const by = (
    remainder: PlanTerms['remainder'],
    instalmentRounding: typeof up | typeof down,
    step: number,
  ) => parts({ ...seven, remainder, instalmentRounding: instalmentRounding(step) })
  const times = (count: number, part: number): number[] => Array.from({ length: count }, () => part)
  expect(by('last', down, 100)).toEqual([...times(6, 142_800), 143_200])
  expect(by('first', down, 100)).toEqual([143_200, ...times(6, 142_800)])
  expect(by('spread', down, 100)).toEqual([...times(4, 142_900), ...times(3, 142_800)])
  expect(by('last', up, 1000)).toEqual([...times(6, 143_000), 142_000])
  expect(by('first', up, 1000)).toEqual([142_000, ...times(6, 143_000)])
  expect(by('spread', up, 1000)).toEqual([142_000, ...times(6, 143_000)])
})

test('a part is a step at least, or all that is to be paid where that is less', () => {
  // 250 / 3 = 83.3, down zero, so 100 each and 50 at last; 50 is less than a step, and is paid at once.
  expect(parts({ ...plain, principal: 250 })).toEqual([100, 100, 50])
  expect(parts({ ...plain, principal: 50, interest: { per: 'period', ratePercent: '0' } })).toEqual(
    [50],
  )
})

test('a balloon is left by the parts and falls due with the last', () => {
  // 240,000 in three parts of 80,000.
  for (const remainder of ['first', 'last', 'spread'] as const)
    expect(parts({ ...plain, balloon: 60_000, remainder })).toEqual([80_000, 80_000, 140_000])
  expect(parts({ ...plain, balloon: 60_000, repayment: 'bullet' })).toEqual([300_000])
})

/**
 * 1,000,000 at 2 %, 4 months: f^4 = 1.08243216, S = 1 + 1.02 + 1.0404 + 1.061208 = 4.121608, and
 * A = 1,082,432.16 / 4.121608 = 262,623.75: down 262,600, up 262,700.
 */
const equal: PlanTerms = {
  ...plain,
  principal: 1_000_000,
  instalments: 4,
  repayment: 'equal-instalment',
}

test('equal instalments leave what is over to the last', () => {
  // Interest 20,000; 757,400 x 2 % = 15,148; 509,948 x 2 % = 10,198.96; 257,546 x 2 % = 5,150.92.
  expect(
    oracleRows(equal).map(({ principal, interest, total }) => [principal, interest, total]),
  ).toEqual([
    [242_600, 20_000, 262_600],
    [247_452, 15_148, 262_600],
    [252_402, 10_198, 262_600],
    [257_546, 5150, 262_696],
  ])
})

test('equal instalments are made up for by the first, up or down', () => {
  // 262,600 leaves 96 with the last. One step more: 757,300, 15,146; 509,846, 10,196.92; 257,442, 5,148.84: enough.
  const first = { ...equal, remainder: 'first' } as const
  expect(all(first, 'total')).toEqual([262_700, 262_600, 262_600, 262_590])
  expect(all({ ...equal, remainder: 'spread' }, 'total')).toEqual([
    262_700, 262_600, 262_600, 262_590,
  ])
  // 262,700 is too much. Two steps less: 757,500, 15,150; 509,950, 10,199; 257,449, 5,148.98: the last could give
  // 257,552. Three less: 757,600, 15,152; 510,052, 10,201.04; 257,553, 5,151.06: it could give 257,549, not enough.
  expect(all({ ...first, instalmentRounding: up(100) }, 'total')).toEqual([
    262_500, 262_700, 262_700, 262_597,
  ])
  // Spread is counted from the instalment rounded down, whatever the mode.
  expect(all({ ...equal, remainder: 'spread', instalmentRounding: up(100) }, 'total')).toEqual([
    262_700, 262_600, 262_600, 262_590,
  ])
})

test('equal instalments without interest are a part of the principal above the balloon', () => {
  // 700,000 / 4 = 175,000; forgiven interest is not in the instalment either.
  const free = {
    ...equal,
    balloon: 300_000,
    interest: { per: 'period', ratePercent: '0' },
  } as const
  expect(parts(free)).toEqual([175_000, 175_000, 175_000, 475_000])
  const forgiven = { ...equal, graceOnInterest: { instalments: 4, is: 'forgiven' } } as const
  expect(all(forgiven, 'total')).toEqual([250_000, 250_000, 250_000, 250_000])
})
