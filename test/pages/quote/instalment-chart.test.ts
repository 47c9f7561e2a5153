import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { type QuoteTerms, quoteOf } from '#domain/loans/plan/quote.ts'
import { instalmentChart, instalmentLegend } from '#src/pages/quote/instalment-chart.ts'
import type { Language } from '#src/words/catalogue.ts'
import { pageText } from '#test/pages/page-text.ts'

const asked: QuoteTerms = {
  principal: 500_000,
  instalments: 10,
  product: 'normal',
  paidOutOn: '2026-01-20',
}

const chartOf = async (more: Partial<QuoteTerms> = {}, language: Language = 'en') => {
  const { rows, currency } = quoteOf(defaultCharter, { ...asked, ...more }, undefined)
  return { rows, chart: String(await instalmentChart({ rows, currency }, language)) }
}

type Bar = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const barsOf = (chart: string, part: string): readonly Bar[] =>
  [...chart.matchAll(new RegExp(`<rect[^>]*class="bar-${part}"[^>]*>`, 'g'))].map(([rect]) => {
    const at = (name: string) => Number(new RegExp(` ${name}="([^"]*)"`).exec(rect)![1])
    return { x: at('x'), y: at('y'), width: at('width'), height: at('height') }
  })

test('the picture is an image whose title says what is drawn, from the first day to the last', async () => {
  const { chart } = await chartOf()
  expect(chart).toContain('role="img"')
  expect(chart).toContain(
    'What is paid each time from 20 February 2026 to 20 November 2026: the loan itself, and interest on top</title>',
  )
})

test('each instalment is one bar: the loan below, interest striped on top of it', async () => {
  const { chart, rows } = await chartOf()
  const [loan, interest] = [barsOf(chart, 'principal'), barsOf(chart, 'interest')]
  expect([loan.length, interest.length]).toEqual([rows.length, rows.length])
  expect(chart.match(/fill="url\(#stripes\)"/g)).toHaveLength(rows.length)
  for (const [i, part] of interest.entries()) {
    expect(part.x).toBe(loan[i]!.x)
    expect(part.y + part.height).toBeCloseTo(loan[i]!.y, 1)
  }
})

test('heights are in proportion to the sums', async () => {
  const { chart, rows } = await chartOf({ rateMonthlyPercent: '4' })
  const [loan, interest] = [barsOf(chart, 'principal')[0]!, barsOf(chart, 'interest')[0]!]
  expect(interest.height / loan.height).toBeCloseTo(rows[0]!.interest / rows[0]!.principal, 1)
})

test.each([
  ['one', { instalments: 1 }],
  ['two', { instalments: 2 }],
  ['52 weeks', { instalments: 52, every: { n: 1, unit: 'weeks' } as const }],
  ['120 weeks', { instalments: 120, every: { n: 1, unit: 'weeks' } as const }],
  ['a season at its end', { product: 'seasonal' as const }],
])('the bars of %s stay inside the drawing and apart from each other', async (_, more) => {
  const { chart } = await chartOf(more)
  const loan = barsOf(chart, 'principal')
  for (const { x, y, width, height } of [...loan, ...barsOf(chart, 'interest')]) {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(320)
    expect(y).toBeGreaterThanOrEqual(27.99)
    expect(y + height).toBeLessThanOrEqual(180.02)
  }
  for (const [i, bar] of loan.slice(1).entries())
    expect(bar.x).toBeGreaterThan(loan[i]!.x + loan[i]!.width)
})

test('first, middle and last day are named, in the words of the language and no two over each other', async () => {
  const weekly = { instalments: 120, every: { n: 1, unit: 'weeks' } as const }
  const english = pageText((await chartOf(weekly)).chart.replace(/<title.*<\/title>/, ''))
  expect(english).toContain('27 Jan 2026')
  expect(english).toContain('9 May 2028')
  const { chart } = await chartOf(weekly, 'km')
  expect(pageText(chart)).toContain('27 មករា 2026')
  const xs = [...chart.matchAll(/<text\s+x="([\d.]+)"\s+y="200"/g)].map(([, x]) => Number(x))
  expect(xs).toHaveLength(3)
  for (const [i, x] of xs.slice(1).entries()) expect(x - xs[i]!).toBeGreaterThanOrEqual(80)
})

test('the year of a day stands below it, within the picture', async () => {
  const { chart } = await chartOf()
  const height = Number(/viewBox="0 0 \d+ (\d+)"/.exec(chart)![1])
  const at = (text: string): number =>
    Number(new RegExp(`y="(\\d+)" text-anchor="middle">\\s*${text}`).exec(chart)![1])
  expect(at('2026')).toBeGreaterThan(at('20 Feb'))
  expect(at('2026')).toBeLessThanOrEqual(height)
})

test('a loan without interest has no striped bar', async () => {
  const { chart } = await chartOf({ product: 'emergency' })
  expect(barsOf(chart, 'interest')).toEqual([])
})

test('the legend names both pieces beside a sample of each', async () => {
  const legend = String(await instalmentLegend('en'))
  expect(pageText(legend)).toMatch(/Interest\s+The loan itself/)
  expect(legend).toContain('fill="url(#stripes)"')
})
