import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { PlanRow } from '#domain/loans/plan/plan-rows.ts'
import {
  acrossLine,
  chartGrid,
  chartHeight,
  chartHeightOf,
  chartPlot,
  chartWidth,
  roundTop,
} from '#src/pages/chart.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords, moneyInFigures, shortMonth } from '#src/words/locale.ts'
import { quoteWords } from '#src/words/quote-words.ts'

type Instalments = { readonly rows: readonly PlanRow[]; readonly currency: Currency }

const labelRoom = 40
const thickest = 28

/** Stripes that run across, so that they can be seen on a bar of any width, and on grey paper. */
const stripes: Html = html`<defs>
  <pattern id="stripes" width="4" height="4" patternUnits="userSpaceOnUse">
    <rect class="stripe-ground" width="4" height="4" />
    <rect class="stripe" width="4" height="2" />
  </pattern>
</defs>`

const piece = (
  part: 'principal' | 'interest' | 'edge',
  { left, thick, from, to }: { left: number; thick: number; from: number; to: number },
): Html | string =>
  to <= from
    ? ''
    : html`<rect
        class="bar-${part}"
        ${part === 'interest' ? html` fill="url(#stripes)"` : ''}
        x="${left.toFixed(2)}"
        y="${(chartPlot.bottom - to).toFixed(2)}"
        width="${thick.toFixed(2)}"
        height="${(to - from).toFixed(2)}"
      />`

const bar = (
  { principal, interest }: PlanRow,
  { middle, slot, top }: { middle: number; slot: number; top: number },
): Html => {
  const thick = Math.min(slot * 0.78, thickest)
  const high = (amount: number): number => chartHeightOf(amount, top)
  const left = middle - thick / 2
  const loan = high(principal)
  const end = loan + high(interest)
  // However thin the stripes are cut, interest has an edge.
  return html`${piece('principal', { left, thick, from: 0, to: loan })}
  ${piece('interest', { left, thick, from: loan, to: end })}
  ${piece('edge', { left, thick, from: Math.max(end - 1, loan), to: end })}`
}

/** Names the first day, the last and the one in the middle: more would touch each other. */
const dayLabels = (rows: readonly PlanRow[], language: Language): readonly Html[] => {
  const slot = chartWidth / rows.length
  const last = rows.length - 1
  return [...new Set([0, Math.round(last / 2), last])].map((i) => {
    const { dueOn } = rows[i]!
    const x = Math.min(Math.max(slot * (i + 0.5), labelRoom), chartWidth - labelRoom).toFixed(1)
    const month = shortMonth(dueOn.slice(0, 7), language)
    return html`<text x="${x}" y="${chartPlot.bottom + 20}" text-anchor="middle">
        ${Number(dueOn.slice(8))} ${month}
      </text>
      <text x="${x}" y="${chartPlot.bottom + 44}" text-anchor="middle">${dueOn.slice(0, 4)}</text>`
  })
}

/** Draws each instalment as one bar: the loan itself full, interest striped on top of it. */
export const instalmentChart = ({ rows, currency }: Instalments, language: Language): Html => {
  const top = roundTop(Math.max(...rows.map(({ total }) => total)))
  const slot = chartWidth / rows.length
  const title = quoteWords
    .in(language)
    .pictureTitle(dateInWords(rows[0]!.dueOn, language), dateInWords(rows.at(-1)!.dueOn, language))
  return html`<svg
    class="chart"
    viewBox="0 0 ${chartWidth} ${chartHeight}"
    role="img"
    aria-labelledby="instalments-title"
  >
    <title id="instalments-title">${title}</title>
    ${stripes}
    <text x="0" y="${chartPlot.top - 8}">${moneyInFigures({ amount: top, currency })}</text>
    ${chartGrid} ${rows.map((row, i) => bar(row, { middle: slot * (i + 0.5), slot, top }))}
    ${acrossLine('ground', chartPlot.bottom)} ${dayLabels(rows, language)}
  </svg>`
}

const swatch = (part: 'principal' | 'interest'): Html =>
  html`<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <rect
      class="bar-${part}"
      ${part === 'interest' ? html` fill="url(#stripes)"` : ''}
      x="2"
      y="2"
      width="16"
      height="16"
    />
  </svg>`

/** Explains the two pieces of a bar in words beside a sample of each. */
export const instalmentLegend = (language: Language): Html => {
  const words = quoteWords.in(language)
  return html`<figcaption class="legend">
    <span>${swatch('interest')} ${words.interestPart}</span>
    <span>${swatch('principal')} ${words.loanPart}</span>
  </figcaption>`
}
