import { html } from 'hono/html'
import { warningBox } from '#src/pages/entrance/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { entranceWords, networkWords } from '#src/words/words.ts'

/** Six digits, shown once; and what to do next where nobody can sign in on this device. */
export const drawnPinPage = (frame: PageFrame, pin: string, isElsewhere = false): Html => {
  const words = entranceWords.in(frame.language)
  const next = isElsewhere
    ? html`${warningBox(networkWords.in(frame.language).enrolThenSignIn)}
        <div class="buttons"><a class="button" href="/">${words.toStart}</a></div>`
    : html`<div class="buttons">
        <a class="button main" href="/sign-in">${words.signInHeading}</a>
      </div>`
  return layout({
    ...frame,
    isShownOnce: true,
    content: html`<h1 class="with-picture">${picture('key')} <span>${words.pinHeading}</span></h1>
      <p class="figure pin">${pin.slice(0, 3)} ${pin.slice(3)}</p>
      <p>${words.pinOnce}</p>
      ${next}`,
  })
}
