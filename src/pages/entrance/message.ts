import type { Picture } from '#src/desk/pictures.ts'
import { html } from 'hono/html'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'

export type Message = {
  readonly shown: Picture
  readonly heading: string
  readonly lines: readonly string[]
  /** Ways on, the likeliest first. */
  readonly links: readonly { readonly href: string; readonly label: string }[]
  /** What stands below all of it. */
  readonly after?: Html
}

/** A page that says one thing and where to go from there. */
export const messagePage = (
  frame: PageFrame,
  { shown, heading, lines, links, after }: Message,
): Html =>
  layout({
    ...frame,
    content: html`<h1 class="with-picture">${picture(shown)} <span>${heading}</span></h1>
      <div class="entry">
        ${lines.map((line) => html`<p>${line}</p>`)}
        <div class="buttons">
          ${links.map(({ href, label }) => html`<a class="button" href="${href}">${label}</a>`)}
        </div>
      </div>
      ${after ?? ''}`,
  })
