import { html } from 'hono/html'
import {
  type Letter,
  type LetterKind,
  type LetterReader,
  letterKinds,
  letterMax,
  letterReaders,
} from '#src/app/box.ts'
import { faultBox, hidden } from '#src/pages/entrance/parts.ts'
import { quickExit } from '#src/pages/household/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { boxLetterWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

/** Where the box stands: whose it is, and its address. */
export type BoxPlace = PageFrame & { readonly door: string; readonly fundName: string }

export const boxPath = {
  box: '/box',
  at: (door: string): string => `/box?${new URLSearchParams({ b: door }).toString()}`,
  read: '/box/read',
  takeBack: '/box/take-back',
}

export const boxWordsAt = ({ language }: Pick<PageFrame, 'language'>) => boxLetterWords.in(language)

/** A page of the box in the frame of all pages, with the way out on top; it never says who is signed in. */
const boxLayout = (place: BoxPlace, content: Html): Html =>
  layout({
    ...place,
    who: undefined,
    content: html`<div class="own desk">${quickExit(place.language)} ${content}</div>`,
  })

type LetterTyped = {
  readonly kind: LetterKind | undefined
  readonly to: LetterReader | undefined
  readonly text: string
}

export type BoxTold = {
  readonly typed?: LetterTyped
  readonly fault?: string
  readonly readFault?: string
  readonly isTakenBack?: boolean
}

const ticks = <Value extends string>(
  name: string,
  legend: string,
  choices: readonly (readonly [Value, string])[],
  chosen: Value | undefined,
): Html =>
  html`<fieldset class="ways">
    <legend>${legend}</legend>
    ${choices.map(
      ([value, label]) =>
        html`<label class="tick"
          ><input
            type="radio"
            name="${name}"
            value="${value}"
            required
            ${value === chosen ? html` checked` : ''}
          />
          <span>${label}</span></label
        >`,
    )}
  </fieldset>`

const writePart = (place: BoxPlace, { typed, fault }: BoxTold): Html => {
  const words = boxWordsAt(place)
  return html`${faultBox(fault)}
    <form class="entry" method="post" action="${boxPath.box}">
      ${hidden('b', place.door)}
      ${ticks(
        'kind',
        words.kindLabel,
        letterKinds.map((kind) => [kind, words[`kind_${kind}`]] as const),
        typed?.kind,
      )}
      ${ticks(
        'to',
        words.toLabel,
        letterReaders.map((to) => [to, words[`to_${to}`]] as const),
        typed?.to,
      )}
      <div class="field">
        <label for="text">${words.textLabel}</label>
        <p class="quiet" id="text-hint">${words.noNames} ${words.textHint(letterMax)}</p>
        <textarea
          id="text"
          name="text"
          rows="6"
          maxlength="${letterMax}"
          required
          autocomplete="off"
          aria-describedby="text-hint"
        >
${typed?.text ?? ''}</textarea>
      </div>
      <div class="buttons"><button class="button main">${words.send}</button></div>
    </form>`
}

const receiptField = (place: BoxPlace, path: string, label: string): Html =>
  html`<form class="entry" method="post" action="${path}">
    ${hidden('b', place.door)}
    <div class="field">
      <label for="receipt">${boxWordsAt(place).receiptLabel}</label>
      <input
        id="receipt"
        name="receipt"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        maxlength="40"
        required
      />
    </div>
    <div class="buttons"><button class="button">${label}</button></div>
  </form>`

/** The box: what is put in, and below it the answer to what was. */
export const boxPage = (place: BoxPlace, told: BoxTold = {}): Html => {
  const words = boxWordsAt(place)
  return boxLayout(
    { ...place, query: { b: place.door }, at: boxPath.box },
    html`<h1>${words.heading}</h1>
      <p><bdi>${place.fundName}</bdi></p>
      ${told.isTakenBack ? html`<p class="done">${picture('on-time')} <b>${words.takenBack}</b></p>` : ''}
      <p>${words.lead}</p>
      <p class="quiet">${words.forOthers}</p>
      ${writePart(place, told)}
      <section>
        <h2>${words.readHeading}</h2>
        ${faultBox(told.readFault)} ${receiptField(place, boxPath.read, words.readButton)}
      </section>`,
  )
}

const backToBox = (place: BoxPlace): Html =>
  html`<div class="buttons screen-only">
    <a class="button" href="${boxPath.at(place.door)}">${boxWordsAt(place).again}</a>
  </div>`

/** The receipt of a letter, shown once. */
export const putInPage = (place: BoxPlace, receipt: string): Html => {
  const words = boxWordsAt(place)
  return boxLayout(
    { ...place, isShownOnce: true },
    html`<h1>${words.sentHeading}</h1>
      <p>${words.sentLead}</p>
      <p class="figure receipt">
        ${receipt.split(' ').map((four) => html`<span class="together">${four}</span> `)}
      </p>
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
      <form class="entry" method="post" action="${boxPath.takeBack}">
        ${hidden('b', place.door)} ${hidden('receipt', receipt)}
        <div class="buttons"><button class="button">${words.takeBack}</button></div>
      </form>
      ${backToBox(place)}`,
  )
}
