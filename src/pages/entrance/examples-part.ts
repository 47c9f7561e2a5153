import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import {
  type FloodExample,
  type FloodSide,
  amountBounds,
  type burdenExample,
  monthsBounds,
} from '#src/app/practice/first-examples.ts'
import { faultBox, field, hidden } from '#src/pages/entrance/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import type { Language } from '#src/words/catalogue.ts'
import { exampleWords, reliefWords } from '#src/words/words.ts'
import { monthAndYear, moneyInFigures, moneyWordParts } from '#src/words/locale.ts'

/** What the first example was asked and what it answers; with `wrong`, what it is asked again. */
export type CostExample = {
  readonly amount: number
  readonly months: number
  readonly here: number
  readonly there: number
  readonly wrong?: 'amount' | 'months' | undefined
}

export type Examples = {
  readonly currency: Currency
  readonly cost: CostExample
  readonly flood: FloodExample
  /** The practice fund, in which the flood can be declared. */
  readonly fundId: string
  readonly burden: ReturnType<typeof burdenExample>
}

type Say = (amount: number) => string

const sayIn =
  (currency: Currency): Say =>
  (amount) =>
    moneyInFigures({ amount, currency })

const inWords = (amount: number, currency: Currency, language: Language): Html =>
  html`${moneyWordParts({ amount, currency }, language).map(
    (part) => html`<span class="together">${part}</span><wbr />`,
  )}`

const costCard = ({ cost, currency }: Examples, language: Language): Html => {
  const words = exampleWords.in(language)
  const say = sayIn(currency)
  const side = (name: string, amount: number, meaning: string, tone: string): Html =>
    html`<div class="side ${tone}">
      <h4>${name}</h4>
      <p class="figure">${say(amount)}</p>
      <p>${inWords(amount, currency, language)}</p>
      <p class="quiet">${meaning}</p>
    </div>`
  const wrong =
    cost.wrong === 'amount'
      ? words.amountWrong
      : cost.wrong === 'months'
        ? words.monthsWrong
        : undefined
  return html`<li class="example" id="cost">
    <h3>${picture('loans')} <span>${words.costHeading}</span></h3>
    ${faultBox(wrong)}
    <p>${words.costAnswer(say(cost.amount), cost.months)}</p>
    <div class="sides">
      ${side(words.costHere, cost.here, words.costHereMeaning, 'cash')}
      ${side(words.costThere, cost.there, words.costThereMeaning, 'dear')}
    </div>
    <form class="entry" method="get" action="/#cost">
      ${hidden('lang', language)}
      ${field({
        name: 'amount',
        label: words.amountField,
        hint: words.amountHint,
        digits: String(amountBounds.max).length,
        value: String(cost.amount),
      })}
      ${field({
        name: 'months',
        label: words.monthsField,
        hint: words.monthsHint,
        digits: String(monthsBounds.max).length,
        value: String(cost.months),
      })}
      <button class="button main">${words.costButton}</button>
    </form>
  </li>`
}

/** A day for a narrow column, where only the year may go to the next line. */
const shortDate = (day: LocalDate, language: Language): Html => {
  const [year = '', ...before] =
    `${Number(day.slice(8))} ${monthAndYear(day.slice(0, 7), language)}`.split(' ').toReversed()
  return html`<span class="together">${before.toReversed().join(' ')}</span> ${year}`
}

const floodCard = ({ flood, currency, fundId }: Examples, language: Language): Html => {
  const words = exampleWords.in(language)
  const say = sayIn(currency)
  const row = (name: string, told: (side: FloodSide) => Html | string): Html =>
    html`<tr>
      <th scope="row">${name}</th>
      <td>${told(flood.before)}</td>
      <td>${told(flood.after)}</td>
    </tr>`
  return html`<li class="example">
    <h3>${picture('postponed')} <span>${words.floodHeading}</span></h3>
    <p class="mark">${words.workedMark}</p>
    <p>${words.floodStory(say(flood.principal), say(flood.part))}</p>
    <table class="two-sides">
      <thead>
        <tr>
          <td></td>
          <th scope="col">${words.before}</th>
          <th scope="col">${words.after}</th>
        </tr>
      </thead>
      <tbody>
        ${row(words.nextPayment, ({ next }) => shortDate(next, language))}
        ${row(words.lastPayment, ({ last }) => shortDate(last, language))}
        ${row(words.paymentsLeft, ({ left }) => String(left))}
        ${row(words.floodInterest, ({ interestInWindow }) => say(interestInWindow))}
        ${row(words.interestInAll, ({ interest }) => say(interest))}
      </tbody>
    </table>
    <p>${words.floodRule}</p>
    <p class="way-back">
      <a class="button" href="/funds/${fundId}/relief">${reliefWords.in(language).tryFlood}</a>
    </p>
  </li>`
}

const burdenCard = ({ burden, currency }: Examples, language: Language): Html => {
  const words = exampleWords.in(language)
  const say = sayIn(currency)
  const shareOf = (amount: number): number => Math.round((amount * 100) / burden.income)
  const line = (name: string, amount: number): Html =>
    html`<div>
      <dt>${name}</dt>
      <dd class="figure">${say(amount)}</dd>
    </div>`
  return html`<li class="example">
    <h3>${picture('stop')} <span>${words.noHeading}</span></h3>
    <p class="mark">${words.workedMark}</p>
    <p>${words.noStory(say(burden.income), say(burden.pays), burden.sharePays)}</p>
    <p>${words.noAsked(say(burden.asked), burden.shareAsked)}</p>
    <p>${words.offerStory(say(burden.debt), say(burden.debtInterest))}</p>
    <dl class="steps">
      ${line(words.paysNow, burden.pays)} ${line(words.paysAfter, burden.paysAfter)}
      ${line(words.paysAtEnd(burden.months), burden.paysAtEnd)}
    </dl>
    <p>
      ${words.sharesStory(burden.sharePays, shareOf(burden.paysAfter), shareOf(burden.paysAtEnd))}
    </p>
  </li>`
}

/** Three examples beside the doors: one that reckons, two that are told. */
export const examplesPart = (examples: Examples, language: Language): Html =>
  html`<section class="examples-part">
    <h2>${exampleWords.in(language).heading}</h2>
    <ul class="examples">
      ${costCard(examples, language)} ${floodCard(examples, language)}
      ${burdenCard(examples, language)}
    </ul>
  </section>`
