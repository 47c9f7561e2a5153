import { placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { Season } from '#domain/relief/emergency-line.ts'
import type { LineOffered } from '#src/app/relief-view.ts'
import { linesInFolds } from '#src/pages/desk/lines.ts'
import { type At, deskLayout, fact, figure, heading, wayBack } from '#src/pages/desk/parts.ts'
import { mark } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { behindRelief, reliefWordsAt } from '#src/pages/relief/parts.ts'
import { dateInWords } from '#src/words/locale.ts'

type LinesShown = {
  readonly seasons: readonly Season[]
  readonly offered: readonly LineOffered[]
  readonly currency: Currency
  readonly mayDecide: boolean
}

const seasonPart = (at: At, season: Season, currency: Currency): Html => {
  const words = reliefWordsAt(at)
  const date = (day: string): string => dateInWords(day, at.language)
  const promised = season.lines.reduce((sum, { amount }) => sum + amount, 0)
  const isOpen = season.opened.length > 0
  return html`<section>
    <h2><bdi>${season.seasonId}</bdi></h2>
    <p>${date(season.from)} – ${date(season.to)}</p>
    <dl class="facts">
      ${fact(words.promisedSum, html`<b class="figure">${figure({ amount: promised, currency })}</b>`)}
      ${fact(words.members, String(season.lines.length))}
    </dl>
    <p>
      ${mark(isOpen ? 'good' : 'calm', isOpen ? words.openedFor : words.notOpened)}
      ${season.opened.map(({ eventId, until }) => html`<bdi>${eventId}</bdi>, ${words.until} ${date(until)} `)}
    </p>
  </section>`
}

const offeredPart = (at: At, offered: readonly LineOffered[], currency: Currency): Html => {
  const words = reliefWordsAt(at)
  return html`<section>
    <h2>${words.offered}</h2>
    ${linesInFolds(
      at,
      offered.map(({ card, amount, why }) => ({
        card,
        sum: why === undefined ? figure({ amount, currency }) : words[`why_${why}`],
      })),
    )}
  </section>`
}

/** Emergency loans that were promised, season by season, and what could be. */
export const linesPage = (at: At, { seasons, offered, currency, mayDecide }: LinesShown): Html => {
  const words = reliefWordsAt(at)
  const content = html`${heading('savings', words.lines)}
    <p>${words.linesMeaning}</p>
    ${seasons.length === 0 ? html`<p>${words.noSeasons}</p>` : ''}
    ${seasons.map((season) => seasonPart(at, season, currency))}
    ${
      mayDecide
        ? html`${wayBack(`${placeOf.record(at, 'emergency-promise')}?fund=${at.fundId}`, words['act_emergency-promise'])}
          ${seasons.length === 0 ? '' : wayBack(`${placeOf.record(at, 'emergency-open')}?fund=${at.fundId}`, words['act_emergency-open'])}`
        : ''
    }
    ${offeredPart(at, offered, currency)}`
  return deskLayout(behindRelief(at), content)
}
