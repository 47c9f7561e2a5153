import { charterOf } from '#domain/health/book.ts'
import {
  type BurdenBand,
  type Channel,
  type LoanAsked,
  type Purpose,
  type Security,
  lenderKinds,
} from '#domain/loans/request-state.ts'
import type { PlanChoices } from '#domain/loans/agreed.ts'
import { quoteFault } from '#domain/loans/quote.ts'
import type { Filled, Room } from '#src/http/desk/record.ts'
import { sumIn } from '#src/desk/typed.ts'
import { questionOf } from '#src/app/quoting.ts'
import {
  type EveryName,
  everyOf,
  type graces,
  type remainders,
  type repayments,
} from '#src/http/lending/request-fields.ts'
import { formWordsAt } from '#src/pages/lending/act-pages.ts'
import { quoteFormWords } from '#src/words/quote-words.ts'
import { askingWords } from '#src/words/words.ts'

type Sum = (name: string) => number

const daysIn = (text: string): readonly string[] => (text === '' ? [] : text.split(' '))

/** What is other than the usual; a month and equal principal are said by saying nothing. */
const planIn = ({ of }: Filled, sum: Sum): Pick<LoanAsked, 'plan'> => {
  const every = of('every') as EveryName | ''
  const repayment = of('repayment') as (typeof repayments)[number] | ''
  const remainder = of('remainder') as (typeof remainders)[number] | ''
  const dueOn = daysIn(of('dueOn'))
  const [onPrincipal, onInterest] = [Number(of('graceOnPrincipal')), Number(of('graceOnInterest'))]
  const is = (of('graceIs') || 'deferred') as (typeof graces)[number]
  const plan: PlanChoices = {
    ...(every === '' || every === 'month' ? {} : { every: everyOf[every] }),
    ...(dueOn.length === 0 ? {} : { dueOn }),
    ...(repayment === '' ? {} : { repayment }),
    ...(remainder === '' ? {} : { remainder }),
    ...(onPrincipal === 0 ? {} : { graceOnPrincipal: onPrincipal }),
    ...(onInterest === 0 ? {} : { graceOnInterest: { instalments: onInterest, is } }),
    ...(sum('balloon') === 0 ? {} : { balloon: sum('balloon') }),
  }
  return Object.keys(plan).length === 0 ? {} : { plan }
}

const migrationIn = ({ of }: Filled, sum: Sum): Pick<LoanAsked, 'migration'> => {
  const [channel, agencyCheckedOn] = [of('channel'), of('agencyCheckedOn')]
  const recruitmentFee = sum('recruitmentFee')
  if (channel === '') return {}
  return {
    migration: {
      channel: channel as Channel,
      isAdult: of('isAdult') === 'yes',
      ...(agencyCheckedOn === '' ? {} : { agencyCheckedOn }),
      ...(recruitmentFee === 0 ? {} : { recruitmentFee }),
    },
  }
}

const buyOutIn = ({ of }: Filled): Pick<LoanAsked, 'buyOut'> => {
  const paid = lenderKinds.filter((kind) => of(`lender-${kind}`) === 'yes')
  const [before, after] = [of('burdenBefore'), of('burdenAfter')]
  if (of('purpose') !== 'buy-out' || paid.length === 0) return {}
  return {
    buyOut: {
      lenderKinds: paid,
      ...(before === '' ? {} : { burdenBefore: before as BurdenBand }),
      ...(after === '' ? {} : { burdenAfter: after as BurdenBand }),
      ...(of('lightens') === 'yes' ? { lightens: true } : {}),
    },
  }
}

/** What is asked for, as the form says it. */
export const askedIn = ({ book, today }: Room, memberId: string, filled: Filled): LoanAsked => {
  const { of, id } = filled
  const { currency } = charterOf(book, today)
  const sum: Sum = (name) => sumIn(of(name), currency)
  const days = daysIn(of('dueOn')).length
  return {
    // The request's own entry gives the loan its name.
    loanId: id,
    memberId,
    product: of('product') as LoanAsked['product'],
    principal: sum('principal'),
    // Days of one's own are as many payments.
    months: days === 0 ? Number(of('months')) : days,
    purpose: of('purpose') as Purpose,
    ...(of('firstDueOn') === '' ? {} : { firstDueOn: of('firstDueOn') }),
    ...planIn(filled, sum),
    ...(sum('fee') === 0 ? {} : { fee: sum('fee') }),
    ...(sum('deposit') === 0 ? {} : { deposit: sum('deposit') }),
    ...(of('security') === '' ? {} : { security: of('security') as Security }),
    ...migrationIn(filled, sum),
    ...buyOutIn(filled),
  }
}

/** Where the form tells what a plan cannot hold, by the domain's name for it. */
const places: Readonly<Record<string, string>> = {
  principal: 'principal',
  firstDueOn: 'firstDueOn',
  dueOn: 'dueOn',
  graceOnPrincipal: 'graceOnPrincipal',
  graceOnInterest: 'graceOnInterest',
  balloon: 'balloon',
  fee: 'fee',
}

/** What is wrong with a field only beside the others: told at the field where it can be mended. */
export const faultsAmong = (
  room: Room,
  memberId: string,
  filled: Filled,
): ReadonlyMap<string, string> => {
  const { language } = room.at
  const asking = askingWords.in(language)
  const quote = quoteFormWords.in(language)
  const { of, day } = filled
  if (of('dueOn') !== '' && (of('every') !== '' || of('firstDueOn') !== ''))
    return new Map([['dueOn', asking.dueOnOrEvery]])
  if (of('firstDueOn') !== '' && of('firstDueOn') <= day)
    return new Map([['firstDueOn', quote.faultFirstDueOn]])
  if (of('graceIs') !== '' && of('graceOnInterest') === '')
    return new Map([['graceOnInterest', asking.graceIsMissing]])
  const fault = quoteFault(
    charterOf(room.book, day),
    questionOf(askedIn(room, memberId, filled), day),
  )
  if (fault === undefined) return new Map()
  const said: Readonly<Record<string, string>> = {
    principal: quote.faultPrincipal,
    firstDueOn: quote.faultFirstDueOn,
    dueOn: quote.faultDueOn,
    graceOnPrincipal: quote.faultGraceOnPrincipal,
    graceOnInterest: quote.faultGraceOnInterest,
    balloon: quote.faultBalloon,
    fee: quote.faultFee,
  }
  const place = places[fault] ?? 'months'
  return new Map([[place, said[place] ?? formWordsAt(room.at).monthsFault]])
}
