import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { WithdrawalAnswer } from '#domain/savings/queue.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'
import { savingWords } from '#src/words/words.ts'

/** What a member is told who asks for own savings: how much now, how much on which day, and why. */
export const answerPart = (
  language: Language,
  { answer, currency }: { readonly answer: WithdrawalAnswer; readonly currency: Currency },
): Html => {
  const words = savingWords.in(language)
  const { payNow, queued, expectedOn, why } = answer
  const money = (amount: number): string => moneyInFigures({ amount, currency })
  const day = expectedOn === undefined ? '' : dateInWords(expectedOn, language)
  const said =
    queued === 0
      ? words.answerAll(money(payNow))
      : payNow === 0
        ? words.answerNone(money(queued), day)
        : words.answerPart(money(payNow), money(queued), day)
  return html`<section class="check loans">
    <h2>${words.answerHeading}</h2>
    <p><b>${said}</b></p>
    ${why === undefined ? '' : html`<p>${words[`why_${why}`]}</p>`}
  </section>`
}
