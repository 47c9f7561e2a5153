import { html } from 'hono/html'
import type { CashPlace } from '#domain/fund/bank.ts'
import { type Support, isAwarded, paidOn } from '#domain/grants/support.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { unitsIn } from '#src/http/support/asked-form.ts'
import { envelopeOf } from '#src/http/network/deciding.ts'
import {
  type Act,
  type Faults,
  type Filled,
  type PotRoom,
  amountField,
  dayField,
  dayIn,
  dayNames,
  faultsOf,
  placeField,
  placeOf,
  todayIn,
} from '#src/http/network/pot-room.ts'
import { fact } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { type Typed, choiceField } from '#src/pages/network/parts.ts'
import { dayFact, donorName, stateOf } from '#src/pages/network/pot-parts.ts'
import { sum, sumText, wordsAt } from '#src/pages/support/parts.ts'
import { potWords } from '#src/words/words.ts'

type Moved = { readonly amount: number; readonly place: CashPlace; readonly on: LocalDate }

/** How much moved, from or to where, and when; or what of it cannot be read. */
const movedIn = (room: PotRoom, of: Typed, currency: Currency): Moved | Faults => {
  const words = potWords.in(room.language)
  const [amount, place, day] = [unitsIn(of('amount'), currency), placeOf(of), dayIn(room, of)]
  if (amount !== undefined && place && 'on' in day) return { amount, place, on: day.on }
  return faultsOf({
    amount: amount === undefined && words.fault_amount,
    place: !place && words.fault_place,
    day: 'fault' in day && day.fault,
  })
}

/** The currency of all donors' money, where it is one. */
const onlyCurrency = ({ book }: PotRoom): Currency | undefined => {
  const all = new Set(book.windows.map(({ currency }) => currency))
  return all.size === 1 ? [...all][0] : undefined
}

const windowField = ({ language, book }: PotRoom, { typed, faults }: Filled): Html => {
  const words = potWords.in(language)
  return choiceField(language, {
    name: 'window',
    label: words.window,
    choices: book.windows.map(({ windowId, currency }) => ({
      value: windowId,
      label: `${windowId}, ${words[`currency_${currency}`]}`,
    })),
    typed,
    fault: faults['window'],
  })
}

/** Money that comes from a donor, or goes back to one. */
export const donorsMoney = (isIn: boolean): Act => ({
  names: ['window', 'amount', 'place', ...dayNames],
  facts: () => '',
  fields: (room, filled) =>
    html`${windowField(room, filled)} ${amountField(room, filled, onlyCurrency(room))}
    ${placeField(room, filled, isIn)} ${dayField(room, filled, isIn)}`,
  read: (room, of) => {
    const { context, language, book } = room
    const words = potWords.in(language)
    const window = book.windows.find(({ windowId }) => windowId === of('window'))
    const currency = window?.currency ?? onlyCurrency(room) ?? 'USD'
    const moved = movedIn(room, of, currency)
    const faults: Faults['faults'] = 'faults' in moved ? moved.faults : {}
    if (!window || 'faults' in moved)
      return { faults: window ? faults : { window: words.fault_window, ...faults } }
    const { windowId } = window
    const { amount, place, on } = moved
    const text = sumText(amount, currency)
    const envelope = { ...envelopeOf(context, of('id')), effectiveOn: on }
    const command = (): NetworkCommand =>
      isIn
        ? { ...envelope, type: 'RecordPotDonation', windowId, amount, to: place }
        : { ...envelope, type: 'ReturnPotDonation', windowId, amount, from: place }
    return {
      headline: `${isIn ? words.move_DonationReceived : words.move_DonationReturned}: ${text}`,
      told: html`<dl class="facts">
        ${fact(words.sum, html`<b>${sum(amount, currency)}</b>`)}
        ${fact(words.fromDonor, donorName(windowId))}
        ${fact(isIn ? words.placeIn : words.placeOut, wordsAt({ language })[`place_${place}`])}
        ${dayFact(room, on, todayIn(room))}
      </dl>`,
      notes: [isIn ? words.bookOnlyIn : words.bookOnlyOut],
      writes: isIn ? words.writeIn(text) : words.writeBack(text),
      command,
    }
  },
})

export const grantOf = ({ purse, about }: PotRoom): Support | undefined =>
  purse.supports.find(({ code }) => code === about)

/** What is approved of a grant or asked for, and what was paid of it. */
const sumsPart = (room: PotRoom, support: Support, currency: Currency): Html => {
  const words = potWords.in(room.language)
  const name = isAwarded(support) ? words.approved : words.askedFor
  return html`${fact(name, html`<b>${sum(support.amount, currency)}</b>`)}
  ${fact(words.paidSoFar, sum(paidOn(support), currency))}`
}

/** Whose money a grant is of, by its code. */
const namesPart = (room: PotRoom, { code, windowId }: Support): Html => {
  const words = potWords.in(room.language)
  return html`${fact(words.grant, html`<bdi>${code}</bdi>`)}
  ${fact(words.fromDonor, donorName(windowId))}`
}

/** What is known of a grant before something is done about it. */
export const grantFacts = (room: PotRoom): Html | undefined => {
  const support = grantOf(room)
  if (!support) return undefined
  const words = potWords.in(room.language)
  const currency = room.purse.currencyOf(support.windowId, '')
  return html`<dl class="facts">
    ${sumsPart(room, support, currency)}
    ${fact(words.stillToPay, sum(Math.max(0, support.amount - paidOn(support)), currency))}
    ${namesPart(room, support)} ${fact(words.stands, stateOf(room, support))}
  </dl>`
}

const paidTold = (room: PotRoom, support: Support, { amount, place, on }: Moved): Html => {
  const words = potWords.in(room.language)
  const currency = room.purse.currencyOf(support.windowId, '')
  const left = support.amount - paidOn(support) - amount
  return html`<dl class="facts">
    ${sumsPart(room, support, currency)}
    ${fact(words.nowPaying, html`<b>${sum(amount, currency)}</b>`)}
    ${fact(words.stillAfter, sum(Math.max(0, left), currency))}
    ${left < 0 ? fact(words.moreThanApproved, html`<b>${sum(-left, currency)}</b>`) : ''}
    ${namesPart(room, support)} ${fact(words.placeOut, wordsAt(room)[`place_${place}`])}
    ${dayFact(room, on, todayIn(room))}
  </dl>`
}

const currencyIn = (room: PotRoom): Currency | undefined => {
  const support = grantOf(room)
  return support && room.purse.currencyOf(support.windowId, '')
}

/** A part of a grant that was paid. */
export const payment: Act = {
  names: ['amount', 'place', ...dayNames],
  facts: grantFacts,
  fields: (room, filled) =>
    html`${amountField(room, filled, currencyIn(room))} ${placeField(room, filled, false)}
    ${dayField(room, filled, false)}`,
  read: (room, of) => {
    const [support, currency] = [grantOf(room), currencyIn(room)]
    if (!support || !currency) return { faults: {} }
    const moved = movedIn(room, of, currency)
    if ('faults' in moved) return moved
    const words = potWords.in(room.language)
    const { code } = support
    const { amount, place, on } = moved
    // The same form sent twice is counted once, and tells the same.
    const before = support.paid.filter(({ entryId }) => entryId !== of('id'))
    const text = sumText(amount, currency)
    const command = (): NetworkCommand => ({
      ...envelopeOf(room.context, of('id')),
      effectiveOn: on,
      type: 'RecordPotPart',
      code,
      amount,
      from: place,
    })
    return {
      headline: `${words.move_SupportPartPaid}: ${text} - ${words.supportOf(code)}`,
      told: paidTold(room, { ...support, paid: before }, moved),
      notes: [words.bookOnlyOut],
      writes: words.writePaid(text),
      command,
    }
  },
}
