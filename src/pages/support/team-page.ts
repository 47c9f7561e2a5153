import { supportPath } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import { type Support, paidOn, stageOf } from '#domain/grants/support.ts'
import { heading, wayBack } from '#src/pages/desk/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { sumText, supportWordsAt } from '#src/pages/support/parts.ts'

type TeamLine = {
  readonly fundId: string
  readonly fundName: string
  readonly currency: Currency
  readonly support: Support
}

/** Grants that somebody of the team has brought or is to check. */
export const teamSupportPage = (
  frame: PageFrame,
  { lines, mayBring }: { readonly lines: readonly TeamLine[]; readonly mayBring: boolean },
): Html => {
  const words = supportWordsAt(frame)
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${heading('road', words.teamHeading)}
      <p>${words.teamLead}</p>
      ${mayBring ? wayBack(supportPath.bring, words.bring) : ''}
      ${lines.length === 0 ? html`<p>${words.none}</p>` : ''}
      <ul class="queue rows">
        ${lines.map(
          ({ fundId, fundName, currency, support }) =>
            html`<li>
              <span>
                <b><bdi>${support.code}</bdi></b> <bdi>${fundName}</bdi>
                <span class="quiet">${words[`state_${stageOf(support)}`]}</span>
              </span>
              <span class="sum"
                ><b class="together">${sumText(support.amount, currency)}</b>
                <span class="quiet"
                  >${words.paidOf(sumText(paidOn(support), currency), sumText(support.amount, currency))}</span
                >
              </span>
              ${wayBack(supportPath.teamFile(fundId, support.code), words.open)}
            </li>`,
        )}
      </ul>
    </div>`,
  })
}
