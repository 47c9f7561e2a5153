import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import { type SavingsGoal, progressOf } from '#domain/savings/goals.ts'
import { inFigures } from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import type { Language } from '#src/words/catalogue.ts'
import { goalWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

type OwnGoal = {
  readonly goal: SavingsGoal
  readonly saved: number
  readonly currency: Currency
}

/** How far somebody has come: a picture, a number, words, and a bar for those who do not read. */
export const ownGoal = ({ goal, saved, currency }: OwnGoal, language: Language): Html => {
  const words = goalWords.in(language)
  const { percent, left } = progressOf(goal, saved)
  const until = goal.by === undefined ? '' : ` · ${words.until(dateInWords(goal.by, language))}`
  const told = words.progress(String(percent), inFigures(goal.amount, currency))
  return html`<li class="card savings">
    <h2>${picture('savings')} <span>${words.mine}</span></h2>
    <p>${words[`kind_${goal.kind}`]}${until}</p>
    <p class="figure">${told}</p>
    <svg class="goal-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="6" fill="#fff" stroke="currentColor" />
      <rect width="${percent}" height="6" fill="currentColor" />
    </svg>
    <p>${left === 0 ? words.reached : words.left(inFigures(left, currency))}</p>
  </li>`
}
