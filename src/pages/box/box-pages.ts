import { html } from 'hono/html'
import type { Letter } from '#src/app/box.ts'
import { hidden } from '#src/pages/entrance/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { boxLetterWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

/** Where the box stands: whose it is, and its address. */
export type BoxPlace = PageFrame & { readonly door: string; readonly fundName: string }

export const boxPath = {
  box: '/box',
  /** With the door in the address, so that it is found whatever else was sent there. */
  at: (door: string, path = '/box'): string =>
    `${path}?${new URLSearchParams({ b: door }).toString()}`,
  read: '/box/read',
  takeBack: '/box/take-back',
}

export const boxWordsAt = ({ language }: Pick<PageFrame, 'language'>) => boxLetterWords.in(language)

/** A page of the box in the frame of all pages, with the way out on top; it never says who is signed in. */
const boxLayout = (place: BoxPlace, content: Html): Html =>
  layout({
    ...place,
    who: undefined,
    isLeftAtOnce: true,
    content: html`<div class="own desk">${content}</div>`,
  })

/** The two forms of the box, as each stands. */
type BoxShown = {
  readonly writing: Html
  readonly reading: Html
  readonly isTakenBack?: boolean
}

/** The box: what is put in, and below it the answer to what was. */
export const boxPage = (place: BoxPlace, { writing, reading, isTakenBack }: BoxShown): Html => {
  const words = boxWordsAt(place)
  return boxLayout(
    { ...place, query: { b: place.door }, at: boxPath.box },
    html`<h1>${words.heading}</h1>
      <p><bdi>${place.fundName}</bdi></p>
      ${isTakenBack ? html`<p class="done">${picture('on-time')} <b>${words.takenBack}</b></p>` : ''}
      <p>${words.lead}</p>
      ${writing}
      <p class="quiet">${words.forOthers}</p>
      <section>
        <h2>${words.readHeading}</h2>
        ${reading}
      </section>`,
  )
}

const backToBox = (place: BoxPlace): Html =>
  html`<div class="buttons screen-only">
    <a class="button" href="${boxPath.at(place.door)}">${boxWordsAt(place).again}</a>
  </div>`

/** The sixteen digits of a receipt, of which no four are torn apart. */
export const receiptShown = (receipt: string): Html =>
  html`<p class="figure receipt">
    ${receipt.split(' ').map((four) => html`<span class="together">${four}</span> `)}
  </p>`

/** The receipt of a letter, shown once. */
export const putInPage = (place: BoxPlace, receipt: string): Html => {
  const words = boxWordsAt(place)
  return boxLayout(
    { ...place, isShownOnce: true },
    html`<h1>${words.sentHeading}</h1>
      <p>${words.sentLead}</p>
      ${receiptShown(receipt)}
      <p>${words.sentNobody}</p>
      <p>${words.answerBy}</p>
      ${backToBox(place)}`,
  )
}

/** A text as it was written, line by line. */
export const written = (text: string): Html =>
  html`<div class="letter">${text.split('\n').map((line) => html`<p><bdi>${line}</bdi></p>`)}</div>`

/** A letter and its answer, for whoever has the receipt. */
export const letterPage = (place: BoxPlace, letter: Letter, receipt: string): Html => {
  const words = boxWordsAt(place)
  const { language } = place
  const { answer } = letter
  return boxLayout(
    { ...place, query: { b: place.door }, at: boxPath.box },
    html`<h1>${words.readHeading}</h1>
      ${
        answer === undefined
          ? html`<p><b>${words.waits}</b></p>`
          : html`<section>
              <h2>${words.answered(dateInWords(answer.on, language))}</h2>
              <p class="quiet">${words[`by_${answer.by}`]}</p>
              ${written(answer.text)}
            </section>`
      }
      <section>
        <h2>${words.yours}</h2>
        <p class="quiet">${words.putInOn(dateInWords(letter.on, language))}</p>
        ${written(letter.text)}
      </section>
      <form class="entry" method="post" action="${boxPath.at(place.door, boxPath.takeBack)}">
        ${hidden('b', place.door)} ${hidden('receipt', receipt)}
        <div class="buttons"><button class="button">${words.takeBack}</button></div>
      </form>
      ${backToBox(place)}`,
  )
}
