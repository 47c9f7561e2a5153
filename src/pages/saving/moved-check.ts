import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { type Carried, beforeAfter, flagsTold, questionPage } from '#src/pages/desk/confirm.ts'
import { type At, amountTold, fact, whose, wordsAt } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { savingWords } from '#src/words/words.ts'
import { dateInWords, daysFromToday } from '#src/words/locale.ts'

/** Free savings that come in, or own savings that are handed out. */
type SavingsMoved = {
  readonly task: 'deposit' | 'take-out'
  readonly card: string
  readonly amount: number
  readonly currency: Currency
  /** What the member has saved before it, shares and free savings. */
  readonly before: number
  readonly day: LocalDate
  readonly today: LocalDate
  readonly flags: readonly string[]
  readonly carried: Carried
}

/** Shows what money in or out does to somebody's savings, as the check of bought shares does. */
export const confirmMovedPage = (at: At, moved: SavingsMoved): Html => {
  const words = savingWords.in(at.language)
  const desk = wordsAt(at)
  const { task, card, amount, currency, before, day, today, flags, carried } = moved
  const isIn = task === 'deposit'
  const after = isIn ? before + amount : before - amount
  const told = html`<section class="check savings">
      ${whose(at, { card })}
      <h2>${picture('savings')} <span>${isIn ? desk.amountSaved : words.amountHanded}</span></h2>
      ${amountTold({ amount, currency }, at.language)}
      <dl class="facts">
        ${fact(
          isIn ? desk.given : words.handedOn,
          html`<span class="together">${dateInWords(day, at.language)}</span>`,
          html` (${daysFromToday({ day, today }, at.language)})`,
        )}
      </dl>
    </section>
    ${beforeAfter(at, { label: desk.savings, before, after, currency })}
    <p class="unchanged">${desk.loansUnchanged}</p>
    ${flagsTold(flags.map((flag) => codeSaid(flag, at.language) ?? desk.flagOther))}`
  const title = isIn ? words.checkDeposit : words.checkTakeOut
  return questionPage(at, { task, title, told, currency, amount, carried })
}
