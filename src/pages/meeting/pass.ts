import { meetingPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { inNotes } from '#domain/fund/banknotes.ts'
import type { AtTable, LoanAtTable } from '#src/app/meeting/pass.ts'
import { refusalBox } from '#src/pages/forms/form.ts'
import {
  type At,
  amountTold,
  deskLayout,
  fact,
  figure,
  heading,
  warning,
  whose,
  deskWordsAt,
} from '#src/pages/desk/parts.ts'
import { flagsTold } from '#src/pages/desk/confirm.ts'
import { mark } from '#src/pages/health/parts.ts'
import { type PassFault, type PassField, loanField } from '#src/pages/meeting/pass-typed.ts'
import { behindMeeting, meetingWordsAt, sheetWordsAt } from '#src/pages/meeting/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { moneyInFigures, moneyInTable } from '#src/words/locale.ts'

export const turnPlace = (at: Pick<At, 'fundId'>, on: LocalDate, memberId: string): string =>
  `${meetingPlace.step(at, on, 'pass')}/${memberId}`

type PassList = {
  readonly on: LocalDate
  readonly currency: Currency
  readonly inBox: number
  readonly members: readonly {
    readonly memberId: string
    readonly card: string
    /** What was brought today; negative for what was taken; nothing where it is nought. */
    readonly brought: number
    readonly due: number
  }[]
}

const inBoxTold = (at: At, inBox: number, currency: Currency): Html =>
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
    ${inBoxTold(at, inBox, currency)}
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
  readonly formId: string
  readonly on: LocalDate
  readonly currency: Currency
  readonly inBox: number
  readonly member: AtTable
  /** Who comes next; the list where nobody does. */
  readonly next: string | undefined
  readonly of: (name: string) => string
  readonly faults: ReadonlyMap<string, PassFault>
  readonly isEmpty: boolean
  readonly refused: readonly string[]
  /** What was written down just before. */
  readonly before: { readonly card: string; readonly amount: number } | undefined
}

const nextPlace = (at: At, { on, next }: Pick<Turn, 'on' | 'next'>): string =>
  next === undefined ? meetingPlace.step(at, on, 'pass') : turnPlace(at, on, next)

type Asked = { readonly name: string; readonly label: string; readonly hint: Html | string }

const asked = (at: At, { of, faults }: Turn, { name, label, hint }: Asked): Html => {
  const fault = faults.get(name)
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <p class="quiet" id="${name}-hint">${hint}</p>
    ${
      fault === undefined
        ? ''
        : html`<p class="fault" id="${name}-fault">${sheetWordsAt(at)[`fault_${fault}`]}</p>`
    }
    <input
      id="${name}"
      name="${name}"
      class="number"
      type="text"
      inputmode="numeric"
      maxlength="24"
      value="${of(name)}"
      aria-describedby="${fault === undefined ? `${name}-hint` : `${name}-hint ${name}-fault`}"
      ${fault === undefined ? '' : html` aria-invalid="true"`}
    />
  </div>`
}

const loanHint = (at: At, { currency }: Turn, loan: LoanAtTable): Html => {
  const words = sheetWordsAt(at)
  const money = (amount: number): string => moneyInFigures({ amount, currency })
  const { due, owed, settlement, isPostponed } = loan
  return html`${isPostponed ? html`<b>${words.postponedOn}</b>; ` : ''}${
    due.total > 0
      ? words.dueOn(money(due.total), money(due.interest), money(owed))
      : words.nothingDueOn(money(owed), money(settlement))
  }`
}

const fieldsOf = (at: At, turn: Turn): readonly Html[] => {
  const words = sheetWordsAt(at)
  const { member, currency } = turn
  const money = (amount: number): string => moneyInFigures({ amount, currency })
  const own = (name: PassField, label: string, hint: string): Html =>
    asked(at, turn, { name, label, hint })
  return [
    own(
      'shares',
      words.shares,
      words.sharesCost(money(member.shareValue), String(member.sharesMax)),
    ),
    ...member.loans.map((loan, place) =>
      asked(at, turn, {
        name: loanField(place),
        label: words.paidOn(loan.number),
        hint: loanHint(at, turn, loan),
      }),
    ),
    own('social', words.socialIn, words.socialAsked(money(member.socialAsked))),
    own(
      'fine',
      words.finesIn,
      member.fineAsked > 0 ? words.fineAsked(money(member.fineAsked)) : words.fineNone,
    ),
    own('deposit', words.freeSavings, `${words.savedSoFar} ${money(member.saved)}`),
    own('out', words.savingsOut, `${words.savedSoFar} ${money(member.saved)}`),
  ]
}

const presenceTold = (at: At, { isPresent }: AtTable): Html | string => {
  if (isPresent === undefined) return ''
  const words = sheetWordsAt(at)
  return isPresent ? mark('good', words.isHere) : mark('bad', words.isNotHere)
}

const beforeTold = (at: At, { before, currency }: Turn): Html | string =>
  before === undefined
    ? ''
    : html`<p class="done">
        ${sheetWordsAt(at).turnDone(before.card, moneyInFigures({ amount: before.amount, currency }))}
      </p>`

const troubleTold = (at: At, { faults, isEmpty, refused }: Turn): Html | string => {
  const words = sheetWordsAt(at)
  if (refused.length > 0) return refusalBox(html`${refused.map((line) => html`<p>${line}</p>`)}`)
  if (isEmpty) return html`<p class="mended" role="alert">${words.turnEmpty}</p>`
  return faults.size > 0 ? html`<p class="mended" role="alert">${deskWordsAt(at).mended}</p>` : ''
}

/** One member's turn: everything that can be laid on the table, each in a field of its own. */
export const turnPage = (at: At, turn: Turn): Html => {
  const words = sheetWordsAt(at)
  const { on, member, formId, inBox, currency } = turn
  const place = turnPlace(at, on, member.memberId)
  const content = html`${heading('savings', words.atTable(member.card))} ${presenceTold(at, member)}
    ${beforeTold(at, turn)} ${troubleTold(at, turn)} ${inBoxTold(at, inBox, currency)}
    <form class="record turn" method="post" action="${place}" autocomplete="off" novalidate>
      <input type="hidden" name="id" value="${formId}" />
      <div class="fields">${fieldsOf(at, turn)}</div>
      <p class="buttons">
        <a class="button" href="${nextPlace(at, turn)}">${words.nothingFrom}</a>
        <button class="go" type="submit">${words.checkTurn}</button>
      </p>
    </form>`
  return deskLayout({ ...behindMeeting(at, on), at: place }, content)
}

export type TurnQuestion = {
  /** What goes into the box, or out of it where it is negative. */
  readonly cash: number
  readonly items: readonly { readonly label: string; readonly amount: number }[]
  readonly asks: readonly string[]
  readonly flags: readonly string[]
  readonly carried: readonly (readonly [string, string])[]
}

const notesTold = (at: At, amount: number, currency: Currency): Html | string => {
  const notes = inNotes(Math.abs(amount), currency) ?? []
  if (notes.length === 0) return ''
  const told = notes.map(
    ({ note, pieces }) => `${pieces} × ${moneyInTable({ amount: note, currency })}`,
  )
  return html`<p class="quiet">${sheetWordsAt(at).asNotes}: ${told.join(' + ')}</p>`
}

/** Reads a turn back: one sum in figures, words and notes, what it is made of, and what then lies in the box. */
export const turnQuestion = (at: At, turn: Turn, question: TurnQuestion): Html => {
  const words = sheetWordsAt(at)
  const { on, member, currency, inBox } = turn
  const { cash, items, asks, flags, carried } = question
  const place = turnPlace(at, on, member.memberId)
  const title = cash > 0 ? words.turnIn : cash < 0 ? words.turnOut : words.turnEven
  const content = html`${heading('savings', words.turnQuestion)}
    <section class="check meeting">
      ${whose(at, { card: member.card })}
      <h2>${title}</h2>
      ${amountTold({ amount: Math.abs(cash), currency }, at.language)}
      ${notesTold(at, cash, currency)}
      <dl class="facts">
        ${items.map(({ label, amount }) => fact(label, figure({ amount, currency })))}
        ${fact(words.afterwards, html`<b class="figure">${figure({ amount: inBox + cash, currency })}</b>`)}
      </dl>
    </section>
    ${asks.length === 0 ? '' : warning(deskWordsAt(at).askHeading, [...asks, deskWordsAt(at).askNought])}
    ${flagsTold(flags)}
    <form class="record" method="post" action="${place}">
      ${carried.map(([name, text]) => html`<input type="hidden" name="${name}" value="${text}" />`)}
      <p class="buttons">
        <button type="submit" name="step" value="change">${words.noChange}</button>
        <button class="go" type="submit" name="step" value="save">
          ${asks.length === 0 ? words.saveTurn : words.saveCounted}
        </button>
      </p>
    </form>`
  return deskLayout({ ...behindMeeting(at, on), at: place }, content)
}
