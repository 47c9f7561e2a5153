import { html } from 'hono/html'
import type { ListedLetter } from '#src/app/box.ts'
import { boxWordsAt, written } from '#src/pages/box/box-pages.ts'
import { fact } from '#src/pages/desk/parts.ts'
import { goodBox, hidden } from '#src/pages/entrance/parts.ts'
import { squareCode } from '#src/pages/entrance/square-code.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { headingWith } from '#src/pages/network/parts.ts'
import { dateInWords } from '#src/words/locale.ts'

/** Where letters are read: at the organisation, or at the table of one fund. */
export type LettersPlace = PageFrame & {
  readonly path: string
  readonly nameOf: (fundId: string) => string
  readonly isFund: boolean
}

const about = (place: LettersPlace, { kind, to, on, fundId }: ListedLetter): Html => {
  const words = boxWordsAt(place)
  return html`<dl class="facts">
      ${place.isFund ? '' : fact(words.ofFund, html`<bdi>${place.nameOf(fundId)}</bdi>`)}
      ${fact(words.kindLabel, words[`kind_${kind}`])} ${fact(words.readBy, words[`to_${to}`])}
    </dl>
    <p class="quiet">${words.putInOn(dateInWords(on, place.language))}</p>`
}

/** Letters, those that wait first. */
export const lettersPage = (place: LettersPlace, letters: readonly ListedLetter[]): Html => {
  const words = boxWordsAt(place)
  const row = ({ code, kind, on, fundId, answer }: ListedLetter): Html =>
    html`<li>
      <b>${words[`kind_${kind}`]}</b>
      <span>
        ${place.isFund ? '' : html`<bdi>${place.nameOf(fundId)}</bdi>,`}
        ${dateInWords(on, place.language)}:
        ${answer === undefined ? words.waiting : words.isAnswered}
      </span>
      <a class="button" href="${place.path}/${code}">${words.openLetter}</a>
    </li>`
  return layout({
    ...place,
    content: html`${headingWith('book', words.lettersHeading)}
      <div class="intro">
        <p>${words.lettersLead}</p>
        ${place.isFund ? html`<p class="quiet">${words.fundOnly}</p>` : ''}
      </div>
      ${
        letters.length === 0
          ? html`<p>${words.noLetters}</p>`
          : html`<ul class="looks">
              ${letters.map(row)}
            </ul>`
      }
      ${
        place.isFund
          ? html`<div class="buttons">
              <a class="button" href="${place.path.replace(/letters$/, 'box')}"
                >${words.paperHeading}</a
              >
            </div>`
          : ''
      }`,
  })
}

/** One letter, with its answer or the place for it. */
export const oneLetterPage = (
  place: LettersPlace,
  letter: ListedLetter,
  {
    form,
    isKept,
    mayErase,
  }: {
    /** Where the answer is written; nothing where it is not written over. */
    readonly form: Html | string
    readonly isKept: boolean
    readonly mayErase: boolean
  },
): Html => {
  const words = boxWordsAt(place)
  const { answer, code } = letter
  return layout({
    ...place,
    content: html`<div class="desk">
      ${headingWith('book', words.letterHeading)} ${isKept ? goodBox(words.answerKept) : ''}
      ${about(place, letter)} ${written(letter.text)}
      ${
        answer === undefined
          ? ''
          : html`<section class="desk-part">
              <h2>${words.answered(dateInWords(answer.on, place.language))}</h2>
              <p class="quiet">${words[`by_${answer.by}`]}</p>
              ${written(answer.text)}
            </section>`
      }
      ${form}
      ${
        mayErase
          ? html`<form class="entry" method="post" action="${place.path}/${code}">
              ${hidden('erase', 'yes')}
              <p class="quiet">${words.eraseMeaning}</p>
              <div class="buttons"><button class="button">${words.eraseLetter}</button></div>
            </form>`
          : ''
      }
    </div>`,
  })
}

const lines = 9

/** The box on paper: a square to scan, and lines for whoever has no phone. */
export const boxPaperPage = (
  frame: PageFrame,
  told: { readonly address: string; readonly fundName: string },
): Html => {
  const words = boxWordsAt(frame)
  return layout({
    ...frame,
    printedFor: told.fundName,
    content: html`<div class="box-paper">
      <h1>${words.paperHeading}</h1>
      <p><bdi>${told.fundName}</bdi></p>
      <p class="screen-only">${words.paperLead}</p>
      <p><b>${words.paperScan}</b></p>
      <div class="printed">${squareCode(told.address, words.paperScan)}</div>
      <p>${words.paperWrite}</p>
      <ul class="boxes">
        <li>☐ ${words.kind_complaint}</li>
        <li>☐ ${words.kind_suggestion}</li>
        <li>☐ ${words.to_ngo}</li>
        <li>☐ ${words.to_fund}</li>
      </ul>
      <div class="write-here">${Array.from({ length: lines }, () => html`<p></p>`)}</div>
      <p class="tear">${words.paperReceipt}: ____ ____ ____ ____</p>
      <div class="buttons screen-only">
        <a class="button main" href="${told.address}">${words.open}</a>
      </div>
    </div>`,
  })
}
