import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { CopyChanges } from '#src/app/network/agency-copy.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { registerPath } from '#src/pages/register/parts.ts'
import { dateInWords } from '#src/words/locale.ts'
import { agencyWords } from '#src/words/words.ts'

type CopyChecked = {
  readonly on: LocalDate
  readonly today: LocalDate
  /** Older than a look at a licence is good for. */
  readonly isOld: boolean
  readonly changes: CopyChanges
  readonly networkId: string
}

/** Who may send nobody any more is told first: that is whom somebody is about to pay. */
const kinds = ['stopped', 'gone', 'stale', 'may', 'added'] as const

/** A copy that is our own: of which day, and what is otherwise since. */
export const copyCheckedPage = (
  frame: PageFrame,
  { on, today, isOld, changes, networkId }: CopyChecked,
): Html => {
  const { language, isPractice } = frame
  const words = agencyWords.in(language)
  const day = (of: LocalDate): string => dateInWords(of, language)
  const isSame = kinds.every((kind) => changes[kind].length === 0)
  return layout({
    ...frame,
    at: registerPath.copyCheck,
    sheet: 'open',
    content: html`<div class="open">
      <h1>${words.checkOurs}</h1>
      <p><b>${words.checkOf(day(on))}</b></p>
      ${isPractice ? html`<p><b>${words.isPractice}</b></p>` : ''}
      ${isOld ? html`<p><b>${words.checkOld}</b></p>` : ''}
      <p>${isSame ? words.checkSame(day(today)) : words.checkChanged(day(today))}</p>
      ${kinds.map((kind) =>
        changes[kind].length === 0
          ? ''
          : html`<h2>${words[`changed_${kind}`]}</h2>
              <ul class="agencies">
                ${changes[kind].map((name) => html`<li><bdi>${name}</bdi></li>`)}
              </ul>`,
      )}
      <p class="quiet">${words.onTime} ${words.copyNone}</p>
      <p class="button-row screen-only">
        <a class="button" href="${registerPath.copy(networkId)}">${words.toCopy}</a>
        <a class="button" href="${registerPath.all(networkId)}">${words.heading}</a>
      </p>
    </div>`,
  })
}
