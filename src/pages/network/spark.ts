import { html } from 'hono/html'
import type { Html } from '#src/pages/layout.ts'
import { percentInFigures } from '#src/words/locale.ts'

const [width, height] = [120, 24]

/** Months as one small line from left to right, as high as the share; with what it says in words. */
export const spark = (
  values: readonly (number | null)[],
  said: (first: string, last: string) => string,
): Html | string => {
  if (values.length < 2) return ''
  const across = (width - 4) / (values.length - 1)
  const points = values.map((value, i) => {
    const y = height - 2 - ((value ?? 0) / 100) * (height - 4)
    return `${(2 + i * across).toFixed(1)},${y.toFixed(1)}`
  })
  const told = (value: number | null | undefined): string => percentInFigures(value ?? 0)
  return html`<svg
    class="spark"
    viewBox="0 0 ${width} ${height}"
    role="img"
    aria-label="${said(told(values[0]), told(values.at(-1)))}"
  >
    <polyline points="${points.join(' ')}" />
  </svg>`
}
