import { html } from 'hono/html'
import { placeOf } from '#src/desk/places.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { type Language, languages } from '#src/words/catalogue.ts'
import { deskWords } from '#src/words/words.ts'
import { type Money, moneyInFigures, moneyWordParts } from '#src/words/locale.ts'

/** Where a page of the record-keeper stands. */
export type At = PageFrame & {
  readonly fundId: string
  /** Given where names may stand beside cards: what the member with a card is called. */
  readonly nameOf?: (card: string) => string | undefined
  /** What a page before has filled in of the form that is chosen here: checked, and kept in the links. */
  readonly filledIn?: Readonly<Record<string, string>> | undefined
}

/** An address with what is filled in already, where anything is. */
export const filledLink = ({ filledIn }: Pick<At, 'filledIn'>, href: string): string =>
  filledIn === undefined
    ? href
    : `${href}${href.includes('?') ? '&' : '?'}${new URLSearchParams(filledIn).toString()}`

export const deskWordsAt = ({ language }: At) => deskWords.in(language)

/** A page in the frame of all pages. */
export const deskLayout = (at: At, content: Html): Html =>
  layout({ ...at, content: html`<div class="desk">${content}</div>` })

/** The same place with a way back to the record-keeper's table. */
export const behindDesk = (at: At): At => ({
  ...at,
  back: { href: placeOf.today(at), label: deskWordsAt(at).backToToday },
})

/** Keeps each part of an amount in words on one line, because Khmer has no spaces to break at. */
const saidIn = (money: Money, language: Language): Html => {
  const parts = moneyWordParts(money, language).map(
    (part) => html`<span class="together">${part}</span><wbr />`,
  )
  return html`<p class="said" lang="${language}">${parts}</p>`
}

/** An amount in words: those of the page, and those of the village. */
export const amountSaid = (money: Money, language: Language): readonly Html[] =>
  languages
    .filter((one) => one === language || one === 'km')
    .toSorted((one) => (one === language ? -1 : 1))
    .map((one) => saidIn(money, one))

/** The longest figure that fits the large size on a phone 360 px wide. */
const longestLargeFigure = 12

/** An amount as the largest thing on the page, and in words: those of the page, and those of the village. */
export const largeAmount = (money: Money, language: Language): Html => {
  const figure = moneyInFigures(money)
  return html`<p class="figure${figure.length > longestLargeFigure ? ' long' : ''}">${figure}</p>
    ${amountSaid(money, language)}`
}

/** A line of a list of facts: what, and how much. */
export const fact = (label: Html | string, value: Html | string, more: Html | string = ''): Html =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}${more}</dd>
  </div>`

export const figure = (money: Money): Html =>
  html`<span class="together">${moneyInFigures(money)}</span>`

/** How somebody is known here: by name and card, and a loan by its number. */
export const whose = (at: At, { card, number }: { card: string; number?: string }): Html => {
  const words = deskWordsAt(at)
  const name = at.nameOf?.(card)
  return html`<p class="whose">
    ${name === undefined ? '' : html`<b class="called"><bdi>${name}</bdi></b>`}
    <b><bdi>${words.cardOf(card)}</bdi></b>
    ${number === undefined ? '' : html`<span><bdi>${words.loanOf(number)}</bdi></span>`}
  </p>`
}

export const warningSign: Html = picture('warning')

/** Something to stop at, told by a sign, a colour and words. */
export const warning = (heading: string, lines: readonly string[]): Html =>
  html`<section class="warning">
    ${warningSign}
    <div>
      <h2>${heading}</h2>
      ${lines.map((line) => html`<p>${line}</p>`)}
    </div>
  </section>`

/** A heading with its picture. */
export const heading = (shown: Parameters<typeof picture>[0], text: string): Html =>
  html`<h1 class="with-picture">${picture(shown)} <span>${text}</span></h1>`

export const wayBack = (href: string, text: string): Html =>
  html`<p class="way-back"><a class="button" href="${href}">${text}</a></p>`
