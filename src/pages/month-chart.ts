import type { Currency } from '#domain/kernel/money.ts'
import { html } from 'hono/html'
import {
  acrossLine,
  chartGrid,
  chartHeight,
  chartHeightOf,
  chartPlot,
  chartWidth,
  monthLabels,
  roundTop,
} from '#src/pages/chart.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { currencyName, monthAndYear, moneyInFigures, moneyInTable } from '#src/words/locale.ts'
import { everyPageWords } from '#src/words/words.ts'

/** What a fund held at the end of a month 'YYYY-MM', in the smallest unit of its currency. */
export type MonthEnd = {
  readonly month: string
  readonly cash: number
  readonly savings: number
  readonly loansOut: number
}

type Months = { readonly months: readonly MonthEnd[]; readonly currency: Currency }

const bar = (place: { name: string; left: number; width: number; height: number }): Html =>
  html`<rect
    class="bar-${place.name}"
    x="${place.left.toFixed(1)}"
    y="${(chartPlot.bottom - place.height).toFixed(1)}"
    width="${place.width.toFixed(1)}"
    height="${place.height.toFixed(1)}"
  />`

const barPair = (end: MonthEnd, place: { left: number; slot: number; top: number }): Html => {
  const thick = Math.min(place.slot * 0.38, 24)
  const middle = place.left + place.slot / 2
  const savings = { name: 'savings', height: chartHeightOf(end.savings, place.top) }
  const loans = { name: 'loans', height: chartHeightOf(end.loansOut, place.top) }
  return html`${bar({ ...savings, left: middle - thick - 0.5, width: thick })}
  ${bar({ ...loans, left: middle + 0.5, width: thick })}`
}

/** Draws savings and loans out by month: one bar full, one bar hollow, so that grey paper tells. */
export const monthChart = ({ months, currency }: Months, language: Language): Html => {
  const first = monthAndYear(months[0]?.month ?? '', language)
  const last = monthAndYear(months.at(-1)?.month ?? '', language)
  const top = roundTop(Math.max(...months.flatMap(({ savings, loansOut }) => [savings, loansOut])))
  const slot = chartWidth / months.length
  return html`<svg
    class="chart"
    viewBox="0 0 ${chartWidth} ${chartHeight}"
    role="img"
    aria-labelledby="chart-title"
  >
    <title id="chart-title">${everyPageWords.in(language).chartTitle(first, last)}</title>
    <text x="0" y="${chartPlot.top - 8}">${moneyInFigures({ amount: top, currency })}</text>
    ${chartGrid} ${months.map((end, index) => barPair(end, { left: slot * index, slot, top }))}
    ${acrossLine('ground', chartPlot.bottom)}
    ${monthLabels(
      months.map(({ month }) => month),
      language,
    )}
  </svg>`
}

const swatch = (name: string): Html =>
  html`<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <rect class="bar-${name}" x="2" y="2" width="16" height="16" />
  </svg>`

/** Explains the two bars in words beside a sample of each. */
export const chartLegend = (language: Language): Html => {
  const words = everyPageWords.in(language)
  return html`<figcaption class="legend">
    <span>${swatch('savings')} ${words.savings}</span>
    <span>${swatch('loans')} ${words.loansOut}</span>
  </figcaption>`
}

/**
 * Writes the chart's figures as a table, for whoever cannot see it or wants the exact amounts. The
 * roles are spelled out because a phone lays the rows out as a grid, which may hide them.
 */
export const monthTable = ({ months, currency }: Months, language: Language): Html => {
  const words = everyPageWords.in(language)
  const cell = (amount: number): Html =>
    html`<td role="cell">${moneyInTable({ amount, currency })}</td>`
  const caption = words.chartTable(currencyName(currency, language))
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.byMonth}">
    <table role="table">
      <caption>
        ${caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">${words.month}</th>
          <th scope="col" role="columnheader">${words.cashColumn}</th>
          <th scope="col" role="columnheader">${words.savings}</th>
          <th scope="col" role="columnheader">${words.loansOut}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${months.map(
          (end) =>
            html`<tr role="row">
              <th scope="row" role="rowheader">${monthAndYear(end.month, language)}</th>
              ${cell(end.cash)} ${cell(end.savings)} ${cell(end.loansOut)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}
