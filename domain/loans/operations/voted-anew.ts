import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { day, id, optional } from '#domain/kernel/shape.ts'
import { ballot } from '#domain/fund/meeting/ballot.ts'
import { rateOfProduct } from '#domain/fund/charter/charter.ts'
import { capOfMonth, isRateAbove, lowerRate } from '#domain/loans/as-written.ts'
import { beyondOf, isUnfair } from '#domain/loans/beyond.ts'
import { bookDifference } from '#domain/loans/books.ts'
import { type Lending, loanOf, loanUnknown, voteFault } from '#domain/loans/lending.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { loanMonths } from '#domain/loans/request/request-state.ts'
import { dueDayOf, firstDueAfter } from '#domain/loans/plan/schedule.ts'
import { duesOf, walk } from '#domain/loans/plan/village-convention.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { operation } from '#domain/operations/operation.ts'

/**
 * The largest instalment to come by the new plan against the largest that was ever agreed; money that was
 * brought early was none of them.
 */
const wouldGrow = (before: Loan, after: Loan, on: string): boolean => {
  const repayments = before.repayments.map((one) => ({ ...one, early: 'next' as const }))
  const agreed = duesOf({ ...before, repayments }).map(({ principal }) => principal)
  const toCome = walk(after, on).dues.filter((due) => due.on > on)
  return Math.max(...toCome.map(({ principal }) => principal)) > Math.max(...agreed)
}

/**
 * A household that cannot pay as agreed gets more time for what it owes: never a higher instalment. By a vote
 * like the one that lent it: all that is owed is spread anew, and nothing is added to it.
 */
export const rescheduleLoan = operation({
  command: 'RescheduleLoan',
  entry: 'LoanRescheduled',
  oneHand: 'decision',
  asks: { loanId: id('loan'), months: loanMonths, firstDueOn: optional(day), ballot },
  keeps: ['loanId', 'ballot'],
  may: recordKeeper,
  second: (command) => command.ballot.confirmedBy,
  concerns: ({ loanId }) => ({ loanId }),
  minutes: 'told',
  isReversible: true,
  decide: (now: Lending, command) => {
    const { id: entryId, loanId, months: instalments, ballot: held, effectiveOn: on } = command
    const loan = loanOf(now, loanId)
    if (!loan) return loanUnknown
    if (command.firstDueOn !== undefined && command.firstDueOn <= on)
      return invalid('loan-cannot-hold', '/firstDueOn')
    const { memberId } = loan
    const { owed: amount } = walk(loan, on)
    if (amount === 0 || on < loan.origin.on) return refused('loan-not-open')
    const fault = voteFault(now, { ballot: held, memberId, amount, isForTheMeeting: false }, on)
    if (fault) return fault
    const { meetingDay } = now.charter.charter
    const { dueDay: ownDay } = loan.terms
    const firstDueOn = command.firstDueOn ?? firstDueAfter(on, meetingDay)
    // Where no day was said it is that of the meetings now, also where the first one is cut short by February.
    const usual = command.firstDueOn === undefined ? [meetingDay] : [ownDay, meetingDay]
    const terms = { instalments, firstDueOn, dueDay: dueDayOf(firstDueOn, ...usual) }
    const change = { id: entryId, on, ...terms }
    const after = { ...loan, planChanges: [...(loan.planChanges ?? []), change] }
    if (wouldGrow(loan, after, on)) return refused('instalment-would-grow')
    return recorded({ ...terms, flags: [], postings: bookDifference(loan, after) })
  },
  about: ({ loanId }) => [{ kind: 'loan', key: loanId }],
})

/** The charter's own rate of the day, as far as that makes nothing dearer. */
const ownRate = ({ terms }: Loan, { charter: { charter }, fairCap }: Lending): string =>
  lowerRate(
    lowerRate(rateOfProduct(charter, terms.product), capOfMonth(fairCap)),
    terms.rateMonthlyPercent,
  )

/** Whether there is anything to convert: terms of an older book, once, that are flat, dear, or dearer than the charter's. */
const isConvertible = (loan: Loan, rate: string): boolean => {
  const { terms, conversions = [] } = loan
  if (terms.asWritten?.method === undefined || conversions.length > 0) return false
  return isUnfair(loan) || isRateAbove(terms.rateMonthlyPercent, rate)
}

/**
 * The meeting makes a loan of an older book one of the fund's own: the charter's rate, and nothing beyond it. Only the
 * meeting gives up what an older book asks. Principal falls due as before, so that nothing grows.
 */
export const convertLoan = operation({
  command: 'ConvertLoan',
  entry: 'LoanConverted',
  oneHand: 'decision',
  asks: { loanId: id('loan'), ballot },
  keeps: ['loanId', 'ballot'],
  may: recordKeeper,
  second: (command) => command.ballot.confirmedBy,
  concerns: ({ loanId }) => ({ loanId }),
  minutes: 'told',
  isReversible: true,
  decide: (now: Lending, { id: entryId, loanId, ballot: held, effectiveOn: on }) => {
    const loan = loanOf(now, loanId)
    if (!loan) return loanUnknown
    const { owed: amount } = walk(loan, on)
    if (amount === 0 || on < loan.origin.on) return refused('loan-not-open')
    const rateMonthlyPercent = ownRate(loan, now)
    if (!isConvertible(loan, rateMonthlyPercent)) return refused('nothing-to-convert')
    const { memberId } = loan
    const fault = voteFault(now, { ballot: held, memberId, amount, isForTheMeeting: true }, on)
    if (fault) return fault
    return recorded({
      /** What it bears from its day on. */
      rateMonthlyPercent,
      charterVersion: now.charter.version,
      /** What the older terms would have asked beyond that by the day, given up for good. */
      givenUp: beyondOf(loan, on)?.open ?? 0,
      flags: [],
      postings: bookDifference(loan, {
        ...loan,
        conversions: [{ id: entryId, on, rateMonthlyPercent }],
      }),
    })
  },
  about: ({ loanId }) => [{ kind: 'loan', key: loanId }],
})
