import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { dayBefore, daysCovered, earlier, later } from '#domain/kernel/dates.ts'
import { type Posting, difference } from '#domain/ledger/posting.ts'
import { books } from '#domain/loans/books.ts'
import { type Loan, isLent, withDeferrals } from '#domain/loans/loan.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'
import {
  type ReliefEvent,
  type TouchedLoan,
  isEventCode,
  windowsOf,
} from '#domain/relief/relief.ts'
import type { Relieving } from '#domain/relief/relieving.ts'
import { eventId, eventKind, touchedLoans } from '#domain/relief/shapes.ts'
import { eventAndLoans } from '#domain/relief/subjects.ts'

/** Six months, at their longest. */
const daysMax = 184

/** Days that one loan is given in all, overlapping windows counted once. */
const daysGiven = (touched: readonly TouchedLoan[], loanId: string): number => {
  const spans = touched.filter((touch) => touch.loanId === loanId)
  const first = spans.map(({ from }) => from).reduce(earlier)
  return daysCovered(spans, dayBefore(first), spans.map(({ to }) => to).reduce(later))
}

const touchedFault = (loans: ReadonlyMap<string, Loan>, touched: readonly TouchedLoan[]) => {
  for (const [i, { loanId, from, to }] of touched.entries()) {
    if (!isLent(loans, loanId)) return invalid('loan-unknown', `/touched/${i}/loanId`)
    if (to < from) return invalid('window-cannot-hold', `/touched/${i}`)
  }
  return undefined
}

/** The difference that the windows of an event make to the books of all loans that it touches. */
const moved = (loans: ReadonlyMap<string, Loan>, event: ReliefEvent): readonly Posting[] =>
  [...new Set(event.touched.map(({ loanId }) => loanId))].flatMap((loanId) => {
    const loan = loans.get(loanId)!
    return difference(books(loan), books(withDeferrals(loan, windowsOf(event, loanId))))
  })

/**
 * Relief that a village has given already: one act over named loans, all of them in one entry. Dates move; number
 * and size of instalments never grow and interest in the window is never made up.
 */
export const recordRelief = operation({
  command: 'RecordRelief',
  entry: 'ReliefRecorded',
  oneHand: 'money',
  asks: { eventId, kind: eventKind, touched: touchedLoans },
  keeps: ['eventId', 'kind', 'touched'],
  may: recordKeeper,
  second: 'none',
  minutes: 'told',
  isReversible: false,
  decide: ({ events, loans }: Pick<Relieving, 'events' | 'loans'>, command) => {
    const { eventId: of, touched, effectiveOn: declaredOn } = command
    if (!isEventCode(of)) return invalid('event-not-a-code', '/eventId')
    const fault = touchedFault(loans, touched)
    if (fault) return fault
    if (events.has(of)) return refused('event-already-declared')
    const isLong = touched.some(({ loanId }) => daysGiven(touched, loanId) > daysMax)
    return recorded({
      flags: flagsOf({ 'without-vote': true, 'longer-than-rule': isLong }),
      postings: moved(loans, { ...command, declaredOn }),
    })
  },
  about: ({ eventId: of, touched }) =>
    eventAndLoans(
      of,
      touched.map(({ loanId }) => loanId),
    ),
})
