import { html } from 'hono/html'
import { buttons, hidden } from '#src/pages/entrance/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { bookFaultSaid } from '#src/words/book-fault-words.ts'
import type { Language } from '#src/words/catalogue.ts'
import { importWords } from '#src/words/words.ts'

/** Something to mend: its file or sheet, and row and heading, or the cell. */
export type FaultShown = {
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
const placeTold = (
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
export const faultsTold = (
  language: Language,
  faults: readonly FaultShown[],
  isOfSeveral = false,
): Html => {
  const words = importWords.in(language)
  const rows = faults.slice(0, faultsShownMax).map(
    (one) =>
      html`<tr>
        <th scope="row"><bdi>${placeTold(one, { language, isOfSeveral })}</bdi></th>
        <td>${bookFaultSaid(one, language)}</td>
      </tr>`,
  )
  const more = faults.length - rows.length
  return html`<p>${words.mendThenSend}</p>
    ${scrolled(words.colFault, [words.colPlace, words.colFault], rows)}
    ${more > 0 ? html`<p>${words.moreFaults(String(more))}</p>` : ''}`
}

/** What came of a file: a sentence, or all that is to be mended in it. */
export type SheetTold = {
  readonly fault?: string
  readonly good?: string
  readonly faults?: readonly FaultShown[]
}

export type FileForm = {
  readonly action: string
  readonly label: string
  readonly hint?: string
  readonly submit: string
  readonly safe: string
  readonly accept: string
  /** Several files may be chosen at once. */
  readonly isSeveral?: boolean
  /** Of what was told before: the file that is chosen must come to the same. */
  readonly seal?: string
}

/** Asks for a file, with the safe way on first. */
export const fileForm = (language: Language, form: FileForm): Html => {
  const { action, label, hint, submit, safe, accept, seal, isSeveral = false } = form
  return html`<form
    class="entry"
    method="post"
    action="${action}"
    enctype="multipart/form-data"
    autocomplete="off"
  >
    ${seal === undefined ? '' : hidden('seal', seal)}
    <div class="field">
      <label for="sheet">${label}</label>
      ${hint === undefined ? '' : html`<p class="quiet" id="sheet-hint">${hint}</p>`}
      <input
        id="sheet"
        name="sheet"
        type="file"
        accept="${accept}"
        required
        ${isSeveral ? html` multiple` : ''}
        ${hint === undefined ? '' : html` aria-describedby="sheet-hint"`}
      />
    </div>
    ${buttons(submit, { href: safe, label: importWords.in(language).leaveIt })}
  </form>`
}
