import { meetingPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { AtTable } from '#src/app/meeting/pass.ts'
import {
  type At,
  largeAmount,
  deskLayout,
  fact,
  figure,
  heading,
  warning,
  whose,
  deskWordsAt,
} from '#src/pages/desk/parts.ts'
import { flagsPart } from '#src/pages/desk/confirm.ts'
import { mark } from '#src/pages/health/parts.ts'
import { behindMeeting, meetingWordsAt, sheetWordsAt } from '#src/pages/meeting/parts.ts'
import { notesSaid } from '#src/pages/desk/ten-times.ts'
import type { Html } from '#src/pages/layout.ts'
import { moneyInFigures } from '#src/words/locale.ts'

export const turnPlace = (at: Pick<At, 'fundId'>, on: LocalDate, memberId: string): string =>
  `${meetingPlace.step(at, on, 'pass')}/${memberId}`

type PassList = {
  readonly on: LocalDate
  readonly currency: Currency
  readonly inBox: number
  readonly members: readonly {
    readonly memberId: string
    readonly card: string
    /** What was brought today; negative for what was taken; nothing where it is zero. */
    readonly brought: number
    readonly due: number
  }[]
}

const inBoxPart = (at: At, inBox: number, currency: Currency): Html =>
  html`<p class="running">
    ${meetingWordsAt(at).inBox} <b class="figure">${figure({ amount: inBox, currency })}</b>
  </p>`

/** Everybody in card order, with what is due and what was brought; pressing a card opens the turn. */
export const passListPage = (at: At, { on, currency, inBox, members }: PassList): Html => {
  const words = sheetWordsAt(at)
  const money = (amount: number): Html => figure({ amount, currency })
  const first = members[0]
  const content = html`${heading('savings', words.passHeading)}
    <p>${words.passMeaning}</p>
    ${inBoxPart(at, inBox, currency)}
    ${
      first === undefined
        ? ''
        : html`<p class="buttons">
            <a class="button go" href="${turnPlace(at, on, first.memberId)}">${words.begin}</a>
          </p>`
    }
    <ul class="register turns">
      ${members.map(
        ({ memberId, card, brought, due }) =>
          html`<li>
            <a class="name" href="${turnPlace(at, on, memberId)}"
              ><b><bdi>${card}</bdi></b></a
            >
            <span>${due === 0 ? '' : html`${words.dueToday} ${money(due)}`}</span>
            ${
              brought === 0
                ? html`<span class="quiet">${words.nothingYet}</span>`
                : mark(
                    'good',
                    html`${brought > 0 ? words.brought : words.took} ${money(Math.abs(brought))}`,
                  )
            }
          </li>`,
      )}
    </ul>`
  return deskLayout({ ...behindMeeting(at, on), at: meetingPlace.step(at, on, 'pass') }, content)
}

export type Turn = {
  readonly currency: Currency
  readonly inBox: number
  readonly member: AtTable
  /** What was written down just before. */
  readonly before: { readonly card: string; readonly amount: number } | undefined
}

const presencePart = (at: At, { isPresent }: AtTable): Html | string => {
  if (isPresent === undefined) return ''
  const words = sheetWordsAt(at)
  return isPresent ? mark('good', words.isHere) : mark('bad', words.isNotHere)
}

const beforePart = (at: At, { before, currency }: Turn): Html | string =>
  before === undefined
    ? ''
    : html`<p class="done">
        ${sheetWordsAt(at).turnDone(before.card, moneyInFigures({ amount: before.amount, currency }))}
      </p>`

/** What is known before a member lays anything on the table. */
export const turnPart = (at: At, turn: Turn): Html =>
  html`${presencePart(at, turn.member)} ${beforePart(at, turn)}
  ${inBoxPart(at, turn.inBox, turn.currency)}`

export type Laid = {
  /** What goes into the box, or out of it where it is negative. */
  readonly cash: number
  readonly items: readonly { readonly label: string; readonly amount: number }[]
  /** What is unusual enough to be asked about again. */
  readonly asks: readonly string[]
  readonly flags: readonly string[]
}

const notesPart = (at: At, amount: number, currency: Currency): readonly Html[] =>
  notesSaid({ amount: Math.abs(amount), currency }, at.language).map(
    (line) => html`<p class="quiet">${line}</p>`,
  )

/** A turn read back: one sum in figures, words and notes, what it is made of, and what then lies in the box. */
export const laidPart = (
  at: At,
  { member, currency, inBox }: Turn,
  { cash, items, asks, flags }: Laid,
): Html => {
  const words = sheetWordsAt(at)
  const { askHeading, askZero } = deskWordsAt(at)
  const title = cash > 0 ? words.turnIn : cash < 0 ? words.turnOut : words.turnEven
  return html`<section class="check meeting">
      ${whose(at, { card: member.card })}
      <h2>${title}</h2>
      ${largeAmount({ amount: Math.abs(cash), currency }, at.language)}
      ${notesPart(at, cash, currency)}
      <dl class="facts">
        ${items.map(({ label, amount }) => fact(label, figure({ amount, currency })))}
        ${fact(words.afterwards, html`<b class="figure">${figure({ amount: inBox + cash, currency })}</b>`)}
      </dl>
    </section>
    ${asks.length === 0 ? '' : warning(askHeading, [...asks, askZero])} ${flagsPart(flags)}`
}
