import { expect, test } from 'vitest'
import { monthChart, type MonthEnd, monthTable } from '#src/pages/month-chart.ts'
import { pageText } from '#test/pages/page-text.ts'

const year: readonly MonthEnd[] = Array.from({ length: 12 }, (_, index) => ({
  month: `2026-${String(index + 1).padStart(2, '0')}`,
  cash: 1_000_000 + index,
  savings: 9_000_000 + 100_000 * index,
  loansOut: 5_000_000,
}))

const chartOf = async (months: readonly MonthEnd[]): Promise<string> =>
  String(await monthChart({ months, currency: 'KHR' }, 'en'))

const numbersOf = (chart: string, attribute: string): readonly number[] =>
  [...chart.matchAll(new RegExp(`<rect[^>]* ${attribute}="([^"]*)"`, 'g'))].map((found) =>
    Number(found[1]),
  )

test('the chart is an image with a title that says what it shows', async () => {
  const chart = await chartOf(year)
  expect(chart).toContain('role="img"')
  expect(chart).toContain('aria-labelledby="chart-title"')
  expect(chart).toContain(
    'Savings and loans out at the end of each month, Jan 2026 to Dec 2026</title>',
  )
})

test('each month has two bars that tell apart without colour', async () => {
  const chart = await chartOf(year)
  expect(chart.match(/class="bar-savings"/g)).toHaveLength(12)
  expect(chart.match(/class="bar-loans"/g)).toHaveLength(12)
})

test('a bar twice the amount is twice as high', async () => {
  const month = { month: '2026-01', cash: 0, savings: 8_000_000, loansOut: 4_000_000 }
  const [savings, loans] = numbersOf(await chartOf([month]), 'height')
  expect(savings).toBeCloseTo(2 * (loans ?? 0), 1)
})

test('bars stay inside the drawing whatever the amounts', async () => {
  const largest = Number.MAX_SAFE_INTEGER
  for (const [savings, loansOut] of [
    [0, 0],
    [1, 3],
    [-500, 200],
    [largest, 1],
    [20_000_001, 9],
  ] as const) {
    const chart = await chartOf([{ month: '2026-01', cash: 0, savings, loansOut }])
    for (const height of numbersOf(chart, 'height')) {
      expect(height).toBeGreaterThanOrEqual(0)
      expect(height).toBeLessThanOrEqual(152)
    }
    for (const y of numbersOf(chart, 'y')) expect(y).toBeGreaterThanOrEqual(28)
  }
})

test('the newest month is always named and the names keep their distance', async () => {
  const chart = await chartOf(year)
  const names = pageText(chart.replace(/<title.*<\/title>/, '')).match(/[A-Z][a-z]{2} /g)
  expect(names).toEqual(['Mar ', 'Jun ', 'Sep ', 'Dec '])
})

test('the table tells every figure of the chart in figures', async () => {
  const text = pageText(String(await monthTable({ months: year, currency: 'KHR' }, 'en')))
  expect(text).toContain('At the end of each month, in riel')
  expect(text).toContain('Month Cash Savings Loans out')
  expect(text).toContain('Jan 2026 1,000,000 9,000,000 5,000,000')
  expect(text).toContain('Dec 2026 1,000,011 10,100,000 5,000,000')
})

test('the Khmer table names its months in Khmer', async () => {
  const text = pageText(String(await monthTable({ months: year, currency: 'KHR' }, 'km')))
  expect(text).toContain('វិច្ឆិកា 2026 1,000,010 10,000,000 5,000,000')
  expect(text).toContain('រៀល')
})
