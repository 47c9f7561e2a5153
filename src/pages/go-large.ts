import { html } from 'hono/html'
import { icon } from '#src/pages/icons.ts'
import type { Html } from '#src/pages/layout.ts'

/** One large button: what it is about, what is done, and a line more. */
export const goLarge = (
  href: string,
  {
    about,
    done,
    more,
  }: {
    readonly about?: string
    readonly done: Html | string
    readonly more?: string
  },
): Html =>
  html`<a class="go-large" href="${href}">
    ${about === undefined ? '' : html`<small>${about}</small>`}
    <span><strong>${done}</strong>${more === undefined ? '' : html`<span>${more}</span>`}</span>
    ${icon('go-on')}
  </a>`
