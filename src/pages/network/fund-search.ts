import { html } from 'hono/html'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { deskWords, networkWords } from '#src/words/words.ts'

/** How one of many funds is found, and the way to those after the ones that are shown. */
export type FundSearch = {
  readonly action: string
  readonly count: number
  readonly isNarrowed: boolean
  readonly isFound: boolean
  readonly more: string | undefined
}

/** The form above a long list of funds. What was looked for is not said again. */
export const fundSearchPart = (
  language: Language,
  { action, count, isNarrowed, isFound }: FundSearch,
): Html => {
  const words = networkWords.in(language)
  const desk = deskWords.in(language)
  return html`<form class="search" method="get" action="${action}" role="search" autocomplete="off">
    <label for="name">${words.searchFund(String(count))}</label>
    <p class="quiet" id="name-hint">${words.searchFundHint}</p>
    ${isFound ? '' : html`<p class="fault" id="name-fault">${words.noFundFound}</p>`}
    <div class="line">
      <input
        id="name"
        name="name"
        type="search"
        autocomplete="off"
        maxlength="60"
        aria-describedby="${isFound ? 'name-hint' : 'name-hint name-fault'}"
      />
      <button type="submit">${desk.search}</button>
    </div>
    ${isNarrowed ? html`<p><a class="button" href="${action}">${desk.showAll}</a></p>` : ''}
  </form>`
}

export const moreFundsPart = (language: Language, { more }: FundSearch): Html | '' =>
  more === undefined
    ? ''
    : html`<div class="buttons">
        <a class="button" href="${more}">${networkWords.in(language).moreFunds}</a>
      </div>`
