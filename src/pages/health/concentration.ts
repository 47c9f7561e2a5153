import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { Concentration, KinVoted, OwedRow } from '#src/app/health/concentration.ts'
import {
  type HealthPlace,
  behindReport,
  dayText,
  figureFact,
  healthLayout,
  mark,
  healthPlace,
  valueText,
  healthWordsAt,
} from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { concentrationWords } from '#src/words/words.ts'
import { moneyInFigures } from '#src/words/locale.ts'

type ConcentrationShown = {
  readonly shares: Concentration
  readonly currency: Currency
  readonly kinVoted: readonly KinVoted[]
  /** Whether the reader may know who lives with whom. */
  readonly isFamilyShown: boolean
}

export const concentrationKey = 'concentration'

const wordsAt = ({ language }: HealthPlace) => concentrationWords.in(language)

const percentText = (percent: number | null, place: HealthPlace, currency: Currency): string =>
  valueText(percent, { unit: 'percent', currency, words: healthWordsAt(place) })

const limitPart = (place: HealthPlace, isAbove: boolean, limit: number): Html => {
  const words = wordsAt(place)
  return html`${mark(isAbove ? 'bad' : 'good', `${isAbove ? words.isAbove : words.isWithin} (${words.limit(limit)})`)}`
}

const quiet = (text: string): Html => html`<span class="quiet">${text}</span>`

/** The shares with their limits, on the report; a way down to what they are made of. */
export const concentrationPart = (
  place: HealthPlace,
  { shares, currency }: Pick<ConcentrationShown, 'shares' | 'currency'>,
): Html => {
  const words = wordsAt(place)
  const { officers, households, largest, limits } = shares
  return html`<section>
    <h2>${words.heading}</h2>
    <dl class="figures">
      ${figureFact(words.officers, percentText(officers.percent, place, currency), quiet(words.ofLent))}
      ${figureFact(
        words.households,
        percentText(households.percent, place, currency),
        html`${quiet(words.ofLent)} ${limitPart(place, households.isAbove, limits.committee)}`,
      )}
      ${figureFact(
        words.largest,
        percentText(largest.percent, place, currency),
        html`${quiet(words.ofOwn)} ${limitPart(place, largest.isAbove, limits.largest)}`,
      )}
    </dl>
    <p class="buttons">
      <a class="button" href="${healthPlace.figure(place, concentrationKey)}">${words.toRows}</a>
    </p>
  </section>`
}

const line = (name: Html | string, sum: string): Html =>
  html`<li>
    <span class="row-name">${name}</span>
    <span class="row-sum">${sum}</span>
  </li>`

const loanLine = (place: HealthPlace, row: OwedRow, currency: Currency): Html =>
  line(
    html`<a href="${healthPlace.loan(place, row.loanId)}"><bdi>${row.number}</bdi></a>
      <span class="quiet"><bdi>${healthWordsAt(place).ofCard(row.card)}</bdi></span>`,
    moneyInFigures({ amount: row.owed, currency }),
  )

const sumLine = (place: HealthPlace, amount: number, currency: Currency): Html =>
  html`<p class="row-total">
    <b>${wordsAt(place).sum}</b> <b>${moneyInFigures({ amount, currency })}</b>
  </p>`

const committeePart = (place: HealthPlace, shown: ConcentrationShown): Html => {
  const words = wordsAt(place)
  const { shares, currency, isFamilyShown } = shown
  const { officers, households, livingWith, portfolio, limits } = shares
  const theirs = isFamilyShown
    ? livingWith.rows.map((row) => loanLine(place, row, currency))
    : [
        line(
          words.livingWith(livingWith.count),
          moneyInFigures({ amount: livingWith.owed, currency }),
        ),
      ]
  return html`<section class="part">
    <h2>${words.households}</h2>
    <p>${limitPart(place, households.isAbove, limits.committee)}</p>
    ${
      officers.rows.length + livingWith.count === 0
        ? html`<p>${words.nothing}</p>`
        : html`<ol class="rows-behind">
            ${officers.rows.map((row) => loanLine(place, row, currency))}
            ${livingWith.count === 0 ? '' : theirs}
          </ol>`
    }
    ${sumLine(place, households.owed, currency)}
    <p>
      ${percentText(households.percent, place, currency)} ${words.ofLent}
      (${moneyInFigures({ amount: portfolio, currency })})
    </p>
    ${isFamilyShown ? '' : html`<p class="quiet">${words.onlySums}</p>`}
    <p class="quiet">${words.today}</p>
  </section>`
}

const largestPart = (place: HealthPlace, { shares, currency }: ConcentrationShown): Html => {
  const words = wordsAt(place)
  const { card, owed, own, percent, isAbove } = shares.largest
  return html`<section class="part">
    <h2>${words.largest}</h2>
    <p>${limitPart(place, isAbove, shares.limits.largest)}</p>
    ${
      owed === 0
        ? html`<p>${words.nothing}</p>`
        : html`<ol class="rows-behind">
            ${line(
              html`<bdi>${healthWordsAt(place).ofCard(card)}</bdi>`,
              moneyInFigures({ amount: owed, currency }),
            )}
            ${line(words.own, moneyInFigures({ amount: own, currency }))}
          </ol>`
    }
    <p>${percentText(percent, place, currency)} ${words.ofOwn}</p>
  </section>`
}

const votesPart = (place: HealthPlace, { kinVoted, isFamilyShown }: ConcentrationShown): Html => {
  const words = wordsAt(place)
  return html`<section class="part">
    <h2>${words.votesHeading}</h2>
    ${
      kinVoted.length === 0
        ? html`<p>${words.votesNone}</p>`
        : html`<p>${mark('bad', words.votes(kinVoted.length))}</p>
            <p>${words.votesMeaning}</p>`
    }
    ${
      isFamilyShown && kinVoted.length > 0
        ? html`<ul>
            ${kinVoted.map(
              ({ loanId, card, on }) =>
                html`<li>
                  <a href="${healthPlace.loan(place, loanId)}"
                    ><bdi>${healthWordsAt(place).ofCard(card)}</bdi></a
                  >, ${dayText(on, place)}
                </li>`,
            )}
          </ul>`
        : ''
    }
  </section>`
}

/** How much of what is lent is with few, down to its rows as far as the reader may see them. */
export const concentrationPage = (shown: ConcentrationShown, place: HealthPlace): Html => {
  const words = wordsAt(place)
  return healthLayout(
    behindReport(place),
    html`<h1>${words.heading}</h1>
      <p>
        <bdi>${place.fundName}</bdi> ·
        ${healthWordsAt(place).onDay(dayText(shown.shares.asOf, place))}
      </p>
      <p>${words.lead}</p>
      <div class="parts">
        ${committeePart(place, shown)} ${largestPart(place, shown)} ${votesPart(place, shown)}
      </div>`,
  )
}
