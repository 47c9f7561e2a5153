import { html } from 'hono/html'
import { type At, deskWordsAt } from '#src/pages/desk/parts.ts'
import { inFolds } from '#src/pages/folds.ts'
import type { Html } from '#src/pages/layout.ts'

/** Somebody, a sum and how it stands: two short rows on a phone, one on a wide screen; all of it is the link. */
export type Line = {
  readonly card: string
  /** Left out for whoever only reads. */
  readonly href?: string | undefined
  /** What is said beside the card. */
  readonly about?: Html | string
  readonly sum: Html | string
  /** Told where there is room for it. */
  readonly wide?: Html | string
  readonly state?: Html | string
}

const linePart = (at: At, { card, href, about, sum, wide, state }: Line): Html => {
  const name = at.nameOf?.(card)
  const called = deskWordsAt(at).cardOf(card)
  const under = name === undefined ? about : html`<bdi>${card}</bdi>${about && html` · ${about}`}`
  const inside = html`<span
      ><b><bdi>${name ?? called}</bdi></b
      >${under && html`<small>${under}</small>`}</span
    >
    ${wide === undefined ? '' : html`<span class="wide">${wide}</span>`}
    <span class="sum"><b>${sum}</b>${state && html`<small>${state}</small>`}</span>`
  return html`<li>
    ${href === undefined ? html`<div>${inside}</div>` : html`<a href="${href}">${inside}</a>`}
  </li>`
}

/** People with their sums: the first of them stand open, the others lie in folds. */
export const linesInFolds = (at: At, lines: readonly Line[], size = 15): Html =>
  inFolds(lines, {
    size,
    called: ({ card }) => at.nameOf?.(card) ?? card,
    draw: (some) =>
      html`<ul class="ways-list people-sums">
        ${some.map((line) => linePart(at, line))}
      </ul>`,
  })
