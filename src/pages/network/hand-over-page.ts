import { html } from 'hono/html'
import { squareCode } from '#src/pages/entrance/square-code.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { networkWords } from '#src/words/network-words.ts'

export type HandOver = {
  /** What the person is, in words; never the name, because a paper with name and link opens the door. */
  readonly whose: string | undefined
  /** Makes the person's phone or computer known; opened first. */
  readonly device?: string | undefined
  /** Sets the secret. */
  readonly begin?: string | undefined
  readonly next: { readonly href: string; readonly label: string }
}

/** One-time links, shown once, to be printed or scanned from the screen and handed to one person. */
export const handOverPage = (frame: PageFrame, { whose, device, begin, next }: HandOver): Html => {
  const words = networkWords.in(frame.language)
  const part = (heading: string, text: string, address: string): Html =>
    html`<section>
      <h2>${heading}</h2>
      ${squareCode(address, words.squareTitle)}
      <p>${text}</p>
      <p class="code address" lang="en">${address}</p>
    </section>`
  return layout({
    ...frame,
    isShownOnce: true,
    content: html`<h1 class="with-picture screen-only">
        ${picture('key')} <span>${words.handOverHeading}</span>
      </h1>
      ${whose === undefined ? '' : html`<p class="lead"><strong>${whose}</strong></p>`}
      <p class="screen-only">${words.handOverLead}</p>
      <div class="printed">
        ${device === undefined ? '' : part(words.deviceLinkHeading, words.deviceLinkText, device)}
        ${begin === undefined ? '' : part(words.beginLinkHeading, words.beginLinkText, begin)}
      </div>
      <div class="buttons screen-only">
        <a class="button main" href="${next.href}">${next.label}</a>
      </div>`,
  })
}
