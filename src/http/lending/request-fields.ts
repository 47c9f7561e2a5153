import { products } from '#domain/fund/charter.ts'
import { charterOf } from '#domain/health/book.ts'
import {
  burdenBands,
  channels,
  lenderKinds,
  purposes,
  securities,
} from '#domain/loans/request-state.ts'
import type { Room } from '#src/http/desk/record.ts'
import {
  type Field,
  choiceField,
  choicesOf,
  countField,
  dateField,
  daysField,
  faultsAll,
  sumField,
  tickField,
} from '#src/desk/fields.ts'
import { formWordsAt } from '#src/pages/lending/act-pages.ts'
import { wordsAt } from '#src/pages/lending/parts.ts'
import { quoteFormWords } from '#src/words/quote-words.ts'
import { askingWords, buyOutWords } from '#src/words/words.ts'
import { currencyName } from '#src/words/locale.ts'

export const everyOf = {
  month: { n: 1, unit: 'months' },
  week: { n: 1, unit: 'weeks' },
  '2-weeks': { n: 2, unit: 'weeks' },
  '3-months': { n: 3, unit: 'months' },
} as const
export type EveryName = keyof typeof everyOf
const everyNames = Object.keys(everyOf) as EveryName[]
export const repayments = ['equal-principal', 'equal-instalment', 'bullet'] as const
export const graces = ['deferred', 'forgiven'] as const

const remainderWords = {
  last: 'remainderLast',
  first: 'remainderFirst',
  spread: 'remainderSpread',
} as const
export const remainders = ['last', 'first', 'spread'] as const

/** As many days as a line of a form may carry. */
const daysMax = 18

const currencyOf = ({ book, today }: Room) => charterOf(book, today).currency

/** How often, and how it is spread: seldom other than the usual. */
const planFields = (room: Room): readonly Field[] => {
  const { at } = room
  const words = formWordsAt(at)
  const asking = askingWords.in(at.language)
  const quote = quoteFormWords.in(at.language)
  const more = { isOptional: true, fold: asking.foldPlan }
  const choice = { ...more, fault: words.chooseOne }
  const count = { ...more, faults: faultsAll(quote.faultNumber) }
  return [
    choiceField({
      name: 'every',
      label: words.everyLabel,
      choices: choicesOf(everyNames, (name) => words[`every_${name}`]),
      ...choice,
    }),
    dateField(at, {
      name: 'firstDueOn',
      label: words.firstDueLabel,
      hint: words.dateHint,
      ...more,
      fault: words.dateFault,
    }),
    daysField(at, {
      name: 'dueOn',
      label: asking.dueOn,
      hint: asking.dueOnHint(String(daysMax)),
      fault: asking.dueOnFault(String(daysMax)),
      fold: asking.foldPlan,
      daysMax,
    }),
    choiceField({
      name: 'repayment',
      label: words.repaymentLabel,
      choices: choicesOf(repayments, (name) => words[`repayment_${name}`]),
      ...choice,
    }),
    countField({ name: 'graceOnPrincipal', label: quote.graceOnPrincipal, ...count }),
    countField({ name: 'graceOnInterest', label: quote.graceOnInterest, ...count }),
    choiceField({
      name: 'graceIs',
      label: quote.graceIs,
      choices: choicesOf(graces, (name) => quote[name]),
      ...choice,
    }),
    choiceField({
      name: 'remainder',
      label: quote.remainder,
      choices: choicesOf(remainders, (name) => quote[remainderWords[name]]),
      ...choice,
    }),
    sumField(at, { name: 'balloon', label: quote.balloon, currency: currencyOf(room), ...more }),
  ]
}

/** What makes a loan dearer than its rate, and what would be held for it. */
const priceFields = (room: Room): readonly Field[] => {
  const { at } = room
  const currency = currencyOf(room)
  const words = askingWords.in(at.language)
  const more = { isOptional: true, fold: words.foldPrice }
  return [
    sumField(at, { name: 'fee', label: words.fee, hint: words.feeHint, currency, ...more }),
    sumField(at, { name: 'deposit', label: words.deposit, currency, ...more }),
    choiceField({
      name: 'security',
      label: words.security,
      hint: words.securityHint,
      choices: choicesOf(securities, (name) => words[`security_${name}`]),
      fault: formWordsAt(at).chooseOne,
      ...more,
    }),
  ]
}

/** By which way somebody leaves, where the loan is for that. */
const leavingFields = (room: Room): readonly Field[] => {
  const { at } = room
  const words = formWordsAt(at)
  const asking = askingWords.in(at.language)
  const fold = asking.foldLeaving
  return [
    choiceField({
      name: 'channel',
      label: words.channelLabel,
      choices: choicesOf(channels, (name) => words[`channel_${name}`]),
      fault: words.chooseOne,
      isOptional: true,
      fold,
    }),
    tickField({ name: 'isAdult', label: words.isAdult, said: words.yes, fold }),
    dateField(at, {
      name: 'agencyCheckedOn',
      label: words.agencyCheckedOn,
      hint: words.dateHint,
      fault: words.dateFault,
      isOptional: true,
      fold,
    }),
    sumField(at, {
      name: 'recruitmentFee',
      label: asking.recruitmentFee,
      hint: asking.recruitmentFeeHint,
      currency: currencyOf(room),
      isOptional: true,
      fold,
    }),
  ]
}

/** Whose debt is paid off, by kind, and what the plan for it said of the burden. */
const buyOutFields = ({ at }: Room): readonly Field[] => {
  const words = askingWords.in(at.language)
  const kinds = buyOutWords.in(at.language)
  const fold = words.foldBuyOut
  const band = (name: 'burdenBefore' | 'burdenAfter'): Field =>
    choiceField({
      name,
      label: words[name],
      choices: choicesOf(burdenBands, (one) => words[`band_${one}`]),
      fault: formWordsAt(at).chooseOne,
      isOptional: true,
      fold,
    })
  const said = formWordsAt(at).yes
  return [
    ...lenderKinds.map((kind) =>
      tickField({ name: `lender-${kind}`, label: words.lender(kinds[`kind-${kind}`]), said, fold }),
    ),
    band('burdenBefore'),
    band('burdenAfter'),
    tickField({ name: 'lightens', label: words.lightens, said, fold }),
  ]
}

/** All that a request can say: what is always asked, and what is seldom needed in folds of its own. */
export const requestFields = (room: Room): readonly Field[] => {
  const { at } = room
  const words = formWordsAt(at)
  const life = wordsAt(at)
  const currency = currencyOf(room)
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
    ...priceFields(room),
    ...leavingFields(room),
    ...buyOutFields(room),
  ]
}
