import { charterOf } from '#domain/health/book.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import { requestLoan } from '#domain/loans/operations/asking.ts'
import { quoteFault } from '#domain/loans/plan/quote.ts'
import type { RequestedLoan } from '#domain/loans/request/request-state.ts'
import { questionOf } from '#src/app/lending/quoting.ts'
import { aboutMember } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import type { Filled } from '#src/desk/asking.ts'
import type { Desk } from '#src/desk/desk.ts'
import { costOfRequest, priceTyped } from '#src/desk/loans/cost.ts'
import { borrowingLimits } from '#src/desk/loans/limits.ts'
import { placeOf } from '#src/desk/places.ts'
import { requestAsks } from '#src/desk/loans/request-fields.ts'
import { quoteFormWords } from '#src/words/quote-words.ts'
import { askingWords, lendingFormWords } from '#src/words/words.ts'

/** What a plan cannot hold, told at the field where it can be mended. */
const planFault = (
  { book, language }: Desk,
  asked: Envelope & RequestedLoan,
): readonly [field: string, said: string] | undefined => {
  const words = quoteFormWords.in(language)
  const said: Readonly<Record<string, string>> = {
    principal: words.faultPrincipal,
    firstDueOn: words.faultFirstDueOn,
    dueOn: words.faultDueOn,
    graceOnPrincipal: words.faultGraceOnPrincipal,
    graceOnInterest: words.faultGraceOnInterest,
    balloon: words.faultBalloon,
    dayOfMonth: askingWords.in(language).dayOfMonthOrFirst,
    fee: words.faultFee,
  }
  const { effectiveOn: on } = asked
  const fault = quoteFault(charterOf(book, on), questionOf(asked, on))
  if (fault === undefined) return undefined
  const told = said[fault]
  return told === undefined ? ['months', lendingFormWords.in(language).monthsFault] : [fault, told]
}

/** A day of the month where it is not paid by months. */
const hasOddDay = (plan: RequestedLoan['plan']): boolean =>
  plan?.dayOfMonth !== undefined &&
  (plan.dueOn !== undefined || (plan.every?.unit ?? 'months') !== 'months')

/** The first field that is wrong only beside the others, and what is wrong with it. */
const faultAmong = (
  desk: Desk,
  asked: Envelope & RequestedLoan,
  { of }: Filled,
): readonly [field: string, said: string] | undefined => {
  const words = askingWords.in(desk.language)
  const { firstDueOn, plan, effectiveOn: on } = asked
  if (plan?.dueOn && (of('every') !== '' || firstDueOn !== undefined))
    return ['dueOn', words.dueOnOrEvery]
  if (hasOddDay(plan)) return ['dayOfMonth', words.dayOfMonthOrFirst]
  if (firstDueOn !== undefined && firstDueOn <= on)
    return ['firstDueOn', quoteFormWords.in(desk.language).faultFirstDueOn]
  if (of('graceIs') !== '' && !plan?.graceOnInterest)
    return ['graceOnInterest', words.graceIsMissing]
  return planFault(desk, asked)
}

/** A household asks for a loan. */
export const request = atDesk(requestLoan, {
  leads: (at, { entryId }) => placeOf.loan(at, entryId),
  isAtOnce: true,
  name: 'request',
  about: aboutMember,
  shown: async (desk, { member }) => ({
    shown: 'loans',
    told: await borrowingLimits(desk, member.memberId),
    prefilled: { product: 'normal' },
    dayFold: lendingFormWords.in(desk.language).anotherDay,
    submit: lendingFormWords.in(desk.language).act_request,
    asks: requestAsks(desk),
    check: (command, filled) => {
      const fault = faultAmong(desk, command, filled)
      return new Map(fault && [fault])
    },
    price: (command) => priceTyped(desk, command),
    effect: (command) => {
      const told = costOfRequest(desk, command)
      const isUnusual = told.some((part) => part.is === 'loan-price' && part.rulings.length > 0)
      return { told, isUnusual }
    },
  }),
})
