import type { Picture } from '#src/desk/pictures.ts'
import { html } from 'hono/html'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { goodBox } from '#src/pages/entrance/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { networkWords } from '#src/words/words.ts'

export const headingWith = (shown: Picture, text: Html | string): Html =>
  html`<h1 class="with-picture">${picture(shown)} <span>${text}</span></h1>`

/** The same over a page that comes again after something was done, with what that was. */
export const headingAfter = (shown: Picture, text: Html | string, done: string | undefined): Html =>
  html`${headingWith(shown, text)} ${done === undefined ? '' : goodBox(done)}`

/**
 * Where the secret was given too long ago for the form below, this is told before it is filled in. What is typed stays while
 * it is asked for; a file does not, so that there it is given first.
 */
export const stepUpFirst = (
  language: Language,
  to: string | undefined,
  isOfFiles: boolean,
): Html | string => {
  if (to === undefined) return ''
  const words = networkWords.in(language)
  const href = `/step-up?${new URLSearchParams({ to }).toString()}`
  return html`<div class="told">
    ${picture('key')}
    <div>
      <p>${isOfFiles ? words.secretBeforeFile : words.secretFirst}</p>
      ${isOfFiles ? html`<p class="buttons"><a class="button" href="${href}">${words.giveSecret}</a></p>` : ''}
    </div>
  </div>`
}
