import { owedOutside } from '#domain/fund/borrowing.ts'
import { type LocalDate, later } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import { balanceOf } from '#domain/ledger/balances.ts'
import { postedOf } from '#domain/ledger/balance-list.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { type EarlyPayment, type NextPayment, earlyPaymentOf } from '#domain/loans/early.ts'
import type { RequestState } from '#domain/loans/request/request-state.ts'
import type { LoanStanding } from '#domain/loans/standing.ts'
import type { EventKind } from '#domain/relief/relief.ts'
import { type FundBook, charterOf, standingsOn, total } from '#domain/health/book.ts'
import { windowOf } from '#domain/relief/windows.ts'
import { notPaidOut } from '#src/app/lending/loan-register.ts'
import { nextMeetingOf, nextPaymentIn } from '#src/app/lending/next-payment.ts'
import { ownLineOf } from '#src/app/relief-view.ts'
import { heldBy } from '#src/app/members/savings-view.ts'
import { type OwnLine, newestLinesOf } from '#src/app/household/own-lines.ts'

/** A stretch of days in which nothing falls due on a loan, and why. */
type OwnRelief = {
  readonly eventId: string
  /** Decided here, and not declined: the household can still say that it does not want it. */
  readonly mayDecline: boolean
  readonly kind: EventKind
  readonly from: LocalDate
  readonly to: LocalDate
}

/** An event of which the household has said that it wants no relief, while others are still helped. */
type OwnNo = { readonly eventId: string; readonly kind: EventKind; readonly on: LocalDate }

export type OwnLoan = {
  readonly loanId: string
  readonly number: string
  readonly owed: number
  readonly next: NextPayment
  readonly early: EarlyPayment
  /** Windows that have not ended. */
  readonly relief: readonly OwnRelief[]
}

/** A loan that was asked for and is not paid out. */
export type OwnRequest = {
  readonly loanId: string
  readonly principal: number
  readonly state: RequestState
}

/** What the fund knows of one member's money on a day, and nothing of anybody else's. Smallest units. */
export type OwnView = {
  readonly memberId: string
  readonly card: string
  readonly isFormer: boolean
  readonly currency: Currency
  readonly asOf: LocalDate
  readonly savings: number
  /** What of the savings stands in shares, and what is free. */
  readonly shares: number
  readonly free: number
  /** What the fund owes to lenders outside, as every member is told. */
  readonly owedOutside: number
  readonly owed: number
  /** Paid beyond what was owed; waits for its owner to say what it is for. */
  readonly waiting: number
  readonly loans: readonly OwnLoan[]
  readonly requests: readonly OwnRequest[]
  readonly declined: readonly OwnNo[]
  /** Emergency loans: what can be taken today, and what was promised for a season. */
  readonly line: ReturnType<typeof ownLineOf>
  readonly nextMeeting: LocalDate
  /** The newest first. */
  readonly lines: readonly OwnLine[]
  readonly lineCount: number
}

const linesShown = 10

const balanceOn = ({ balances }: FundBook, account: AccountId, day: LocalDate): number =>
  balanceOf(postedOf(balances), account, day)

const mayDecline = (book: FundBook, eventId: string, memberId: string): boolean => {
  const told = book.events.find((event) => event.eventId === eventId)?.told
  return told !== undefined && !told.declined.some((one) => one.memberId === memberId)
}

const reliefOf = (book: FundBook, { loan }: LoanStanding, asOf: LocalDate): OwnRelief[] =>
  loan.deferrals
    .filter(({ to }) => to >= asOf)
    .map(({ eventId, from, to }) => ({
      eventId,
      mayDecline: mayDecline(book, eventId, loan.memberId),
      kind: book.events.find((event) => event.eventId === eventId)?.kind ?? 'other',
      from,
      to,
    }))

/** Told for as long as relief on the event would last, so that nobody has to ask whether the no was heard. */
const declinedOf = (book: FundBook, memberId: string, asOf: LocalDate): OwnNo[] =>
  book.events.flatMap(({ eventId, kind, told, touched }) => {
    const own = told?.declined.find((one) => one.memberId === memberId && one.on <= asOf)
    if (!told || !own || told.endedOn !== undefined) return []
    const last = touched.map(({ to }) => to).reduce(later, windowOf(charterOf(book, asOf), told).to)
    return last >= asOf ? [{ eventId, kind, on: own.on }] : []
  })

/** The day to show figures of: today, or the fund's first day where that has not come yet. */
export const dayToShow = ({ fund }: FundBook, today: LocalDate): LocalDate =>
  later(today, fund.openedOn)

const requestsOf = (book: FundBook, memberId: string, asOf: LocalDate): OwnRequest[] =>
  notPaidOut(book.requests)
    .filter(
      ({ asked, requestedOn, state }) =>
        asked.memberId === memberId && requestedOn <= asOf && state !== 'withdrawn',
    )
    .map(({ loanId, asked, state }) => ({ loanId, principal: asked.principal, state }))

/** Shares and free savings of one member, as decisions count them. */
const ownShares = (
  book: FundBook,
  memberId: string,
  { asOf, savingsPostings: postings }: { asOf: LocalDate; savingsPostings: readonly PostingRow[] },
): { readonly shares: number; readonly free: number } => {
  const { shares, free } = heldBy({ book, postings }, memberId, asOf)
  return { shares, free }
}

/** A member's own page; undefined when the fund has no such member. */
export const ownViewOf = (
  book: FundBook,
  memberId: string,
  asked: { readonly asOf: LocalDate; readonly savingsPostings: readonly PostingRow[] },
): OwnView | undefined => {
  const { asOf } = asked
  const member = book.members.find((found) => found.memberId === memberId)
  if (!member) return undefined
  const nextMeeting = nextMeetingOf(book, asOf)
  const loans = standingsOn(book, asOf, memberId).flatMap((standing): OwnLoan[] => {
    const { loanId, number } = standing.loan
    // The loan as it stands in the books, later windows included, as for its standing.
    const loan = standing.whole
    const early = earlyPaymentOf(loan, asOf)
    const next = nextPaymentIn(book, loan, asOf)
    const relief = reliefOf(book, standing, asOf)
    return early && next ? [{ loanId, number, owed: standing.owed, next, early, relief }] : []
  })
  const { lines, count } = newestLinesOf(book, memberId, { ...asked, newest: linesShown })
  return {
    memberId,
    card: member.card,
    isFormer: !isMemberOn(member, asOf),
    currency: charterOf(book, asOf).currency,
    asOf,
    savings: 0 - balanceOn(book, `liability:savings:${memberId}`, asOf),
    ...ownShares(book, memberId, asked),
    owedOutside: total(book.borrowings.map((one) => owedOutside(one, asOf))),
    owed: total(loans.map(({ owed }) => owed)),
    waiting: 0 - balanceOn(book, `liability:suspense:${memberId}`, asOf),
    loans,
    requests: requestsOf(book, memberId, asOf),
    declined: declinedOf(book, memberId, asOf),
    line: ownLineOf(book, memberId, asOf),
    nextMeeting,
    lines: lines.toReversed(),
    lineCount: count,
  }
}
