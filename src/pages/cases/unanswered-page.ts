import { html } from 'hono/html'
import type { CaseFile } from '#domain/cases/file.ts'
import type { Unanswered } from '#domain/cases/travel.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { codeNameIn, referralWord } from '#src/desk/cases/words.ts'
import { heading } from '#src/pages/desk/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { caseCountingWords } from '#src/words/counting-words.ts'
import { dateInWords } from '#src/words/locale.ts'
import { caseWords } from '#src/words/words.ts'

type Shown = {
  readonly unanswered: readonly Unanswered[]
  readonly fileOf: (code: string) => CaseFile
  readonly today: LocalDate
  readonly path: (code: string, command: string, item: string) => string
  /** Where the team counts who was answered. */
  readonly count: string
}

/** Referrals that nobody has answered, by who was asked: what is to be asked again stands out. */
export const unansweredPage = (
  frame: PageFrame,
  { unanswered, fileOf, today, path, count }: Shown,
): Html => {
  const { language } = frame
  const words = caseWords.in(language)
  const line = ({
    code,
    item,
    kind,
    offeredOn,
    days,
    askAgainOn,
  }: Unanswered['referrals'][number]) =>
    html`<li>
      <span>
        <b>${codeNameIn(language, fileOf(code))}</b> · ${referralWord(language, kind)}
        <span class="quiet">
          ${dateInWords(offeredOn, language)} · ${words.waitsDays(days)} ·
          ${askAgainOn <= today ? '' : words.askAgainFrom(dateInWords(askAgainOn, language))}
        </span>
        ${askAgainOn <= today ? html`<b class="late">${words.askAgainNow}</b>` : ''}
      </span>
      <div class="buttons">
        <a class="button" href="${path(code, 'RemindReferral', item)}"
          >${words.do_RemindReferral}</a
        >
        <a class="button" href="${path(code, 'SetReferralState', item)}"
          >${words.do_SetReferralState}</a
        >
      </div>
    </li>`
  return layout({
    ...frame,
    content: html`<div class="desk case">
      ${heading('late', words.unanswered)}
      <p>${unanswered.length === 0 ? words.noneUnanswered : words.unansweredTold}</p>
      ${unanswered.map(
        ({ receiver, referrals }) =>
          html`<section>
            <h2><bdi>${receiver}</bdi></h2>
            <ul class="queue rows">
              ${referrals.map(line)}
            </ul>
          </section>`,
      )}
      <p class="button-row">
        <a class="button" href="${count}">${caseCountingWords.in(language).heading}</a>
      </p>
    </div>`,
  })
}
