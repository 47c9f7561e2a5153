import { html } from 'hono/html'
import { faultBox } from '#src/pages/entrance/parts.ts'
import { type OwnPlace, behindOwn, ownLayout, ownPlace } from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { remittancePath } from '#src/pages/remittances/parts.ts'
import { picture } from '#src/pages/pictures.ts'
import { remittanceWords } from '#src/words/remittance-words.ts'
import { ownWords } from '#src/words/words.ts'

type Mine = {
  /** What is wrong with a form that does not stand here any more. */
  readonly fault: string | undefined
  readonly leavesSumsOut: boolean
  /** The form that puts them in again, or leaves them out. */
  readonly sums: Html
  /** The day on which the card was made that opens the page, in words. */
  readonly cardMadeOn: string | undefined
  /** Whether somebody else drew its digits; with the way to draw others, for whoever came by it. */
  readonly digits: 'own' | 'of-another' | 'to-draw'
  readonly stop: Html
  /** True where the form that stops it was sent, and something is wrong with it. */
  readonly isStopping: boolean
}

const sumsPart = ({ language }: OwnPlace, { leavesSumsOut, sums }: Mine): Html => {
  const words = ownWords.in(language)
  return html`<section class="desk">
    <h2>${words.sumsHeading}</h2>
    <p>${words.sumsMeaning}</p>
    ${leavesSumsOut ? html`<p><b>${words.sumsAreOut}</b></p>` : ''} ${sums}
  </section>`
}

const cardPart = ({ language }: OwnPlace, { cardMadeOn, digits, stop, isStopping }: Mine): Html => {
  const words = ownWords.in(language)
  return html`<section class="desk">
    <h2>${words.cardHeading}</h2>
    <p>
      <b>${cardMadeOn === undefined ? words.noCard : words.cardMade(cardMadeOn)}</b>
      ${words.cardYours}
    </p>
    ${digits === 'own' ? '' : html`<p>${words.digitsNotOwn}</p>`}
    ${
      digits === 'to-draw'
        ? html`<div class="buttons">
            <a class="button" href="/me/secret">${picture('key')} ${words.drawOwnDigits}</a>
          </div>`
        : ''
    }
    ${
      cardMadeOn === undefined
        ? ''
        : html`<details class="fold" ${isStopping ? html` open` : ''}>
            <summary>${words.stopCard}</summary>
            <p>${words.stopMeaning}</p>
            ${stop}
          </details>`
    }
  </section>`
}

/** Where a member says how the own page is shown, ends the own card, and finds what is kept of oneself. */
export const minePage = (place: OwnPlace, mine: Mine): Html => {
  const words = ownWords.in(place.language)
  return ownLayout(
    { ...behindOwn(place), at: ownPlace.mine(place.fundId) },
    html`<h1>${words.heading}</h1>
      ${faultBox(mine.fault)} ${sumsPart(place, mine)} ${cardPart(place, mine)}
      <section>
        <h2>${words.ownCodesHeading}</h2>
        <p>${words.ownCodesLead}</p>
        <div class="buttons">
          <a class="button" href="${ownPlace.codes(place.fundId)}"
            >${picture('card')} ${words.drawCodes}</a
          >
        </div>
      </section>
      <section>
        <h2>${remittanceWords.in(place.language).ownHeading}</h2>
        <div class="buttons">
          <a class="button" href="${remittancePath.own(place.fundId)}"
            >${picture('box')} ${remittanceWords.in(place.language).ownHeading}</a
          >
        </div>
      </section>
      <section>
        <h2>${words.keptHeading}</h2>
        <div class="buttons">
          <a class="button" href="${ownPlace.kept(place.fundId)}"
            >${picture('glass')} ${words.toKept}</a
          >
        </div>
      </section>`,
  )
}
