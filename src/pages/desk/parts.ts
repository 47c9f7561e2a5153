import { html } from 'hono/html'
import type { Called } from '#src/app/members/finding.ts'
import { placeOf } from '#src/desk/places.ts'
import { sumInNotes } from '#src/pages/banknotes.ts'
import { type Html, type PageFrame, behindFirstPage, layout } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { type Language, languages } from '#src/words/catalogue.ts'
import { deskWords } from '#src/words/words.ts'
import { type Money, moneyInFigures, moneyWordParts } from '#src/words/locale.ts'

/** Somebody as they are shown wherever money moves. */
export type Face = {
  readonly memberId: string
  readonly card: string
  /** Whether there is a photo, and whoever reads may see it. */
  readonly hasPhoto: boolean
}

/** Where a page of the record-keeper stands. */
export type At = PageFrame & {
  readonly fundId: string
  /** Given where names may stand beside cards: what the member with a card is called. */
  readonly nameOf?: (card: string) => string | undefined
  /** The same in both scripts, as somebody is searched. */
  readonly calledOf?: ((card: string) => Called | undefined) | undefined
  /** Whom the page is about, where it is known whether there is a photo. */
  readonly face?: Face | undefined
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

/** The same place with a way back to today's page; whoever keeps no book goes back to the first page. */
export const behindDesk = (at: At): At => {
  const keepsBook = at.house?.places.some(({ place }) => place === 'meeting') ?? true
  const today = { href: placeOf.today(at), label: deskWordsAt(at).backToToday }
  return { ...at, back: keepsBook ? today : behindFirstPage }
}

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

/** An amount as the largest thing on the page, as notes and in words: those of the page, and those of the village. */
export const largeAmount = (money: Money, language: Language): Html => {
  const figure = moneyInFigures(money)
  return html`<p class="figure${figure.length > longestLargeFigure ? ' long' : ''}">${figure}</p>
    ${sumInNotes(money, language)} ${amountSaid(money, language)}`
}

/** A line of a list of facts: what, and how much. */
export const fact = (label: Html | string, value: Html | string, more: Html | string = ''): Html =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}${more}</dd>
  </div>`

export const figure = (money: Money): Html =>
  html`<span class="together">${moneyInFigures(money)}</span>`

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
