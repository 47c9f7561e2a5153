import { reliefPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { StressWeek } from '#domain/relief/stress.ts'
import type { LiquidityAhead } from '#src/app/liquidity-ahead.ts'
import { type At, deskLayout, fact, figure, heading, warning } from '#src/pages/desk/parts.ts'
import { mark } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { behindRelief, reliefWordsAt } from '#src/pages/relief/parts.ts'
import { dateInWords } from '#src/words/locale.ts'

const markOf: Readonly<Record<StressWeek['is'], 'good' | 'eased' | 'bad'>> = {
  enough: 'good',
  'below-minimum': 'eased',
  short: 'bad',
}

const weeksTable = (at: At, weeks: readonly StressWeek[], currency: Currency): Html => {
  const words = reliefWordsAt(at)
  const money = (amount: number): Html => figure({ amount, currency })
  const cell = (label: string, told: Html | string): Html =>
    html`<td data-label="${label}">${told}</td>`
  return html`<table class="sheet">
    <thead>
      <tr>
        <th>${words.week}</th>
        <th>${words.comesIn}</th>
        <th>${words.putOff}</th>
        <th>${words.goesOut}</th>
        <th>${words.cashLeft}</th>
        <th></th>
      </tr>
    </thead>
    <tbody>
      ${weeks.map(
        (week) =>
          html`<tr>
            <th scope="row">${dateInWords(week.through, at.language)}</th>
            ${cell(words.comesIn, money(week.comesIn))} ${cell(words.putOff, money(week.putOff))}
            ${cell(words.goesOut, money(week.goesOut))}
            ${cell(words.cashLeft, html`<b>${money(week.cash)}</b>`)}
            <td>${mark(markOf[week.is], words[`is_${week.is}`])}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

const number = (name: string, { label, value }: { label: string; value: number }): Html =>
  html`<div class="field">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      type="text"
      inputmode="numeric"
      maxlength="3"
      value="${String(value)}"
    />
  </div>`

/** What cash is left week by week if a part of the village pays later. A warning, and nothing else. */
export const aheadPage = (at: At, ahead: LiquidityAhead, currency: Currency): Html => {
  const words = reliefWordsAt(at)
  const money = (amount: number): Html => figure({ amount, currency })
  const { firstBelow } = ahead
  const warned =
    firstBelow === undefined
      ? ''
      : warning(words.warnHeading, [
          `${words.week} ${dateInWords(firstBelow.through, at.language)}: ${words[`is_${firstBelow.is}`]}.`,
          words.warnNext,
        ])
  const content = html`${heading('box', words.ahead)}
    <p>${words.aheadMeaning}</p>
    <form method="get" action="${reliefPlace.ahead(at)}">
      ${number('percent', { label: words.percentLabel, value: ahead.deferPercent })}
      ${number('weeks', { label: words.weeksLabel, value: ahead.weeks })}
      <button type="submit">${words.count_it}</button>
    </form>
    <dl class="facts">
      ${fact(words.cashNow, html`<b class="figure">${money(ahead.cash)}</b>`)}
      ${fact(words.askedBySavers, money(ahead.asked))} ${fact(words.lines, money(ahead.promised))}
    </dl>
    ${warned} ${weeksTable(at, ahead.weeksAhead, currency)}`
  return deskLayout(behindRelief(at), content)
}
