import { html } from 'hono/html'
import { type CaseFile, type Stage, stages } from '#domain/cases/file.ts'
import { factOf } from '#domain/cases/operation.ts'
import { setStage } from '#domain/cases/operations/plan.ts'
import { caseWord } from '#src/desk/cases/words.ts'
import { icon } from '#src/pages/icons.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { caseWords } from '#src/words/words.ts'

/** Numbers first, record second: the way to them stands above everything else. */
export const dangerStrip = (language: Language, href: string): Html => {
  const words = caseWords.in(language)
  return html`<a class="case-danger" href="${href}"
    >${icon('phone')}<span><b>${words.inDanger}</b> <small>${words.callFirst}</small></span
    >${icon('go-on')}</a
  >`
}

const stageOf = (file: CaseFile): Stage => (factOf(file, setStage)?.stage ?? stages[0]) as Stage

/** Where somebody is on the way: which of the six stages it is in words, and a line of all of them. */
export const stageLine = (language: Language, file: CaseFile): Html => {
  const now = stages.indexOf(stageOf(file))
  const words = caseWords.in(language)
  return html`<div class="case-way">
    <p>
      <b>${caseWord(language, stages[now]!)}</b>
      <span class="quiet">${words.stageOf(now + 1, stages.length)}</span>
    </p>
    <ol aria-label="${words.stages}">
      ${stages.map(
        (stage, i) =>
          html`<li
            class="${i < now ? 'gone' : i === now ? 'now' : ''}"
            ${i === now ? html`aria-current="step"` : ''}
          >
            <span class="hear">${caseWord(language, stage)}</span>
          </li>`,
      )}
    </ol>
  </div>`
}
