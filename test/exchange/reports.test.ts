import { expect, test } from 'vitest'
import { defaultCharter, defaultCharterIn } from '#domain/fund/charter/default-charter.ts'
import { healthOf } from '#domain/health/health.ts'
import { quoteOf } from '#domain/loans/plan/quote.ts'
import { taskRows } from '#src/exchange/older-reports.ts'
import { healthReport } from '#src/exchange/people-reports.ts'
import { portfolioReport } from '#src/exchange/portfolio-files.ts'
import { readQuote } from '#src/exchange/quote-file.ts'
import { quoteWords } from '#src/exchange/quote-report.ts'
import { moneyInTable } from '#src/words/locale.ts'
import { listedVillage } from '#test/support/listed-villages.ts'
import { carriedOver } from '#test/support/older.ts'
import { admitted, founded, fundBookOf, paidOut, storyOf } from '#test/support/village.ts'

const begun = [founded({ opening: { cash: 1_000_000, reserve: 1_000_000 } }), admitted('m1')]

test('the health of a fund tells how many loans are owed as a count, and sums as sums', () => {
  const told = [...begun, paidOut({ on: '2025-01-20', principal: 200_000, months: 10 })]
  const { rows } = healthReport(healthOf(fundBookOf(storyOf(told)), '2025-01-31'))
  const row = (figure: string) => rows.find((one) => one['figure'] === figure)
  expect(row('as of')).toEqual({ figure: 'as of', amount: null, value: '2025-01-31' })
  expect(row('active loans')).toEqual({ figure: 'active loans', amount: null, value: '1' })
  expect(row('cash')).toEqual({ figure: 'cash', amount: 800_000, value: '' })
  expect(row('women portfolio percent')).toMatchObject({ amount: null, value: '100.00 %' })
})

test('a paper that the committee still holds is told by the loan and the card of its owner', () => {
  const book = fundBookOf(
    storyOf([founded(), admitted('m1'), carriedOver({ securities: ['land-title'] })]),
  )
  expect(taskRows(book, '2025-02-01', ({ kind }) => kind)).toMatchObject([
    { kind: 'give-back', loan: 'L1', card: 'M1', security: 'land-title', message: 'give-back' },
  ])
})

test('a quote says whether a sum is within the ceiling, and what to name where nobody was named', () => {
  const ceilingIn = (inputs: Parameters<typeof quoteOf>[2]) => {
    const product = 'normal' as const
    const asked = { principal: 100_000, months: 10, product, paidOutOn: '2025-01-20' }
    return quoteWords(quoteOf(defaultCharter, asked, inputs), String).at(-1)
  }
  expect(ceilingIn(undefined)).toBe('Ceiling: not judged (name a fund and a member)')
  const rich = { equityAndSavings: 10_000_000, isFirstCycle: false }
  expect(ceilingIn({ ...rich, savings: 50_000 })).toBe('Ceiling: within')
  expect(ceilingIn({ ...rich, savings: 0 })).toBe('Ceiling: above')
})

test('what a loan costs for each 100,000 is told in the money of the fund: a thousand dollars, not cents', () => {
  const asked = {
    principal: 100_000,
    months: 10,
    product: 'normal',
    paidOutOn: '2025-01-20',
  } as const
  for (const [currency, each] of [
    ['KHR', '100,000'],
    ['USD', '1,000.00'],
    ['THB', '1,000.00'],
  ] as const) {
    const quote = quoteOf(defaultCharterIn(currency), asked, undefined)
    const [line] = quoteWords(quote, (amount) => moneyInTable({ amount, currency }))
    expect(line).toMatch(` for each ${each} borrowed)`)
  }
})

test('a quote may name six hundred days of payment, and no more', () => {
  const asked = (days: number) =>
    readQuote(
      JSON.stringify({
        principal: 100_000,
        paidOutOn: '2025-01-20',
        dueOn: Array.from({ length: days }, () => '2025-02-20'),
      }),
    )
  expect(asked(600)).toMatchObject({ asked: { principal: 100_000 } })
  expect(asked(601)).toMatchObject({ errors: [{ field: 'dueOn', code: 'too-big' }] })
})

test('of many villages a terminal is told sums as sums, counts and shares as numbers, and words as text', () => {
  const report = portfolioReport([listedVillage(1)])
  expect(Object.fromEntries(report.columns.map(({ key, kind }) => [key, kind]))).toMatchObject({
    village: 'text',
    name: 'text',
    visit: 'number',
    savings: 'sum',
    loans_outstanding: 'sum',
    par30_percent: 'number',
    last_meeting: 'text',
  })
  expect(report.rows).toMatchObject([{ village: '01020001', currency: 'KHR' }])
})
