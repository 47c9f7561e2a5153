import { html } from 'hono/html'
import type { Html } from '#src/pages/layout.ts'
import { bookFaultSaid } from '#src/words/book-fault-words.ts'
import type { Language } from '#src/words/catalogue.ts'
import { importWords } from '#src/words/words.ts'

/** Something to mend: its file or sheet, and row and heading, or the cell. */
type FaultShown = {
  readonly file: string
  readonly row: number | null
  readonly field: string | null
  readonly cell?: string
  /** The known heading that is nearest to one that is not known. */
  readonly nearest?: string
  readonly code: string
  /** In English. */
  readonly message: string
}

/** As many faults as somebody mends before they try again. */
const faultsShownMax = 100

/** A table that may be wider than a phone. */
export const scrolled = (caption: string, heads: readonly string[], rows: readonly Html[]): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table class="told-table">
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`

/** Where a fault is: the cell of a workbook, or row and heading of a text; of several files which one. */
const placeText = (
  { file, row, field, cell, code }: FaultShown,
  { language, isOfSeveral }: { readonly language: Language; readonly isOfSeveral: boolean },
): string => {
  const words = importWords.in(language)
  if (cell !== undefined)
    return code === 'column-unknown' && field !== null ? `${cell} · ${field}` : cell
  const named = isOfSeveral ? file : ''
  const parts = [named, row === null ? '' : words.rowPlace(String(row)), field ?? '']
  return parts.filter((part) => part !== '').join(' · ') || words.wholeFile
}

/** Every place that is to be mended, in the order of the file; what stands there is not repeated. */
export const faultsPart = (
  language: Language,
  faults: readonly FaultShown[],
  isOfSeveral = false,
): Html => {
  const words = importWords.in(language)
  const rows = faults.slice(0, faultsShownMax).map(
    (one) =>
      html`<tr>
        <th scope="row"><bdi>${placeText(one, { language, isOfSeveral })}</bdi></th>
        <td>${bookFaultSaid(one, language)}</td>
      </tr>`,
  )
  const more = faults.length - rows.length
  return html`<p>${words.mendThenSend}</p>
    ${scrolled(words.colFault, [words.colPlace, words.colFault], rows)}
    ${more > 0 ? html`<p>${words.moreFaults(String(more))}</p>` : ''}`
}
