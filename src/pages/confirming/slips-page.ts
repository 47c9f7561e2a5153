import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { confirmingAt, confirmingPlace } from '#src/pages/confirming/parts.ts'
import { type At, deskLayout, fact, heading } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { type Paper, onPaper, paperKept, paperLinks } from '#src/pages/papers/paper.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'

export const slipPapers: readonly Paper[] = ['a4', 'a5']

type Slips = {
  readonly roundId: string
  readonly on: LocalDate
  readonly fundName: string
  readonly currency: Currency
  readonly paper: Paper
  /** No private savings are in any figure. */
  readonly slips: readonly {
    readonly card: string
    readonly savings: number
    readonly loan: number
  }[]
}

const slip = (at: At, { on, fundName, currency }: Slips, one: Slips['slips'][number]): Html => {
  const words = confirmingAt(at)
  const sum = (amount: number): Html => html`<b>${moneyInFigures({ amount, currency })}</b>`
  return html`<li class="slip">
    <p>
      <b>${words.card} <bdi>${one.card}</bdi></b> · <bdi>${fundName}</bdi>
    </p>
    <p>${words.slipQuestion(dateInWords(on, at.language))}</p>
    <dl class="facts">
      ${fact(words.savings, sum(one.savings))} ${fact(words.loan, sum(one.loan))}
    </dl>
    <p class="right-wrong">
      <span><i class="box"></i> ${words.tickRight}</span>
      <span><i class="box"></i> ${words.tickWrong}</span>
    </p>
    <div class="thumb">${words.sign}</div>
  </li>`
}

/** A slip for each member who was drawn, to be ticked and signed or thumbed. */
export const slipsPage = (at: At, shown: Slips): Html => {
  const words = confirmingAt(at)
  const { roundId, paper, slips, fundName } = shown
  const back = { href: confirmingPlace.one(at, roundId), label: words.ask }
  const query = paperKept(paper, slipPapers)
  return deskLayout(
    { ...at, back, printedFor: fundName, at: confirmingPlace.slips(at, roundId), query },
    onPaper(
      paper,
      'slips',
      html`${heading('person', words.slipsHeading)}
        ${paperLinks({ paper, papers: slipPapers, language: at.language })}
        <ul class="slip-list">
          ${slips.map((one) => slip(at, shown, one))}
        </ul>`,
    ),
  )
}
