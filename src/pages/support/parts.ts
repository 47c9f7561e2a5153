import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import { figure } from '#src/pages/desk/parts.ts'
import type { Html, PageFrame } from '#src/pages/layout.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import type { SupportWords } from '#src/words/en/support.ts'
import { supportWords } from '#src/words/words.ts'

export const supportWordsAt = ({ language }: Pick<PageFrame, 'language'>): SupportWords =>
  supportWords.in(language)

/** Rows of a table with a heading each; on a narrow screen they stand as cards. */
export const tableOf = (
  columns: readonly string[],
  rows: readonly (readonly (Html | string)[])[],
): Html =>
  html`<table class="sheet">
    <thead>
      <tr>
        ${columns.map((one) => html`<th>${one}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first, ...rest]) =>
          html`<tr>
            <th scope="row">${first}</th>
            ${rest.map((cell, i) => html`<td data-label="${columns[i + 1]}">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`

export const sumShown = (amount: number, currency: Currency): Html => figure({ amount, currency })

export const sumText = (amount: number, currency: Currency): string =>
  moneyInFigures({ amount, currency })
