import { html } from 'hono/html'
import { dueInterest, dueSum } from '#src/pages/due.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { AtTable, PassLine } from '#src/app/meeting/pass.ts'
import { meetingPlace } from '#src/desk/places.ts'
import { flagsPart } from '#src/pages/desk/confirm.ts'
import {
  type At,
  amountSaid,
  deskWordsAt,
  fact,
  figure,
  largeAmount,
  warning,
} from '#src/pages/desk/parts.ts'
import { notesSaid } from '#src/pages/desk/ten-times.ts'
import { mark } from '#src/pages/health/parts.ts'
import { icon } from '#src/pages/icons.ts'
import type { Html } from '#src/pages/layout.ts'
import { called, turnPlace } from '#src/pages/meeting/line.ts'
import { sheetWordsAt } from '#src/pages/meeting/parts.ts'
import { whoHeading, whose } from '#src/pages/people/face.ts'
import { moneyInFigures, moneyInTable } from '#src/words/locale.ts'

/** What was written down just before, and of whom. */
export type Before = {
  readonly memberId: string
  readonly card: string
  readonly amount: number
  readonly currency: Currency
}

export type Turn = {
  readonly currency: Currency
  readonly member: AtTable
  /** What is expected to be laid down, and what it comes to. */
  readonly usual: PassLine
  readonly cash: number
  /** What was brought today already. */
  readonly brought: number | undefined
  /** What was handed out to her today. */
  readonly took: number | undefined
  readonly hasFace: boolean
  /** The card of who comes next. */
  readonly next: string | undefined
  readonly isTakenBack: boolean
}

/** What was written down just before, with the way to take it back. */
export const beforePart = (at: At, on: LocalDate, before: Before | undefined): Html | '' => {
  if (before === undefined) return ''
  const { memberId, card, amount, currency } = before
  const words = sheetWordsAt(at)
  return html`<div class="strip" role="status">
    ${icon('done')}
    <p><bdi>${words.turnDone(called(at, card))}</bdi> <b>${figure({ amount, currency })}</b></p>
    <a href="${turnPlace(at, on, memberId)}/back">${words.takeBack}</a>
  </div>`
}

/** Who is at the table. */
export const turnHeading = (at: At, { member: { memberId, card }, hasFace }: Turn): Html =>
  whoHeading(at, { memberId, card, hasPhoto: hasFace }, { hear: sheetWordsAt(at).atTable })

const notesPart = (at: At, amount: number, currency: Currency): readonly Html[] =>
  notesSaid({ amount: Math.abs(amount), currency }, at.language).map(
    (line) => html`<p class="quiet">${line}</p>`,
  )

type UsualRow = {
  readonly label: string
  readonly more?: Html | string
  readonly amount: number
  readonly loanId?: string
}

const usualRows = (
  at: At,
  on: LocalDate,
  { usual, member, currency }: Turn,
): readonly UsualRow[] => {
  const words = sheetWordsAt(at)
  const money = (amount: number): string => moneyInFigures({ amount, currency })
  const { shareValue, loans } = member
  return [
    {
      label: words.sharesCounted(usual.shares),
      more: words.each(money(shareValue)),
      amount: usual.shares * shareValue,
    },
    ...loans.map(({ loanId, number, due }) => ({
      loanId,
      label: words.paidOn(number),
      more: dueInterest({ loanId, on }, words.interestOf(money(due.interest))),
      amount: due.total,
    })),
    { label: words.socialIn, amount: usual.social },
    { label: words.finesIn, amount: usual.fine },
  ].filter(({ amount }) => amount > 0)
}

/** A line a purpose, with what is usual, and what it comes to. */
const usualPart = (at: At, on: LocalDate, turn: Turn): Html => {
  const { cash, currency } = turn
  const words = sheetWordsAt(at)
  return html`<div class="usual">
    <table aria-label="${words.asUsual}">
      <tbody>
        ${usualRows(at, on, turn).map(
          ({ label, more, amount, loanId }) =>
            html`<tr>
              <th scope="row">
                <bdi>${label}</bdi> ${more === undefined ? '' : html`<small>${more}</small>`}
              </th>
              <td>${dueSum({ loanId, on }, moneyInTable({ amount, currency }))}</td>
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">${words.onTheTable}</th>
          <td>${figure({ amount: cash, currency })}</td>
        </tr>
      </tfoot>
    </table>
  </div>`
}

/** The sum in words and notes, and who comes next. */
export const besideTurn = (at: At, { cash, currency, next }: Turn): Html =>
  html`${cash > 0 ? html`<div class="usual-said">${amountSaid({ amount: cash, currency }, at.language)} ${notesPart(at, cash, currency)}</div>` : ''}
  ${next === undefined ? '' : html`<p class="quiet then"><bdi>${sheetWordsAt(at).thenNext(called(at, next))}</bdi></p>`}`

const presencePart = (at: At, on: LocalDate, { isPresent }: AtTable): Html | string =>
  isPresent === false
    ? html`<p>
        ${mark('bad', sheetWordsAt(at).isNotHere)}
        <a class="button" href="${meetingPlace.step(at, on, 'attendance')}"
          >${sheetWordsAt(at).putOnList}</a
        >
      </p>`
    : ''

/** What is known before a member lays anything on the table. */
export const turnPart = (at: At, on: LocalDate, turn: Turn): Html => {
  const { member, brought, took, currency, cash, isTakenBack } = turn
  const words = sheetWordsAt(at)
  return html`${isTakenBack ? html`<p class="done" role="status">${words.takenBack}</p>` : ''}
  ${presencePart(at, on, member)}
  ${
    brought === undefined
      ? ''
      : html`<p>${words.broughtToday(moneyInFigures({ amount: brought, currency }))}</p>`
  }
  ${took === undefined ? '' : html`<p>${words.tookToday(moneyInFigures({ amount: took, currency }))}</p>`}
  ${cash > 0 ? usualPart(at, on, turn) : html`<p>${words.nothingUsual}</p>`}`
}

/** The way to everybody, where somebody comes out of turn. */
export const listLink = (at: At, on: LocalDate): Html =>
  html`<p>
    <a class="button" href="${meetingPlace.step(at, on, 'pass')}"
      >${sheetWordsAt(at).theWholeList}</a
    >
  </p>`

export type Laid = {
  /** What goes into the box, or out of it where it is negative. */
  readonly cash: number
  readonly items: readonly { readonly label: string; readonly amount: number }[]
  /** What is unusual enough to be asked about again. */
  readonly asks: readonly string[]
  readonly flags: readonly string[]
}

/** A turn read back: one sum in figures, words and notes, and what it is made of. */
export const laidPart = (
  at: At,
  { member, currency }: Turn,
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
      </dl>
    </section>
    ${asks.length === 0 ? '' : warning(askHeading, [...asks, askZero])} ${flagsPart(flags)}`
}
