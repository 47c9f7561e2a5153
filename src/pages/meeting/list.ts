import { meetingPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { messagesPath } from '#src/pages/messages/desk-messages.ts'
import { messagePageWords } from '#src/words/words.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { Meeting } from '#domain/fund/meeting/meetings.ts'
import { type At, deskLayout, figure, heading } from '#src/pages/desk/parts.ts'
import { mark } from '#src/pages/health/parts.ts'
import { meetingWordsAt } from '#src/pages/meeting/parts.ts'
import { comparingAt, comparingPlace } from '#src/pages/comparing/parts.ts'
import { confirmingAt, confirmingPlace } from '#src/pages/confirming/parts.ts'
import { inFolds } from '#src/pages/folds.ts'
import type { Html } from '#src/pages/layout.ts'
import { dateInWords } from '#src/words/locale.ts'

type MeetingList = {
  readonly today: LocalDate
  readonly currency: Currency
  /** The newest first. */
  readonly meetings: readonly (Meeting & { readonly members: number })[]
  readonly mayLead: boolean
  readonly isAwayDue: boolean
  readonly disputesOpen: number
  /** True where another day was asked for that is none. */
  readonly isDayWrong: boolean
}

/** How far a meeting has come: a sign, a word, a colour. */
export const meetingState = (
  at: At,
  { opening, closing }: Partial<Meeting>,
  isToday: boolean,
): Html => {
  const words = meetingWordsAt(at)
  if (closing)
    return closing.isByNote ? mark('good', words.stateClosed) : mark('calm', words.stateWritten)
  if (!opening) return mark('calm', words.stateUnopened)
  return isToday ? mark('calm', words.stateOpenNow) : mark('bad', words.stateOpen)
}

const line = (
  at: At,
  { currency, today }: MeetingList,
  meeting: MeetingList['meetings'][number],
): Html => {
  const words = meetingWordsAt(at)
  const { heldOn, present, closing, members } = meeting
  return html`<li>
    <a class="name" href="${meetingPlace.of(at, heldOn)}">
      <b>${dateInWords(heldOn, at.language)}</b>
    </a>
    <span>${words.presentOf(String(present.length), String(members))}</span>
    <span>${closing === undefined ? '' : figure({ amount: closing.amount, currency })}</span>
    ${meetingState(at, meeting, heldOn === today)}
  </li>`
}

/** What the meeting should not forget: who waits for an answer, and who is away. */
export const reminders = (
  at: At,
  { isAwayDue, disputesOpen }: Pick<MeetingList, 'isAwayDue' | 'disputesOpen'>,
): Html => {
  const words = meetingWordsAt(at)
  const lines = [
    ...(disputesOpen === 0
      ? []
      : [
          html`<p>
            ${words.disputesWait(String(disputesOpen))}
            <a class="button" href="${meetingPlace.disputes(at)}">${words.toDisputes}</a>
          </p>`,
        ]),
    ...(isAwayDue
      ? [
          html`<p>
            ${words.awayDue} <a class="button" href="${meetingPlace.away(at)}">${words.toAway}</a>
          </p>`,
        ]
      : []),
  ]
  return lines.length === 0 ? html`` : html`<div class="notes">${lines}</div>`
}

const otherDay = (at: At, { isDayWrong }: MeetingList): Html => {
  const words = meetingWordsAt(at)
  return html`<form class="search" method="get" action="${meetingPlace.all(at)}" autocomplete="off">
    <label for="on">${words.otherDay}</label>
    <p class="quiet" id="on-hint">${words.otherDayHint}</p>
    ${isDayWrong ? html`<p class="fault" id="on-fault">${words.otherDayFault}</p>` : ''}
    <div class="line">
      <input
        id="on"
        name="on"
        type="text"
        inputmode="text"
        maxlength="10"
        aria-describedby="${isDayWrong ? 'on-hint on-fault' : 'on-hint'}"
        ${isDayWrong ? html` aria-invalid="true"` : ''}
      />
      <button type="submit">${words.show}</button>
    </div>
  </form>`
}

/** All meetings of a fund, and the way into today's. */
export const meetingListPage = (at: At, list: MeetingList): Html => {
  const words = meetingWordsAt(at)
  const { meetings, today, mayLead } = list
  const isBegun = meetings.some(({ heldOn }) => heldOn === today)
  const content = html`${heading('meeting', words.meetings)} ${reminders(at, list)}
    ${
      mayLead
        ? html`<p class="buttons">
            <a class="button go" href="${meetingPlace.of(at, today)}"
              >${isBegun ? words.goOn : words.hold}</a
            >
          </p>`
        : ''
    }
    ${otherDay(at, list)}
    <p class="buttons">
      <a class="button" href="${comparingPlace.all(at)}">${comparingAt(at).heading}</a>
      <a class="button" href="${confirmingPlace.all(at)}">${confirmingAt(at).heading}</a>
      ${list.mayLead ? html`<a class="button" href="${messagesPath(at)}">${messagePageWords.in(at.language).heading}</a>` : ''}
    </p>
    <p class="quiet">${meetings.length === 0 ? words.noMeetings : words.meetingsMeaning}</p>
    ${inFolds(meetings, {
      called: ({ heldOn }) => dateInWords(heldOn, at.language),
      size: 6,
      draw: (some) =>
        html`<ul class="register meetings">
          ${some.map((meeting) => line(at, list, meeting))}
        </ul>`,
    })}`
  return deskLayout(at, content)
}
