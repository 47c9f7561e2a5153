import { html } from 'hono/html'
import { icon } from '#src/pages/icons.ts'
import type { Html } from '#src/pages/layout.ts'

/** A page that somebody may go to, by what it is called. */
export type Way = { readonly href: string; readonly name: string }

/** Ways of one kind, under their heading; what is seldom gone lies in a fold. */
export type Ways = {
  readonly heading: string
  readonly ways: readonly Way[]
  readonly isSeldom?: boolean
}

const rowsOf = (ways: readonly Way[]): Html =>
  html`<ul class="ways-list">
    ${ways.map(
      ({ href, name }) =>
        html`<li>
          <a href="${href}"><span>${name}</span>${icon('go-on')}</a>
        </li>`,
    )}
  </ul>`

/** Rows that lead on: the whole row is the link. */
export const waysList = ({ heading, ways, isSeldom }: Ways): Html => {
  if (ways.length === 0) return html``
  return isSeldom
    ? html`<details class="fold rows-fold">
        <summary>${heading}</summary>
        ${rowsOf(ways)}
      </details>`
    : html`<section>
        <h2>${heading}</h2>
        ${rowsOf(ways)}
      </section>`
}
