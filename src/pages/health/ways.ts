import { html } from 'hono/html'
import { fairPaths } from '#src/pages/fair/parts.ts'
import { type HealthPlace, healthPlace, healthWordsAt } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { quotePath } from '#src/pages/quote/page.ts'
import { statementPath } from '#src/pages/statements/parts.ts'
import { quoteWords } from '#src/words/quote-words.ts'
import { lendingWords, rulesWords, statementPageWords } from '#src/words/words.ts'

/** Where a reader of the report goes on. */
export const healthWays = (place: HealthPlace): Html => {
  const words = healthWordsAt(place)
  return html`<p class="buttons screen-only">
    <a class="button" href="${healthPlace.loans(place)}"
      >${lendingWords.in(place.language).register}</a
    >
    <a class="button" href="${statementPath.all({ fundId: place.fundId, asOf: place.askedFor })}"
      >${statementPageWords.in(place.language).toStatements}</a
    >
    <a class="button" href="${healthPlace.log(place)}">${words.log}</a>
    <a class="button" href="${quotePath(place.fundId)}">${quoteWords.in(place.language).toQuote}</a>
    <a class="button" href="${fairPaths.rules(place.fundId)}"
      >${rulesWords.in(place.language).toRules}</a
    >
  </p>`
}
