import { html } from 'hono/html'
import type { Quote } from '#domain/loans/plan/quote.ts'
import { refusalIn } from '#domain/fairness/fair-lending.ts'
import type { Ruling } from '#domain/fairness/ruling.ts'
import { type FairPlace, fairPaths, linkButton, wayBackOf } from '#src/pages/fair/parts.ts'
import { rulingsPart } from '#src/pages/fair/rulings-part.ts'
import { type Html, layout } from '#src/pages/layout.ts'
import { type QuoteFormShown, quoteForm } from '#src/pages/quote/form.ts'
import { type Beside, offersPart } from '#src/pages/quote/offers-part.ts'
import { quoteResult } from '#src/pages/quote/result.ts'
import { picture } from '#src/pages/pictures.ts'
import { quoteWords } from '#src/words/quote-words.ts'
import { agreementWords, buyOutWords, rulesWords, verdictWords } from '#src/words/words.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'

export const quotePath = fairPaths.quote

/** An answer with what the fair-lending charter says of it; another lender's offer is no matter of a vote. */
type Answer = {
  readonly quote: Quote
  readonly rulings?: readonly Ruling[]
  readonly beside?: Beside
}

/** Whether the fund would lend so: nothing that was typed stands against it. */
export const mayBeAgreed = (answer: Answer | undefined): answer is Answer =>
  answer?.rulings !== undefined && refusalIn(answer.rulings) === undefined

const agreementLink = (answer: Answer | undefined, { fundId, language }: FairPlace): Html => {
  if (!mayBeAgreed(answer)) return html``
  const query = new URLSearchParams(answer.beside?.question ?? {}).toString()
  const { toAgreement } = agreementWords.in(language)
  return linkButton(`${fairPaths.agreement(fundId)}?${query}`, toAgreement)
}

const questionLine = ({ quote, place }: { quote: Quote; place: FairPlace }): string => {
  const { principal, currency, terms } = quote
  const { asked } = quoteWords.in(place.language)
  return asked(
    moneyInFigures({ amount: principal, currency }),
    dateInWords(terms.paidOutOn, place.language),
  )
}

/** What of the question the vote will look at, as far as the page can judge it. */
const votePart = ({ rulings }: Answer, place: FairPlace): Html => {
  if (rulings === undefined) return html``
  const words = verdictWords.in(place.language)
  return html`<section>
    <h2>${words.vote}</h2>
    ${
      rulings.length === 0
        ? html`<p class="none-against">${picture('on-time')} <span>${words.voteNothing}</span></p>`
        : rulingsPart(rulings, place)
    }
    <p class="quiet">${words.voteElse}</p>
  </section>`
}

/** What stands between cost and schedule: other lenders, and the vote. */
const betweenPart = (answer: Answer, place: FairPlace): Html => {
  const { quote, beside } = answer
  const { language, fundId } = place
  return html`${
    beside === undefined ? '' : offersPart(beside, { currency: quote.currency, language }, fundId)
  }
  ${votePart(answer, place)}`
}

/** The question with its answer below it, once there is one. */
export const quotePage = (
  { answer, form }: { readonly answer?: Answer; readonly form: Omit<QuoteFormShown, 'to'> },
  place: FairPlace,
): Html => {
  const { language, fundId, isHousehold } = place
  const quote = answer?.quote
  const words = quoteWords.in(language)
  const asking = quoteForm({ ...form, to: quotePath(fundId) }, language)
  const body =
    answer === undefined
      ? html`<p>${words.lead}</p>
          ${asking}`
      : html`<details class="fold screen-only">
            <summary>${words.change}</summary>
            ${asking}
          </details>
          ${quoteResult({ quote: answer.quote, between: betweenPart(answer, place) }, language)}`
  return layout({
    ...place,
    back: wayBackOf(place),
    isLeftAtOnce: isHousehold,
    content: html`<div class="quote">
      <div>
        <h1>${words.heading}</h1>
        <p><bdi>${place.fundName}</bdi></p>
        ${quote === undefined ? '' : html`<p class="asked">${questionLine({ quote, place })}</p>`}
      </div>
      ${body}
      <p class="buttons screen-only">
        ${agreementLink(answer, place)}
        ${linkButton(fairPaths.rules(fundId), rulesWords.in(language).toRules)}
        ${linkButton(fairPaths.buyOut(fundId), buyOutWords.in(language).toBuyOut)}
      </p>
    </div>`,
  })
}
