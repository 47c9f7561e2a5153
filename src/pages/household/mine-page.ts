import { html } from 'hono/html'
import { faultBox, hidden } from '#src/pages/entrance/parts.ts'
import { type OwnPlace, behindOwn, ownLayout, ownPlace } from '#src/pages/household/parts.ts'
import { ownSecretField } from '#src/pages/household/secret-field.ts'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { ownWords } from '#src/words/words.ts'

export const ownActs = ['leave-out', 'put-in', 'show-sums', 'stop-card'] as const
export type OwnAct = (typeof ownActs)[number]

type Mine = {
  readonly leavesSumsOut: boolean
  /** The day on which the card was made that opens the page, in words. */
  readonly cardMadeOn: string | undefined
  readonly isWrong: boolean
}

const act = (place: OwnPlace, what: OwnAct, label: string, asked: Html | string = ''): Html =>
  html`<form class="entry" method="post" action="${ownPlace.mine(place.fundId)}">
    ${hidden('what', what)} ${asked}
    <div class="buttons"><button class="button">${label}</button></div>
  </form>`

const sumsPart = (place: OwnPlace, { leavesSumsOut }: Mine): Html => {
  const words = ownWords.in(place.language)
  return html`<section>
    <h2>${words.sumsHeading}</h2>
    <p>${words.sumsMeaning}</p>
    ${
      leavesSumsOut
        ? html`<p><b>${words.sumsAreOut}</b></p>
            ${act(place, 'put-in', words.putIn, ownSecretField(place, 'secret-sums'))}`
        : act(place, 'leave-out', words.leaveOut)
    }
  </section>`
}

const cardPart = (place: OwnPlace, { cardMadeOn }: Mine): Html => {
  const words = ownWords.in(place.language)
  return html`<section>
    <h2>${words.cardHeading}</h2>
    <p>
      <b>${cardMadeOn === undefined ? words.noCard : words.cardMade(cardMadeOn)}</b>
      ${words.cardYours}
    </p>
    ${
      cardMadeOn === undefined
        ? ''
        : html`<details>
            <summary>${words.stopCard}</summary>
            <p>${words.stopMeaning}</p>
            ${act(place, 'stop-card', words.stopCard, ownSecretField(place, 'secret-card'))}
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
      ${faultBox(mine.isWrong ? words.secretWrong : undefined)} ${sumsPart(place, mine)}
      ${cardPart(place, mine)}
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
