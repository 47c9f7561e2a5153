import { html } from 'hono/html'
import {
  type WatchAnswer,
  type WatchLetter,
  answerOf,
  waitingAnswer,
} from '#domain/network/watch/watch.ts'
import type { Html } from '#src/pages/layout.ts'
import { deskPath } from '#src/pages/watch/paths.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { watchReplyWords, watchWords } from '#src/words/watch-words.ts'

/** To whom a letter went and on which day, with the day on which that was written down where it was a later one. */
export const letterSaid = (language: Language, { to, on, writtenOn }: WatchLetter): Html => {
  const said = watchReplyWords.in(language)
  const late = writtenOn > on ? `, ${said.writtenOn(dateInWords(writtenOn, language))}` : ''
  return html`<p>
    <b>${watchWords.in(language)[`to_${to}`]}</b>, ${said.sentOn(dateInWords(on, language))}${late}
  </p>`
}

/** What was answered, on which day, and of what was written its mark, where one was taken: the ministry is handed it. */
export const backSaid = (
  language: Language,
  { says, proposedOn, digest }: Pick<WatchAnswer, 'says' | 'proposedOn' | 'digest'>,
): Html => {
  const said = watchReplyWords.in(language)
  return html`<p>
      <b>${said[`says_${says}`]}</b>, ${said.answeredOn(dateInWords(proposedOn, language))}
    </p>
    ${
      digest === undefined
        ? ''
        : html`<p>${said.answerMark}: <code class="digest">${digest}</code></p>`
    }`
}

const buttonTo = (href: string, label: string): Html =>
  html`<a class="button" href="${href}">${label}</a>`

/** Where a letter stands: whether somebody else saw it go, what two have seen come back, and what waits for another one. */
export const letterState = (
  language: Language,
  letter: WatchLetter,
  { mayAct }: { readonly mayAct: boolean },
): Html => {
  const said = watchReplyWords.in(language)
  const { letterId, dueOn } = letter
  if (!letter.confirmed)
    return html`<p>${said.notSeen}</p>
      ${mayAct ? html`<p>${buttonTo(deskPath.letterCheck(letterId), said.toLetterCheck)}</p>` : ''}`
  const [answer, waits] = [answerOf(letter), waitingAnswer(letter)]
  const waiting =
    waits && said.answerWaits(said[`says_${waits.says}`], dateInWords(waits.proposedOn, language))
  return html`${
    answer ? backSaid(language, answer) : html`<p>${said.dueOn(dateInWords(dueOn, language))}</p>`
  }
  ${waiting === undefined ? '' : html`<p>${waiting}</p>`}
  ${
    mayAct
      ? html`<p class="button-row">
          ${waits ? buttonTo(deskPath.answerCheck(letterId), said.toAnswerCheck) : ''}
          ${buttonTo(deskPath.answer(letterId), answer ? said.toCorrectAnswer : said.toWriteAnswer)}
        </p>`
      : ''
  }`
}
