import { html } from 'hono/html'
import { faultBox, goodBox } from '#src/pages/entrance/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { entranceWords, networkWords } from '#src/words/words.ts'

/** Instead of signing in, on a device that is not known: what to do first, and no form. */
export const notKnownPage = (frame: PageFrame, isSecretNew: boolean): Html => {
  const words = entranceWords.in(frame.language)
  return layout({
    ...frame,
    content: html`<h1 class="with-picture">
        ${picture('key')} <span>${words.signInHeading}</span>
      </h1>
      ${isSecretNew ? goodBox(networkWords.in(frame.language).hasSecret) : ''}
      ${faultBox(frame.isPractice ? words.doorsLocked : words.notEnrolled)}
      <div class="buttons">
        <a class="button" href="/">${words.toStart}</a>
        <a class="button" href="/card">${words.cardInstead}</a>
      </div>`,
  })
}
