import { html } from 'hono/html'
import { squareCode } from '#src/pages/entrance/square-code.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import type { Language } from '#src/words/catalogue.ts'
import { entranceWords, networkWords } from '#src/words/words.ts'

export type HandOver = {
  /** What the person is, in words; never the name, because a paper with name and link opens the door. */
  readonly whose: string | undefined
  /** Adds the person's phone or computer; opened first. */
  readonly device?: string | undefined
  /** Sets the secret. */
  readonly begin?: string | undefined
  /** Whether it opens only with the number that the second one draws. */
  readonly isByTwo?: boolean
  /** Where to go on when it is done. */
  readonly next: string
}

type Paper = { readonly heading: string; readonly first?: string; readonly address: string }

const papersOf = ({ device, begin }: HandOver, language: Language): readonly Paper[] => {
  const words = networkWords.in(language)
  return [
    ...(device === undefined
      ? []
      : [{ heading: words.deviceLinkHeading, first: words.deviceLinkText, address: device }]),
    ...(begin === undefined ? [] : [{ heading: words.beginLinkHeading, address: begin }]),
  ]
}

/** One-time links, shown once, to be printed or scanned from the screen and handed to one person. */
export const handOverPage = (frame: PageFrame, told: HandOver): Html => {
  const words = networkWords.in(frame.language)
  const papers = papersOf(told, frame.language)
  // Of two papers, the wrong one first leads nowhere.
  const numbered = (heading: string, i: number): string =>
    papers.length > 1 ? `${i + 1}. ${heading}` : heading
  const part = ({ heading, first, address }: Paper, i: number): Html =>
    html`<section>
      <h2>${numbered(heading, i)}</h2>
      ${squareCode(address, words.squareTitle)} ${first === undefined ? '' : html`<p>${first}</p>`}
      <p>${words.scanOrType}</p>
      <p class="code address" lang="en">${address}</p>
    </section>`
  return layout({
    ...frame,
    isShownOnce: true,
    content: html`<h1 class="with-picture screen-only">
        ${picture('key')} <span>${words.handOverHeading}</span>
      </h1>
      ${told.whose === undefined ? '' : html`<p class="lead"><strong>${told.whose}</strong></p>`}
      <p class="screen-only">${told.begin === undefined ? words.deviceLead : words.handOverLead}</p>
      ${told.isByTwo ? html`<p class="lead">${entranceWords.in(frame.language).halfElsewhere}</p>` : ''}
      <div class="printed">${papers.map(part)}</div>
      <div class="buttons screen-only">
        <a class="button main" href="${told.next}">${words.handedOver}</a>
      </div>`,
  })
}
