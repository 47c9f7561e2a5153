import { inBlocks } from '#domain/kernel/blocks.ts'
import { type LocalDate, daysBetween } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { stillHeld } from '#domain/loans/held.ts'
import type { NextPayment } from '#domain/loans/early.ts'
import { appealDaysMax } from '#domain/loans/request/steps.ts'
import type { LoanRequest, RequestState } from '#domain/loans/request/request-state.ts'
import { type FundBook, charterOf, loansById } from '#domain/health/book.ts'
import { type RowOf, chosen, rowBy } from '#src/lists/column.ts'
import { type LoanRow, loanColumns, loanRowsOf } from '#src/lists/loans.ts'
import { dueBy } from '#src/app/lending/before-after.ts'
import { nextPaymentIn } from '#src/app/lending/next-payment.ts'

/** Requests that became no loan, or have not yet: those that did are most of an old fund. */
export const notPaidOut = inBlocks((requests: FundBook['requests']) =>
  requests.filter(({ state }) => state !== 'paid-out'),
)

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

const lineColumns = chosen(loanColumns, 'loanId number card principal owed isUnderRelief status')

/** A loan as a line of the register. Sums in smallest units. */
export type ListedLoan = RowOf<typeof lineColumns> & {
  /** What is to be paid next, everything that is late included. */
  readonly next: Pick<NextPayment, 'on' | 'amount'> | undefined
  readonly daysLate: number
  /** Of one that is late, what is asked for on the day itself. */
  readonly dueNow: number
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
  /** Counted as lost; something of them may still come back. */
  readonly givenUp: readonly ListedLoan[]
  /** Those paid off that are asked for: of an old fund they are most of all loans. */
  readonly closed: readonly ListedLoan[]
  readonly closedCount: number
  /** Requests that came to nothing. */
  readonly ended: readonly ListedRequest[]
}

const listedLoan = (book: FundBook, row: LoanRow): ListedLoan => {
  const { loan, daysPastDue, status, asOf } = row
  const daysLate = status === 'open' ? Math.max(daysPastDue, 0) : 0
  const inBook = loansById(book.loans).get(loan.loanId) ?? loan
  return {
    ...rowBy(lineColumns, row),
    card: row.card || '?',
    next: status === 'open' ? nextPaymentIn(book, loan, asOf) : undefined,
    daysLate,
    dueNow: daysLate > 0 ? dueBy(inBook, asOf).total : 0,
    left: {
      notDemanded: loanColumns.notDemanded.of(row) ?? 0,
      papers: stillHeld(loan, asOf).length,
    },
  }
}

type Asked = {
  /** Whose loans; everybody's where it is left out. */
  readonly isShown?: (one: { readonly card: string }) => boolean
  /** Which of the closed ones, that were paid out last first; all of them where it is left out. */
  readonly closed?: (all: readonly LoanRow[]) => readonly LoanRow[]
}

/** Those first that were paid out last. */
export const lastFirst = (rows: readonly LoanRow[]): readonly LoanRow[] =>
  rows.toSorted((a, b) => (a.loan.origin.on > b.loan.origin.on ? -1 : 1))

const rowsIn = (status: LoanRow['status']) =>
  inBlocks((rows: readonly LoanRow[]) => rows.filter((row) => row.status === status))

/** Most loans of an old fund are paid off: nobody goes through them for the few others. */
const rowsOf = { open: rowsIn('open'), givenUp: rowsIn('written-off'), closed: rowsIn('closed') }

/** Loans and requests of a fund as they stand on a day. */
export const loanRegisterOf = (
  book: FundBook,
  asOf: LocalDate,
  { isShown = () => true, closed = lastFirst }: Asked = {},
): LoanRegister => {
  const cards = new Map(book.members.map(({ memberId, card }) => [memberId, card]))
  const cardOf = (memberId: string): string => cards.get(memberId) ?? '?'
  const requests = notPaidOut(book.requests)
    .filter(({ requestedOn }) => requestedOn <= asOf)
    .map((request): ListedRequest => ({
      loanId: request.loanId,
      card: cardOf(request.asked.memberId),
      principal: request.asked.principal,
      months: request.asked.months,
      requestedOn: request.requestedOn,
      state: request.state,
      next: nextStepOf(request, asOf),
    }))
    .filter(isShown)
    .toSorted((a, b) => (`${a.requestedOn} ${a.loanId}` < `${b.requestedOn} ${b.loanId}` ? -1 : 1))
  const loans = loanRowsOf(book, asOf)
  const over = rowsOf.closed(loans).filter(isShown)
  return {
    currency: charterOf(book, asOf).currency,
    asOf,
    waiting: requests.filter(({ next }) => next !== undefined),
    ended: requests.filter(({ next }) => next === undefined),
    open: rowsOf
      .open(loans)
      .filter(isShown)
      .map((row) => listedLoan(book, row))
      .toSorted((a, b) => b.daysLate - a.daysLate || (a.number < b.number ? -1 : 1)),
    givenUp: lastFirst(rowsOf.givenUp(loans).filter(isShown)).map((row) => listedLoan(book, row)),
    closed: closed(over).map((row) => listedLoan(book, row)),
    closedCount: over.length,
  }
}
