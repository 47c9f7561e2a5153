import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { Country } from '#domain/network/places.ts'
import {
  type BreakEven,
  type Earning,
  breakEvens,
  burdenOfCost,
  monthsOfWage,
} from '#domain/network/roads/break-even.ts'
import { byItem, costInAll } from '#domain/network/roads/costs.ts'
import { type RouteOn, isLegal } from '#domain/network/roads/routes.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { registerPath } from '#src/pages/register/parts.ts'
import { reportPath } from '#src/pages/watch/intake-pages.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'
import { remittancePath } from '#src/pages/remittances/parts.ts'
import { sendingWords } from '#src/words/remittance-words.ts'
import { agencyWords, numbersWords, roadWords } from '#src/words/words.ts'

/** The figures that somebody typed, as they were typed, and counted where all three are sums. */
export type OwnFigures = {
  readonly typed: Readonly<Record<'cost' | 'wage' | 'living', string>>
  readonly faults: readonly string[]
  readonly earning?: Earning | undefined
}

export type RoadsShown = {
  readonly routes: readonly RouteOn[]
  readonly to: Country | undefined
  readonly own: OwnFigures
  readonly networkId: string | undefined
}

/** 2.5 of 250 hundredths, and 2 of 200. */
const monthsInFigures = (hundredths: number): string => String(hundredths / 100)

const afterSaid = (language: Language, after: BreakEven, currency: Currency): Html => {
  const words = roadWords.in(language)
  if (after === 'never') return html`<b>${words.never}</b>`
  const { months, interest } = after
  return html`<b>${words.after(months)}</b>${
      interest === 0
        ? ''
        : html` <span class="quiet"
            >${words.withInterest(moneyInFigures({ amount: interest, currency }))}</span
          >`
    }`
}

const list = (items: readonly (Html | string)[], isOrdered = false): Html | string => {
  if (items.length === 0) return ''
  const rows = items.map((one) => html`<li>${one}</li>`)
  return isOrdered
    ? html`<ol>
        ${rows}
      </ol>`
    : html`<ul>
        ${rows}
      </ul>`
}

const earningOn = ({ costs, wage, living = 0 }: RouteOn): Earning | undefined =>
  wage === undefined ? undefined : { cost: costInAll(costs), wage, living }

type Row = { readonly heading: string; readonly of: (route: RouteOn) => Html | string }

const payerRows = (language: Language): readonly Row[] => {
  const words = roadWords.in(language)
  return breakEvens({ cost: 0, wage: 0, living: 0 }).map(({ payer }) => ({
    heading: words.evenRow(words[`payer_${payer}`]),
    of: (route) => {
      const earning = earningOn(route)
      const found = earning && breakEvens(earning).find((one) => one.payer === payer)
      return found ? afterSaid(language, found.after, route.currency) : words.notKnown
    },
  }))
}

const listRows = (language: Language): readonly Row[] => {
  const words = roadWords.in(language)
  return [
    { heading: words.riskRow, of: ({ risks }) => list(risks.map((one) => words[`risk_${one}`])) },
    {
      heading: words.stepsRow,
      of: ({ steps }) =>
        list(
          steps.map((one) => words[`step_${one}`]),
          true,
        ),
    },
    {
      heading: words.papersRow,
      of: ({ papers }) => list(papers.map((one) => words[`paper_${one}`])),
    },
  ]
}

const rowsOf = (language: Language): readonly Row[] => {
  const words = roadWords.in(language)
  const said = (day: string) => dateInWords(day, language)
  const sum = (amount: number | undefined, { currency }: RouteOn): Html | string =>
    amount === undefined
      ? words.notKnown
      : html`<span class="sum">${moneyInFigures({ amount, currency })}</span>`
  return [
    {
      heading: words.stateRow,
      of: (one) =>
        html`<b>${words[`state_${one.stateNow}`]}</b>
          ${one.stateNow === 'unknown' && one.state !== 'unknown' ? '' : words.since(said(one.since))}`,
    },
    {
      heading: words.weeksRow,
      of: ({ weeks }) =>
        weeks ? words.weeks(String(weeks.least), String(weeks.most)) : words.notKnown,
    },
    {
      heading: words.costRow,
      of: (one) =>
        html`${sum(costInAll(one.costs), one)}
        ${list(
          byItem(one.costs).map(
            ({ item, amount }) =>
              html`${words[`cost_${item}`]}: ${moneyInFigures({ amount, currency: one.currency })}`,
          ),
        )}`,
    },
    { heading: words.wageRow, of: (one) => sum(one.wage, one) },
    { heading: words.livingRow, of: (one) => sum(one.living, one) },
    {
      heading: words.monthsRow,
      of: (one) => {
        const earning = earningOn(one)
        const months = earning && monthsOfWage(earning)
        return months === undefined ? words.notKnown : words.months(monthsInFigures(months))
      },
    },
    ...payerRows(language),
    ...listRows(language),
    {
      heading: words.sourceRow,
      of: ({ source, seenOn, document }) =>
        html`${words.source(agencyWords.in(language)[`source_${source}`], said(seenOn))}
        ${document === undefined ? '' : html`<bdi>${document}</bdi>`}`,
    },
  ]
}

/** Ways into one country side by side, each with cost, time and what can happen. */
export const roadsTable = (language: Language, routes: readonly RouteOn[]): Html => {
  const words = roadWords.in(language)
  const [first] = routes
  const where = first ? numbersWords.in(language)[`country_${first.country}`] : ''
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${where}">
    <table class="roads-table">
      <thead>
        <tr>
          <th scope="col">${where}</th>
          ${routes.map(({ way }) => html`<th scope="col">${words[`way_${way}`]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rowsOf(language).map(
          ({ heading, of }) =>
            html`<tr>
              <th scope="row">${heading}</th>
              ${routes.map((route) => html`<td>${of(route)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

/** When a cost is earned back, by where the money comes from; with what the cost says by itself. */
export const earnedBack = (language: Language, earning: Earning, currency: Currency): Html => {
  const words = roadWords.in(language)
  const months = monthsOfWage(earning)
  return html`<p>
      <b>${months === undefined ? '' : words.months(monthsInFigures(months))}</b>
      ${words[`burden_${burdenOfCost(earning)}`]}
    </p>
    <ul>
      ${breakEvens(earning).map(
        ({ payer, after }) =>
          html`<li>${words[`payer_${payer}`]}: ${afterSaid(language, after, currency)}</li>`,
      )}
    </ul>`
}

/** Where somebody was asked for more than an authority says that all of it costs: how to tell, and nothing of it is taken along. */
const aboveAllPart = (
  { language }: PageFrame,
  { own, to, routes, networkId }: RoadsShown,
): Html | string => {
  const words = roadWords.in(language)
  const chosen = to ?? routes[0]?.country
  const official = routes.filter(
    (one) => one.country === chosen && isLegal(one) && one.checked === 'current',
  )
  const most = Math.max(...official.map(({ costs }) => costInAll(costs)))
  if (official.length === 0 || own.earning === undefined || own.earning.cost <= most) return ''
  return html`<p>
      <b>${words.aboveAll(moneyInFigures({ amount: most, currency: 'KHR' }))}</b>
    </p>
    <p class="buttons screen-only">
      <a
        class="button"
        href="${networkId === undefined ? reportPath.intake : reportPath.at(networkId)}"
        >${words.toReport}</a
      >
    </p>`
}

const ownPart = (frame: PageFrame, shown: RoadsShown): Html => {
  const { own, to, networkId } = shown
  const { language } = frame
  const words = roadWords.in(language)
  const labels = { cost: words.ownCost, wage: words.ownWage, living: words.ownLiving }
  const fields = (['cost', 'wage', 'living'] as const).map(
    (name) =>
      html`<div class="field">
        <label for="${name}">${labels[name]}</label>
        <input
          id="${name}"
          name="${name}"
          value="${own.typed[name]}"
          inputmode="numeric"
          maxlength="15"
          autocomplete="off"
        />
        ${own.faults.includes(name) ? html`<p class="fault">${words.sumFault}</p>` : ''}
      </div>`,
  )
  return html`<section id="own">
    <h2>${words.ownHeading}</h2>
    <p>${words.ownLead}</p>
    <form class="look-up screen-only" method="get" action="/roads">
      ${fields} ${to === undefined ? '' : html`<input type="hidden" name="to" value="${to}" />`}
      ${networkId === undefined ? '' : html`<input type="hidden" name="n" value="${networkId}" />`}
      <input type="hidden" name="lang" value="${language}" />
      <p class="buttons"><button class="button main">${words.count}</button></p>
    </form>
    ${own.earning ? earnedBack(language, own.earning, 'KHR') : ''} ${aboveAllPart(frame, shown)}
  </section>`
}

/** The roads abroad for a household without an account. */
export const roadsPage = (frame: PageFrame, shown: RoadsShown): Html => {
  const { language, isPractice } = frame
  const { routes, to, networkId } = shown
  const words = roadWords.in(language)
  const countries = [...new Set(routes.map(({ country }) => country))]
  const chosen = to ?? countries[0]
  const link = (country: Country): string => {
    const query = { to: country, ...(networkId === undefined ? {} : { n: networkId }) }
    return `/roads?${new URLSearchParams({ ...query, lang: language }).toString()}`
  }
  return layout({
    ...frame,
    isLeftAtOnce: true,
    sheet: 'open',
    content: html`<div class="open">
      <h1>${words.heading}</h1>
      <p>${words.lead}</p>
      ${isPractice ? html`<p><b>${words.isPractice}</b></p>` : ''}
      <p class="button-row screen-only">
        ${countries.map(
          (country) =>
            html`<a
              class="button"
              href="${link(country)}"
              ${country === chosen ? html`aria-current="page"` : ''}
              >${numbersWords.in(language)[`country_${country}`]}</a
            > `,
        )}
      </p>
      ${
        chosen === undefined
          ? html`<p>${words.noneYet}</p>`
          : roadsTable(
              language,
              routes.filter(({ country }) => country === chosen),
            )
      }
      <p>${words.noFee}</p>
      ${ownPart(frame, shown)}
      <p class="button-row screen-only">
        <a class="button" href="${registerPath.all(networkId)}">${words.toAgencies}</a>
        <a class="button" href="${remittancePath.prices}">${sendingWords.in(language).heading}</a>
      </p>
    </div>`,
  })
}
