import { type Member, isActingOn } from '#domain/fund/people/members.ts'
import { appealDecision, withdrawRequest } from '#domain/loans/operations/asking.ts'
import { appraiseLoan, giveGuarantee } from '#domain/loans/operations/deciding.ts'
import { type RequestFound, aboutRequest } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import type { Own } from '#src/desk/asking.ts'
import { type Desk, currencyOf } from '#src/desk/desk.ts'
import { type Field, sumField, tickField } from '#src/desk/fields.ts'
import { cardField } from '#src/desk/person-field.ts'
import { usualLoan } from '#src/desk/doubts.ts'
import { requestPart } from '#src/desk/loans/request-part.ts'
import { besideGates, gate } from '#src/desk/loans/gate.ts'
import { costOf } from '#src/desk/loans/cost.ts'
import { meansAsked } from '#src/desk/loans/means.ts'
import { approver, besideWho, officerChoices } from '#src/desk/officers.ts'
import { facts, note } from '#src/desk/content.ts'
import { memberOfCard, sumIn } from '#src/desk/typed.ts'
import { lendingFormWords } from '#src/words/words.ts'

/** Who may look into a request: officers who neither borrow nor are kin; where all are kin, one who does not borrow. */
const appraisers = (
  { book: { members }, today }: Desk,
  { kin, request: { asked } }: RequestFound,
): Member[] => {
  const others = members.filter(
    (member) => isActingOn(member, today) && member.memberId !== asked.memberId,
  )
  const free = others.filter(({ memberId }) => !kin.has(memberId))
  return free.length === 0 ? others : free
}

/** Whoever looked into it by the own word: who writes it down, or who stands beside and gives it on this device. */
const signedHere = (desk: Desk, fold: string): Own<string | undefined> => {
  const words = lendingFormWords.in(desk.language)
  return {
    fields: [tickField({ name: 'signsHere', label: words.signsHere, said: words.yes, fold })],
    said: ({ of }) => {
      const by = of('appraisedBy')
      const isSaid = of('signsHere') === 'yes' && of('agencySeenBy') === ''
      return by === desk.who.memberId || isSaid ? by : undefined
    },
  }
}

/** What an officer found who has looked into a request. */
export const appraisal = atDesk(appraiseLoan, {
  ...gate,
  name: 'appraisal',
  about: aboutRequest,
  shown: (desk, found) => {
    const { request } = found
    const words = lendingFormWords.in(desk.language)
    const { migration, memberId } = request.asked
    const { burden, lightens, beside } = meansAsked(desk, request)
    const may = appraisers(desk, found)
    const fold = words.moreOfMeans
    return {
      shown: 'glass',
      told: [note(words.meansMeaning, 'calm')],
      dayFold: fold,
      submit: words.act_appraisal,
      // Whoever writes it down has mostly looked into it.
      prefilled: may.some(({ memberId: id }) => id === desk.who.memberId)
        ? { appraisedBy: desk.who.memberId! }
        : {},
      asks: {
        burden,
        finding: {
          label: words.finding,
          each: (one) => words[`finding_${one}`],
          fault: words.findingFault,
          as: 'radios',
        },
        lightens,
        appraisedBy: {
          label: words.appraisedBy,
          ...officerChoices(desk, may),
          fault: words.appraisedByFault,
          ...(may.some(({ memberId: id }) => id === desk.who.memberId) && { fold }),
        },
        signedBy: signedHere(desk, fold),
        ...(migration?.channel === 'agency' && {
          agencySeenBy: {
            ...approver(desk, [memberId]),
            label: words.agencySeenBy,
            hint: words.agencySeenHint,
          },
        }),
      },
      beside,
      effect: ({ effectiveOn: on, ...looked }) => ({
        told: [
          facts({
            label: words.burden,
            tone: 'strong',
            text: words[`burden_${looked.burden ?? 'unknown'}`],
          }),
          ...costOf(desk, { ...request, appraisal: { ...looked, on } }, { on }),
        ],
      }),
    }
  },
})

const places = ['1', '2', '3', '4', '5'] as const
const usualPlaces = 2

/** Who stands for it, each by card and up to a sum; most loans have two. */
const guarantorsOf = (
  desk: Desk,
): Own<readonly { readonly memberId: string; readonly upTo: number }[]> => {
  const { book, language, today } = desk
  const words = lendingFormWords.in(language)
  const currency = currencyOf(desk)
  return {
    fields: places.flatMap((place, i): Field[] => {
      const seldom = { isOptional: i > 0, isFolded: i >= usualPlaces }
      const card = { name: `card${place}`, label: words.guarantorCard(place), ...seldom }
      const sum = { name: `upTo${place}`, label: words.guarantorSum(place), ...seldom }
      return [
        cardField(desk, { ...card, members: book.members }),
        sumField(desk, { ...sum, currency, ...usualLoan(book, today) }),
      ]
    }),
    said: ({ of }) =>
      places.flatMap((place) => {
        const memberId = memberOfCard(book, of(`card${place}`))
        const upTo = sumIn(of(`upTo${place}`), currency)
        return memberId === '' && upTo === 0 ? [] : [{ memberId, upTo }]
      }),
  }
}

/** Members who stand for a loan, each by their own word. */
export const guarantee = atDesk(giveGuarantee, {
  ...besideGates,
  name: 'guarantee',
  about: aboutRequest,
  shown: (desk, { request, kin }) => {
    const words = lendingFormWords.in(desk.language)
    const second = approver(desk, [request.asked.memberId, ...kin])
    return {
      shown: 'meeting',
      told: [requestPart(desk, request), note(words.guaranteeConsent)],
      asks: {
        guarantees: guarantorsOf(desk),
        isGroup: { label: words.isGroup, said: words.yes },
        ...(second.choices.length > 0 && { approvedBy: { ...second, isOptional: true } }),
      },
    }
  },
})

/** The household does not want the loan any more. */
export const withdrawal = atDesk(withdrawRequest, {
  ...besideGates,
  name: 'withdrawal',
  about: aboutRequest,
  shown: (desk, { request }) => ({
    shown: 'stop',
    told: [requestPart(desk, request), note(lendingFormWords.in(desk.language).withdrawalMeaning)],
    asks: besideWho(desk, request.asked.memberId),
  }),
})

/** The household asks the meeting to vote once more. */
export const appeal = atDesk(appealDecision, {
  ...besideGates,
  name: 'appeal',
  about: aboutRequest,
  shown: (desk, { request }) => ({
    shown: 'meeting',
    told: [requestPart(desk, request), note(lendingFormWords.in(desk.language).appealMeaning)],
    asks: {},
  }),
})
