import { meetingPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { refusalBox } from '#src/pages/forms/form.ts'
import { type At, deskLayout, heading, deskWordsAt } from '#src/pages/desk/parts.ts'
import { behindMeeting, meetingWordsAt } from '#src/pages/meeting/parts.ts'
import type { Html } from '#src/pages/layout.ts'

export type Listed = {
  readonly memberId: string
  readonly card: string
  readonly isPresent: boolean
  /** Away from the village by the book. */
  readonly isAway: boolean
}

export type AttendanceList = {
  readonly formId: string
  readonly on: LocalDate
  readonly members: readonly Listed[]
  /** True where a list of the day stands in the book already. */
  readonly isTaken: boolean
  readonly refused: string | undefined
}

export const presentField = (memberId: string): string => `p-${memberId}`

/** Asks who is here: everybody in card order with a tick, which whoever is missing loses. */
export const attendancePage = (at: At, list: AttendanceList): Html => {
  const words = meetingWordsAt(at)
  const { formId, on, members, isTaken, refused } = list
  const place = meetingPlace.step(at, on, 'attendance')
  const content = html`${heading('meeting', words.attendanceHeading)}
    <p>${words.attendanceMeaning}</p>
    ${isTaken ? html`<p class="mended">${words.alreadyPresent}</p>` : ''}
    ${refused === undefined ? '' : refusalBox(html`<p>${refused}</p>`)}
    <form class="record" method="post" action="${place}" autocomplete="off">
      <input type="hidden" name="id" value="${formId}" />
      <ul class="attendance">
        ${members.map(
          ({ memberId, card, isPresent, isAway }) =>
            html`<li>
              <label>
                <input
                  type="checkbox"
                  name="${presentField(memberId)}"
                  value="yes"
                  ${isPresent ? html` checked` : ''}
                />
                <bdi>${card}</bdi>
                ${isAway ? html`<span class="quiet">${words.isAway}</span>` : ''}
              </label>
            </li>`,
        )}
      </ul>
      <p class="buttons">
        <a class="button" href="${meetingPlace.of(at, on)}">${deskWordsAt(at).back}</a>
        <button class="go" type="submit">${words.checkAttendance}</button>
      </p>
    </form>`
  return deskLayout({ ...behindMeeting(at, on), at: place }, content)
}

/** Reads the list back: how many are here, and the cards of those who are not. */
export const attendanceQuestion = (
  at: At,
  list: AttendanceList,
  carried: readonly (readonly [string, string])[],
): Html => {
  const words = meetingWordsAt(at)
  const { on, members } = list
  const place = meetingPlace.step(at, on, 'attendance')
  const absent = members.filter(({ isPresent }) => !isPresent)
  const here = String(members.length - absent.length)
  const content = html`${heading('meeting', words.attendanceQuestion)}
    <section class="check meeting">
      <h2>${words.presentOf(here, String(members.length))}</h2>
      <p>${words.absentOnes}:</p>
      ${
        absent.length === 0
          ? html`<p>${words.everybodyHere}</p>`
          : html`<p><bdi>${absent.map(({ card }) => card).join(', ')}</bdi></p>`
      }
    </section>
    <form class="record" method="post" action="${place}">
      ${carried.map(([name, text]) => html`<input type="hidden" name="${name}" value="${text}" />`)}
      <p class="buttons">
        <button type="submit" name="step" value="change">${deskWordsAt(at).noChange}</button>
        <button class="go" type="submit" name="step" value="save">${words.yesAttendance}</button>
      </p>
    </form>`
  return deskLayout({ ...behindMeeting(at, on), at: place }, content)
}
