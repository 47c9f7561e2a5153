import { formWordsAt } from '#src/pages/lending/parts.ts'
import { html } from 'hono/html'
import { usualOffers } from '#domain/fairness/offers.ts'
import { refusalIn } from '#domain/fairness/fair-lending.ts'
import type { Ruling } from '#domain/fairness/ruling.ts'
import type { PartOf } from '#src/desk/content.ts'
import type { At } from '#src/pages/desk/parts.ts'
import { fact } from '#src/pages/desk/parts.ts'
import { rulingsPart } from '#src/pages/fair/rulings-part.ts'
import { dueSum } from '#src/pages/due.ts'
import type { Html } from '#src/pages/layout.ts'
import { comparison } from '#src/pages/quote/offers-part.ts'
import { costCard } from '#src/pages/quote/result.ts'
import { askingWords, gatesWords, offersWords } from '#src/words/words.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'

/** What the price says by itself, above, with what to do next: it is not said twice. */
const ofPrice: readonly Ruling['code'][] = ['above-cap', 'charges-above-half']

const rulingsBeside = (rulings: readonly Ruling[]): readonly Ruling[] =>
  rulings.filter(({ code }) => !ofPrice.includes(code))

const paymentsPart = (
  { language }: At,
  { quote: { rows, currency }, loanId }: PartOf<'loan-price'>,
): Html => {
  const words = askingWords.in(language)
  const largest = Math.max(...rows.map(({ total }) => total))
  const [first, last] = [rows[0]!, rows.at(-1)!]
  const day = (on: string): Html => html`<span class="together">${dateInWords(on, language)}</span>`
  return html`<dl class="facts payments">
    ${fact(words.payments, html`<b>${String(rows.length)}</b>`)}
    ${fact(
      gatesWords.in(language).firstPayment,
      html`<b
        >${dueSum(
          { loanId, on: first.dueOn },
          moneyInFigures({ amount: first.total, currency }),
        )}</b
      >`,
    )}
    ${fact(words.largestPayment, html`<b>${moneyInFigures({ amount: largest, currency })}</b>`)}
    ${fact(words.firstAndLast, html`${day(first.dueOn)} – ${day(last.dueOn)}`)}
  </dl>`
}

/** What the rules say of it beside its price, each with what to do next; `still` is what they do not say yet. */
const rulesPart = (at: At, rulings: readonly Ruling[], still: readonly string[]): Html => {
  const words = askingWords.in(at.language)
  const told = rulingsBeside(rulings)
  return html`<h3>${words.rulesSay}</h3>
    ${told.length === 0 ? html`<p>${words.nothingAgainst}</p>` : rulingsPart(told, at)}
    ${still.map((line) => html`<p class="quiet">${line}</p>`)}`
}

/** What a loan that is asked for costs and what the rules say of it, before anybody votes. */
export const pricePart = (at: At, part: PartOf<'loan-price'>): Html => {
  const { quote, rulings, still } = part
  const rules = rulesPart(at, rulings, still)
  const cost = html`${costCard(quote, at.language)} ${paymentsPart(at, part)}`
  // What stands in the way is read before what it would cost.
  return html`<h2>${formWordsAt(at).costCard}</h2>
    ${refusalIn(rulingsBeside(rulings)) === undefined ? html`${cost} ${rules}` : html`${rules} ${cost}`}`
}

/** What a moneylender and an MFI ask for the same sum and time. */
export const priceBesideOthers = (
  at: At,
  { quote, beside }: PartOf<'price-beside-others'>,
): Html => {
  const { language } = at
  const words = offersWords.in(language)
  const compared = { offers: usualOffers, ...beside }
  return html`<details class="fold beside">
    <summary>${words.heading}</summary>
    ${comparison(compared, { currency: quote.currency, language, words })}
  </details>`
}
