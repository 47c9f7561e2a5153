import { html } from 'hono/html'
import type { NetworkRelease } from '#domain/network/releases.ts'
import { figuresPath, periodSaid, releaseWordsIn } from '#src/pages/figures/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { headingWith } from '#src/pages/network/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'

type Shown = {
  /** Periods whose day has come and which were not told. */
  readonly due: readonly string[]
  readonly releases: readonly NetworkRelease[]
  readonly by: string
  /** How many funds have a code that tells no district, or of two. */
  readonly unplaced: number
  readonly networkId: string
  readonly done: string | undefined
}

const part = (language: Language, heading: string, lines: readonly Html[]): Html =>
  html`<section class="desk-part">
    <h2>${heading}</h2>
    ${
      lines.length === 0
        ? html`<p class="quiet">${releaseWordsIn(language).staffNone}</p>`
        : html`<ul class="kept">
            ${lines}
          </ul>`
    }
  </section>`

/** A proposal, and the way to look at it for whoever has not made it. */
const waitingLine = (
  language: Language,
  { releaseId, period, proposedOn, proposedBy }: NetworkRelease,
  by: string,
): Html => {
  const words = releaseWordsIn(language)
  return html`<li>
    ${periodSaid(period, language)}, ${dateInWords(proposedOn, language)}
    ${
      proposedBy === by
        ? html`<br />${words['checked-by-whoever-entered']}`
        : html`<a class="button" href="${figuresPath.confirm(releaseId)}">${words.look}</a>`
    }
  </li>`
}

/** What can be told, what waits for another one, and what was told. */
export const staffFiguresPage = (frame: PageFrame, shown: Shown): Html => {
  const { language } = frame
  const words = releaseWordsIn(language)
  const { due, releases, by, unplaced, networkId, done } = shown
  const told = releases.flatMap(({ period, confirmed }) =>
    confirmed ? [{ period, confirmed }] : [],
  )
  const waiting = releases.filter(
    (one) => !one.confirmed && !told.some(({ period }) => period === one.period),
  )
  const dueLines = due.map(
    (period) =>
      html`<li>
        ${periodSaid(period, language)}
        <a class="button" href="${figuresPath.propose(period)}">${words.propose}</a>
      </li>`,
  )
  const toldLines = told.map(
    ({ period, confirmed: { on } }) =>
      html`<li>${periodSaid(period, language)}, ${dateInWords(on, language)}</li>`,
  )
  const waitingLines = waiting.map((one) => waitingLine(language, one, by))
  return layout({
    ...frame,
    content: html`${headingWith('meeting', words.staffHeading)}
      ${done === undefined ? '' : html`<p class="notes" role="status">${done}</p>`}
      <p>${words.staffLead}</p>
      ${part(language, words.staffDue, dueLines)}
      ${part(language, words.staffProposed, waitingLines)}
      ${part(language, words.staffTold, toldLines)}
      ${unplaced === 0 ? '' : html`<p>${words.unplaced(String(unplaced))}</p>`}
      <p class="button-row">
        <a class="button" href="${figuresPath.all(networkId)}">${words.toPublic}</a>
        <a class="button" href="${figuresPath.placing}">${words.placing}</a>
        <a class="button" href="${figuresPath.places}">${words.placesHeading}</a>
      </p>`,
  })
}
