import { html } from 'hono/html'
import { type MeetingStep, meetingPlace } from '#src/desk/places.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type LineStep, type MeetingNow, lineSteps } from '#src/app/meeting/line.ts'
import type { At } from '#src/pages/desk/parts.ts'
import { goLarge } from '#src/pages/go-large.ts'
import { meetingWordsAt } from '#src/pages/meeting/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { todayWords } from '#src/words/words.ts'

type Place = Pick<At, 'fundId'>

export const turnPlace = (at: Place, on: LocalDate, memberId: string): string =>
  `${meetingPlace.step(at, on, 'pass')}/${memberId}`

/** The page of each step. */
export const stepPage: Readonly<Record<LineStep, MeetingStep>> = {
  'count-in': 'open',
  'who-is-here': 'attendance',
  'at-the-table': 'pass',
  loans: 'loans',
  'count-out': 'close',
}

/** Where a meeting goes on: the page of a step, or somebody's turn at the table. */
export const nowPlace = (at: Place, on: LocalDate, now: MeetingNow): string =>
  'memberId' in now
    ? turnPlace(at, on, now.memberId)
    : meetingPlace.step(at, on, stepPage[now.step])

/** By name first, where names may be seen, as whoever is called answers to it; then by card. */
export const called = ({ nameOf }: Pick<At, 'nameOf'>, card: string): string => {
  const name = nameOf?.(card)
  return name === undefined ? card : `${name} ${card}`
}

export type OnLine = {
  readonly step: LineStep
  /** At the table: the how manieth of how many. */
  readonly turn?: { readonly place: number; readonly of: number } | undefined
}

/** The five steps of a meeting, with the one that a page belongs to. */
export const lineBar = ({ language }: Pick<At, 'language'>, { step, turn }: OnLine): Html => {
  const words = meetingWordsAt({ language })
  const here = lineSteps.indexOf(step)
  const count = turn
    ? words.turnOf(String(turn.place), String(turn.of))
    : words.countOf(String(here + 1), String(lineSteps.length))
  return html`<div class="line" role="group" aria-label="${words.line}">
    <p>
      <b>${words.lineNamed(String(here + 1), words[`line_${step}`])}</b>
      <span class="quiet">${count}</span>
    </p>
    <ol>
      ${lineSteps.map(
        (one, i) =>
          html`<li
            class="${i < here ? 'before' : ''}"
            ${i === here ? html`aria-current="step"` : ''}
          >
            <span>${i + 1} ${words[`line_${one}`]}</span>
          </li>`,
      )}
    </ol>
  </div>`
}

/** Where a meeting goes on, as the one large button. */
export const goOnPart = (at: At, on: LocalDate, now: MeetingNow): Html => {
  const words = todayWords.in(at.language)
  const href = nowPlace(at, on, now)
  switch (now.step) {
    case 'count-in':
      return goLarge(href, { about: words.holdMeaning, done: words.hold })
    case 'who-is-here':
      return goLarge(href, { about: words.isOpen, done: words.whoIsHere })
    case 'loans':
      return goLarge(href, { about: words.isOpen, done: meetingWordsAt(at).loansHeading })
    case 'count-out':
      return goLarge(href, { about: words.isOpen, done: words.countOut })
    case 'at-the-table':
      return goLarge(href, {
        about: words.isOpen,
        done: html`<bdi>${words.goOn(called(at, now.card))}</bdi>`,
        more: words.atTable(String(now.place), String(now.of)),
      })
  }
}
