import { meetingPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { messagesPath } from '#src/pages/messages/desk-messages.ts'
import { meetingTextWords, messagePageWords } from '#src/words/words.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { Meeting } from '#domain/fund/meeting/meetings.ts'
import { type At, deskLayout, figure, heading } from '#src/pages/desk/parts.ts'
import { mark } from '#src/pages/health/parts.ts'
import { meetingWordsAt } from '#src/pages/meeting/parts.ts'
import { comparingAt, comparingPlace } from '#src/pages/comparing/parts.ts'
import { confirmingAt, confirmingPlace } from '#src/pages/confirming/parts.ts'
import { type ListPart, partWays } from '#src/pages/list-parts.ts'
import { inFolds } from '#src/pages/folds.ts'
import { icon } from '#src/pages/icons.ts'
import type { Html } from '#src/pages/layout.ts'
import { dateInWords } from '#src/words/locale.ts'
import { takeAlongPart } from '#src/pages/proof/take-along.ts'

type MeetingList = {
  readonly today: LocalDate
  readonly currency: Currency
  /** The newest first. */
  readonly meetings: readonly (Meeting & { readonly members: number })[]
  readonly part: Omit<ListPart<unknown>, 'rows'>
  readonly mayLead: boolean
  readonly isAwayDue: boolean
  readonly disputesOpen: number
  /** True where another day was asked for that is none. */
  readonly isDayWrong: boolean
}

const stateText = (at: At, { opening, closing }: Partial<Meeting>, isToday: boolean): string => {
  const words = meetingWordsAt(at)
  if (closing) return closing.isByNote ? words.stateClosed : words.stateWritten
  if (!opening) return words.stateUnopened
  return isToday ? words.stateOpenNow : words.stateOpen
}

/** How far a meeting has come: a sign, a word, a colour. */
export const meetingState = (at: At, meeting: Partial<Meeting>, isToday: boolean): Html => {
  const { opening, closing } = meeting
  const isLeftOpen = opening !== undefined && closing === undefined && !isToday
  const tone = closing?.isByNote ? 'good' : isLeftOpen ? 'bad' : 'calm'
  return mark(tone, stateText(at, meeting, isToday))
}

type Listed = MeetingList['meetings'][number]

/** What is told of a meeting beside its day and its sum. */
const told = (at: At, { today }: MeetingList, meeting: Listed) => {
  const words = meetingWordsAt(at)
  const { heldOn, present, members } = meeting
  return {
    present: words.presentOf(String(present.length), String(members)),
    state: stateText(at, meeting, heldOn === today),
  }
}

/** So often something is said of all meetings before it is said once above them. */
const isUsualFrom = 3

const usualOf = (all: readonly string[]): string | undefined => {
  const [most] = [...Map.groupBy(all, (one) => one).values()].toSorted(
    (a, b) => b.length - a.length,
  )
  return most && most.length >= isUsualFrom ? most[0] : undefined
}

/** What most meetings have in common: told once, so that each line says only what differs. */
type Usual = { readonly present: string | undefined; readonly state: string | undefined }

const line = (at: At, list: MeetingList, meeting: Listed, usual: Usual): Html => {
  const { currency, today } = list
  const { heldOn, closing } = meeting
  const said = told(at, list, meeting)
  return html`<li>
    <a href="${meetingPlace.of(at, heldOn)}">
      <span>
        <b>${dateInWords(heldOn, at.language)}</b>
        ${said.present === usual.present ? '' : html`<small>${said.present}</small>`}
        ${said.state === usual.state ? '' : meetingState(at, meeting, heldOn === today)}
      </span>
      ${
        closing === undefined
          ? ''
          : html`<span class="sum">
              <small>${meetingWordsAt(at).inBoxAtEnd}</small>
              <b>${figure({ amount: closing.amount, currency })}</b>
            </span>`
      }
      ${icon('go-on')}
    </a>
  </li>`
}

/** All meetings, the newest first. */
const linesPart = (at: At, list: MeetingList): Html => {
  const words = meetingWordsAt(at)
  const all = list.meetings.map((meeting) => told(at, list, meeting))
  const usual = {
    present: usualOf(all.map(({ present }) => present)),
    state: usualOf(all.map(({ state }) => state)),
  }
  const common = [usual.present, usual.state].filter((one) => one !== undefined).join(', ')
  return html`<p class="quiet">
      ${all.length === 0 ? words.noMeetings : words.meetingsMeaning}
      ${common === '' ? '' : words.unlessSaid(common)}
    </p>
    ${inFolds(list.meetings, {
      called: ({ heldOn }) => dateInWords(heldOn, at.language),
      size: 6,
      isNewestFirst: true,
      draw: (some) =>
        html`<ul class="ways-list meetings">
          ${some.map((meeting) => line(at, list, meeting, usual))}
        </ul>`,
    })}
    ${partWays(at.language, list.part, (part) => `${meetingPlace.all(at)}?part=${part}`)}`
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
            <a class="button" href="/app/">${words.onPhone}</a>
          </p>`
        : ''
    }
    ${otherDay(at, list)}
    <p class="buttons">
      <a class="button" href="${comparingPlace.all(at)}">${comparingAt(at).heading}</a>
      <a class="button" href="${confirmingPlace.all(at)}">${confirmingAt(at).heading}</a>
      <a class="button" href="${meetingPlace.texts(at)}"
        >${meetingTextWords.in(at.language).toCheck}</a
      >
      ${list.mayLead ? html`<a class="button" href="${messagesPath(at)}">${messagePageWords.in(at.language).heading}</a>` : ''}
    </p>
    ${linesPart(at, list)} ${takeAlongPart(at, { list: 'meetings' })}`
  return deskLayout(at, content)
}
