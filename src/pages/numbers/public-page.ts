import { html } from 'hono/html'
import type { ShownNumber } from '#src/app/network/numbers.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { dialList } from '#src/pages/numbers/parts.ts'
import { inPart } from '#src/pages/in-part.ts'
import { dateInWords } from '#src/words/locale.ts'
import { dateInPart } from '#src/words/partial.ts'
import { remittancePath } from '#src/pages/remittances/parts.ts'
import { sendingWords } from '#src/words/remittance-words.ts'
import { agencyWords, numbersWords, roadWords } from '#src/words/words.ts'

/**
 * All numbers, by country. Nothing of it is of whoever reads: no name of a fund, no menu, and the way out on top, because
 * somebody may look over the shoulder.
 */
export const publicNumbersPage = (frame: PageFrame, numbers: readonly ShownNumber[]): Html => {
  const { language, isPractice, also } = frame
  const words = numbersWords.in(language, also)
  const byCountry = [...Map.groupBy(numbers, ({ country }) => country)]
  const [until] = numbers.map(({ checkAgainOn }) => checkAgainOn).toSorted()
  return layout({
    ...frame,
    isLeftAtOnce: true,
    sheet: 'own',
    content: html`<h1>${words.heading}</h1>
      ${inPart(frame)}
      <p class="screen-only">${words.lead}</p>
      ${isPractice ? html`<p><b>${words.practiceLead}</b></p>` : ''}
      ${numbers.length === 0 ? html`<p>${words.noneYet}</p>` : ''}
      <div class="dial-lists">
        ${byCountry.map(
          ([country, ofIt]) =>
            html`<section id="${country}">
              <h2>${words[`country_${country}`]}</h2>
              ${dialList(language, { numbers: ofIt, isPractice, also })}
            </section>`,
        )}
      </div>
      <p class="button-row screen-only">
        <a class="button" href="/agencies">${agencyWords.in(language).heading}</a>
        <a class="button" href="/roads">${roadWords.in(language).heading}</a>
        <a class="button" href="${remittancePath.prices}">${sendingWords.in(language).heading}</a>
      </p>
      <p class="quiet">${words.notChecked}</p>
      ${until === undefined ? '' : html`<p class="quiet">${words.goodUntil(also ? dateInPart(until, also) : dateInWords(until, language))}</p>`}`,
  })
}
