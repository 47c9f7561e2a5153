import { html } from 'hono/html'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { shortMonth } from '#src/words/locale.ts'

/* Every drawing is as wide as a small phone's page, so that its letters stay at least 16 px. */
export const chartWidth = 320
export const chartPlot = { top: 28, bottom: 180 } as const
export const chartHeight = 232
const labelRoom = 30

/** Rounds up to twice a round number, so that the line at half height stands for one too. */
export const roundTop = (largest: number): number => {
  const half = Math.max(largest, 2) / 2
  const power = 10 ** Math.floor(Math.log10(half))
  const step = [1, 2, 3, 4, 5, 6, 8, 10].find((factor) => factor * power >= half) ?? 10
  return Math.min(2 * step * power, Number.MAX_SAFE_INTEGER)
}

/** How high an amount stands in the drawing, in its units; nothing stands below the ground. */
export const chartHeightOf = (amount: number, top: number): number =>
  (Math.max(amount, 0) / top) * (chartPlot.bottom - chartPlot.top)

/** A line across the drawing: of the grid, or the ground that bars and lines stand on. */
export const acrossLine = (name: 'grid' | 'ground', y: number): Html =>
  html`<line class="${name}" x1="0" x2="${chartWidth}" y1="${y}" y2="${y}" />`

/** The grid: the top and the half of it. */
export const chartGrid: Html = html`${acrossLine('grid', chartPlot.top)}
${acrossLine('grid', (chartPlot.top + chartPlot.bottom) / 2)}`

/** Names the newest month 'YYYY-MM' and every so many before it, so that no two names touch. */
export const monthLabels = (months: readonly string[], language: Language): readonly Html[] => {
  const slot = chartWidth / months.length
  const every = Math.ceil((2 * labelRoom) / slot)
  return months.flatMap((month, index) => {
    if ((months.length - 1 - index) % every !== 0) return []
    const inside = Math.min(Math.max(slot * (index + 0.5), labelRoom), chartWidth - labelRoom)
    const x = inside.toFixed(1)
    return [
      html`<text x="${x}" y="${chartPlot.bottom + 20}" text-anchor="middle">
          ${shortMonth(month, language)}
        </text>
        <text x="${x}" y="${chartPlot.bottom + 44}" text-anchor="middle"
          >${month.slice(0, 4)}</text
        >`,
    ]
  })
}

/** Three looks of a line, told apart without colour: by its strokes and by the marks on it. */
type Look = 'solid' | 'dashed' | 'dotted'

/** One line of a chart: a value for each month, null where there is none. */
export type Series = {
  readonly name: string
  readonly look: Look
  readonly values: readonly (number | null)[]
}

type Point = readonly [x: number, y: number]

const mark = (look: Look, [x, y]: Point): Html => {
  const at = (n: number): string => n.toFixed(1)
  if (look === 'solid') return html`<circle class="mark" cx="${at(x)}" cy="${at(y)}" r="3.5" />`
  if (look === 'dashed')
    return html`<rect class="mark" x="${at(x - 3.5)}" y="${at(y - 3.5)}" width="7" height="7" />`
  return html`<path class="mark" d="M${at(x)} ${at(y - 5)}l5 9h-10z" />`
}

/** A line through its values; where a value is missing, the line is broken. */
const path = (points: readonly (Point | undefined)[]): string =>
  points
    .map((point, i) =>
      point === undefined
        ? ''
        : `${points[i - 1] === undefined ? 'M' : 'L'}${point[0].toFixed(1)} ${point[1].toFixed(1)}`,
    )
    .join('')

const drawn = ({ look, values }: Series, top: number): Html => {
  const slot = chartWidth / values.length
  const points = values.map((value, i): Point | undefined =>
    value === null ? undefined : [slot * (i + 0.5), chartPlot.bottom - chartHeightOf(value, top)],
  )
  return html`<g class="line-${look}">
    <path class="line" d="${path(points)}" />
    ${points.map((point) => (point === undefined ? '' : mark(look, point)))}
  </g>`
}

type LineChart = {
  /** One of the page, so that the title can be named. */
  readonly id: string
  readonly title: string
  /** What the lines do, said in words. */
  readonly said: string
  readonly months: readonly string[]
  readonly series: readonly Series[]
  /** How the highest line of the grid is written. */
  readonly scale: (top: number) => string
}

/** Lines by month, as a picture with its title and what it says in words. */
export const lineChart = (
  { id, title, said, months, series, scale }: LineChart,
  language: Language,
): Html => {
  const top = roundTop(Math.max(...series.flatMap(({ values }) => values.map((one) => one ?? 0))))
  return html`<svg
    class="chart"
    viewBox="0 0 ${chartWidth} ${chartHeight}"
    role="img"
    aria-labelledby="${id}-title ${id}-said"
  >
    <title id="${id}-title">${title}</title>
    <desc id="${id}-said">${said}</desc>
    <text x="0" y="${chartPlot.top - 8}">${scale(top)}</text>
    ${chartGrid} ${series.map((one) => drawn(one, top))} ${acrossLine('ground', chartPlot.bottom)}
    ${monthLabels(months, language)}
  </svg>`
}

/** Explains each line in words beside a sample of it. */
export const lineLegend = (series: readonly Series[]): Html =>
  html`<figcaption class="legend">
    ${series.map(
      ({ name, look }) =>
        html`<span
          ><svg class="chart wide" viewBox="0 0 40 20" aria-hidden="true" focusable="false">
            <g class="line-${look}">
              <path class="line" d="M2 10L38 10" />
              ${mark(look, [20, 10])}
            </g>
          </svg>
          ${name}</span
        >`,
    )}
  </figcaption>`

const barHeight = 20
const barEdge = 2

/**
 * One bar, as long as its part of the largest: full for what the fund asks, hollow for all else. The figure
 * stands beside it, so nobody has to see it.
 */
export const bar = (
  { part, largest }: { readonly part: number; readonly largest: number },
  look: 'full' | 'hollow',
): Html => {
  const room = chartWidth - 2 * barEdge
  const long = largest <= 0 ? 0 : Math.max((part / largest) * room, part > 0 ? barEdge : 0)
  return html`<svg
    class="bar"
    viewBox="0 0 ${chartWidth} ${barHeight}"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    <rect
      class="bar-${look}"
      x="${barEdge}"
      y="${barEdge}"
      width="${long.toFixed(2)}"
      height="${barHeight - 2 * barEdge}"
    />
  </svg>`
}
