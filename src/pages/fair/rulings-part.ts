import type { Picture } from '#src/desk/pictures.ts'
import { html } from 'hono/html'
import type { Ruling } from '#domain/fairness/ruling.ts'
import { fairPaths } from '#src/pages/fair/parts.ts'
import { nextOf, rulingSaid } from '#src/pages/fair/ruling-text.ts'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import type { Language } from '#src/words/catalogue.ts'
import { verdictWords } from '#src/words/words.ts'

const pictures: Readonly<Record<Ruling['is'], Picture>> = {
  refused: 'stop',
  'for-the-meeting': 'meeting',
  advised: 'warning',
}

/** Where a next step is a page of its own, a way to it. */
const nextPart = (
  next: ReturnType<typeof nextOf>,
  { fundId, language }: { readonly fundId: string; readonly language: Language },
): Html | string => {
  const said = verdictWords.in(language)[next]
  return next === 'ask-for-the-buy-out'
    ? html`<a class="button" href="${fairPaths.buyOut(fundId)}">${said}</a>`
    : said
}

/** Each ruling in words: what it is, what is wrong, whether a vote could change it, and what to do next. */
export const rulingsPart = (
  rulings: readonly Ruling[],
  place: { readonly fundId: string; readonly language: Language },
): Html => {
  const words = verdictWords.in(place.language)
  return html`<ul class="rulings">
    ${rulings.map((ruling) => {
      const { is, said, hard } = rulingSaid(ruling, place.language)
      return html`<li class="ruling ${ruling.is}">
        ${picture(pictures[ruling.is])}
        <div>
          <p>
            <b>${is}:</b> ${said} ${hard} <b>${words.next}:</b> ${nextPart(nextOf(ruling), place)}
          </p>
        </div>
      </li>`
    })}
  </ul>`
}
