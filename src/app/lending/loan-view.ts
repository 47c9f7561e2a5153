import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Ballot } from '#domain/fund/meeting/voting.ts'
import {
  type LoanRequest,
  type RefusalReason,
  stoodFor,
} from '#domain/loans/request/request-state.ts'
import type { NextPayment } from '#domain/loans/early.ts'
import { claimOf } from '#domain/loans/books.ts'
import { type LoanStanding, standingOf } from '#domain/loans/standing.ts'
import { paidOutOn } from '#domain/loans/loan.ts'
import { calendarOf, periodAt } from '#domain/loans/plan/loan-calendar.ts'
import type { FundViews, Journal } from '#domain/ports.ts'
import { type FundBook, loansById, requestsById } from '#domain/health/book.ts'
import { type LoanDue, dueBy, settlementOn } from '#src/app/lending/before-after.ts'
import { nextPaymentIn } from '#src/app/lending/next-payment.ts'
import { type LoanFact, entriesOf, factsOf } from '#src/app/lending/loan-facts.ts'

export type InstalmentState = 'paid' | 'paidLate' | 'dueLate' | 'dueAhead' | 'deferred' | 'off'

export type Instalment = {
  readonly on: LocalDate
  readonly principal: number
  readonly state: InstalmentState
  /** When all principal due up to and with it had been paid. */
  readonly paidOn: LocalDate | undefined
}

/** Who decided, as far as it is told: how many, never who. */
export type Decided = {
  readonly on: LocalDate
  readonly outcome: 'approved' | 'refused'
  readonly reason: RefusalReason | undefined
  readonly by: 'officers' | 'meeting'
  readonly yes: number
  readonly no: number
  readonly recused: number
  /** Of a meeting, how many were there. */
  readonly present: number | undefined
  readonly confirmedBy: string
}

/** A member who stands for the loan, and for how much of it now. */
type Guarantor = { readonly card: string; readonly upTo: number; readonly now: number }

/** What was asked for, and what became of it. Cards stand for members. */
export type RequestView = {
  readonly request: LoanRequest
  readonly card: string
  readonly appraisedBy: string | undefined
  readonly decided: Decided | undefined
  readonly guarantors: readonly Guarantor[]
}

export type LoanView = {
  readonly asOf: LocalDate
  readonly card: string
  readonly paidOutOn: LocalDate
  readonly standing: LoanStanding
  readonly instalments: readonly Instalment[]
  readonly facts: readonly LoanFact[]
  /** Undefined for a loan that nobody asked for in these books. */
  readonly asked: RequestView | undefined
  /** What the fund could still ask for of a loan that was given up. */
  readonly claim: number
  readonly moneyBackUntil: LocalDate | undefined
  /** What is to be paid next; undefined where nothing is owed. */
  readonly next: NextPayment | undefined
  /** What is asked for on the day itself, and what would pay all of it off. */
  readonly due: LoanDue
  readonly settlement: number
}

const cardIn =
  ({ members }: FundBook) =>
  (memberId: string): string =>
    members.find((member) => member.memberId === memberId)?.card ?? '?'

/** A ballot as it is told. */
export const countedIn = (ballot: Ballot) => {
  const isBy = (vote: 'yes' | 'no'): number =>
    ballot.by === 'meeting'
      ? ballot.hands[vote]
      : ballot.votes.filter((one) => one.vote === vote).length
  return {
    by: ballot.by,
    yes: isBy('yes'),
    no: isBy('no'),
    recused: ballot.recused.length,
    present: ballot.by === 'meeting' ? ballot.hands.present : undefined,
  }
}

/** A request as a page tells it; `owed` is what is owed of the loan that came of it. */
export const requestViewOf = (
  book: FundBook,
  request: LoanRequest,
  owed: number = request.asked.principal,
): RequestView => {
  const card = cardIn(book)
  const { decision, appraisal, guarantees, asked } = request
  return {
    request,
    card: card(asked.memberId),
    appraisedBy: appraisal && card(appraisal.appraisedBy),
    decided: decision && {
      on: decision.on,
      outcome: decision.outcome,
      reason: decision.reason,
      ...countedIn(decision.ballot),
      confirmedBy: card(decision.ballot.confirmedBy),
    },
    guarantors: guarantees.map((guarantee) => ({
      card: card(guarantee.memberId),
      upTo: guarantee.upTo,
      now: stoodFor(guarantee, owed),
    })),
  }
}

const stateOf = (
  { on, paidOn }: Pick<Instalment, 'on' | 'paidOn'>,
  { asOf, isWrittenOff }: { readonly asOf: LocalDate; readonly isWrittenOff: boolean },
): InstalmentState => {
  if (paidOn !== undefined) return paidOn <= on ? 'paid' : 'paidLate'
  if (isWrittenOff) return 'off'
  return on < asOf ? 'dueLate' : 'dueAhead'
}

/** Instalments with the day on which each was paid in full, and the month ends that relief put off. */
const instalmentsOf = (
  { loan, dues, splits, status }: LoanStanding,
  asOf: LocalDate,
): Instalment[] => {
  let soFar = 0
  const fallDue = dues.map(({ on, principal }): Instalment => {
    soFar += principal
    let paid = 0
    const paidOn = splits.find((split) => (paid += split.principal) >= soFar)?.on
    const isWrittenOff = status === 'written-off'
    return { on, principal, paidOn, state: stateOf({ on, paidOn }, { asOf, isWrittenOff }) }
  })
  const last = dues.at(-1)?.on ?? ''
  const putOff: Instalment[] = []
  const calendar = calendarOf(loan)
  for (let k = 0; periodAt(calendar, k).on < last; k += 1) {
    const { on, isDeferred } = periodAt(calendar, k)
    if (isDeferred) putOff.push({ on, principal: 0, state: 'deferred', paidOn: undefined })
  }
  return [...fallDue, ...putOff].toSorted((a, b) => (a.on < b.on ? -1 : 1))
}

/** A loan with its schedule and everything that happened to it; undefined before it was in these books. */
export const loanViewOf = async (
  store: FundViews & Journal,
  fundId: string,
  {
    book,
    loanId,
    asOf,
  }: { readonly book: FundBook; readonly loanId: string; readonly asOf: LocalDate },
): Promise<LoanView | undefined> => {
  // As it stands in the book, windows of relief that were declared later included: as every page tells its payments.
  const inBook = loansById(book.loans).get(loanId)
  const standing = inBook && standingOf(inBook, asOf)
  if (!standing) return undefined
  const { loan } = standing
  const request = requestsById(book.requests).get(loanId)
  const { moneyBackUntil } = loan
  return {
    asOf,
    card: cardIn(book)(loan.memberId),
    paidOutOn: paidOutOn(loan),
    standing,
    instalments: instalmentsOf(standing, asOf),
    facts: factsOf(book, standing, await entriesOf(store, fundId, standing)),
    asked: request && requestViewOf(book, request, standing.owed),
    claim: claimOf(loan),
    next: nextPaymentIn(book, loan, asOf),
    due: dueBy(inBook, asOf),
    settlement: settlementOn(inBook, asOf),
    moneyBackUntil:
      moneyBackUntil !== undefined && asOf <= moneyBackUntil ? moneyBackUntil : undefined,
  }
}
