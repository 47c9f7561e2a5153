import { html } from 'hono/html'
import { type DistrictPlace, gazetteerOf } from '#domain/network/gazetteer/gazetteer.ts'
import { figuresPath, releaseWordsIn } from '#src/pages/figures/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { provinceIn } from '#src/pages/network/place-said.ts'
import { dateInWords } from '#src/words/locale.ts'

type Shown = {
  readonly typed: string
  readonly fault: boolean
  readonly found: readonly DistrictPlace[]
}

/** Districts by name or code, for whoever writes a village's code. */
export const placesPage = (frame: PageFrame, { typed, fault, found }: Shown): Html => {
  const { language } = frame
  const words = releaseWordsIn(language)
  const name = ({ km, latin }: DistrictPlace) => (language === 'km' ? [km, latin] : [latin, km])
  return layout({
    ...frame,
    isLeftAtOnce: true,
    sheet: 'open',
    content: html`<div class="open">
      <h1>${words.placesHeading}</h1>
      <p>${words.placesLead}</p>
      <form class="look-up screen-only" method="get" action="${figuresPath.places}">
        <div class="field">
          <label for="q">${words.placesSearch}</label>
          <input
            id="q"
            name="q"
            value="${typed}"
            maxlength="60"
            autocomplete="off"
            ${fault ? html`aria-describedby="q-fault"` : ''}
          />
          ${fault ? html`<p class="fault" id="q-fault">${words.placesFault}</p>` : ''}
        </div>
        <input type="hidden" name="lang" value="${language}" />
        <p class="buttons"><button class="button main">${words.placesShow}</button></p>
      </form>
      ${typed !== '' && found.length === 0 ? html`<p>${words.placesNone}</p>` : ''}
      <ul class="agencies">
        ${found.map((one) => {
          const [first, second] = name(one)
          return html`<li>
            <p>
              <b>${one.code}</b> <b><bdi>${first}</bdi></b> <bdi class="quiet">${second}</bdi>
            </p>
            <p>${words[`kind_${one.kind}`]}, ${provinceIn(one.code, language) ?? ''}</p>
          </li>`
        })}
      </ul>
      <p class="quiet">${words.placesSource(dateInWords(gazetteerOf.on, language))}</p>
    </div>`,
  })
}
