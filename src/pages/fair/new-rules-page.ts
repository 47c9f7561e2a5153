import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { Change } from '#src/app/charter-history.ts'
import { fieldText } from '#src/pages/fair/field-text.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { fieldWords, newRulesWords } from '#src/words/words.ts'

/** Old beside new, before anybody raises a hand. */
export const changesPart = (
  changes: readonly Change[],
  at: { readonly currency: Currency; readonly language: Language },
): Html => {
  const words = newRulesWords.in(at.language)
  const names = fieldWords.in(at.language)
  return html`<ul class="rules">
    ${changes.map(
      ({ field, old, now }) =>
        html`<li class="rule byVote">
          <h3>${names[field]}</h3>
          <dl class="facts">
            <div>
              <dt>${words.was}</dt>
              <dd>${fieldText(old, at)}</dd>
            </div>
            <div>
              <dt>${words.willBe}</dt>
              <dd><b>${fieldText(now, at)}</b></dd>
            </div>
          </dl>
        </li>`,
    )}
  </ul>`
}
