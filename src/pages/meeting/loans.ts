import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { ListedRequest } from '#src/app/lending/loan-register.ts'
import type { MeetingView } from '#src/app/meeting/view.ts'
import { meetingPlace, placeOf } from '#src/desk/places.ts'
import { type At, deskLayout, figure, heading } from '#src/pages/desk/parts.ts'
import { type Icon, icon } from '#src/pages/icons.ts'
import type { Html } from '#src/pages/layout.ts'
import { called, goOnPart, lineBar, turnPlace } from '#src/pages/meeting/line.ts'
import { behindMeeting, meetingWordsAt } from '#src/pages/meeting/parts.ts'
import { type Before, beforePart } from '#src/pages/meeting/turn.ts'

type LoansStep = {
  readonly on: LocalDate
  readonly view: MeetingView
  readonly before: Before | undefined
  readonly withdrawalsDue: number
  readonly requests: readonly ListedRequest[]
  /** Who is here and has not been at the table. */
  readonly passedOver: readonly { readonly memberId: string; readonly card: string }[]
}

type Row = {
  readonly href: string
  readonly shown: Icon
  readonly said: Html | string
  readonly more?: Html | string | undefined
}

const rowsOf = (at: At, step: LoansStep): readonly Row[] => {
  const { on, view, withdrawalsDue, requests, passedOver } = step
  const words = meetingWordsAt(at)
  const [first] = passedOver
  const waiting = (count: number, href: string, shown: Icon, said: string): readonly Row[] =>
    count === 0 ? [] : [{ href, shown, said, more: words.waiting(String(count)) }]
  return [
    ...(first
      ? [
          {
            href:
              passedOver.length === 1
                ? turnPlace(at, on, first.memberId)
                : meetingPlace.step(at, on, 'pass'),
            shown: 'meeting' as const,
            said: words.notBeen(String(passedOver.length)),
            more: html`<bdi
              >${passedOver
                .slice(0, 3)
                .map(({ card }) => called(at, card))
                .join(', ')}${passedOver.length > 3 ? ' …' : ''}</bdi
            >`,
          },
        ]
      : []),
    ...requests.map(({ loanId, card, principal, next }) => {
      const who = called(at, card)
      return {
        href: placeOf.loan(at, loanId),
        shown: 'loans' as const,
        said: html`<bdi>${next === 'payout' ? words.loanToPay(who) : words.loanAsked(who)}</bdi>`,
        more: figure({ amount: principal, currency: view.currency }),
      }
    }),
    ...waiting(withdrawalsDue, placeOf.savings(at), 'money', words.step_queue),
    ...waiting(view.disputesOpen, meetingPlace.disputes(at), 'findings', words.step_disputes),
    ...(view.isAwayDue
      ? [{ href: meetingPlace.away(at), shown: 'people' as const, said: words.step_away }]
      : []),
  ]
}

/** The step between table and last count: what waits, each a row that leads to it, and the way on. */
export const loansStepPage = (at: At, step: LoansStep): Html => {
  const { on, before } = step
  const words = meetingWordsAt(at)
  const rows = rowsOf(at, step)
  const content = html`<div class="on-line">
    ${lineBar(at, { step: 'loans' })} ${beforePart(at, on, before)}
    ${heading('loans', words.loansHeading)}
    ${
      rows.length === 0
        ? html`<p>${words.nothingElse}</p>`
        : html`<ul class="ways-list waiting">
            ${rows.map(
              ({ href, shown, said, more }) =>
                html`<li>
                  <a href="${href}"
                    >${icon(shown)}
                    <span>${said}${more === undefined ? '' : html`<small>${more}</small>`}</span>
                    ${icon('go-on')}</a
                  >
                </li>`,
            )}
          </ul>`
    }
    ${goOnPart(at, on, { step: 'count-out' })}
  </div>`
  return deskLayout({ ...behindMeeting(at, on), at: meetingPlace.step(at, on, 'loans') }, content)
}
