import { html } from 'hono/html'
import type { Quote } from '#domain/loans/plan/quote.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { refusalIn } from '#domain/fairness/fair-lending.ts'
import type { Burden } from '#domain/fairness/ruling.ts'
import type { BuyOutPlan, BuyOutRequest } from '#src/app/lending/buy-out-plan.ts'
import { bar } from '#src/pages/chart.ts'
import { type FairPlace, fairLayout, fairPaths, linkButton } from '#src/pages/fair/parts.ts'
import { rulingsPart } from '#src/pages/fair/rulings-part.ts'
import { said } from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { costCard } from '#src/pages/quote/result.ts'
import { table } from '#src/pages/table.ts'
import type { BuyOutWords } from '#src/words/en/fair-buy-out.ts'
import { buyOutWords, rulesWords } from '#src/words/words.ts'
import { moneyInFigures } from '#src/words/locale.ts'

export type BuyOutAnswer = BuyOutPlan & {
  readonly told: BuyOutRequest
  /** The new loan, as the page that counts loans would show it. */
  readonly quote: Quote
  /** The same with the same part of the loan each time. */
  readonly equalParts: Quote
}

type Part = BuyOutAnswer & {
  readonly currency: Currency
  readonly words: BuyOutWords
  readonly place: FairPlace
}

const sumText = ({ currency }: Part, amount: number): string => moneyInFigures({ amount, currency })

/** First what matters at home: whether less is paid each month, and how much less. */
const headline = (part: Part): Html => {
  const { plan, rulings, words } = part
  const less = plan.monthlyBefore - plan.monthlyAfter
  const heading =
    less > 0
      ? words.less(sumText(part, less))
      : less < 0
        ? words.more(sumText(part, -less))
        : words.same
  const isRefused = refusalIn(rulings) !== undefined
  const isGood = less > 0 && !isRefused
  const next = less <= 0 ? words.moreNext : isRefused ? words.lessButNo : words.lessNext
  return html`<section class="verdict ${isGood ? '' : 'bad'}">
    ${picture(isGood ? 'on-time' : 'stop')}
    <div>
      <h2>${heading}</h2>
      <p><b>${next}</b></p>
    </div>
  </section>`
}

const burdenText = (burden: Burden, words: BuyOutWords): string => {
  if (burden === 'unknown') return words.unknown
  const { least, most } = burden
  return least === most ? words.share(String(most)) : words.range(String(least), String(most))
}

type Side = {
  readonly name: string
  readonly monthly: number
  readonly label: string
  readonly burden: Burden
  readonly interest: number
  readonly stillOwed: number
  readonly look: 'full' | 'hollow'
}

const sideCard = (
  part: Part,
  { name, monthly, label, burden, interest, stillOwed, look }: Side,
): Html => {
  const { plan, words, currency, place, told: asked } = part
  const largest = Math.max(plan.monthlyBefore, plan.monthlyAfter)
  return html`<li class="side-card ${look}">
    <h3>${name}</h3>
    <p>${label}</p>
    <p class="figure">${sumText(part, monthly)}</p>
    ${said({ amount: monthly, currency }, place.language)} ${bar({ part: monthly, largest }, look)}
    <dl class="facts">
      <div>
        <dt>${words.burden}</dt>
        <dd><b>${burdenText(burden, words)}</b></dd>
      </div>
      <div>
        <dt>${words.interest(String(asked.months))}</dt>
        <dd><b>${sumText(part, interest)}</b></dd>
      </div>
      <div>
        <dt>${words.stillOwed(String(asked.months))}</dt>
        <dd><b>${sumText(part, stillOwed)}</b></dd>
      </div>
    </dl>
  </li>`
}

const sidesPart = (part: Part): Html => {
  const { plan, words } = part
  return html`<section>
    <ul class="side-cards">
      ${sideCard(part, {
        name: words.after,
        label: words.monthlyMost,
        monthly: plan.monthlyAfter,
        burden: plan.burdenAfter,
        interest: plan.interestAfter,
        stillOwed: 0,
        look: 'full',
      })}
      ${sideCard(part, {
        name: words.before,
        label: words.monthly,
        monthly: plan.monthlyBefore,
        burden: plan.burdenBefore,
        interest: plan.interestBefore,
        stillOwed: plan.stillOwedBefore,
        look: 'hollow',
      })}
    </ul>
    <p class="quiet">${words.interestMeaning}</p>
  </section>`
}

/** The other way to pay the fund back, beside the one that is counted above, and why they differ. */
const waysPart = (part: Part): Html => {
  const { words, quote, equalParts } = part
  const ways = [
    { name: words.equalInstalments, rows: quote.rows, interest: quote.interest },
    { name: words.equalParts, rows: equalParts.rows, interest: equalParts.interest },
  ]
  return html`<details class="fold">
    <summary>${words.twoWays}</summary>
    ${table({
      rows: ways,
      columns: [
        { heading: words.way, of: ({ name }) => name },
        { heading: words.firstPayment, of: ({ rows }) => sumText(part, rows[0]!.total) },
        { heading: words.lastPayment, of: ({ rows }) => sumText(part, rows.at(-1)!.total) },
        { heading: words.interestInAll, of: ({ interest }) => sumText(part, interest) },
      ],
    })}
    <p>${words.whyTwo}</p>
  </details>`
}

const paidPart = (part: Part): Html => {
  const { words, plan, told: asked } = part
  return html`<section>
    <h2>${words.paidDirectly}</h2>
    ${table({
      rows: asked.debts,
      columns: [
        { heading: words.lender, of: ({ kind }) => words[`kind-${kind}`], total: words.inAll },
        {
          heading: words.sum,
          of: ({ owed }) => sumText(part, owed),
          total: html`<b>${sumText(part, plan.principal)}</b>`,
        },
      ],
    })}
    <p>${words.paidDirectlyMeaning}</p>
  </section>`
}

const verdictPart = ({ rulings, words, place }: Part): Html =>
  html`<section>
    <h2>${words.verdict}</h2>
    ${
      rulings.length === 0
        ? html`<p class="none-against">
            ${picture('on-time')} <span>${words.nothingAgainst}</span>
          </p>`
        : rulingsPart(rulings, place)
    }
  </section>`

/** The new loan in full: its price, its cost a year, its table. */
const loanPart = ({ quote, words, place }: Part): Html =>
  html`<details class="fold">
    <summary>${words.fundLoan}</summary>
    ${costCard(quote, place.language)}
  </details>`

/** What the debts change, as it was counted. */
const answerPart = (part: Part): Html =>
  html`${headline(part)} ${sidesPart(part)} ${waysPart(part)} ${verdictPart(part)} ${paidPart(part)}
  ${loanPart(part)}`

/** The plan by which the fund pays a household's dear debts off, and the question above it. */
export const buyOutPage = (
  {
    form,
    answer,
    onward,
  }: {
    readonly form: Html
    readonly answer?: BuyOutAnswer | undefined
    /** The way on to a request, for whoever may write one down. */
    readonly onward?: Html | undefined
  },
  place: FairPlace,
): Html => {
  const { language, fundId } = place
  const words = buyOutWords.in(language)
  const body = answer
    ? html`<details class="fold screen-only">
          <summary>${words.change}</summary>
          <div class="desk">${form}</div>
        </details>
        ${answerPart({ ...answer, currency: answer.quote.currency, words, place })}
        ${
          onward &&
          html`<section class="screen-only">
            <h2>${words.onward}</h2>
            <div class="desk">${onward}</div>
          </section>`
        }`
    : html`<div class="desk">${form}</div>`
  return fairLayout(
    place,
    'buy-out',
    html`<div>
        <h1>${words.heading}</h1>
        <p><bdi>${place.fundName}</bdi></p>
      </div>
      <p class="quiet">${words.notKept}</p>
      ${body}
      <p class="buttons screen-only">
        ${linkButton(fairPaths.rules(fundId), rulesWords.in(language).toRules)}
      </p>`,
  )
}
