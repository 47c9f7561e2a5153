import { html } from 'hono/html'
import { icon } from '#src/pages/icons.ts'
import type { Html } from '#src/pages/layout.ts'

/** A page that somebody may go to, by what it is called. */
export type Way = { readonly href: string; readonly name: string }

/** Ways of one kind, under their heading. */
export type Ways = { readonly heading: string; readonly ways: readonly Way[] }

/** Rows that lead on: the whole row is the link. */
export const waysList = ({ heading, ways }: Ways): Html =>
  ways.length === 0
    ? html``
    : html`<section>
        <h2>${heading}</h2>
        <ul class="ways-list">
          ${ways.map(
            ({ href, name }) =>
              html`<li>
                <a href="${href}"><span>${name}</span>${icon('go-on')}</a>
              </li>`,
          )}
        </ul>
      </section>`
