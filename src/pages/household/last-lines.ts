import { html } from 'hono/html'
import type { OwnLine } from '#src/app/household/own-lines.ts'
import type { OwnView } from '#src/app/household/own-view.ts'
import { inFigures } from '#src/pages/household/parts.ts'
import type { Html, PageFrame } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { dateInWords } from '#src/words/locale.ts'
import { dateInPart } from '#src/words/partial.ts'
import { householdWords } from '#src/words/words.ts'

const amountOf = ({ saved, principal, interest }: OwnLine): number =>
  saved === 0 ? Math.abs(principal) + interest : saved

type Lines = Pick<OwnView, 'currency' | 'lines' | 'lineCount'>
/** In which languages the lines are read. */
type Read = Pick<PageFrame, 'language' | 'also'>

const lineRow =
  ({ currency }: Lines, { language, also }: Read) =>
  (line: OwnLine): Html => {
    const words = householdWords.in(language, also)
    const { on, what, loan, saved, interest, savings, owed } = line
    const isSaving = loan === undefined
    const sum = isSaving && what !== 'savings-changed' ? Math.abs(saved) : amountOf(line)
    const after = isSaving
      ? words.savingsThen(inFigures(savings, currency))
      : words.leftThen(inFigures(owed, currency))
    return html`<li>
      <span class="what">
        ${picture(isSaving ? 'savings' : 'loans')}
        <span>
          <b>${words[what]}</b>
          ${interest === 0 ? '' : html`<small>${words.ofItInterest(inFigures(interest, currency))}</small>`}
          <small>${also ? dateInPart(on, also) : dateInWords(on, language)}</small>
        </span>
      </span>
      <span class="sum">
        <b class="together">${inFigures(sum, currency)}</b>
        <small>${after}</small>
      </span>
    </li>`
  }

/** What was written of a member last, the newest first. */
export const lastLines = (view: Lines, read: Read): Html => {
  const { language, also } = read
  const words = householdWords.in(language, also)
  return html`<section>
    <h2>${words.lines}</h2>
    ${
      view.lines.length === 0
        ? html`<p>${words.noLines}</p>`
        : html`<p class="quiet">${words.linesOf(view.lines.length, view.lineCount)}</p>
            <ol class="own-lines">
              ${view.lines.map(lineRow(view, read))}
            </ol>`
    }
  </section>`
}
