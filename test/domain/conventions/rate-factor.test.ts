import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type RateFactorTerms, rateFactorRows } from '#domain/conventions/rate-factor-schedule.ts'

// Figures of Apache Fineract, ProgressiveEMICalculatorTest.java: instalment, interest, principal, in cents.

const firstOf = (month: number): string => `2024-${String(month).padStart(2, '0')}-01`

const terms = (asked: Partial<RateFactorTerms>): RateFactorTerms => ({
  money: { step: 1, rounding: 'half-even' },
  unitsInOne: 100,
  annualRatePercent: '9.4822',
  dayCount: { year: '360', month: '30' },
  every: { n: 1, unit: 'months' },
  precision: 12,
  start: '2024-01-01',
  dueOns: [2, 3, 4, 5, 6, 7].map(firstOf),
  drawdowns: [{ on: '2024-01-01', amount: 10_000 }],
  payments: [],
  rateChanges: [],
  ...asked,
})

const figures = (asked: Partial<RateFactorTerms>) =>
  rateFactorRows(terms(asked)).map(({ total, interest, principal }) => [total, interest, principal])

const paid = (on: string, dueOn: string, principal: number, interest = 0) => ({
  on,
  dueOn,
  principal,
  interest,
})

test('a second drawdown in the first period is priced in, each segment rounded on its own', () => {
  const drawdowns = [
    { on: '2024-01-01', amount: 10_000 },
    { on: '2024-01-08', amount: 20_000 },
  ]
  expect(figures({ drawdowns })).toEqual([
    [5133, 202, 4931],
    [5133, 198, 4935],
    [5133, 159, 4974],
    [5133, 120, 5013],
    [5133, 80, 5053],
    [5134, 40, 5094],
  ])
})

test('a drawdown in a later period leaves the rows before it as they were', () => {
  const drawdowns = [
    { on: '2024-01-01', amount: 10_000 },
    { on: '2024-02-15', amount: 10_000 },
  ]
  expect(figures({ drawdowns })).toEqual([
    [1713, 79, 1634],
    [3753, 107, 3646],
    [3753, 116, 3637],
    [3753, 88, 3665],
    [3753, 59, 3694],
    [3753, 29, 3724],
  ])
})

test('the balance of a due day holds what was drawn on it, less what was paid early on later rows', () => {
  // ProgressiveEMICalculatorTest.java, lines 352 (drawdown on a due date), 552 and 688 (early payments).
  const balances = (asked: Partial<RateFactorTerms>) =>
    rateFactorRows(terms(asked)).map(({ balance }) => balance)
  const drawdowns = [
    { on: '2024-01-01', amount: 10_000 },
    { on: '2024-03-01', amount: 10_000 },
  ]
  expect(balances({ drawdowns }).slice(0, 2)).toEqual([8366, 16_719])
  const payments = [
    paid('2024-02-15', '2024-03-01', 1677, 24),
    paid('2024-03-01', '2024-04-01', 1642, 49),
  ]
  expect(balances({ annualRatePercent: '7', payments })).toEqual([8357, 5038, 5028, 3356, 1675, 0])
})

test('instalments are brought to a multiple, and the last row takes what that leaves', () => {
  const rows = rateFactorRows(terms({ instalmentMultiple: 100 }))
  expect(rows.map(({ total }) => total).slice(0, 5)).toEqual([1700, 1700, 1700, 1700, 1700])
  expect(rows.at(-1)!.balance).toBe(0)
})

test('real years: the part before the year ends is counted to 31 December', () => {
  const asked = {
    dayCount: { year: 'actual', month: 'actual' },
    start: '2023-12-12',
    dueOns: ['2024-01-12', '2024-02-12', '2024-03-01', '2024-04-01', '2024-05-01', '2024-06-01'],
    drawdowns: [{ on: '2023-12-12', amount: 10_000 }],
  } as const
  expect(figures(asked)).toEqual([
    [1713, 80, 1633],
    [1713, 67, 1646],
    [1713, 50, 1663],
    [1713, 41, 1672],
    [1713, 26, 1687],
    [1713, 14, 1699],
  ])
})

const early = paid('2024-02-15', '2024-03-01', 1677, 24)

test('who closes a row early pays its interest so far, and the rest of it moves to the next row', () => {
  expect(figures({ annualRatePercent: '7', payments: [early] })).toEqual([
    [1701, 58, 1643],
    [1701, 24, 1677],
    [1701, 59, 1642],
    [1701, 29, 1672],
    [1701, 20, 1681],
    [1695, 10, 1685],
  ])
  const again = paid('2024-03-01', '2024-04-01', 1642, 49)
  expect(figures({ annualRatePercent: '7', payments: [early, again] }).slice(2)).toEqual([
    [1701, 49, 1652],
    [1701, 29, 1672],
    [1701, 20, 1681],
    [1685, 10, 1675],
  ])
})

test('a loan paid off early bears no interest after that day', () => {
  const on = '2024-02-15'
  const payments = [
    paid(on, '2024-02-01', 1643, 58),
    early,
    paid(on, '2024-04-01', 1701),
    paid(on, '2024-05-01', 1701),
    paid(on, '2024-06-01', 1701),
    paid(on, '2024-07-01', 1577),
  ]
  expect(figures({ annualRatePercent: '7', payments })).toEqual([
    [1701, 58, 1643],
    [1701, 24, 1677],
    [1701, 0, 1701],
    [1701, 0, 1701],
    [1701, 0, 1701],
    [1577, 0, 1577],
  ])
})

test('interest that nobody paid waits for the last row', () => {
  const on = '2024-01-15'
  const payments = [
    paid(on, '2024-02-01', 1675, 26),
    ...[3, 4, 5, 6].map((month) => paid(on, firstOf(month), 1701)),
  ]
  expect(figures({ annualRatePercent: '7', payments })).toEqual([
    [1701, 26, 1675],
    ...Array.from({ length: 4 }, () => [1701, 0, 1701]),
    [1571, 50, 1521],
  ])
})

test('principal parts sum to what was drawn, none is negative, and each row asks no less than nothing', () => {
  const money = fc.integer({ min: 10_000, max: 100_000_000 })
  const second = fc.option(fc.record({ on: fc.integer({ min: 1, max: 150 }), amount: money }), {
    nil: undefined,
  })
  fc.assert(
    fc.property(
      money,
      second,
      fc.integer({ min: 0, max: 3600 }),
      fc.constantFrom('360', '365', 'actual' as const),
      (first, more, rate, year) => {
        const drawdowns = [
          { on: '2024-01-01', amount: first },
          ...(more
            ? [
                {
                  on: `2024-${String(1 + (more.on % 6)).padStart(2, '0')}-${String(1 + (more.on % 28)).padStart(2, '0')}`,
                  amount: more.amount,
                },
              ]
            : []),
        ]
        const rows = rateFactorRows(
          terms({
            drawdowns,
            annualRatePercent: (rate / 100).toFixed(2),
            dayCount: { year: year as '360', month: year === '360' ? '30' : 'actual' },
          }),
        )
        const drawn = drawdowns.reduce((all, { amount }) => all + amount, 0)
        expect(rows.reduce((all, { principal }) => all + principal, 0)).toBe(drawn)
        for (const row of rows)
          expect(Math.min(row.principal, row.interest)).toBeGreaterThanOrEqual(0)
        expect(rows.at(-1)!.balance).toBe(0)
      },
    ),
    { numRuns: 40 },
  )
})

test('what is overdue bears the interest of its principal and nothing on its interest', () => {
  // 7 % a year of 100.00 over a month is 0.58 however many months of interest are unpaid.
  const overdue = { asOf: '2024-07-15', instalmentsPaid: 0 }
  const rows = rateFactorRows(terms({ annualRatePercent: '7', overdue }))
  expect(rows.map(({ interest }) => interest)).toEqual([58, 58, 58, 58, 58, 58])
})

test('of a period that begins on the last day of a year each year bears by its own length', () => {
  const [row] = rateFactorRows(
    terms({
      dayCount: { year: 'actual', month: 'actual' },
      every: { n: 1, unit: 'years' },
      start: '2023-12-31',
      dueOns: ['2025-01-31'],
      drawdowns: [{ on: '2023-12-31', amount: 1_000_000 }],
    }),
  )
  // 366 of 366 days and 31 of 365.
  expect(row!.interest).toBe(102_875)
})
