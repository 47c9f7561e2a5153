import { html } from 'hono/html'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { entranceWords } from '#src/words/words.ts'

/** The second one's half of a new secret, shown once, to be printed or written down for its owner. */
export const halfPage = (
  frame: PageFrame,
  { whose, digits, drawn }: { whose: string; digits: string; drawn: 'number' | 'pin' },
): Html => {
  const words = entranceWords.in(frame.language)
  const groups = digits.match(drawn === 'pin' ? /.{1,3}/g : /.{1,4}/g) ?? []
  return layout({
    ...frame,
    isShownOnce: true,
    content: html`<h1 class="with-picture screen-only">
        ${picture('key')} <span>${words.halvesHeading}</span>
      </h1>
      <p class="screen-only">${words.halfLead}</p>
      <div class="printed">
        <section>
          <h2>${whose}</h2>
          <p class="figure pin">${groups.join(' ')}</p>
          ${drawn === 'pin' ? html`<p>${words.halfNoWord}</p>` : ''}
        </section>
      </div>
      <div class="buttons screen-only"><a class="button" href="/">${words.toStart}</a></div>`,
  })
}
