import type { FundBook } from '#domain/health/book.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'
import { nextStepOf } from '#src/app/lending/loan-register.ts'
import { type NextAct, eventViewOf, eventsOf } from '#src/app/relief-view.ts'
import type { Act } from '#src/desk/act.ts'
import { appraisal } from '#src/desk/loans/asking.ts'
import { decision, newPlan } from '#src/desk/loans/deciding.ts'
import { disclosure } from '#src/desk/loans/disclosure.ts'
import { payout } from '#src/desk/loans/paying-out.ts'
import { payoutWord } from '#src/desk/loans/payout-word.ts'
import { request } from '#src/desk/loans/request.ts'
import { activation, ratification } from '#src/desk/relief/deciding.ts'

/** What is done beside the table on a phone, by the descriptions of the desk. */
export const besideActs = {
  request,
  appraisal,
  disclosure,
  decision,
  payout,
  payoutWord,
  newPlan,
  activation,
  ratification,
} as const satisfies Readonly<Record<string, Act>>

const gates = { appraisal, disclosure, decision, payout } as const

/** Something that waits for a word of the meeting, and the act that comes next. */
export type Waits = { readonly act: Act; readonly id: string }

/**
 * What comes next of a request. Where its price was read for a day that has gone by, or the money goes out on another day
 * than that, the price is read anew first.
 */
export const nextOfRequest = (one: LoanRequest, on: LocalDate): Waits | undefined => {
  const next = nextStepOf(one, on)
  if (next === undefined || next === 'appeal') return undefined
  const read = one.disclosure?.paidOutOn
  const isAnew =
    read !== undefined && ((next === 'payout' && read !== on) || (next === 'decision' && read < on))
  return { act: isAnew ? disclosure : gates[next], id: one.loanId }
}

const ofEvents: Partial<Readonly<Record<NextAct, Act>>> = { give: activation, ratify: ratification }

/** Events on which the meeting can give its word. */
export const eventsWaiting = (book: FundBook, on: LocalDate): readonly Waits[] =>
  eventsOf(book, on).flatMap(({ eventId }) => {
    const view = eventViewOf(book, eventId, on)
    return (view?.acts ?? []).flatMap((name) => {
      const act = ofEvents[name]
      const isEmpty = name === 'give' && view!.list.length === 0
      return act && !isEmpty ? [{ act, id: eventId }] : []
    })
  })

/** Loans that were paid out on a day and of which nobody has said yet that the money has come. */
export const wordsWaiting = ({ loans }: FundBook, on: LocalDate): readonly Loan[] =>
  loans.filter(
    ({ isVoid, origin, confirmations = [] }) =>
      !isVoid && origin.kind === 'paid-out' && origin.on === on && confirmations.length === 0,
  )

/** Requests that wait for something, as they were asked. */
export const requestsWaiting = (
  { requests, loans }: FundBook,
  on: LocalDate,
): readonly { readonly request: LoanRequest; readonly next: Waits }[] =>
  requests.flatMap((one) => {
    const next = nextOfRequest(one, on)
    const isLent = loans.some(({ loanId }) => loanId === one.loanId)
    return next && !isLent ? [{ request: one, next }] : []
  })
