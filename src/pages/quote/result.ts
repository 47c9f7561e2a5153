import { html } from 'hono/html'
import type { PlanRow } from '#domain/loans/plan/plan-rows.ts'
import type { Quote } from '#domain/loans/plan/quote.ts'
import { countedIn } from '#src/pages/quote/counted.ts'
import { instalmentChart, instalmentLegend } from '#src/pages/quote/instalment-chart.ts'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import type { Language } from '#src/words/catalogue.ts'
import {
  currencyName,
  monthAndYear,
  moneyInFigures,
  moneyInTable,
  moneyWordParts,
} from '#src/words/locale.ts'
import { type Priced, costLines, verdictOf } from '#src/pages/quote/price-text.ts'
import type { QuoteWords } from '#src/words/en/quote.ts'
import { quoteWords } from '#src/words/quote-words.ts'

/** A price, and the words in which it is told. */
type Part = Priced & { readonly words: QuoteWords }

/** The first and largest thing that is said: whether it can be lent at this price, why, and what to do. */
const verdictPart = (part: Part): Html => {
  const { tone, shown, heading, why, next } = verdictOf(part)
  const isOverHalf = part.quote.verdict.charges === 'above-half-of-principal'
  return html`<section class="verdict ${tone}">
    ${picture(shown)}
    <div>
      <h2>${heading}</h2>
      <p>${why}</p>
      ${isOverHalf ? html`<p>${part.words.overHalf}</p>` : ''}
      <p><b>${next}</b></p>
    </div>
  </section>`
}

/** The price alone, where the rules say no all the same: nothing shouts that it is allowed. */
const verdictLine = (part: Part): Html => {
  const { heading, why } = verdictOf(part)
  return html`<p><b>${heading}.</b> ${why}</p>`
}

const fact = (label: string, value: string, more: string = ''): Html =>
  html`<div>
    <dt>${label}</dt>
    <dd><b class="together">${value}</b>${more === '' ? '' : html`<br /><span>${more}</span>`}</dd>
  </div>`

type CostLook = {
  /** Above it stands already what is to be paid back. */
  readonly isTotalAbove?: boolean
  /** What a phone opens with it when it is asked to; left out, nothing is folded. */
  readonly folded?: Html | undefined
}

const costPart = (part: Part, { isTotalAbove = false, folded }: CostLook = {}): Html => {
  const { quote, words, language } = part
  const { currency, totalToRepay, interest } = quote
  const told = (amount: number): string => moneyInFigures({ amount, currency })
  const cost = html`<section class="cost">
    ${folded ? '' : html`<h2>${words.cost}</h2>`}
    ${
      isTotalAbove
        ? ''
        : html`<p>${words.toRepay}</p>
            <p class="figure">${told(totalToRepay)}</p>`
    }
    <p class="said">
      ${moneyWordParts({ amount: totalToRepay, currency }, language).map(
        (one) => html`<span class="together">${one}</span><wbr />`,
      )}
    </p>
    <p>${words.ofItInterest(told(interest))}</p>
    <dl class="facts">${costLines(part).map(([label, said, more]) => fact(label, said, more))}</dl>
  </section>`
  return folded
    ? html`<details class="fold wide-open">
        <summary>${words.cost}</summary>
        ${cost} ${folded}
      </details>`
    : cost
}

const picturePart = ({ quote, words, language }: Part): Html =>
  html`<section>
    <h2>${words.picture}</h2>
    <figure>${instalmentLegend(language)} ${instalmentChart(quote, language)}</figure>
  </section>`

/** Years of the plan of which no holiday is known or was typed, where holidays move its days. */
const yearsUntold = ({ terms, rows }: Quote): readonly string[] => {
  const told = new Set(terms.workingDays?.holidays.map((day) => day.slice(0, 4)))
  if (told.size === 0) return []
  return [...new Set(rows.map(({ dueOn }) => dueOn.slice(0, 4)))].filter((year) => !told.has(year))
}

/** A day as a column of a narrow table has room for it. */
const shortDay = (day: string, language: Language): string =>
  `${Number(day.slice(8))} ${monthAndYear(day.slice(0, 7), language)}`

/* The roles are spelled out because a phone lays the rows out as a grid, which may hide them. */
const tablePart = ({ quote, words, language }: Part): Html => {
  const { currency } = quote
  const cell = (amount: number): Html =>
    html`<td role="cell">${moneyInTable({ amount, currency })}</td>`
  const row = ({ dueOn, principal, interest, total, balance }: PlanRow): Html =>
    html`<tr role="row">
      <th scope="row" role="rowheader">
        <span class="together">${shortDay(dueOn, language)}</span>
      </th>
      ${[principal, interest, total, balance].map(cell)}
    </tr>`
  const headings = [words.dueOn, words.principal, words.interest, words.toPay, words.left]
  const untold = yearsUntold(quote)
  return html`<section>
    <h2>${words.schedule}</h2>
    ${untold.length === 0 ? '' : html`<p><b>${words.holidaysUntold(untold.join(', '))}</b></p>`}
    <div class="scroll" tabindex="0" role="region" aria-label="${words.schedule}">
      <table role="table" class="schedule">
        <caption>
          ${words.tableCaption(currencyName(currency, language))}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            ${headings.map((name) => html`<th scope="col" role="columnheader">${name}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${quote.rows.map(row)}
        </tbody>
        <tfoot role="rowgroup">
          <tr role="row">
            <th scope="row" role="rowheader">${words.total}</th>
            ${[quote.principal, quote.interest, quote.totalToRepay].map(cell)}
            <td role="cell"></td>
          </tr>
        </tfoot>
      </table>
    </div>
  </section>`
}

const countedPart = ({ quote, words, language }: Part): Html => {
  const { ofPlan, ofInterest } = countedIn(quote, language)
  return html`<details class="fold">
    <summary>${words.counted}</summary>
    <ol class="counted">
      ${[...ofPlan, ...ofInterest].map((line) => html`<li>${line}</li>`)}
    </ol>
  </details>`
}

/**
 * The same as a card beside something else: what it costs, whether it may be lent so, and the table in a fold. Where rules
 * refuse it for other reasons, the price is no good news.
 */
export const costCard = (
  quote: Quote,
  language: Language,
  { isRefused = false, ...look }: CostLook & { readonly isRefused?: boolean } = {},
): Html => {
  const part: Part = { quote, words: quoteWords.in(language), language }
  const isWithin = verdictOf(part).tone === 'good'
  return html`<div class="quote">
    ${isWithin && (isRefused || look.isTotalAbove) ? verdictLine(part) : verdictPart(part)}
    ${costPart(part, look)}
    <details class="fold">
      <summary>${part.words.schedule}</summary>
      ${tablePart(part)}
    </details>
  </div>`
}

/** So many instalments stand open on a wide screen, with their picture above them; those of a longer plan lie in a fold with it. */
const rowsMax = 15

const isLong = ({ quote }: Part): boolean => quote.rows.length > rowsMax

const foldedTable = (part: Part): Html =>
  html`<details class="fold${isLong(part) ? '' : ' wide-open'}">
    <summary>${part.words.schedule}</summary>
    ${isLong(part) ? picturePart(part) : ''} ${tablePart(part)}
  </details>`

/** The answer, verdict first: cost, picture, what stands between, table, and how each figure came about. */
export const quoteResult = (
  { quote, between }: { readonly quote: Quote; readonly between: Html },
  language: Language,
): Html => {
  const part: Part = { quote, words: quoteWords.in(language), language }
  return html`${verdictPart(part)}
    <div class="side-by-side first">${costPart(part)} ${isLong(part) ? '' : picturePart(part)}</div>
    ${between}
    <div class="side-by-side">${foldedTable(part)} ${countedPart(part)}</div>`
}
