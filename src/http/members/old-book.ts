import { placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { type LocalDate, monthlyDay } from '#domain/kernel/dates.ts'
import { products } from '#domain/fund/charter.ts'
import type { Product } from '#domain/fund/charter.ts'
import { isCode } from '#domain/fund/members.ts'
import { charterOf, total } from '#domain/health/book.ts'
import type { Room, Task } from '#src/http/desk/record.ts'
import { sumIn } from '#src/desk/typed.ts'
import { type Act, envelopeOf, ofMember } from '#src/http/lending/act.ts'
import {
  countedField,
  memberFormsAt,
  ofFund,
  paragraph,
  secondField,
  stepUpPart,
} from '#src/http/members/act.ts'
import { povertyField, povertyIn, sexField, zoneField } from '#src/http/members/living.ts'
import { allHandsFields, allHandsIn } from '#src/http/members/offices.ts'
import {
  choiceField,
  choicesOf,
  dateField,
  lineField,
  sumField,
  tickField,
} from '#src/desk/fields.ts'
import { refusalBox } from '#src/pages/desk/form.ts'
import { deskLayout, fact, figure, heading, wayBack } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { formWordsAt } from '#src/pages/lending/act-pages.ts'
import { wordsAt as lendingAt } from '#src/pages/lending/parts.ts'

export const newMember = ofFund(
  { name: 'new-member', rule: 'AdmitMember', safe: placeOf.members },
  (room): Act => {
    const words = memberFormsAt(room.at)
    return {
      shown: 'person',
      facts: paragraph(words.nameAfter),
      dayLegend: words.daySince,
      fields: [
        lineField({
          name: 'card',
          label: words.cardLabel,
          fault: words.cardFault,
          rule: (line) => (isCode(line) ? line : undefined),
        }),
        sexField(room, false),
        zoneField(room, false),
        povertyField(room),
        tickField({ name: 'former', label: words.formerLabel, said: words.formerSaid }),
      ],
      command: (filled) => {
        const level = povertyIn(filled)
        return {
          ...envelopeOf(filled),
          type: 'AdmitMember',
          // A member is known by the line that admitted them.
          memberId: filled.id,
          card: filled.of('card'),
          sex: filled.of('sex') as 'f' | 'm',
          zone: filled.of('zone'),
          isFormer: filled.of('former') === 'yes',
          ...(level === 1 || level === 2 ? { povertyLevel: level } : {}),
        }
      },
    }
  },
)

export const openingSavings = ofMember(
  { name: 'opening-savings', rule: 'TakeOverSavings' },
  ({ at, book }, memberId): Act => {
    const words = memberFormsAt(at)
    const { openedOn } = book.fund
    const { currency } = charterOf(book, openedOn)
    return {
      shown: 'savings',
      facts: paragraph(words.openingSavingsMeaning),
      dayLegend: words.openingDay,
      usualDay: openedOn,
      fields: [sumField(at, { name: 'amount', label: words.savedLabel, currency, isLarge: true })],
      command: (filled) => ({
        ...envelopeOf(filled),
        type: 'TakeOverSavings',
        memberId,
        amount: sumIn(filled.of('amount'), currency),
      }),
    }
  },
)

/** A day half a year before the book begins: an example of when an old loan was paid out. */
const dayBeforeFirst = (openedOn: LocalDate): LocalDate =>
  monthlyDay(openedOn, -6, Number(openedOn.slice(8)))

export const openingLoan = ofMember(
  { name: 'opening-loan', rule: 'TakeOverLoan' },
  (room, memberId): Act => {
    const { at, book } = room
    const words = memberFormsAt(at)
    const life = lendingAt(at)
    const { openedOn } = book.fund
    const { currency } = charterOf(book, openedOn)
    return {
      shown: 'loans',
      facts: paragraph(words.openingLoanMeaning),
      dayLegend: words.openingDay,
      usualDay: openedOn,
      fields: [
        lineField({
          name: 'number',
          label: words.numberLabel,
          fault: words.numberFault,
          rule: (line) => (isCode(line) ? line : undefined),
        }),
        choiceField({
          name: 'product',
          label: words.productLabel,
          choices: choicesOf(products, (product) => life[`product_${product}`]),
          fault: words.chooseOne,
        }),
        sumField(at, { name: 'principal', label: words.principalLabel, currency }),
        countedField(at, { name: 'months', label: words.monthsLabel }),
        sumField(at, { name: 'owed', label: words.owedLabel, currency }),
        dateField(at, {
          name: 'paidOutOn',
          label: words.paidOutLabel,
          hint: words.dayExample(dayBeforeFirst(openedOn)),

          fault: words.dayFaultExample(dayBeforeFirst(openedOn)),
        }),
      ],
      command: (filled) => ({
        ...envelopeOf(filled),
        type: 'TakeOverLoan',
        // A loan that is taken over is known by the line that took it over.
        loanId: filled.id,
        number: filled.of('number'),
        memberId,
        product: filled.of('product') as Product,
        principal: sumIn(filled.of('principal'), currency),
        months: Number(filled.of('months')),
        owed: sumIn(filled.of('owed'), currency),
        paidOutOn: filled.of('paidOutOn'),
      }),
    }
  },
)

/** What the older book does not explain as it stands now: more than it says where it is above nought. */
const leftIn = ({ book }: Pick<Room, 'book'>): number =>
  0 -
  total(
    book.balances
      .filter(({ account }) => account === 'equity:takeover')
      .map(({ amount }) => amount),
  )

const settlementAct = (room: Room): Act => {
  const { at, book, today } = room
  const words = memberFormsAt(at)
  const { currency } = charterOf(book, today)
  const amount = leftIn(room)
  const left = html`<dl class="facts">
    ${fact(words.leftNow, html`<b class="figure">${figure({ amount, currency })}</b>`)}
  </dl>`
  return {
    shown: 'glass',
    facts: html`<p>${words.settlementMeaning}</p>
      ${left} ${stepUpPart(room, `${placeOf.record(at, 'settlement')}?fund=${at.fundId}`)}`,
    dayLegend: formWordsAt(at).dayVoted,
    fields: [...allHandsFields(room), secondField(room, { name: 'confirmedBy', concerned: [] })],
    more: () => left,
    command: (filled) => ({
      ...envelopeOf(filled),
      type: 'SettleTakeOver',
      amount,
      votes: allHandsIn(filled),
      confirmedBy: filled.of('confirmedBy'),
    }),
  }
}

/** Where nothing is left there is no form: one sentence, and the way back. */
export const nothingLeft = (
  { at }: Room,
  { title, said, refusal }: { title: string; said: string; refusal: Html | undefined },
): Html => {
  const words = memberFormsAt(at)
  return deskLayout(
    at,
    html`${heading('on-time', title)} ${refusal === undefined ? '' : refusalBox(refusal)}
      <p><b>${said}</b></p>
      ${wayBack(placeOf.oldBook(at), words.backToOldBook)}`,
  )
}

const settling = ofFund(
  { name: 'settlement', rule: 'SettleTakeOver', safe: placeOf.oldBook },
  settlementAct,
)

export const settlement: Task = {
  ...settling,
  about: async (room, id) => {
    const about = await settling.about(room, id)
    // What was sent is still answered by the rules; only the empty form is kept back.
    const { act_settlement: title, settlementNothing: said } = memberFormsAt(room.at)
    return about && leftIn(room) === 0
      ? { ...about, form: ({ refusal }) => nothingLeft(room, { title, said, refusal }) }
      : about
  },
}
