import { html } from 'hono/html'
import type { CaseFile } from '#domain/cases/file.ts'
import { supportOf } from '#domain/cases/operations/trade.ts'
import { paidOn, stageOf } from '#domain/grants/support.ts'
import type { Support } from '#domain/grants/support.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { caseWord } from '#src/desk/cases/words.ts'
import { bridgePath } from '#src/desk/cases/places.ts'
import { heading } from '#src/pages/desk/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { supportWordsAt } from '#src/pages/support/parts.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { dateInWords } from '#src/words/locale.ts'
import { caseBridgeWords } from '#src/words/words.ts'

type Asked = ReturnType<typeof supportOf>[number]

type Shown = {
  readonly file: CaseFile
  readonly standing: (scope: string, code: string) => Support | undefined
  readonly isWaiting: (item: string) => boolean
  readonly nextOn: LocalDate
  readonly mayAsk: boolean
}

/** How far it is: it waits, it stands in a book, or it came to an end. */
const stateOf = (frame: PageFrame, { value, item }: Asked, shown: Shown): string => {
  const words = caseBridgeWords.in(frame.language)
  const { state, answer, refusal, scope = '', supportCode = '' } = value
  if (state === 'asked')
    return shown.isWaiting(item)
      ? words.goesOn(dateInWords(shown.nextOn, frame.language))
      : words.isRead
  if (refusal !== undefined)
    return refusal === 'taken-back'
      ? words.takenBack
      : (codeSaid(refusal, frame.language) ?? words.notTaken)
  const found = shown.standing(scope, supportCode)
  const stands = found && supportWordsAt(frame)[`state_${stageOf(found)}`]
  if (state === 'answered') return answer === 'given' ? words.given : words.notGiven
  return found && paidOn(found) > 0 ? words.partPaid : (stands ?? words.isRead)
}

/** What a case has asked of funds and of the pot, the last first; the code there stands nowhere else. */
export const caseSupportPage = (frame: PageFrame, shown: Shown): Html => {
  const { file, isWaiting, mayAsk } = shown
  const words = caseBridgeWords.in(frame.language)
  const all = supportOf(file).toReversed()
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${heading('road', words.support)}
      <p>${words.supportTold}</p>
      ${all.length === 0 ? html`<p class="quiet">${words.nothingAsked}</p>` : ''}
      <ul class="queue rows">
        ${all.map(
          (one) =>
            html`<li>
              <span>
                <b>${caseWord(frame.language, one.value.kind)}</b> ·
                ${caseWord(frame.language, one.value.sum)}
                ${one.value.supportCode === undefined ? '' : html`· <bdi>${one.value.supportCode}</bdi>`}
                <span class="quiet"
                  >${dateInWords(one.on, frame.language)} · ${stateOf(frame, one, shown)}</span
                >
              </span>
              ${
                one.value.state === 'asked' && isWaiting(one.item)
                  ? html`<a class="button" href="${bridgePath.takeBack(file.code, one.item)}"
                      >${words.takeBack}</a
                    >`
                  : ''
              }
            </li>`,
        )}
      </ul>
      ${mayAsk ? html`<a class="button" href="${bridgePath.ask(file.code)}">${words.ask}</a>` : ''}
    </div>`,
  })
}
