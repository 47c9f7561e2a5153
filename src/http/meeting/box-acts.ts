import { placeOf, meetingPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { Action } from '#domain/access/table.ts'
import { isCode } from '#domain/fund/members.ts'
import { type CashPlace, accountOfPlace } from '#domain/fund/bank.ts'
import { charterOf, total } from '#domain/health/book.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { Filled, Room, Task } from '#src/http/desk/record.ts'
import { memberOfCard, sumIn } from '#src/desk/typed.ts'
import { type Act, aboutAct, envelopeOf } from '#src/http/lending/act.ts'
import {
  type Field,
  cardField,
  choiceField,
  choicesOf,
  lineField,
  sumField,
} from '#src/desk/fields.ts'
import { amountTold, fact, figure } from '#src/pages/desk/parts.ts'
import type { ActShown } from '#src/pages/lending/act-pages.ts'
import { formWordsAt } from '#src/pages/lending/act-pages.ts'
import type { Html } from '#src/pages/layout.ts'
import { boxWords } from '#src/words/words.ts'
import { currencyName } from '#src/words/locale.ts'

type Named = { readonly name: ActShown['task']; readonly rule: Action }

/** An act about the fund as a whole: there is nothing to choose it by. */
const ofFund = ({ name, rule }: Named, act: (room: Room) => Act): Task => ({
  name,
  rule,
  subject: 'fund',
  choose: ({ context, at }) =>
    context.redirect(`${placeOf.record(at, name)}?fund=${at.fundId}`, 303),
  about: (room, id) => {
    if (id !== room.at.fundId) return undefined
    const safe = meetingPlace.all(room.at)
    const spoken = { task: name, subject: { field: 'fund', id }, about: undefined, safe } as const
    return aboutAct(room, spoken, act(room))
  },
})

const wordsIn = ({ at }: Room) => boxWords.in(at.language)
const currencyOf = ({ book, today }: Room) => charterOf(book, today).currency

const balanceOf = ({ book, today }: Room, account: AccountId): number =>
  total(
    book.balances
      .filter((row) => row.account === account && row.on <= today)
      .map(({ amount }) => amount),
  )

const held = (room: Room, lines: readonly (readonly [label: string, amount: number])[]): Html => {
  const currency = currencyOf(room)
  return html`<dl class="facts">
    ${lines.map(([label, amount]) =>
      fact(label, html`<b class="figure">${figure({ amount, currency })}</b>`),
    )}
  </dl>`
}

const amountField = (room: Room, label: string): Field =>
  sumField(room.at, { name: 'amount', label, currency: currencyOf(room), isLarge: true })

const paidField = (room: Room): Field => {
  const { at } = room
  return amountField(room, formWordsAt(at).sumPaid(currencyName(currencyOf(room), at.language)))
}

const paidIn = (room: Room, { of }: Filled): number => sumIn(of('amount'), currencyOf(room))

/** A sum as the largest thing of the check, in figures and words. */
const sumTold = (room: Room, filled: Filled): Html =>
  html`<section class="check loans">
    ${amountTold({ amount: paidIn(room, filled), currency: currencyOf(room) }, room.at.language)}
  </section>`

const expense = ofFund({ name: 'expense', rule: 'RecordExpense' }, (room) => ({
  shown: 'box',
  facts: html`<p>${wordsIn(room).expenseMeaning}</p>
    ${held(room, [[wordsIn(room).boxHolds, balanceOf(room, 'asset:cash-box')]])}`,
  fields: [paidField(room)],
  command: (filled) => ({
    ...envelopeOf(filled),
    type: 'RecordExpense',
    amount: paidIn(room, filled),
  }),
  more: (filled) => sumTold(room, filled),
}))

const support = ofFund({ name: 'social-support', rule: 'RecordSocialSupport' }, (room) => ({
  shown: 'box',
  facts: html`<p>${wordsIn(room).supportMeaning}</p>
    ${held(room, [[wordsIn(room).socialHolds, 0 - balanceOf(room, 'liability:social-fund')]])}`,
  fields: [paidField(room)],
  command: (filled) => ({
    ...envelopeOf(filled),
    type: 'RecordSocialSupport',
    amount: paidIn(room, filled),
  }),
  more: (filled) => sumTold(room, filled),
}))

const donation = ofFund({ name: 'donation', rule: 'RecordDonation' }, (room) => {
  const words = wordsIn(room)
  const windows = room.book.windows.map(({ windowId }) => ({ value: windowId, label: windowId }))
  return {
    shown: 'box',
    fields: [
      paidField(room),
      choiceField({
        name: 'window',
        label: words.donationWindow,
        choices: [...windows, { value: 'costs', label: words.forRunning }],
        fault: formWordsAt(room.at).chooseOne,
      }),
    ],
    command: (filled) => ({
      ...envelopeOf(filled),
      type: 'RecordDonation',
      amount: paidIn(room, filled),
      ...(filled.of('window') === 'costs' ? {} : { windowId: filled.of('window') }),
    }),
    more: (filled) => sumTold(room, filled),
  }
})

/** Paid from a donor's money: a number and a sum, whatever kind of support it was. */
const supportPayout = ofFund({ name: 'support-payout', rule: 'RecordGrantPayout' }, (room) => {
  const words = wordsIn(room)
  const windows = room.book.windows.map(({ windowId }) => windowId)
  const [only] = windows.length === 1 ? windows : []
  const holds = (windowId: string): number =>
    0 - balanceOf(room, `liability:grant-window:${windowId}`)
  return {
    shown: 'box',
    facts: html`<p>${words.supportPaidMeaning}</p>
      ${windows.length === 0 ? html`<p class="mended">${words.noWindow}</p>` : ''}
      ${held(
        room,
        windows.map((windowId) => [words.windowHolds(windowId), holds(windowId)]),
      )}`,
    ...(only === undefined ? {} : { prefilled: { window: only } }),
    fields: [
      choiceField({
        name: 'window',
        label: words.windowLabel,
        choices: windows.map((windowId) => ({ value: windowId, label: windowId })),
        fault: formWordsAt(room.at).chooseOne,
      }),
      lineField({
        name: 'number',
        label: words.supportNumber,
        hint: words.supportNumberHint,
        rule: (line) => (isCode(line) ? line : undefined),
        fault: words.supportNumberFault,
      }),
      paidField(room),
    ],
    command: (filled) => ({
      ...envelopeOf(filled),
      type: 'RecordGrantPayout',
      windowId: filled.of('window'),
      grantNumber: filled.of('number'),
      amount: paidIn(room, filled),
    }),
    more: (filled) => sumTold(room, filled),
  }
})

const ways = ['box-bank', 'bank-box', 'box-wallet', 'wallet-box'] as const
const goers = ['1', '2'] as const

const bank = ofFund({ name: 'bank', rule: 'RecordTransfer' }, (room) => {
  const words = wordsIn(room)
  const { at, book } = room
  return {
    shown: 'box',
    facts: held(room, [
      [words.boxHolds, balanceOf(room, accountOfPlace('box'))],
      [words.bankHolds, balanceOf(room, accountOfPlace('bank'))],
      [words.walletHolds, balanceOf(room, accountOfPlace('wallet'))],
    ]),
    fields: [
      choiceField({
        name: 'way',
        label: words.wayLabel,
        choices: choicesOf(ways, (way) => words[`way_${way}`]),
        fault: words.wayFault,
        as: 'radios',
      }),
      paidField(room),
      ...goers.map((place) =>
        cardField(at, {
          name: `name${place}`,
          label: words.name(place),
          hint: words.nameHint,
          members: book.members,
          isOptional: true,
        }),
      ),
    ],
    command: (filled) => {
      const [from, to] = filled.of('way').split('-') as [CashPlace, CashPlace]
      const names = goers
        .map((place) => memberOfCard(book, filled.of(`name${place}`)))
        .filter((memberId) => memberId !== '')
      return {
        ...envelopeOf(filled),
        type: 'RecordTransfer',
        amount: paidIn(room, filled),
        from,
        to,
        names: [...new Set(names)],
      }
    },
    more: (filled) => sumTold(room, filled),
  }
})

const statement = ofFund({ name: 'statement', rule: 'RecordStatement' }, (room) => {
  const words = wordsIn(room)
  const places = ['bank', 'wallet'] as const
  return {
    shown: 'book',
    facts: held(room, [
      [words.bankHolds, balanceOf(room, accountOfPlace('bank'))],
      [words.walletHolds, balanceOf(room, accountOfPlace('wallet'))],
    ]),
    fields: [
      choiceField({
        name: 'place',
        label: words.placeLabel,
        choices: choicesOf(places, (place) => words[`place_${place}`]),
        fault: words.placeFault,
        as: 'radios',
      }),
      amountField(room, words.balanceLabel),
    ],
    command: (filled) => ({
      ...envelopeOf(filled),
      type: 'RecordStatement',
      place: filled.of('place') as (typeof places)[number],
      balance: paidIn(room, filled),
    }),
    more: (filled) => sumTold(room, filled),
  }
})

/** Money of the fund that is no member's turn: what the record-keeper writes down of it. */
export const boxTasks: readonly Task[] = [
  expense,
  support,
  donation,
  supportPayout,
  bank,
  statement,
]
