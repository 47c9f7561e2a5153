import { html } from 'hono/html'
import type { OwnLine } from '#src/app/household/own-lines.ts'
import type { Part } from '#src/pages/household/relief-cards.ts'
import { inFigures } from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { dateInWords } from '#src/words/locale.ts'

const amountOf = ({ saved, principal, interest }: OwnLine): number =>
  saved === 0 ? Math.abs(principal) + interest : saved

const lineRow =
  ({ view, place, words }: Part) =>
  (line: OwnLine): Html => {
    const { on, what, loan, saved, interest, savings, owed } = line
    const isSaving = loan === undefined
    const sum = isSaving && what !== 'savings-changed' ? Math.abs(saved) : amountOf(line)
    const after = isSaving
      ? words.savingsThen(inFigures(savings, view.currency))
      : words.leftThen(inFigures(owed, view.currency))
    return html`<li>
      <span class="what">
        ${picture(isSaving ? 'savings' : 'loans')}
        <span>
          <b>${words[what]}</b>
          ${interest === 0 ? '' : html`<small>${words.ofItInterest(inFigures(interest, view.currency))}</small>`}
          <small>${dateInWords(on, place.language)}</small>
        </span>
      </span>
      <span class="sum">
        <b class="together">${inFigures(sum, view.currency)}</b>
        <small>${after}</small>
      </span>
    </li>`
  }

/** What was written of a member last, the newest first. */
export const lastLines = (part: Part): Html => {
  const { view, words } = part
  return html`<section>
    <h2>${words.lines}</h2>
    ${
      view.lines.length === 0
        ? html`<p>${words.noLines}</p>`
        : html`<p class="quiet">${words.linesOf(view.lines.length, view.lineCount)}</p>
            <ol class="own-lines">
              ${view.lines.map(lineRow(part))}
            </ol>`
    }
  </section>`
}
