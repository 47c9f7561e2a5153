import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { initialsOf } from '#src/pages/people/face.ts'
import { picture } from '#src/pages/pictures.ts'
import type { Language } from '#src/words/catalogue.ts'
import { boxLetterWords, householdWords } from '#src/words/words.ts'
import { dateInPart } from '#src/words/partial.ts'
import { type Money, dateInWords, moneyInFigures, moneyWordParts } from '#src/words/locale.ts'

/** Where a household's page stands: whose fund, and the frame of all pages. */
export type OwnPlace = PageFrame & {
  readonly fundId: string
  readonly fundName: string
  /** Where the box stands that knows no name: its own address, so that the way to it is in no log. */
  readonly boxAt?: string | undefined
  /** Where numbers for whoever needs help stand. */
  readonly numbersAt?: string | undefined
  /** Given to whoever has shares in a venture. */
  readonly hasVentures?: boolean
}

export const ownPlace = {
  own: (fundId: string): string => `/funds/${fundId}/me`,
  looked: (fundId: string): string => `/funds/${fundId}/me/looked`,
  minutes: (fundId: string): string => `/funds/${fundId}/me/minutes`,
  private: (fundId: string): string => `/funds/${fundId}/me/private`,
  privateNotRight: (fundId: string): string => `/funds/${fundId}/me/private/not-right`,
  notRight: (fundId: string): string => `/funds/${fundId}/me/not-right`,
  mine: (fundId: string): string => `/funds/${fundId}/me/mine`,
  ventures: (fundId: string): string => `/funds/${fundId}/me/ventures`,
  codes: (fundId: string): string => `/funds/${fundId}/me/codes`,
  kept: (fundId: string): string => `/funds/${fundId}/me/kept`,
  keptFile: (fundId: string): string => `/funds/${fundId}/me/kept/file`,
  confirm: (fundId: string): string => `/funds/${fundId}/me/confirm`,
  relief: (fundId: string): string => `/funds/${fundId}/me/relief`,
  loan: (fundId: string, loanId: string): string => `/funds/${fundId}/loans/${loanId}`,
}

/** The longest figure that fits the large size on a phone 360 px wide. */
const longestLargeFigure = 12

export const largeFigure = (money: Money): Html => {
  const figure = moneyInFigures(money)
  return html`<p class="figure${figure.length > longestLargeFigure ? ' long' : ''}">${figure}</p>`
}

/** An amount in words, each part of it on one line, because Khmer has no spaces to break at. */
export const said = (money: Money, language: Language): Html => {
  const parts = moneyWordParts(money, language)
  return html`<p class="said">
    ${parts.map((part) => html`<span class="together">${part}</span><wbr />`)}
  </p>`
}

export const inFigures = (amount: number, currency: Currency): string =>
  moneyInFigures({ amount, currency })

/** A household's page in the frame of all pages; its head tells nobody whose book it is. */
export const ownLayout = (place: OwnPlace, content: Html): Html =>
  layout({
    ...place,
    house: {
      places: [],
      ...place.house,
      name: householdWords.in(place.language, place.also).heading,
    },
    isLeftAtOnce: true,
    sheet: 'own',
    printedFor: place.fundName,
    content: html`<div class="own">${content}</div>`,
  })

/** Whose book it is, with the day by which it stands in one quiet line. */
export const ownHeading = (
  { language, also, fundName }: OwnPlace,
  {
    card,
    name,
    asOf,
  }: { readonly card: string; readonly name?: string | undefined; readonly asOf: LocalDate },
): Html => {
  const words = householdWords.in(language, also)
  const day = also ? dateInPart(asOf, also) : dateInWords(asOf, language)
  const whose = name === undefined ? '' : html`<bdi>${words.card(card)}</bdi> · `
  return html`<div class="whose-book">
    <span class="initials" aria-hidden="true">${name === undefined ? card : initialsOf(name)}</span>
    <div>
      <h1><bdi>${name ?? words.card(card)}</bdi></h1>
      <p class="quiet">${whose}<bdi>${fundName}</bdi> · ${words.asOf(day)}</p>
    </div>
  </div>`
}

/** The same place with a way back to the passbook. */
export const behindOwn = (place: OwnPlace): OwnPlace => ({
  ...place,
  back: {
    href: ownPlace.own(place.fundId),
    label: householdWords.in(place.language, place.also).back,
  },
})

/** The way to the box without names, where there is one. */
export const toBox = ({ boxAt, language }: OwnPlace): Html | string =>
  boxAt === undefined
    ? ''
    : html`<a class="button" href="${boxAt}"
        >${picture('warning')} ${boxLetterWords.in(language).toBox}</a
      >`
