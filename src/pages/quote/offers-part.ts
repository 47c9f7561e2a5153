import { html } from 'hono/html'
import type { OfferCost, OutsideOffer } from '#domain/fairness/offers.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { keysFor } from '#src/desk/typed-sum.ts'
import { hidden } from '#src/pages/entrance/parts.ts'
import { bar } from '#src/pages/chart.ts'
import { fairPaths } from '#src/pages/fair/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Faults, Typed } from '#src/pages/quote/choices.ts'
import { type Form, quoteChoice, quoteLine } from '#src/pages/quote/fields.ts'
import { type LenderName, type Offers, isUsual, usualTyped } from '#src/pages/quote/offers-typed.ts'
import type { Language } from '#src/words/catalogue.ts'
import type { OffersWords } from '#src/words/en/fair.ts'
import { quoteFormWords, quoteWords } from '#src/words/quote-words.ts'
import { offersWords } from '#src/words/words.ts'
import { moneyInFigures } from '#src/words/locale.ts'

/** What stands beside the fund's own price, or what is wrong with what was typed of it. */
export type Beside = {
  readonly typed: Typed
  readonly faults: Faults
  readonly months: number
  /** The question itself, which the small form carries along. */
  readonly question: Readonly<Record<string, string>>
  readonly compared:
    | {
        readonly offers: Offers
        readonly ours: OfferCost
        readonly others: Readonly<Record<LenderName, OfferCost>>
      }
    | undefined
}

type Shown = {
  readonly currency: Currency
  readonly language: Language
  readonly words: OffersWords
  readonly largest: number
}

const onTop = ({ interest, fee }: OfferCost): number => interest + fee

const termsText = ({ kind, monthlyPercent }: OutsideOffer, words: OffersWords): string => {
  switch (kind) {
    case 'interest-only':
      return words.interestOnly(monthlyPercent)
    case 'flat':
      return words.flat(monthlyPercent)
    case 'falling':
      return words.falling(monthlyPercent)
  }
}

/** What a lender asks; more of our own price stands above it, with all that the fund says of it. */
const costCard = (
  cost: OfferCost,
  { currency, language, words, largest }: Shown,
  {
    name,
    mark = html``,
    about,
    look,
  }: { name: string; mark?: Html; about: Html; look: 'full' | 'hollow' },
): Html => {
  const told = (amount: number): string => moneyInFigures({ amount, currency })
  const quote = quoteWords.in(language)
  const yearly = (rate: string | null): string => (rate === null ? quote.noRate : `${rate} %`)
  const fact = (label: string, value: string): Html =>
    html`<div>
      <dt>${label}</dt>
      <dd><b>${value}</b></dd>
    </div>`
  return html`<li class="side-card ${look}">
    <h3>${name} ${mark}</h3>
    ${about}
    <p class="in-all">
      <span>${words.toRepay}</span> <b class="figure">${told(cost.totalToRepay)}</b>
    </p>
    <p><b>${words.onTop}: ${told(onTop(cost))}</b></p>
    ${bar({ part: onTop(cost), largest }, look)}
    ${
      look === 'full'
        ? ''
        : html`<details class="fold">
            <summary>${words.more}</summary>
            <dl class="facts">
              ${cost.fee === 0 ? '' : fact(words.fee, told(cost.fee))}
              ${fact(quote.per100000(told(100_000)), told(cost.costPer100000))}
              ${fact(quote.nominal, yearly(cost.nominalYearlyPercent))}
              ${fact(quote.effective, yearly(cost.effectiveYearlyPercent))}
              ${fact(words.firstInstalment, told(cost.firstInstalment))}
            </dl>
          </details>`
    }
  </li>`
}

/** One card a lender, ours first, with a bar for what each asks on top. */
export const comparison = (
  { offers, ours, others }: NonNullable<Beside['compared']>,
  shown: Omit<Shown, 'largest'>,
): Html => {
  const { words } = shown
  const names = Object.keys(offers) as LenderName[]
  const largest = Math.max(...[ours, ...names.map((name) => others[name])].map(onTop))
  return html`<ul class="side-cards">
      ${costCard(ours, { ...shown, largest }, { name: words.ours, about: html``, look: 'full' })}
      ${names.map((name) => {
        const offer = offers[name]
        const said = isUsual(name, offer) ? words.example : words.typed
        const mark = html`<span class="offer-mark">${said}</span>`
        const about = html`<p>${termsText(offer, words)}</p>
          ${name === 'mfi' && isUsual(name, offer) ? html`<p class="quiet">${words.noFeeKnown}</p>` : ''}`
        return costCard(
          others[name],
          { ...shown, largest },
          { name: words[name], mark, about, look: 'hollow' },
        )
      })}
    </ul>
    <p class="quiet">${words.bar}</p>`
}

const askPart = (
  { typed, faults, question }: Beside,
  { currency, language }: { readonly currency: Currency; readonly language: Language },
  fundId: string,
): Html => {
  const words = offersWords.in(language)
  const formWords = quoteFormWords.in(language)
  const form: Form = {
    typed: { ...usualTyped, ...typed },
    faults,
    words: formWords,
    keys: keysFor(currency),
  }
  return html`<form
    class="ask screen-only"
    method="get"
    action="${fairPaths.quote(fundId)}#beside"
    novalidate
  >
    ${Object.entries(question).map(([name, value]) => hidden(name, value))}
    <details class="fold" ${faults.size === 0 ? '' : html` open`}>
      <summary>${words.ask}</summary>
      <p class="quiet">${words.askMeaning}</p>
      ${faults.size === 0 ? '' : html`<p class="mended" role="alert">${words.wrong}</p>`}
      <div class="fields">
        ${quoteLine(form, { name: 'moneylenderPercent', label: formWords.saidMoneylender }, 'decimal')}
        ${quoteChoice(form, { name: 'moneylenderKind', label: formWords.saidMoneylenderKind })}
        ${quoteLine(form, { name: 'mfiPercent', label: formWords.saidMfi }, 'decimal')}
        ${quoteLine(form, { name: 'mfiFee', label: formWords.saidFee }, form.keys)}
      </div>
      <p><button class="button main">${words.compare}</button></p>
    </details>
  </form>`
}

/** What others ask for the same sum and time beside what the fund asks, and a small form for what they said. */
export const offersPart = (
  beside: Beside,
  { currency, language }: { readonly currency: Currency; readonly language: Language },
  fundId: string,
): Html => {
  const words = offersWords.in(language)
  const { compared, months } = beside
  return html`<section id="beside" class="beside">
    <h2>${words.heading}</h2>
    <p>${words.lead(String(months))}</p>
    ${compared === undefined ? '' : comparison(compared, { currency, language, words })}
    ${askPart(beside, { currency, language }, fundId)}
  </section>`
}
