import { dateField, daysField } from '#src/desk/day-fields.ts'
import {
  type BurdenBand,
  type RequestedLoan,
  requestedLoan,
  lenderKinds,
} from '#domain/loans/request/request-state.ts'
import { type Asks, type Own, allOf, known } from '#src/desk/asking.ts'
import { type Desk, currencyOf } from '#src/desk/desk.ts'
import { choiceField, choicesOf, countField, faultsAll } from '#src/desk/fields.ts'
import { usualLoan } from '#src/desk/doubts.ts'
import { lendersOf } from '#src/desk/loans/lenders.ts'
import { currencyName } from '#src/words/locale.ts'
import { quoteFormWords } from '#src/words/quote-words.ts'
import { askingWords, lendingFormWords, lendingWords } from '#src/words/words.ts'

type Plan = NonNullable<RequestedLoan['plan']>

/** How often it is paid; what is usual is said by saying nothing. */
const rhythms = [
  { name: 'month', every: undefined },
  { name: 'week', every: { n: 1, unit: 'weeks' } },
  { name: '2-weeks', every: { n: 2, unit: 'weeks' } },
  { name: '3-months', every: { n: 3, unit: 'months' } },
] as const

/** As many days as a line of a form may carry. */
const daysMax = 18

const daysIn = (text: string): readonly string[] => (text === '' ? [] : text.split(' '))

/** How often it is paid and, beside it, from which day on. */
const everyOf = (desk: Desk): Own<Plan['every']> => {
  const words = lendingFormWords.in(desk.language)
  const more = { isOptional: true, fold: askingWords.in(desk.language).foldPlan }
  return {
    fields: [
      choiceField({
        name: 'every',
        label: words.everyLabel,
        choices: rhythms.map(({ name }) => ({ value: name, label: words[`every_${name}`] })),
        fault: words.chooseOne,
        ...more,
      }),
      dateField(desk, {
        name: 'firstDueOn',
        label: words.firstDueLabel,
        hint: words.dateHint,
        fault: words.dateFault,
        ...more,
      }),
    ],
    said: ({ of }) => rhythms.find(({ name }) => name === of('every'))?.every,
  }
}

/** Days of one's own, where it is not paid every so often. */
const dueOnOf = (desk: Desk): Own<Plan['dueOn']> => {
  const words = askingWords.in(desk.language)
  const field = daysField(desk, {
    name: 'dueOn',
    label: words.dueOn,
    hint: words.dueOnHint(String(daysMax)),
    fault: words.dueOnFault(String(daysMax)),
    fold: words.foldPlan,
    daysMax,
  })
  return {
    fields: [field],
    said: ({ of }) => {
      const days = daysIn(of('dueOn'))
      return days.length === 0 ? undefined : days
    },
  }
}

/** For how many payments no interest is asked, and whether it is asked later. */
const graceOnInterestOf = ({ language }: Desk): Own<Plan['graceOnInterest']> => {
  const words = quoteFormWords.in(language)
  const more = { isOptional: true, fold: askingWords.in(language).foldPlan }
  return {
    fields: [
      countField({
        name: 'graceOnInterest',
        label: words.graceOnInterest,
        faults: faultsAll(words.faultNumber),
        ...more,
      }),
      choiceField({
        name: 'graceIs',
        label: words.graceIs,
        choices: choicesOf(['deferred', 'forgiven'] as const, (one) =>
          one === 'deferred' ? words.deferred : words.forgiven,
        ),
        fault: lendingFormWords.in(language).chooseOne,
        ...more,
      }),
    ],
    said: ({ of }) => {
      const instalments = Number(of('graceOnInterest'))
      const is = of('graceIs') === 'forgiven' ? 'forgiven' : 'deferred'
      return instalments === 0 ? undefined : { instalments, is }
    },
  }
}

/** How often, and how it is spread: seldom other than the usual. */
const planOf = (desk: Desk): Own<Plan | undefined> => {
  const words = lendingFormWords.in(desk.language)
  const quote = quoteFormWords.in(desk.language)
  const { foldPlan: fold } = askingWords.in(desk.language)
  const remainders = {
    last: quote.remainderLast,
    first: quote.remainderFirst,
    spread: quote.remainderSpread,
  }
  const { fields, said } = allOf(desk, requestedLoan.plan.of, {
    every: everyOf(desk),
    dayOfMonth: {
      label: quote.dayOfMonth,
      hint: quote.dayOfMonthHint,
      fault: quote.faultDayOfMonth,
      max: 31,
      fold,
    },
    dueOn: dueOnOf(desk),
    repayment: {
      label: words.repaymentLabel,
      each: (one) => words[`repayment_${one}`],
      fault: words.chooseOne,
      fold,
    },
    graceOnPrincipal: { label: quote.graceOnPrincipal, fault: quote.faultNumber, fold },
    graceOnInterest: graceOnInterestOf(desk),
    remainder: {
      label: quote.remainder,
      each: (one) => remainders[one],
      among: ['last', 'first', 'spread'],
      fault: words.chooseOne,
      fold,
    },
    balloon: { label: quote.balloon, isMoney: true, fold, ...usualLoan(desk.book, desk.today) },
  })
  return {
    fields,
    said: (filled) => {
      const plan = said(filled)
      return Object.keys(plan).length === 0 ? undefined : plan
    },
  }
}

/** By which way somebody leaves, where the loan is for that. */
const migrationOf = (desk: Desk): Own<RequestedLoan['migration']> => {
  const words = lendingFormWords.in(desk.language)
  const asking = askingWords.in(desk.language)
  const fold = asking.foldLeaving
  // At a desk an agency is named by the number on its paper; programs know its id in the register.
  const { agencyId: _id, ...typed } = requestedLoan.migration.of
  const { fields, said } = allOf(desk, typed, {
    channel: {
      label: words.channelLabel,
      each: (one) => words[`channel_${one}`],
      fault: words.chooseOne,
      isOptional: true,
      fold,
    },
    isAdult: { label: words.isAdult, said: words.yes, fold },
    agencyCheckedOn: {
      label: words.agencyCheckedOn,
      hint: words.dateHint,
      fault: words.dateFault,
      fold,
    },
    agencyLicence: {
      label: words.agencyLicence,
      hint: words.agencyLicenceHint,
      fault: words.agencyLicenceFault,
      fold,
    },
    recruitmentFee: { label: asking.recruitmentFee, hint: asking.recruitmentFeeHint, fold },
  })
  return {
    fields,
    said: (filled) => (filled.of('channel') === '' ? undefined : said(filled)),
  }
}

/** Whose debt is paid off, by kind, and what the plan for it said of the burden. */
const buyOutOf = (desk: Desk): Own<RequestedLoan['buyOut']> => {
  const words = askingWords.in(desk.language)
  const form = lendingFormWords.in(desk.language)
  const fold = words.foldBuyOut
  const band = (label: string) => ({
    label,
    each: (one: BurdenBand) => words[`band_${one}`],
    fault: form.chooseOne,
    fold,
  })
  const { fields, said } = allOf(desk, requestedLoan.buyOut.of, {
    lenderKinds: lendersOf(desk, lenderKinds, { label: words.lender, fold }),
    burdenBefore: band(words.burdenBefore),
    burdenAfter: band(words.burdenAfter),
    lightens: { label: words.lightens, said: form.yes, fold },
  })
  return {
    fields,
    said: (filled) => {
      const buyOut = said(filled)
      const isNone = filled.of('purpose') !== 'buy-out' || buyOut.lenderKinds.length === 0
      return isNone ? undefined : buyOut
    },
  }
}

/** All that a request can say: what is always asked, and what is seldom needed in folds of its own. */
export const requestAsks = (desk: Desk): Asks<typeof requestedLoan, 'memberId'> => {
  const { language } = desk
  const words = lendingFormWords.in(language)
  const life = lendingWords.in(language)
  const asking = askingWords.in(language)
  const fold = asking.foldPrice
  const { monthsLabel: label, monthsHint: hint, monthsFault: fault } = words
  return {
    // The request's own entry gives the loan its name.
    loanId: known(({ id }) => id),
    principal: {
      label: words.principalLabel(currencyName(currencyOf(desk), language)),
      isMoney: true,
      isLarge: true,
      ...usualLoan(desk.book, desk.today),
    },
    months: {
      fields: [countField({ name: 'months', label, hint, faults: faultsAll(fault) })],
      // Days of one's own are as many payments.
      said: ({ of }) => daysIn(of('dueOn')).length || Number(of('months')),
    },
    product: {
      label: words.productLabel,
      each: (one) => life[`product_${one}`],
      fault: words.productFault,
      as: 'radios',
    },
    purpose: {
      label: words.purposeLabel,
      hint: words.purposeHint,
      each: (one) => life[`purpose_${one}`],
      fault: words.purposeFault,
    },
    plan: planOf(desk),
    firstDueOn: known(({ of }) => of('firstDueOn') || undefined),
    fee: { label: asking.fee, hint: asking.feeHint, fold },
    deposit: { label: asking.deposit, fold },
    security: {
      label: asking.security,
      hint: asking.securityHint,
      each: (one) => asking[`security_${one}`],
      fault: words.chooseOne,
      fold,
    },
    migration: migrationOf(desk),
    buyOut: buyOutOf(desk),
  }
}
