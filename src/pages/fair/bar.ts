import { html } from 'hono/html'
import type { Html } from '#src/pages/layout.ts'

const width = 320
const height = 20

/**
 * One bar, as long as its part of the largest: full for what the fund asks, hollow for all else. The figure
 * stands beside it, so nobody has to see it.
 */
export const bar = (
  { part, largest }: { readonly part: number; readonly largest: number },
  look: 'full' | 'hollow',
): Html => {
  const long = largest <= 0 ? 0 : Math.max((part / largest) * (width - 4), part > 0 ? 2 : 0)
  return html`<svg
    class="bar"
    viewBox="0 0 ${width} ${height}"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    <rect class="bar-${look}" x="2" y="2" width="${long.toFixed(2)}" height="${height - 4}" />
  </svg>`
}
