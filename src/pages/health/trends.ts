import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { TrendMonth } from '#src/app/health/trend.ts'
import { type Series, lineChart, lineLegend } from '#src/pages/chart.ts'
import type { HealthPlace } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { table } from '#src/pages/table.ts'
import {
  currencyName,
  moneyInFigures,
  moneyInTable,
  monthAndYear,
  percentInFigures,
} from '#src/words/locale.ts'
import { printWords } from '#src/words/words.ts'

type Trend = {
  readonly id: string
  readonly heading: string
  /** What the column's figures are counted in. */
  readonly unit: string
  readonly series: readonly Series[]
  /** How a figure is written alone, and in a table. */
  readonly scale: (value: number) => string
  readonly cell: (value: number) => string
}

const monthsTable = (place: HealthPlace, months: readonly string[], trend: Trend): Html => {
  const { language } = place
  const words = printWords.in(language)
  const { heading, unit, series, cell } = trend
  const told = (value: number | null | undefined): string =>
    value === null || value === undefined ? words.noValue : cell(value)
  return html`<details class="fold trend-table">
    <summary>${words.trendTable}</summary>
    ${table({
      label: heading,
      caption: unit,
      rows: months,
      columns: [
        { heading: words.month, of: (month) => monthAndYear(month, language) },
        ...series.map(({ name, values }) => ({
          heading: name,
          of: (_: string, i: number) => told(values[i]),
        })),
      ],
    })}
  </details>`
}

const figurePart = (place: HealthPlace, months: readonly string[], trend: Trend): Html => {
  const { language } = place
  const words = printWords.in(language)
  const { id, heading, series, scale } = trend
  const told = (value: number | null | undefined): string =>
    value === null || value === undefined ? words.noValue : scale(value)
  const [first, last] = [months[0]!, months.at(-1)!].map((month) => monthAndYear(month, language))
  return html`<div class="trend">
    <h3>${heading}</h3>
    <figure>
      ${lineChart(
        {
          id,
          title: words.trendTitle(heading, first!, last!),
          said: series
            .map(({ name, values }) => words.trendSaid(name, told(values[0]), told(values.at(-1))))
            .join(' '),
          months,
          series,
          scale,
        },
        language,
      )}
      ${lineLegend(series)}
    </figure>
    ${monthsTable(place, months, trend)}
  </div>`
}

/** How cash, savings, loans and what is late of them went in the last months; nothing while there is no month. */
export const trendsPart = (
  place: HealthPlace,
  { trend, currency }: { readonly trend: readonly TrendMonth[]; readonly currency: Currency },
): Html | string => {
  if (trend.length === 0) return ''
  const words = printWords.in(place.language)
  const months = trend.map(({ month }) => month)
  const percent = percentInFigures
  const money: Trend = {
    id: 'trend-money',
    heading: words.trendMoney,
    unit: words.sums(currencyName(currency, place.language)),
    series: [
      { name: words.cash, look: 'dotted', values: trend.map(({ cash }) => cash) },
      { name: words.allSavings, look: 'solid', values: trend.map(({ savings }) => savings) },
      { name: words.loansOut, look: 'dashed', values: trend.map(({ loansOut }) => loansOut) },
    ],
    scale: (amount) => moneyInFigures({ amount, currency }),
    cell: (amount) => moneyInTable({ amount, currency }),
  }
  const risk: Trend = {
    id: 'trend-risk',
    heading: words.trendRisk,
    unit: words.trendRisk,
    series: [
      { name: words.riskLate, look: 'solid', values: trend.map(({ par30 }) => par30) },
      {
        name: words.riskRelief,
        look: 'dashed',
        values: trend.map(({ par30WithRelief }) => par30WithRelief),
      },
    ],
    scale: percent,
    cell: percent,
  }
  return html`<section class="trends">
    <h2>${words.trends}</h2>
    <div class="trend-parts">
      ${figurePart(place, months, money)} ${figurePart(place, months, risk)}
    </div>
  </section>`
}
