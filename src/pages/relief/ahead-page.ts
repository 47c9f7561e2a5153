import { reliefPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { StressWeek } from '#domain/relief/stress.ts'
import type { LiquidityAhead } from '#src/app/health/liquidity-ahead.ts'
import { type At, deskLayout, fact, figure, heading, warning } from '#src/pages/desk/parts.ts'
import { mark } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { behindRelief, reliefWordsAt } from '#src/pages/relief/parts.ts'
import { amounts, table } from '#src/pages/table.ts'
import { dateInWords } from '#src/words/locale.ts'
import { moneyInTable } from '#src/words/money-words.ts'

const markOf: Readonly<Record<StressWeek['is'], 'good' | 'eased' | 'bad'>> = {
  enough: 'good',
  'below-minimum': 'eased',
  short: 'bad',
}

const weeksTable = (at: At, weeks: readonly StressWeek[], currency: Currency): Html => {
  const words = reliefWordsAt(at)
  const money = (amount: number): string => moneyInTable({ amount, currency })
  return table({
    look: 'sheet pressed',
    rows: weeks,
    columns: [
      { heading: words.week, of: ({ through }) => dateInWords(through, at.language) },
      amounts<StressWeek>(words.comesIn, ({ comesIn }) => comesIn, money),
      amounts<StressWeek>(words.putOff, ({ putOff }) => putOff, money),
      amounts<StressWeek>(words.goesOut, ({ goesOut }) => goesOut, money),
      { heading: words.cashLeft, of: ({ cash }) => html`<b>${money(cash)}</b>` },
      { heading: '', of: (week) => mark(markOf[week.is], words[`is_${week.is}`]) },
    ],
  })
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
    <form class="choose" method="get" action="${reliefPlace.ahead(at)}">
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
