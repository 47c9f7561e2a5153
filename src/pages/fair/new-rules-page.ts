import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { Change } from '#src/app/charter-history.ts'
import { fieldTold } from '#src/pages/fair/field-told.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { fieldWords, newRulesWords } from '#src/words/words.ts'

/** Old beside new, before anybody raises a hand. */
export const changesTold = (
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
              <dd>${fieldTold(old, at)}</dd>
            </div>
            <div>
              <dt>${words.willBe}</dt>
              <dd><b>${fieldTold(now, at)}</b></dd>
            </div>
          </dl>
        </li>`,
    )}
  </ul>`
}
