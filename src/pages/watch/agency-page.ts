import { html } from 'hono/html'
import { ladderOf } from '#domain/network/watch/ladder.ts'
import type { ReplyTexts } from '#domain/network/watch/petition.ts'
import { type WatchLetter, answerOf, replyOf } from '#domain/network/watch/watch.ts'
import type { WatchBook } from '#src/app/watch/watch-book.ts'
import { written } from '#src/pages/box/box-pages.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { headingAfter } from '#src/pages/network/parts.ts'
import { letterSaid, letterState } from '#src/pages/watch/letter-parts.ts'
import { partySaid } from '#src/pages/watch/parts.ts'
import { deskPath } from '#src/pages/watch/paths.ts'
import { ladderLine } from '#src/pages/watch/watch-page.ts'
import { kindSaid } from '#src/pages/watch/watch-parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { watchReplyWords, watchWords } from '#src/words/watch-words.ts'

type AgencyShown = {
  readonly book: WatchBook
  readonly partyId: string
  readonly mayAct: boolean
  /** Words of replies, as far as they are kept. */
  readonly texts: ReplyTexts
  /** What links to other pages of the same network carry. */
  readonly query: string
  readonly done: string | undefined
}

/** What an agency answered in its own words, and what waits to be read by another one. */
const replyPart = (
  language: Language,
  letter: WatchLetter,
  { mayAct, texts }: Pick<AgencyShown, 'mayAct' | 'texts'>,
): Html | string => {
  if (letter.to !== 'agency' || !answerOf(letter)) return ''
  const words = watchReplyWords.in(language)
  const reply = replyOf(letter)
  const waits = letter.replies?.some(({ confirmed }) => !confirmed) ?? false
  const text = reply && texts.get(reply.digest)
  return html`${reply ? html`<p>${words.replyText}</p>` : ''}
  ${reply ? (text === undefined ? html`<p class="quiet">${words.replyErased}</p>` : written(text)) : ''}
  ${
    mayAct
      ? html`<p class="button-row">
          <a class="button" href="${deskPath.reply(letter.letterId)}">${words.toReplyText}</a>
          ${waits ? html`<a class="button" href="${deskPath.replyCheck(letter.letterId)}">${words.toReplyCheck}</a>` : ''}
        </p>`
      : ''
  }`
}

const letterLine = (
  language: Language,
  letter: WatchLetter,
  shown: Pick<AgencyShown, 'mayAct' | 'texts'>,
): Html => {
  return html`<li>
    ${letterSaid(language, letter)} ${letterState(language, letter, shown)}
    ${replyPart(language, letter, shown)}
  </li>`
}

const stepsPart = (language: Language, { book, partyId, mayAct, query }: AgencyShown): Html => {
  const words = watchWords.in(language)
  const { taken, due } = ladderOf(book, partyId)
  return html`<ol class="kept">
      ${taken.map(
        ({ step, confirmed, reportIds, decisionId }) =>
          html`<li>
            <p>
              <b>${words[`step_${step}`]}</b>, ${words.takenOn(dateInWords(confirmed.on, language))}
            </p>
            <p>${words.rests(reportIds.length)}</p>
            <p>
              <a class="button" href="${deskPath.petition(decisionId)}${query}"
                >${step === 'petition' ? words.petition : words[`step_${step}`]}</a
              >
            </p>
          </li>`,
      )}
    </ol>
    ${due ? '' : html`<p>${words.dueNone}</p>`}
    ${
      due && mayAct
        ? html`<p class="buttons">
            <a class="button go" href="${deskPath.step(partyId)}">${words.toStep}</a>
          </p>`
        : ''
    }`
}

/** What was upheld of an agency, which steps were taken, and which letters went. */
export const watchedAgencyPage = (frame: PageFrame, shown: AgencyShown): Html => {
  const { language } = frame
  const { book, partyId, mayAct, done } = shown
  const words = watchWords.in(language)
  const said = watchReplyWords.in(language)
  const ladder = ladderOf(book, partyId)
  const letters = [...book.letters.values()].filter((one) => one.partyId === partyId)
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${headingAfter('glass', words.agencyHeading, done)}
      <p class="whose">
        <b><bdi>${partySaid(book.parties.get(partyId), language)}</bdi></b>
      </p>
      ${ladderLine(language, ladder)} ${stepsPart(language, shown)}
      <ul>
        ${ladder.upheld.map(
          (report) =>
            html`<li>
              ${dateInWords(report.ruling.confirmed.on, language)}: ${kindSaid(language, report)},
              <span dir="ltr">${report.month}</span>
            </li>`,
        )}
      </ul>
      <h2>${said.letters}</h2>
      ${letters.length === 0 ? html`<p>${said.lettersNone}</p>` : ''}
      <ul class="kept">
        ${letters.map((one) => letterLine(language, one, shown))}
      </ul>
      ${
        mayAct && ladder.upheld.length > 0
          ? html`<p class="buttons">
              <a class="button" href="${deskPath.letter(partyId)}">${said.toLetter}</a>
            </p>`
          : ''
      }
    </div>`,
  })
}
