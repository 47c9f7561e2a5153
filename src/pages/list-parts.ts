import { html } from 'hono/html'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { logWords } from '#src/words/words.ts'

/** A long list a part at a time, so that no page grows with the fund. */
export type ListPart<Row> = {
  readonly rows: readonly Row[]
  /** Which part it is, from 1. */
  readonly part: number
  readonly parts: number
}

/** So many rows are one part. */
const partSize = 50

/** The part of a list that is asked for; the first one where none is, or none that there is. */
export const partOf = <Row>(
  all: readonly Row[],
  asked: string | undefined,
  size = partSize,
): ListPart<Row> => {
  const parts = Math.max(1, Math.ceil(all.length / size))
  const wanted = /^[1-9]\d{0,5}$/.test(asked ?? '') ? Number(asked) : 1
  const part = wanted > parts ? 1 : wanted
  return { rows: all.slice((part - 1) * size, part * size), part, parts }
}

/** The ways to the next part of a list whose newest rows come first, and back to its beginning; none where it has one part. */
export const partWays = (
  language: Language,
  { part, parts }: Omit<ListPart<unknown>, 'rows'>,
  hrefOf: (part: number) => string,
): Html | string => {
  if (parts === 1) return ''
  const words = logWords.in(language)
  const way = (to: number, label: string): Html =>
    html`<a class="button" href="${hrefOf(to)}">${label}</a>`
  return html`<div class="buttons">
    ${part > 1 ? way(1, words.newest) : ''} ${part < parts ? way(part + 1, words.older) : ''}
  </div>`
}
