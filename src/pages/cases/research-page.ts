import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Research } from '#src/app/cases/outbox.ts'
import { researchPath } from '#src/desk/cases/places.ts'
import { heading } from '#src/pages/desk/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { dateInWords } from '#src/words/locale.ts'
import { caseResearchWords } from '#src/words/research-words.ts'

type One = { readonly research: Research; readonly rows: readonly unknown[] }

type Shown = {
  readonly all: readonly One[]
  readonly today: LocalDate
  readonly loginOf: (userId: string) => string
  readonly maySupervise: boolean
}

/** What researchers have asked for, who stands behind it, and what became of it. How many answers wait is told nobody. */
export const researchPage = (
  frame: PageFrame,
  { all, today, loginOf, maySupervise }: Shown,
): Html => {
  const { language } = frame
  const words = caseResearchWords.in(language)
  const day = (on: LocalDate): string => dateInWords(on, language)
  const two = (by: Research['by']): string => by.map(loginOf).join(', ')
  const line = ({ research, rows }: One): Html => {
    const { wish, purpose, receiver, until, by, made } = research
    return html`<li>
      <span>
        <b><bdi>${receiver}</bdi></b> · <bdi>${purpose}</bdi>
        <span class="quiet">
          ${words.releasedBy(two(by))} · ${until < today ? words.over : words.ends(day(until))}
          ${made === undefined ? '' : ` · ${words.madeOn(day(made.on), two(made.by))}`}
          ${rows.length === 0 ? '' : ` · ${words.rows(rows.length)}`}
        </span>
      </span>
      ${
        maySupervise
          ? html`<div class="buttons">
              ${made === undefined ? html`<a class="button" href="${researchPath.make(wish)}">${words.make}</a>` : ''}
              ${rows.length === 0 ? '' : html`<a class="button" href="${researchPath.extract(wish)}">${words.fetch}</a>`}
            </div>`
          : ''
      }
    </li>`
  }
  return layout({
    ...frame,
    content: html`<div class="desk case">
      ${heading('glass', words.heading)}
      <p>${words.lead}</p>
      ${
        all.length === 0
          ? html`<p class="quiet">${words.none}</p>`
          : html`<ul class="queue rows">
              ${all.map(line)}
            </ul>`
      }
      <div class="buttons">
        ${maySupervise ? html`<a class="button" href="${researchPath.release}">${words.ask}</a>` : ''}
        <a class="button" href="${researchPath.dictionary}">${words.dictionary}</a>
      </div>
    </div>`,
  })
}
