import { html } from 'hono/html'
import { fairPaths } from '#src/pages/fair/parts.ts'
import { type HealthPlace, healthPlace, healthWordsAt } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { quotePath } from '#src/pages/quote/page.ts'
import { statementPath } from '#src/pages/statements/parts.ts'
import { quoteWords } from '#src/words/quote-words.ts'
import { lendingWords, rulesWords, statementPageWords } from '#src/words/words.ts'

/** The whole book as a file, with the signed folder first: what is read here can be checked elsewhere. */
export const takeAlong = ({ fundId, language, isPractice, askedFor }: HealthPlace): Html => {
  const words = statementPageWords.in(language)
  const day = askedFor === undefined ? '' : `asOf=${askedFor}`
  const taken = (form: string, query: string, name: string): Html =>
    html`<a class="button" href="/v1/funds/${fundId}/exports/${form}?${query}">${name}</a>`
  const ofDay = day === '' ? '' : `&${day}`
  return html`<nav class="button-row screen-only" aria-label="${words.takeAlong}">
    ${isPractice ? '' : taken('evidence', day, words.folder)}
    ${taken('xlsx', `language=${language}${ofDay}`, words.workbook)}
    ${taken('csv', `list=postings${ofDay}`, words.csv)}
  </nav>`
}

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
