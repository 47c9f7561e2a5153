import { html } from 'hono/html'
import type { Due } from '#domain/cases/dues.ts'
import type { CaseFile } from '#domain/cases/file.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { codeNameIn } from '#src/desk/cases/words.ts'
import { dangerStrip, stageLine } from '#src/pages/cases/parts.ts'
import { heading } from '#src/pages/desk/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { caseWords } from '#src/words/words.ts'

/** What of a case stands in a list. */
export type CaseLine = {
  readonly file: CaseFile
  readonly next: Pick<Due, 'what' | 'on'> | undefined
  /** The person has said something of themselves that nobody has read. */
  readonly isUnread: boolean
}

type Shown = {
  readonly lines: readonly CaseLine[]
  readonly today: LocalDate
  readonly path: (code: string) => string
  /** Numbers to be called in danger. */
  readonly numbersAt: string
  /** Where a new one begins: said before them all, however many there are. */
  readonly newAt: string
  readonly more: Html
}

const due = (language: Language, { file, next }: CaseLine, today: LocalDate): Html => {
  const words = caseWords.in(language)
  if (next === undefined)
    return html`<p class="quiet">${file.closed ? words.closed : words.nothingDue}</p>`
  const isLate = next.on < today
  return html`<p>
    <b class="${isLate ? 'late' : ''}">${words[`due_${next.what}`]}</b>
    <span class="quiet">${isLate ? `${words.late} · ` : ''}${dateInWords(next.on, language)}</span>
  </p>`
}

/** Somebody's own cases, the next step first: each a card of its own. */
export const casesPage = (
  frame: PageFrame,
  { lines, today, path, numbersAt, newAt, more }: Shown,
): Html => {
  const { language } = frame
  const words = caseWords.in(language)
  return layout({
    ...frame,
    content: html`<div class="desk case">
      ${heading('road', words.heading)}
      <p class="quiet">${words.yours(lines.length)}</p>
      ${dangerStrip(language, numbersAt)}
      <p class="buttons"><a class="button go" href="${newAt}">${words.newCase}</a></p>
      ${lines.length === 0 ? html`<p>${words.none}</p>` : ''}
      <ul class="case-list">
        ${lines.map(
          (one) =>
            html`<li>
              <p>
                <a href="${path(one.file.code)}"><b>${codeNameIn(language, one.file)}</b></a>
                <span class="quiet">${words[`kind_${one.file.kind}`]}</span>
              </p>
              ${one.isUnread ? html`<p><b class="late">${words.cameIn}</b></p>` : ''}
              ${due(language, one, today)} ${stageLine(language, one.file)}
            </li>`,
        )}
      </ul>
      ${more}
    </div>`,
  })
}
