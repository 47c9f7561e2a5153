import { html } from 'hono/html'
import { type Member, isActingOn } from '#domain/fund/members.ts'
import { charterOf } from '#domain/health/book.ts'
import { type BurdenBand, type LoanRequest, burdenBands } from '#domain/loans/request-state.ts'
import { type Act, envelopeOf, ofRequest } from '#src/http/lending/act.ts'
import { costOf } from '#src/http/lending/cost.ts'
import type { Room } from '#src/http/desk/record.ts'
import { memberOfCard, sumIn } from '#src/desk/typed.ts'
import {
  type Field,
  cardField,
  choiceField,
  choicesOf,
  sumField,
  tickField,
} from '#src/desk/fields.ts'
import { fact, figure } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { formWordsAt } from '#src/pages/lending/act-pages.ts'
import { type KinRoom, officerChoices } from '#src/http/lending/officers.ts'
import { comesWith } from '#src/desk/comes-with.ts'
import { wordsAt } from '#src/pages/lending/parts.ts'

/** What was asked for, in two lines, above what is done about it. */
export const askedFacts = ({ at, book, today }: Room, { asked }: LoanRequest): Html => {
  const words = wordsAt(at)
  const { currency } = charterOf(book, today)
  return html`<dl class="facts">
    ${fact(words.askedFor, html`<b class="figure">${figure({ amount: asked.principal, currency })}</b>`)}
    ${fact(words.months, String(asked.months))}
    ${fact(words.product, words[`product_${asked.product}`])}
    ${fact(words.purpose, words[`purpose_${asked.purpose}`])}
    ${comesWith(asked, { language: at.language, currency }).map(([label, said]) => fact(label, said))}
  </dl>`
}

/** Who may look into a request: officers who neither borrow nor are kin; where all are kin, one who does not borrow. */
const officersBut = ({ book: { members }, kin, today }: KinRoom, borrower: string): Member[] => {
  const others = members.filter(
    (member) => isActingOn(member, today) && member.memberId !== borrower,
  )
  const free = others.filter(({ memberId }) => !kin.has(memberId))
  return free.length === 0 ? others : free
}

export const appraisal = ofRequest(
  { name: 'appraisal', rule: 'AppraiseLoan' },
  (room, one): Act => {
    const { at } = room
    const words = formWordsAt(at)
    const { buyOut, purpose } = one.asked
    const isBuyOut = purpose === 'buy-out'
    return {
      shown: 'glass',
      facts: askedFacts(room, one),
      fields: [
        choiceField({
          name: 'appraisedBy',
          label: words.appraisedBy,
          choices: officerChoices(at, officersBut(room, one.asked.memberId)),
          fault: words.appraisedByFault,
        }),
        choiceField({
          name: 'finding',
          label: words.finding,
          choices: choicesOf(['sound', 'doubtful'] as const, (is) => words[`finding_${is}`]),
          fault: words.findingFault,
          as: 'radios',
        }),
        choiceField({
          name: 'burden',
          label: words.burden,
          choices: choicesOf(burdenBands, (is) => words[`burden_${is}`]),
          fault: words.burdenFault,
          as: 'radios',
        }),
        ...(isBuyOut
          ? [tickField({ name: 'lightens', label: words.lightens, said: words.yes })]
          : []),
      ],
      prefilled: {
        ...(buyOut?.burdenAfter && { burden: buyOut.burdenAfter }),
        ...(buyOut?.lightens && { lightens: 'yes' }),
      },
      command: (filled) => ({
        ...envelopeOf(filled),
        type: 'AppraiseLoan',
        loanId: one.loanId,
        appraisedBy: filled.of('appraisedBy'),
        finding: filled.of('finding') as 'sound' | 'doubtful',
        burden: filled.of('burden') as BurdenBand,
        ...(filled.of('lightens') === 'yes' ? { lightens: true } : {}),
      }),
      more: (filled) => {
        const burden = filled.of('burden') as BurdenBand
        const lightens = filled.of('lightens') === 'yes' ? { lightens: true as const } : {}
        const appraisal = { appraisedBy: '', finding: 'sound', burden, ...lightens } as const
        return costOf(room, { ...one, appraisal: { ...appraisal, on: filled.day } }, filled.day)
      },
    }
  },
)

const places = ['1', '2', '3', '4', '5'] as const
const usualPlaces = 2

export const guarantee = ofRequest(
  { name: 'guarantee', rule: 'GiveGuarantee' },
  (room, one): Act => {
    const { at, book, today } = room
    const words = formWordsAt(at)
    const { currency } = charterOf(book, today)
    const pairs = places.flatMap((place, i): Field[] => {
      const seldom = { isOptional: i > 0, isFolded: i >= usualPlaces }
      return [
        cardField(at, {
          name: `card${place}`,
          label: words.guarantorCard(place),
          members: book.members,
          ...seldom,
        }),
        sumField(at, {
          name: `upTo${place}`,
          label: words.guarantorSum(place),
          currency,
          ...seldom,
        }),
      ]
    })
    return {
      shown: 'meeting',
      facts: html`${askedFacts(room, one)}
        <p>${words.guaranteeConsent}</p>`,
      fields: [...pairs, tickField({ name: 'isGroup', label: words.isGroup, said: words.yes })],
      command: (filled) => ({
        ...envelopeOf(filled),
        type: 'GiveGuarantee',
        loanId: one.loanId,
        guarantees: places.flatMap((place) => {
          const memberId = memberOfCard(book, filled.of(`card${place}`))
          const upTo = sumIn(filled.of(`upTo${place}`), currency)
          return memberId === '' && upTo === 0 ? [] : [{ memberId, upTo }]
        }),
        isGroup: filled.of('isGroup') === 'yes',
      }),
    }
  },
)

export const withdrawal = ofRequest(
  { name: 'withdrawal', rule: 'WithdrawRequest' },
  (room, one): Act => ({
    shown: 'stop',
    facts: html`${askedFacts(room, one)}
      <p>${formWordsAt(room.at).withdrawalMeaning}</p>`,
    fields: [],
    command: (filled) => ({
      ...envelopeOf(filled),
      type: 'WithdrawRequest',
      loanId: one.loanId,
    }),
  }),
)

export const appeal = ofRequest({ name: 'appeal', rule: 'AppealDecision' }, (room, one): Act => ({
  shown: 'meeting',
  facts: html`${askedFacts(room, one)}
    <p>${formWordsAt(room.at).appealMeaning}</p>`,
  fields: [],
  command: (filled) => ({ ...envelopeOf(filled), type: 'AppealDecision', loanId: one.loanId }),
}))
