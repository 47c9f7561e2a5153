import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { Count, Meeting } from '#domain/fund/meeting/meetings.ts'
import { spokenCode } from '#src/app/meeting/meeting-code.ts'
import { type At, largeAmount, fact, figure, warning } from '#src/pages/desk/parts.ts'
import { meetingWordsAt } from '#src/pages/meeting/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { dateInWords, moneyInFigures, moneyInTable } from '#src/words/locale.ts'

export type Counting = {
  readonly step: 'open' | 'close'
  readonly currency: Currency
  /** What the book says must lie in the box. */
  readonly expected: number
  readonly boxMax: number
  /** The meeting before, whose closing and code are read aloud at the opening. */
  readonly last: Meeting | undefined
}

/**
 * What to do, the code that is read aloud, and what is counted so far; what must lie in the box is told when the
 * count is written down.
 */
export const blindPart = (at: At, { last, currency }: Counting, soFar: number): Html => {
  const words = meetingWordsAt(at)
  const code = last?.closing?.code
  return html`<p>${words.countBlind}</p>
    ${
      code === undefined
        ? ''
        : html`<p>
            ${words.codeOfLast(dateInWords(last!.heldOn, at.language))}:
            <b class="code" translate="no">${spokenCode(code.digits)}</b>
          </p>`
    }
    ${
      soFar === 0
        ? ''
        : html`<p class="running" role="status">
            ${words.soFar} <b class="figure">${figure({ amount: soFar, currency })}</b>
          </p>`
    }`
}

/** What each sort of note comes to, and how many there are of it. */
export const notesPart = ({ notes = [] }: Count, currency: Currency): Html =>
  notes.length === 0
    ? html``
    : html`<dl class="facts">
        ${notes.map(({ note, pieces }) =>
          fact(
            `${moneyInTable({ amount: note, currency })} × ${pieces}`,
            figure({ amount: note * pieces, currency }),
          ),
        )}
      </dl>`

/** That box and book differ, and not by how much: whoever was told would count to the riel what the book wants. */
const differencePart = (at: At, { expected, step }: Counting, { amount }: Count): Html => {
  const words = meetingWordsAt(at)
  if (expected === amount) return html`<p class="done">${words.countsAgree}</p>`
  return warning(words.countDiffers, [
    words.countAgainFirst,
    step === 'open' ? words.openAnyway : words.closeAnyway,
  ])
}

const limitPart = (at: At, { boxMax, currency, step }: Counting, { amount }: Count) => {
  if (step === 'open' || amount <= boxMax) return ''
  const words = meetingWordsAt(at)
  const money = (sum: number): string => moneyInFigures({ amount: sum, currency })
  return warning(words.toBank, [words.aboveLimit(money(amount), money(boxMax))])
}

/** A count read back before it is recorded: figures, words, notes, and whether the book says the same. */
export const boxCountPart = (at: At, counting: Counting, count: Count): Html => {
  const words = meetingWordsAt(at)
  const { currency } = counting
  return html`<section class="check meeting">
      <h2>${words.counted}</h2>
      ${largeAmount({ amount: count.amount, currency }, at.language)} ${notesPart(count, currency)}
    </section>
    ${differencePart(at, counting, count)} ${limitPart(at, counting, count)}`
}
