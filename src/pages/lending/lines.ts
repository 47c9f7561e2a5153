import { placeOf, taskPath } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { type At, behindDesk, deskLayout, figure } from '#src/pages/desk/parts.ts'
import { inFolds } from '#src/pages/folds.ts'
import type { Html } from '#src/pages/layout.ts'
import { entryNamed } from '#src/words/entries.ts'
import { lendingWordsAt, formWordsAt } from '#src/pages/lending/parts.ts'
import { dateInWords } from '#src/words/locale.ts'
import { whose } from '#src/pages/people/face.ts'

/** A line of the book about a member's money. */
type MemberLine = {
  readonly entryId: string
  readonly seq: number
  readonly type: string
  readonly on: LocalDate
  readonly amount: number | undefined
  /** The line by which it was taken back; undefined while it stands. */
  readonly takenBackBy: number | undefined
}

/** The newest lines of a member, each with the way to take it back. */
export const memberLinesPage = (
  at: At,
  {
    card,
    memberId,
    currency,
    lines,
  }: {
    readonly card: string
    readonly memberId: string
    readonly currency: Currency
    readonly lines: readonly MemberLine[]
  },
): Html => {
  const words = formWordsAt(at)
  const line = ({ entryId, seq, type, on, amount, takenBackBy }: MemberLine): Html =>
    html`<li>
      <a class="name" href="${placeOf.receipt(at, entryId)}">
        <b>${entryNamed(at.language, { type, seq })}</b>
        <span>${dateInWords(on, at.language)}</span>
      </a>
      <b>${amount === undefined ? '' : figure({ amount, currency })}</b>
      ${
        takenBackBy === undefined
          ? html`<a class="button" href="${taskPath(at, 'correction', { entry: entryId })}"
              >${lendingWordsAt(at).correct}</a
            >`
          : html`<a href="${placeOf.entry(at, takenBackBy)}"
              >${words.takenBackBy(String(takenBackBy))}</a
            >`
      }
    </li>`
  const content = html`<h1>${words.whichLine}</h1>
    ${whose(at, { card })} ${lines.length === 0 ? html`<p>${words.noLines}</p>` : ''}
    ${inFolds(lines, {
      size: 8,
      called: ({ on }) => dateInWords(on, at.language),
      draw: (some) =>
        html`<ul class="register lines">
          ${some.map(line)}
        </ul>`,
    })}`
  return deskLayout(
    { ...behindDesk(at), at: placeOf.record(at, 'correction'), query: { member: memberId } },
    content,
  )
}
