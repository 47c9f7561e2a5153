import { html } from 'hono/html'
import { type Html, type PageFrame, pageLink } from '#src/pages/layout.ts'
import { partialLanguages } from '#src/words/catalogue.ts'
import { partialWords } from '#src/words/partial.ts'

/** A choice among languages that a page is in in part; once one is chosen, the page says what is not in it. */
export const inPart = (frame: PageFrame): Html => {
  const { language, also, query = {}, at } = frame
  const link = (chosen: string): string =>
    pageLink(language, { query: { ...query, also: chosen }, at })
  if (also !== undefined) {
    const words = partialWords[also]
    return html`<p class="quiet screen-only" lang="${also}">
      ${words.partly(language)} <a class="button" href="${link('no')}">${words.wholly}</a>
    </p>`
  }
  return html`<p class="screen-only">
    ${partialLanguages.map(
      (one) =>
        html`<a class="button" href="${link(one)}" lang="${one}">${partialWords[one].name}</a> `,
    )}
  </p>`
}
