import { html } from 'hono/html'
import type { Html } from '#src/pages/layout.ts'

type Folding<Row> = {
  /** How a row is called: a fold is named by its first and its last. */
  readonly called: (row: Row) => string
  readonly draw: (rows: readonly Row[]) => Html
  /** How many rows stand together. */
  readonly size?: number
  /** Days that go backwards: their stretch is told forwards all the same. */
  readonly isNewestFirst?: true
}

/** A long list for a phone: the first rows stand open, the others lie in folds. A short list is whole. */
export const inFolds = <Row>(
  rows: readonly Row[],
  { called, draw, size = 15, isNewestFirst }: Folding<Row>,
): Html => {
  if (rows.length <= size + size / 2) return draw(rows)
  const parts = Array.from({ length: Math.ceil(rows.length / size) }, (_, i) =>
    rows.slice(i * size, (i + 1) * size),
  )
  const named = (part: readonly Row[]): string => {
    const ends = [part[0]!, part.at(-1)!].map(called)
    const [first, last] = isNewestFirst ? ends.toReversed() : ends
    return first === last ? first! : `${first} – ${last}`
  }
  return html`${parts.map((part, i) =>
    i === 0
      ? draw(part)
      : html`<details class="fold rows-fold">
          <summary><bdi>${named(part)}</bdi></summary>
          ${draw(part)}
        </details>`,
  )}`
}
