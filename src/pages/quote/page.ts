import { html } from 'hono/html'
import type { Quote } from '#domain/loans/quote.ts'
import { placeOf as ownPlaces, quickExit } from '#src/pages/household/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { type FormAsked, quoteForm } from '#src/pages/quote/form.ts'
import { quoteResult } from '#src/pages/quote/result.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'
import { quoteWords } from '#src/words/quote-words.ts'

/** Where the page stands: whose fund, and whether a household reads it. */
export type QuotePlace = PageFrame & {
  readonly fundId: string
  readonly fundName: string
  /** A household has the way out on top and goes back to its passbook. */
  readonly isHousehold: boolean
}

export const quotePath = (fundId: string): string => `/funds/${fundId}/quote`

const askedLine = ({ quote, place }: { quote: Quote; place: QuotePlace }): string => {
  const { principal, currency, terms } = quote
  const { asked } = quoteWords.in(place.language)
  return asked(
    moneyInFigures({ amount: principal, currency }),
    dateInWords(terms.paidOutOn, place.language),
  )
}

/** The question with its answer below it, once there is one. */
export const quotePage = (
  { quote, form }: { readonly quote?: Quote | undefined; readonly form: Omit<FormAsked, 'to'> },
  place: QuotePlace,
): Html => {
  const { language, fundId, isHousehold } = place
  const words = quoteWords.in(language)
  const asking = quoteForm({ ...form, to: quotePath(fundId) }, language)
  const body =
    quote === undefined
      ? html`<p>${words.lead}</p>
          ${asking}`
      : html`<details class="fold screen-only">
            <summary>${words.change}</summary>
            ${asking}
          </details>
          ${quoteResult(quote, language)}`
  const back = isHousehold
    ? { href: ownPlaces.own(fundId), label: words.backToOwn }
    : { href: '/', label: words.backToFund }
  return layout({
    ...place,
    back,
    content: html`<div class="quote">
      ${isHousehold ? quickExit(language) : ''}
      <div>
        <h1>${words.heading}</h1>
        <p><bdi>${place.fundName}</bdi></p>
        ${quote === undefined ? '' : html`<p class="asked">${askedLine({ quote, place })}</p>`}
      </div>
      ${body}
    </div>`,
  })
}
