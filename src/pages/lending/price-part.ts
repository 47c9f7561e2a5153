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

/** What is handed over, what is brought first, and all that is brought: what a loan is, before anything else of it. */
const threeFigures = (
  { language }: At,
  { quote: { principal, fee, totalToRepay, rows, currency }, loanId }: PartOf<'loan-price'>,
): Html => {
  const words = gatesWords.in(language)
  const told = (amount: number): string => moneyInFigures({ amount, currency })
  const [first] = rows
  const line = (label: string, sum: Html | string): Html =>
    html`<div>
      <dt>${label}</dt>
      <dd>${sum}</dd>
    </div>`
  return html`<dl class="three-figures">
    ${line(words.receives, told(principal - fee))}
    ${line(words.firstPayment, dueSum({ loanId, on: first!.dueOn }, told(first!.total)))}
    ${line(words.inAll, told(totalToRepay))}
  </dl>`
}

const paymentsPart = (
  { language }: At,
  { quote: { rows, currency } }: PartOf<'loan-price'>,
): Html => {
  const words = askingWords.in(language)
  const largest = Math.max(...rows.map(({ total }) => total))
  const [first, last] = [rows[0]!, rows.at(-1)!]
  const day = (on: string): Html => html`<span class="together">${dateInWords(on, language)}</span>`
  return html`<dl class="facts payments">
    ${fact(words.payments, html`<b>${String(rows.length)}</b>`)}
    ${fact(words.largestPayment, html`<b>${moneyInFigures({ amount: largest, currency })}</b>`)}
    ${fact(words.firstAndLast, html`${day(first.dueOn)} – ${day(last.dueOn)}`)}
  </dl>`
}

type Price = PartOf<'loan-price'>

/** What the rules say of it beside its price, each with what to do next; `still` is what they do not say yet. */
const rulesPart = (at: At, { rulings, still, isRefusalAbove }: Price): Html | '' => {
  const words = askingWords.in(at.language)
  const all = rulingsBeside(rulings)
  const told = isRefusalAbove ? all.filter(({ is }) => is !== 'refused') : all
  if (told.length + still.length === 0 && all.length > 0) return ''
  return html`<h2>${words.rulesSay}</h2>
    ${told.length === 0 ? html`<p>${words.nothingAgainst}</p>` : rulingsPart(told, at)}
    ${still.map((line) => html`<p class="quiet">${line}</p>`)}`
}

/** What a loan that is asked for costs and what the rules say of it, before anybody votes. */
export const pricePart = (at: At, part: Price): Html => {
  const { quote, rulings, isBeside } = part
  const isRefused = refusalIn(rulingsBeside(rulings)) !== undefined
  const payments = paymentsPart(at, part)
  const look = { isRefused, isTotalAbove: true, folded: isBeside && payments }
  const cost = html`<h2>${formWordsAt(at).costCard}</h2>
    ${threeFigures(at, part)} ${costCard(quote, at.language, look)} ${isBeside ? '' : payments}`
  // What stands in the way is read before what it would cost.
  return isRefused ? html`${rulesPart(at, part)} ${cost}` : html`${cost} ${rulesPart(at, part)}`
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
