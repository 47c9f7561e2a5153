import { type LocalDate, daysBetween } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { beyondOf } from '#domain/loans/beyond.ts'
import { stillHeld } from '#domain/loans/held.ts'
import { appealDaysMax } from '#domain/loans/steps.ts'
import type { LoanRequest, RequestState } from '#domain/loans/request-state.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { LoanStanding } from '#domain/loans/standing.ts'
import { type FundBook, charterOf, standingsOn } from '#domain/health/book.ts'
import { dueBy } from '#src/app/before-after.ts'
import { nextMeetingOf } from '#src/app/own-view.ts'

/** What a request waits for; undefined where nothing more can be done about it. */
export type NextStep = 'appraisal' | 'disclosure' | 'decision' | 'payout' | 'appeal'

/** The step that the state of a request asks for on a day. */
export const nextStepOf = (
  { state, decision, disclosure, appealedOn }: LoanRequest,
  day: LocalDate,
): NextStep | undefined => {
  switch (state) {
    case 'requested':
      return 'appraisal'
    case 'appraised':
    case 'appealed':
      return disclosure === undefined ? 'disclosure' : 'decision'
    case 'approved':
      return 'payout'
    case 'refused': {
      const mayAppeal = appealedOn === undefined && daysBetween(decision!.on, day) <= appealDaysMax
      return mayAppeal ? 'appeal' : undefined
    }
    case 'withdrawn':
    case 'paid-out':
      return undefined
  }
}

export type ListedRequest = {
  readonly loanId: string
  readonly card: string
  readonly principal: number
  readonly months: number
  readonly requestedOn: LocalDate
  readonly state: RequestState
  readonly next: NextStep | undefined
}

/** A loan as a line of the register. Sums in smallest units. */
export type ListedLoan = {
  readonly loanId: string
  readonly number: string
  readonly card: string
  readonly principal: number
  readonly owed: number
  /** What is to be paid next, everything that is late included: the next instalment, else at the next meeting. */
  readonly next: { readonly on: LocalDate; readonly amount: number } | undefined
  readonly daysLate: number
  readonly isUnderRelief: boolean
  readonly status: LoanStanding['status']
  /** What an older book left on it: interest that is not demanded, and how many papers are held. */
  readonly left: { readonly notDemanded: number; readonly papers: number }
}

export type LoanRegister = {
  readonly currency: Currency
  readonly asOf: LocalDate
  /** The oldest first: whoever asked first is heard first. */
  readonly waiting: readonly ListedRequest[]
  /** The latest first, then by number. */
  readonly open: readonly ListedLoan[]
  readonly closed: readonly ListedLoan[]
  /** Requests that came to nothing. */
  readonly ended: readonly ListedRequest[]
}

const paymentOn = (loan: Loan, on: LocalDate) => ({ on, amount: dueBy(loan, on).total })

type Listing = {
  readonly card: string
  readonly nextMeeting: LocalDate
  readonly asOf: LocalDate
}

const listedLoan = (
  { loan, whole, owed, nextDue, daysPastDue, isUnderRelief, status }: LoanStanding,
  { card, nextMeeting, asOf }: Listing,
): ListedLoan => ({
  loanId: loan.loanId,
  number: loan.number,
  card,
  principal: loan.terms.principal,
  owed,
  next: status === 'open' ? paymentOn(loan, nextDue?.on ?? nextMeeting) : undefined,
  daysLate: status === 'open' ? Math.max(daysPastDue, 0) : 0,
  isUnderRelief,
  status,
  left: {
    notDemanded: beyondOf(whole, asOf)?.open ?? 0,
    papers: stillHeld(loan, asOf).length,
  },
})

/** All loans and requests of a fund as they stand on a day. */
export const loanRegisterOf = (book: FundBook, asOf: LocalDate): LoanRegister => {
  const cards = new Map(book.members.map(({ memberId, card }) => [memberId, card]))
  const cardOf = (memberId: string): string => cards.get(memberId) ?? '?'
  const requests = book.requests
    .filter(({ state, requestedOn }) => state !== 'paid-out' && requestedOn <= asOf)
    .map((request): ListedRequest => ({
      loanId: request.loanId,
      card: cardOf(request.asked.memberId),
      principal: request.asked.principal,
      months: request.asked.months,
      requestedOn: request.requestedOn,
      state: request.state,
      next: nextStepOf(request, asOf),
    }))
    .toSorted((a, b) => (`${a.requestedOn} ${a.loanId}` < `${b.requestedOn} ${b.loanId}` ? -1 : 1))
  const nextMeeting = nextMeetingOf(book, asOf)
  const loans = standingsOn(book, asOf).map((standing) =>
    listedLoan(standing, { card: cardOf(standing.loan.memberId), nextMeeting, asOf }),
  )
  return {
    currency: charterOf(book, asOf).currency,
    asOf,
    waiting: requests.filter(({ next }) => next !== undefined),
    ended: requests.filter(({ next }) => next === undefined),
    open: loans
      .filter(({ status }) => status === 'open')
      .toSorted((a, b) => b.daysLate - a.daysLate || (a.number < b.number ? -1 : 1)),
    closed: loans.filter(({ status }) => status !== 'open'),
  }
}
