import { products } from '#domain/fund/charter.ts'
import { charterOf } from '#domain/health/book.ts'
import {
  type Channel,
  type LoanAsked,
  type Purpose,
  channels,
  purposes,
} from '#domain/loans/request-state.ts'
import type { RequestLoan } from '#domain/loans/request.ts'
import type { Filled, Room } from '#src/http/desk/record.ts'
import { sumIn } from '#src/http/desk/typed.ts'
import { type Act, envelopeOf, ofMember } from '#src/http/lending/act.ts'
import { costOf } from '#src/http/lending/cost.ts'
import {
  type Field,
  choiceField,
  choicesOf,
  countField,
  dateField,
  faultsAll,
  sumField,
  tickField,
} from '#src/pages/desk/fields.ts'
import { formWordsAt } from '#src/pages/lending/act-pages.ts'
import { wordsAt } from '#src/pages/lending/parts.ts'
import { currencyName } from '#src/words/locale.ts'

const everyOf = {
  month: { n: 1, unit: 'months' },
  week: { n: 1, unit: 'weeks' },
  '2-weeks': { n: 2, unit: 'weeks' },
  '3-months': { n: 3, unit: 'months' },
} as const
type EveryName = keyof typeof everyOf
const everyNames = Object.keys(everyOf) as EveryName[]
const repayments = ['equal-principal', 'equal-instalment', 'bullet'] as const

/** How often, and how it is spread: seldom other than the usual. */
const planFields = ({ at }: Room): readonly Field[] => {
  const words = formWordsAt(at)
  const more = { fault: words.chooseOne, isOptional: true, isFolded: true }
  return [
    dateField(at, {
      name: 'firstDueOn',
      label: words.firstDueLabel,
      hint: words.dateHint,
      ...more,
      fault: words.dateFault,
    }),
    choiceField({
      name: 'every',
      label: words.everyLabel,
      choices: choicesOf(everyNames, (name) => words[`every_${name}`]),
      ...more,
    }),
    choiceField({
      name: 'repayment',
      label: words.repaymentLabel,
      choices: choicesOf(repayments, (name) => words[`repayment_${name}`]),
      ...more,
    }),
  ]
}

/** By which way somebody leaves, where the loan is for that. */
const migrationFields = ({ at }: Room): readonly Field[] => {
  const words = formWordsAt(at)
  const more = { isOptional: true, isFolded: true }
  return [
    choiceField({
      name: 'channel',
      label: words.channelLabel,
      choices: choicesOf(channels, (name) => words[`channel_${name}`]),
      fault: words.chooseOne,
      ...more,
    }),
    tickField({ name: 'isAdult', label: words.isAdult, said: words.yes, isFolded: true }),
    dateField(at, {
      name: 'agencyCheckedOn',
      label: words.agencyCheckedOn,
      hint: words.dateHint,
      fault: words.dateFault,
      ...more,
    }),
  ]
}

const migrationIn = ({ of }: Filled): Pick<LoanAsked, 'migration'> => {
  const [channel, agencyCheckedOn] = [of('channel'), of('agencyCheckedOn')]
  if (channel === '') return {}
  const checked = agencyCheckedOn === '' ? {} : { agencyCheckedOn }
  const isAdult = of('isAdult') === 'yes'
  return { migration: { channel: channel as Channel, isAdult, ...checked } }
}

const requestFields = (room: Room): readonly Field[] => {
  const { at, book, today } = room
  const words = formWordsAt(at)
  const life = wordsAt(at)
  const { currency } = charterOf(book, today)
  return [
    sumField(at, {
      name: 'principal',
      label: words.principalLabel(currencyName(currency, at.language)),
      currency,
      isLarge: true,
    }),
    countField({
      name: 'months',
      label: words.monthsLabel,
      hint: words.monthsHint,
      faults: faultsAll(words.monthsFault),
    }),
    choiceField({
      name: 'product',
      label: words.productLabel,
      choices: choicesOf(products, (product) => life[`product_${product}`]),
      fault: words.productFault,
      as: 'radios',
    }),
    choiceField({
      name: 'purpose',
      label: words.purposeLabel,
      hint: words.purposeHint,
      choices: choicesOf(purposes, (purpose) => life[`purpose_${purpose}`]),
      fault: words.purposeFault,
    }),
    ...planFields(room),
    ...migrationFields(room),
  ]
}

/** What is asked for, as the form says it; a month and equal principal are said by saying nothing. */
const askedIn = ({ book, today }: Room, memberId: string, filled: Filled): LoanAsked => {
  const { of, id } = filled
  const every = of('every') as EveryName | '' | 'month'
  const repayment = of('repayment') as (typeof repayments)[number] | ''
  const plan = {
    ...(every === '' || every === 'month' ? {} : { every: everyOf[every] }),
    ...(repayment === '' ? {} : { repayment }),
  }
  return {
    // The request's own entry gives the loan its name.
    loanId: id,
    memberId,
    product: of('product') as LoanAsked['product'],
    principal: sumIn(of('principal'), charterOf(book, today).currency),
    months: Number(of('months')),
    purpose: of('purpose') as Purpose,
    ...(of('firstDueOn') === '' ? {} : { firstDueOn: of('firstDueOn') }),
    ...(Object.keys(plan).length === 0 ? {} : { plan }),
    ...migrationIn(filled),
  }
}

export const request = ofMember(
  { name: 'request', rule: 'RequestLoan' },
  (room, memberId): Act => ({
    shown: 'loans',
    fields: requestFields(room),
    command: (filled): RequestLoan => ({
      ...envelopeOf(filled),
      type: 'RequestLoan',
      ...askedIn(room, memberId, filled),
    }),
    more: (filled) => costOf(room, askedIn(room, memberId, filled), filled.day),
  }),
)
