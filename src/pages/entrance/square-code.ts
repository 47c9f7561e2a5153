import { html } from 'hono/html'
import { encode } from 'uqr'
import type { Html } from '#src/pages/layout.ts'

/** A square code as one path, a unit a module, with the quiet edge that readers need. */
export const squareCode = (text: string, title: string): Html => {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return html`<svg
    class="square-code"
    viewBox="0 0 ${size} ${size}"
    role="img"
    aria-label="${title}"
  >
    <path d="${path}" shape-rendering="crispEdges" />
  </svg>`
}
