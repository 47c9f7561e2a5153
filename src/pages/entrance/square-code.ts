import { html } from 'hono/html'
import type { Html } from '#src/pages/layout.ts'
import { squareModules } from '#src/pages/square-modules.ts'

/** A square code as one path, a unit a module, with the quiet edge that readers need. */
export const squareCode = (text: string, title: string): Html => {
  const { rows, size } = squareModules(text)
  const path = rows
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
