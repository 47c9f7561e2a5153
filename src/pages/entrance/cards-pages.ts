import { html } from 'hono/html'
import { awaitedHours } from '#src/app/cards.ts'
import { buttons, faultBox, goodBox, hidden, warningBox } from '#src/pages/entrance/parts.ts'
import {
  type PracticeSecond,
  practiceSecondPart,
  secondFields,
} from '#src/pages/entrance/second-part.ts'
import { squareCode } from '#src/pages/entrance/square-code.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { entranceWords, networkWords, ownWords } from '#src/words/words.ts'

export type CardHolder = {
  readonly memberId: string
  readonly card: string
  /** When the card that is good now was made, as a day in words. */
  readonly issuedOn: string | undefined
}

/** Choosing whose card is to be made, with the second officer beside. */
export const cardsPage = (
  frame: PageFrame,
  told: {
    readonly fundId: string
    readonly members: readonly CardHolder[]
    readonly fault?: string | undefined
    /** Who was chosen in a form that was refused. */
    readonly chosen?: string
    readonly practice: PracticeSecond
    readonly isStopped?: boolean
  },
): Html => {
  const words = entranceWords.in(frame.language)
  const others = networkWords.in(frame.language)
  const own = ownWords.in(frame.language)
  return layout({
    ...frame,
    content: html`<h1 class="with-picture">
        ${picture('card')} <span>${words.cardsHeading}</span>
      </h1>
      ${told.isStopped ? goodBox(others.cardStopped) : ''} ${faultBox(told.fault)}
      <p>${words.cardsLead}</p>
      <p>${practiceSecondPart(frame.language, told.practice)}</p>
      <form class="entry" method="post" action="/funds/${told.fundId}/cards">
        <div class="field">
          <label for="memberId">${words.chooseMember}</label>
          <select id="memberId" name="memberId" required>
            <option value="">${words.pleaseChoose}</option>
            ${told.members.map(
              ({ memberId, card, issuedOn }) =>
                html`<option value="${memberId}" ${memberId === told.chosen ? html` selected` : ''}>
                  ${words.memberChoice(card, issuedOn)}
                </option>`,
            )}
          </select>
        </div>
        <fieldset class="ways">
          <legend>${own.afarChoice}</legend>
          <label class="tick"
            ><input type="radio" name="way" value="by-hand" checked />
            <span>${own.byHand}</span></label
          >
          <label class="tick"
            ><input type="radio" name="way" value="afar" /> <span>${own.afar}</span></label
          >
          <p class="quiet">${own.afarHint}</p>
        </fieldset>
        ${secondFields(frame.language)}
        ${buttons(words.issueButton, { href: '/', label: words.toStart })}
      </form>
      <div class="buttons">
        <a class="button" href="/funds/${told.fundId}/cards/stop">${others.toLostCard}</a>
      </div>`,
  })
}

/** A long code in groups that an eye can keep; the spaces between them do not count when it is typed. */
const inGroups = (token: string): readonly string[] => {
  const [scope = '', secret = ''] = token.split('.')
  return [...`${scope}.`.split(/(?<=-)/), ...(secret.match(/.{1,4}/g) ?? [])]
}

/** A new card and its digits, shown once, to be printed and cut apart. */
export const printedCardPage = (
  frame: PageFrame,
  told: {
    readonly fundId: string
    readonly card: string
    readonly address: string
    readonly token: string
    readonly pin: string
    /** On the phone of whoever is far away: nobody else stands by, and there is no next card. */
    readonly isAfar?: boolean
  },
): Html => {
  const words = entranceWords.in(frame.language)
  return layout({
    ...frame,
    isShownOnce: true,
    content: html`<h1 class="with-picture screen-only">
        ${picture('card')} <span>${words.cardReadyHeading}</span>
      </h1>
      <p class="screen-only">
        ${told.isAfar ? ownWords.in(frame.language).firstReadyLead : words.cardReadyLead}
      </p>
      <div class="printed">
        <section>
          <h2>${words.cardPrinted} ${told.card}</h2>
          ${squareCode(told.address, words.qrTitle)}
          <p>${words.scanThis}</p>
          <p>${words.codeUnder}</p>
          <p class="code" lang="en">
            ${inGroups(told.token).map((group) => html`<span>${group}</span> `)}
          </p>
        </section>
        <section>
          <h2>${words.pinPrinted} ${told.card}</h2>
          <p class="figure pin">${told.pin.slice(0, 3)} ${told.pin.slice(3)}</p>
        </section>
      </div>
      <div class="buttons screen-only">
        ${
          told.isAfar
            ? html`<a class="button main" href="${told.address}"
                >${ownWords.in(frame.language).openMine}</a
              >`
            : html`<a class="button" href="/">${words.toStart}</a>
                <a class="button" href="/funds/${told.fundId}/cards">${words.nextCard}</a>`
        }
      </div>`,
  })
}

/** The link of a card that is sent to somebody far away, shown once to the two who made it. */
export const afarLinkPage = (
  frame: PageFrame,
  told: { readonly fundId: string; readonly card: string; readonly address: string },
): Html => {
  const [words, own] = [entranceWords.in(frame.language), ownWords.in(frame.language)]
  return layout({
    ...frame,
    isShownOnce: true,
    content: html`<h1 class="with-picture">${picture('card')} <span>${own.afarReady}</span></h1>
      <p>${words.cardPrinted} ${told.card}. ${own.afarLead(awaitedHours)}</p>
      <div class="printed">
        <p class="code whole" lang="en"><bdi>${told.address}</bdi></p>
        ${squareCode(told.address, words.qrTitle)}
      </div>
      ${warningBox(own.afarIntercepted)}
      <div class="buttons">
        <a class="button" href="/">${words.toStart}</a>
        <a class="button" href="/funds/${told.fundId}/cards">${words.nextCard}</a>
      </div>`,
  })
}

/** What somebody far away reads who opens such a link; looking uses nothing up. */
export const firstPinPage = (frame: PageFrame, token: string): Html => {
  const words = ownWords.in(frame.language)
  return layout({
    ...frame,
    content: html`<h1 class="with-picture">
        ${picture('card')} <span>${words.firstHeading}</span>
      </h1>
      <p>${words.firstLead}</p>
      <p>${words.firstMeaning}</p>
      <form class="entry" method="post" action="/card/first">
        ${hidden('c', token)} ${buttons(words.draw, { href: '/', label: words.notNow })}
      </form>`,
  })
}
