import { html } from 'hono/html'
import { type Support, isAwarded, paidOn } from '#domain/grants/support.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { type Field, choiceField } from '#src/desk/fields.ts'
import type { Typed } from '#src/http/form-pages.ts'
import { envelopeOf } from '#src/http/network/deciding.ts'
import {
  type Moved,
  type PotForm,
  type PotVisit,
  movedFields,
  movedIn,
  todayIn,
  usualMove,
} from '#src/http/network/pot-visit.ts'
import { fact } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { dayFact, donorName, stateOf } from '#src/pages/network/pot-parts.ts'
import { sumShown, sumText, supportWordsAt } from '#src/pages/support/parts.ts'
import { potWords } from '#src/words/words.ts'

/** The currency of all donors' money, where it is one. */
const onlyCurrency = ({ book }: PotVisit): Currency | undefined => {
  const all = new Set(book.windows.map(({ currency }) => currency))
  return all.size === 1 ? [...all][0] : undefined
}

const windowField = ({ language, book }: PotVisit): Field => {
  const words = potWords.in(language)
  return choiceField({
    name: 'window',
    label: words.window,
    choices: book.windows.map(({ windowId, currency }) => ({
      value: windowId,
      label: `${windowId}, ${words[`currency_${currency}`]}`,
    })),
    fault: words.fault_window,
  })
}

/** The currency of the chosen donor’s money. */
const currencyOfWindow = (visit: PotVisit, of: Typed): Currency =>
  visit.book.windows.find(({ windowId }) => windowId === of('window'))?.currency ??
  onlyCurrency(visit) ??
  'USD'

/** Money that comes from a donor, or goes back to one. */
const donorsMoney = (isIn: boolean): PotForm => ({
  act: isIn ? 'received' : 'returned',
  rule: isIn ? 'RecordPotDonation' : 'ReturnPotDonation',
  facts: () => html``,
  fields: (visit, of) => [
    windowField(visit),
    ...movedFields(visit, isIn, { named: onlyCurrency(visit), read: currencyOfWindow(visit, of) }),
  ],
  prefilled: usualMove,
  ready: (visit, of) => {
    const { context, language } = visit
    const words = potWords.in(language)
    const windowId = of('window')
    const currency = currencyOfWindow(visit, of)
    const { amount, place, on } = movedIn(of, currency)
    const text = sumText(amount, currency)
    const envelope = { ...envelopeOf(context, of('id')), effectiveOn: on }
    const isOfTwo = !isIn && visit.isOfTwo
    const command = (approvedBy: string): NetworkCommand =>
      isIn
        ? { ...envelope, type: 'RecordPotDonation', windowId, amount, to: place }
        : {
            ...envelope,
            type: 'ReturnPotDonation',
            windowId,
            amount,
            from: place,
            ...(isOfTwo && { approvedBy }),
          }
    return {
      headline: `${isIn ? words.move_DonationReceived : words.move_DonationReturned}: ${text}`,
      told: html`<dl class="facts">
        ${fact(words.sum, html`<b>${sumShown(amount, currency)}</b>`)}
        ${fact(words.fromDonor, donorName(windowId))}
        ${fact(isIn ? words.placeIn : words.placeOut, supportWordsAt({ language })[`place_${place}`])}
        ${dayFact(visit, on, todayIn(visit))}
      </dl>`,
      notes: [isIn ? words.bookOnlyIn : words.bookOnlyOut],
      writes: isIn ? words.writeIn(text) : words.writeBack(text),
      ...(isOfTwo && { ofTwo: words.first }),
      command,
    }
  },
})

export const received = donorsMoney(true)
export const returned = donorsMoney(false)

export const grantOf = ({ source, about }: PotVisit): Support | undefined =>
  source.supports.find(({ code }) => code === about)

/** What is approved of a grant or asked for, and what was paid of it. */
const sumsPart = (visit: PotVisit, support: Support, currency: Currency): Html => {
  const words = potWords.in(visit.language)
  const name = isAwarded(support) ? words.approved : words.askedFor
  return html`${fact(name, html`<b>${sumShown(support.amount, currency)}</b>`)}
  ${fact(words.paidSoFar, sumShown(paidOn(support), currency))}`
}

/** Whose money a grant is of, by its code. */
const namesPart = (visit: PotVisit, { code, windowId }: Support): Html => {
  const words = potWords.in(visit.language)
  return html`${fact(words.grant, html`<bdi>${code}</bdi>`)}
  ${fact(words.fromDonor, donorName(windowId))}`
}

/** What is known of a grant before something is done about it. */
export const grantFacts = (visit: PotVisit): Html | undefined => {
  const support = grantOf(visit)
  if (!support) return undefined
  const words = potWords.in(visit.language)
  const currency = visit.source.currencyOf(support.windowId, '')
  return html`<dl class="facts">
    ${sumsPart(visit, support, currency)}
    ${fact(words.stillToPay, sumShown(Math.max(0, support.amount - paidOn(support)), currency))}
    ${namesPart(visit, support)} ${fact(words.stands, stateOf(visit, support))}
  </dl>`
}

const paidPart = (visit: PotVisit, support: Support, { amount, place, on }: Moved): Html => {
  const words = potWords.in(visit.language)
  const currency = visit.source.currencyOf(support.windowId, '')
  const left = support.amount - paidOn(support) - amount
  return html`<dl class="facts">
    ${sumsPart(visit, support, currency)}
    ${fact(words.nowPaying, html`<b>${sumShown(amount, currency)}</b>`)}
    ${fact(words.stillAfter, sumShown(Math.max(0, left), currency))}
    ${left < 0 ? fact(words.moreThanApproved, html`<b>${sumShown(-left, currency)}</b>`) : ''}
    ${namesPart(visit, support)} ${fact(words.placeOut, supportWordsAt(visit)[`place_${place}`])}
    ${dayFact(visit, on, todayIn(visit))}
  </dl>`
}

/** A part of a grant that was paid. */
export const paying: PotForm = {
  act: 'pay',
  rule: 'RecordPotPart',
  about: 'potCode',
  facts: grantFacts,
  fields: (visit) => {
    const currency = visit.source.currencyOf(grantOf(visit)!.windowId, '')
    return movedFields(visit, false, { named: currency, read: currency })
  },
  prefilled: usualMove,
  ready: (visit, of) => {
    const support = grantOf(visit)!
    const currency = visit.source.currencyOf(support.windowId, '')
    const moved = movedIn(of, currency)
    const words = potWords.in(visit.language)
    const { code } = support
    const { amount, place, on } = moved
    // The same form sent twice is counted once, and tells the same.
    const before = support.paid.filter(({ entryId }) => entryId !== of('id'))
    const text = sumText(amount, currency)
    const command = (): NetworkCommand => ({
      ...envelopeOf(visit.context, of('id')),
      effectiveOn: on,
      type: 'RecordPotPart',
      code,
      amount,
      from: place,
    })
    return {
      headline: `${words.move_SupportPartPaid}: ${text} - ${words.supportOf(code)}`,
      told: paidPart(visit, { ...support, paid: before }, moved),
      notes: [words.bookOnlyOut],
      writes: words.writePaid(text),
      command,
    }
  },
}
