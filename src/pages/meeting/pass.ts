import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { MeetingNow } from '#src/app/meeting/line.ts'
import { meetingPlace } from '#src/desk/places.ts'
import { type At, deskLayout, figure, heading } from '#src/pages/desk/parts.ts'
import { goLarge } from '#src/pages/go-large.ts'
import { mark } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { called, lineBar, nowPlace, goOnPart, turnPlace } from '#src/pages/meeting/line.ts'
import { behindMeeting, sheetWordsAt } from '#src/pages/meeting/parts.ts'

type Listed = {
  readonly memberId: string
  readonly card: string
  /** What was brought today, and what was taken. */
  readonly brought: number
  readonly took: number
  readonly due: number
  readonly is: 'waiting' | 'been' | 'away'
}

type PassList = {
  readonly on: LocalDate
  readonly currency: Currency
  readonly members: readonly Listed[]
  /** Where the meeting goes on, for whoever may go on with it. */
  readonly now: MeetingNow | undefined
}

const rowOf = (
  at: At,
  { on, currency }: PassList,
  { memberId, card, brought, took, due, is }: Listed,
): Html => {
  const words = sheetWordsAt(at)
  const money = (amount: number): Html => figure({ amount, currency })
  const name = at.nameOf?.(card)
  return html`<li>
    <a class="name" href="${turnPlace(at, on, memberId)}"
      ><b><bdi>${name ?? card}</bdi></b
      >${name === undefined ? '' : html` <bdi class="quiet">${card}</bdi>`}</a
    >
    <span>${due === 0 ? '' : html`${words.dueToday} ${money(due)}`}</span>
    ${
      brought > 0
        ? mark('good', html`${words.brought} ${money(brought)}`)
        : is === 'been'
          ? html`<span class="quiet">${words.nothingYet}</span>`
          : ''
    }
    ${took > 0 ? html`<span>${words.took} ${money(took)}</span>` : ''}
  </li>`
}

const foldOf = (
  at: At,
  list: PassList,
  some: readonly Listed[],
  said: (count: string) => string,
): Html | string =>
  some.length === 0
    ? ''
    : html`<details class="fold">
        <summary>${said(String(some.length))}</summary>
        <ul class="register turns">
          ${some.map((member) => rowOf(at, list, member))}
        </ul>
      </details>`

/** As many as come next; the others stand in a fold. */
const firstMany = 5

/** Who is still to come to the table, in card order; pressing a name opens the turn. */
export const passListPage = (at: At, list: PassList): Html => {
  const words = sheetWordsAt(at)
  const { on, members, now } = list
  const those = (asked: Listed['is']) => members.filter(({ is }) => is === asked)
  const waiting = those('waiting')
  const content = html`${lineBar(at, { step: 'at-the-table' })}
    ${heading('savings', words.passHeading)}
    <p>${waiting.length === 0 ? words.nobodyWaits : words.passMeaning}</p>
    ${
      now === undefined
        ? ''
        : now.step === 'at-the-table'
          ? goLarge(nowPlace(at, on, now), {
              done: html`<bdi>${words.goOnWith(called(at, now.card))}</bdi>`,
            })
          : goOnPart(at, on, now)
    }
    <ul class="register turns">
      ${waiting.slice(0, firstMany).map((member) => rowOf(at, list, member))}
    </ul>
    ${foldOf(at, list, waiting.slice(firstMany), words.moreWaiting)}
    ${foldOf(at, list, those('been'), words.haveBeen)}
    ${foldOf(at, list, those('away'), words.notHereCount)}`
  return deskLayout({ ...behindMeeting(at, on), at: meetingPlace.step(at, on, 'pass') }, content)
}
