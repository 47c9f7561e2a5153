import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { OwnPrivate } from '#src/app/members/private-savings.ts'
import {
  type OwnPlace,
  behindOwn,
  inFigures,
  largeFigure,
  ownLayout,
} from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { dateInWords } from '#src/words/locale.ts'
import { savingWords } from '#src/words/words.ts'

const top = (place: OwnPlace): Html => {
  const words = savingWords.in(place.language)
  return html`<h1 class="with-picture">
      ${picture('savings')} <span>${words.privateHeading}</span>
    </h1>
    <p>${words.privateLead}</p>`
}

/** Asks for the secret each time: a household's phone may lie open. The same page for everybody. */
export const askSecretPage = (place: OwnPlace, form: Html): Html =>
  ownLayout(
    behindOwn(place),
    html`${top(place)}
      <div class="desk">${form}</div>`,
  )

/** What somebody has saved in private: on this page alone. */
export const ownPrivatePage = (
  place: OwnPlace,
  { own, currency }: { readonly own: OwnPrivate; readonly currency: Currency },
): Html => {
  const { language } = place
  const words = savingWords.in(language)
  const { saved, lines } = own
  return ownLayout(
    behindOwn(place),
    html`${top(place)} ${largeFigure({ amount: saved, currency })}
      ${
        lines.length === 0
          ? html`<p>${words.privateNone}</p>`
          : html`<ol class="own-lines">
              ${lines.map(
                ({ on, amount, isTakenBack }) =>
                  html`<li>
                    <span>
                      <b>${amount > 0 ? words.direction_in : words.direction_out}</b>
                      <small>${dateInWords(on, language)}</small>
                    </span>
                    <span class="sum">
                      <b class="together">${inFigures(Math.abs(amount), currency)}</b>
                      ${isTakenBack ? html`<small>${words.takenBack}</small>` : ''}
                    </span>
                  </li>`,
              )}
            </ol>`
      }
      <p class="quiet">${words.privateHow}</p>`,
  )
}
