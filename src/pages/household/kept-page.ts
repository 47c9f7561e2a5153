import { html } from 'hono/html'
import type { OwnAsk } from '#src/app/household/own-asks.ts'
import type { OwnKept } from '#src/app/household/own-kept.ts'
import { fact } from '#src/pages/desk/parts.ts'
import { type OwnPlace, behindOwn, ownLayout, ownPlace } from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { goalWords, ownWords, peopleWords } from '#src/words/words.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'

/** Asks for the secret before what is kept of a member is shown: the phone may lie open, and kin may hold it. */
export const askKeptPage = (place: OwnPlace, form: Html): Html =>
  ownLayout(
    { ...behindOwn(place), at: ownPlace.kept(place.fundId) },
    html`<h1>${ownWords.in(place.language).askHeading}</h1>
      <div class="desk">${form}</div>`,
  )

const listed = (items: readonly string[], { language }: OwnPlace): Html =>
  items.length === 0
    ? html`<span class="quiet">${ownWords.in(language).nothingKept}</span>`
    : html`${items.map((item) => html`<bdi>${item}</bdi> `)}`

/** Income of a month, from a bad one to a good one, and what all debts take of it. */
const meansText = ({ language }: OwnPlace, { means }: OwnKept): string | undefined => {
  if (!means) return undefined
  const { income, debts, currency } = means
  const money = (amount: number): string => moneyInFigures({ amount, currency })
  const paid = debts.reduce((sum, { monthly }) => sum + monthly, 0)
  return ownWords.in(language).meansTold(money(income.least), money(income.most), money(paid))
}

const factsPart = (place: OwnPlace, kept: OwnKept): Html => {
  const { language } = place
  const [words, people] = [ownWords.in(language), peopleWords.in(language)]
  const one = (value: string | undefined): Html => listed(value === undefined ? [] : [value], place)
  const nominees = kept.nominees.map(({ who, share }) => `${who}: ${people[`share_${share}`]}`)
  const kin = kept.kin.map(({ card, is }) => `${people.cardOf(card)}: ${people[`kin_${is}`]}`)
  const goal = kept.goal && goalWords.in(language)[`kind_${kept.goal.kind}`]
  return html`<dl class="facts">
    ${fact(words.khmerName, one(kept.khmerName))} ${fact(words.latinName, one(kept.latinName))}
    ${fact(words.photo, one(kept.hasPhoto ? words.yes : undefined))}
    ${fact(words.nominees, listed(nominees, place))} ${fact(words.kin, listed(kin, place))}
    ${fact(words.means, one(meansText(place, kept)))} ${fact(words.goal, one(goal))}
    ${fact(words.logins, listed(kept.logins, place))} ${fact(words.phone, one(kept.phone))}
  </dl>`
}

/** A wish in words, and what became of it. */
export const askTexts = (
  { part, wish, on, answer, answeredOn }: OwnAsk,
  language: OwnPlace['language'],
): { readonly what: string; readonly since: string; readonly state: string } => {
  const words = ownWords.in(language)
  return {
    what: `${words[`part_${part}`]}: ${words[`wish_${wish}`]}`,
    since: words.askedOn(dateInWords(on, language)),
    state:
      answer === undefined || answeredOn === undefined
        ? words.waits
        : words.answered(words[`answer_${answer}`], dateInWords(answeredOn, language)),
  }
}

const asksPart = (place: OwnPlace, asks: readonly OwnAsk[]): Html | string => {
  if (asks.length === 0) return ''
  return html`<section>
    <h2>${ownWords.in(place.language).asked}</h2>
    <ul class="looks">
      ${asks.toReversed().map((one) => {
        const { what, since, state } = askTexts(one, place.language)
        return html`<li>
          <b>${what}</b> <span>${state}</span> <span class="quiet">${since}</span>
        </li>`
      })}
    </ul>
  </section>`
}

/** All that the fund keeps of a member, the way to take it along, and to have it corrected or erased. */
export const keptPage = (place: OwnPlace, kept: OwnKept, wish: Html): Html => {
  const words = ownWords.in(place.language)
  return ownLayout(
    { ...behindOwn(place), at: ownPlace.kept(place.fundId) },
    html`<h1>${words.keptHeading}</h1>
      <p>${words.keptMeaning}</p>
      ${factsPart(place, kept)}
      <div class="buttons">
        <a class="button" href="${ownPlace.keptFile(place.fundId)}" download>${words.takeFile}</a>
      </div>
      <p class="quiet">${words.takeMeaning}</p>
      ${asksPart(place, kept.asks)}
      <section class="desk">
        <h2>${words.wishHeading}</h2>
        <p>${words.wishMeaning}</p>
        ${wish}
      </section>`,
  )
}
