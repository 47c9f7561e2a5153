import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { type OwnPlace, inFigures, ownPlace } from '#src/pages/household/parts.ts'
import { card } from '#src/pages/household/relief-cards.ts'
import type { Html } from '#src/pages/layout.ts'
import { confirmingWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

/** What a household is asked, with its own two figures of the round's day; private savings are in neither. */
export type OwnQuestion = {
  readonly roundId: string
  readonly on: LocalDate
  readonly formId: string
  readonly savings: number
  readonly owed: number
  readonly currency: Currency
  readonly isAnswered: boolean
}

/** One question with two buttons on the own page of whoever was drawn. */
export const ownQuestion = (
  { roundId, on, formId, savings, owed, currency, isAnswered }: OwnQuestion,
  { fundId, language }: OwnPlace,
): Html => {
  const words = confirmingWords.in(language)
  const shown = { tone: 'meeting', shown: 'person', label: words.ownLabel } as const
  if (isAnswered) return card(shown, html`<p>${words.ownThanks}</p>`)
  return card(
    shown,
    html`<p>${words.ownMeaning(dateInWords(on, language))}</p>
      <ul class="pieces">
        <li><b class="together">${inFigures(savings, currency)}</b> ${words.savings}</li>
        <li><b class="together">${inFigures(owed, currency)}</b> ${words.loan}</li>
      </ul>
      <form class="screen-only" method="post" action="${ownPlace.confirm(fundId)}">
        <input type="hidden" name="id" value="${formId}" />
        <input type="hidden" name="round" value="${roundId}" />
        <p class="buttons">
          <button class="button" type="submit" name="answer" value="wrong">
            ${words.ownWrong}
          </button>
          <button class="button" type="submit" name="answer" value="right">
            ${words.ownRight}
          </button>
        </p>
      </form>
      <p class="quiet">${words.ownWho}</p>`,
  )
}
