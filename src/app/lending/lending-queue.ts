import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import {
  type QueueReason,
  type Queued,
  type Waiting as Ranked,
  comesBefore,
  queueOf,
} from '#domain/fairness/queue.ts'
import { type FundBook, charterOf, membersById, total } from '#domain/health/book.ts'
import type { Lendable } from '#domain/health/lendable.ts'
import { appealDaysMax } from '#domain/loans/request/steps.ts'
import type {
  LoanRequest,
  RefusalReason,
  RequestState,
} from '#domain/loans/request/request-state.ts'
import { queueOf as savingsQueueOf } from '#domain/savings/queue.ts'
import type { FundViews } from '#domain/ports.ts'
import { lendableIn } from '#src/app/lending/lendable-cash.ts'
import { type NextStep, nextStepOf, notPaidOut } from '#src/app/lending/loan-register.ts'

/** A request that was served before another one, although it comes after it by the rule. */
export type Jumper = { readonly loanId: string; readonly card: string; readonly on: LocalDate }

/** A request that was voted on and waits for its money; what it gets is set aside, so that it comes before all who wait for a vote. */
export type PromisedLine = Pick<
  QueueLine,
  'loanId' | 'memberId' | 'card' | 'principal' | 'months' | 'jumpedBy'
> & { readonly approvedOn: LocalDate }

/** A request that waits for its vote, where it stands and why. Sums in smallest units. */
export type QueueLine = {
  readonly loanId: string
  readonly memberId: string
  readonly card: string
  readonly place: number
  readonly reasons: readonly QueueReason[]
  readonly principal: number
  readonly months: number
  readonly requestedOn: LocalDate
  readonly state: RequestState
  readonly next: NextStep | undefined
  /** Whether the cash of the day covers it, and all that stand before it. */
  readonly isReached: boolean
  /** Who was voted on since, or of those approved was paid since, and stood behind it. */
  readonly jumpedBy: readonly Jumper[]
}

/** A request that a vote said no to, and until when the meeting can be asked. */
export type RefusedLine = Pick<
  QueueLine,
  'loanId' | 'memberId' | 'card' | 'principal' | 'months'
> & {
  readonly refusedOn: LocalDate
  readonly reason: RefusalReason | undefined
  /** Undefined where the meeting was asked already, or the time for it is over. */
  readonly appealUntil: LocalDate | undefined
}

export type LendingQueue = {
  readonly currency: Currency
  readonly asOf: LocalDate
  readonly cash: Lendable
  /** In the order in which money goes out: those who were promised it first. */
  readonly approved: readonly PromisedLine[]
  readonly lines: readonly QueueLine[]
  readonly refused: readonly RefusedLine[]
}

const waitingStates: readonly RequestState[] = ['requested', 'appraised', 'appealed']

const isLent = ({ loans }: FundBook, { loanId }: LoanRequest): boolean =>
  loans.some((loan) => loan.loanId === loanId)

type Waiting = (
  accounts: readonly `liability:savings:${string}`[],
) => ReturnType<FundViews['postings']>

/** What savers have asked for and not been handed out yet: it goes before any new loan. */
const withdrawalsWaiting = async (
  { withdrawals }: FundBook,
  postingsOf: Waiting,
  asOf: LocalDate,
): Promise<number> => {
  const asked = withdrawals.filter(({ askedOn }) => askedOn <= asOf)
  const account = (memberId: string) => `liability:savings:${memberId}` as const
  const rows = await postingsOf([...new Set(asked.map(({ memberId }) => account(memberId)))])
  const linesOf = (memberId: string) =>
    rows
      .filter((row) => row.account === account(memberId) && row.effectiveOn <= asOf)
      .map(({ seq, entryType, effectiveOn, amount }) => ({
        id: String(seq),
        type: entryType,
        on: effectiveOn,
        amount: 0 - amount,
      }))
  return total(savingsQueueOf(asked, linesOf).map(({ left }) => left))
}

export const lendingCashOf = async (
  book: FundBook,
  postingsOf: Waiting,
  asOf: LocalDate,
): Promise<Lendable> => {
  const askedBySavers = await withdrawalsWaiting(book, postingsOf, asOf)
  return lendableIn(book, asOf, askedBySavers)
}

const refusedLine = (
  { loanId, asked, decision, appealedOn }: LoanRequest,
  { card, asOf }: { readonly card: string; readonly asOf: LocalDate },
): RefusedLine => {
  const until = daysAfter(decision!.on, appealDaysMax)
  return {
    loanId,
    memberId: asked.memberId,
    card,
    principal: asked.principal,
    months: asked.months,
    refusedOn: decision!.on,
    reason: decision!.reason,
    appealUntil: appealedOn === undefined && asOf <= until ? until : undefined,
  }
}

const waitingOn = (book: FundBook, asOf: LocalDate): readonly LoanRequest[] =>
  notPaidOut(book.requests).filter(
    (one) => one.requestedOn <= asOf && waitingStates.includes(one.state) && !isLent(book, one),
  )

type RankedRequest = LoanRequest & Ranked

/** With what the rule looks at besides. */
const ranked = (book: FundBook, requests: readonly LoanRequest[]): readonly RankedRequest[] => {
  const levels = new Map(book.members.map((one) => [one.memberId, one.povertyLevel]))
  return requests.map((one) => ({ ...one, povertyLevel: levels.get(one.asked.memberId) }))
}

/** The requests that wait for a vote on a day, by the rule alone. */
const inOrder = (book: FundBook, asOf: LocalDate): readonly Queued[] =>
  queueOf(ranked(book, waitingOn(book, asOf)))

/** When a request was approved, undefined where it was not by a day. */
const approvedOn = ({ decision }: LoanRequest, asOf: LocalDate): LocalDate | undefined =>
  decision?.outcome === 'approved' && decision.on <= asOf ? decision.on : undefined

/** Whoever stands behind a request by the rule and was served by the day that is looked at, since it waits. */
const jumpersOf = (
  book: FundBook,
  one: RankedRequest,
  { since, served }: { since: LocalDate; served: (of: LoanRequest) => LocalDate | undefined },
): readonly Jumper[] =>
  ranked(book, book.requests).flatMap((other) => {
    const on = other.loanId === one.loanId ? undefined : served(other)
    if (on === undefined || on < since || !comesBefore(one, other)) return []
    const card = book.members.find(({ memberId }) => memberId === other.asked.memberId)?.card ?? '?'
    return [{ loanId: other.loanId, card, on }]
  })

/** Those whose money is promised, by the rule, each with whoever was paid before them. */
const promisedLines = (book: FundBook, asOf: LocalDate): readonly PromisedLine[] => {
  const waiting = ranked(
    book,
    notPaidOut(book.requests).filter((one) => one.state === 'approved' && !isLent(book, one)),
  ).filter((one) => approvedOn(one, asOf) !== undefined)
  const paidOn = ({ loanId }: LoanRequest): LocalDate | undefined => {
    const loan = book.loans.find((one) => one.loanId === loanId)
    return loan && loan.origin.on <= asOf ? loan.origin.on : undefined
  }
  return queueOf(waiting).map(({ loanId }) => {
    const one = waiting.find((request) => request.loanId === loanId)!
    const since = approvedOn(one, asOf)!
    const { memberId, principal, months } = one.asked
    return {
      loanId,
      memberId,
      card: book.members.find((member) => member.memberId === memberId)?.card ?? '?',
      principal,
      months,
      approvedOn: since,
      jumpedBy: jumpersOf(book, one, { since, served: paidOn }),
    }
  })
}

/** Where one request stands, of how many, and why there. */
export type QueuePlace = Pick<Queued, 'place' | 'reasons'> & { readonly of: number }

/** Where a request stands; undefined where it waits for no vote. */
export const placeInQueue = (
  book: FundBook,
  loanId: string,
  asOf: LocalDate,
): QueuePlace | undefined => {
  const all = inOrder(book, asOf)
  const own = all.find((one) => one.loanId === loanId)
  return own && { place: own.place, reasons: own.reasons, of: all.length }
}

/** Requests in the order of the rule with the cash that reaches them, and those that were refused. */
export const lendingQueueOf = async (
  book: FundBook,
  postingsOf: Waiting,
  asOf: LocalDate,
): Promise<LendingQueue> => {
  const members = membersById(book.members)
  const cardOf = (memberId: string): string => members.get(memberId)?.card ?? '?'
  const byId = new Map(ranked(book, waitingOn(book, asOf)).map((one) => [one.loanId, one]))
  const cash = await lendingCashOf(book, postingsOf, asOf)
  let left = cash.lendable
  const lines = inOrder(book, asOf).map(({ loanId, place, reasons }): QueueLine => {
    const one = byId.get(loanId)!
    const { memberId, principal, months } = one.asked
    left -= principal
    return {
      loanId,
      memberId,
      card: cardOf(memberId),
      place,
      reasons,
      principal,
      months,
      requestedOn: one.requestedOn,
      state: one.state,
      next: nextStepOf(one, asOf),
      // Nobody further down is reached over the head of somebody who is not.
      isReached: left >= 0,
      jumpedBy: jumpersOf(book, one, {
        // Of the day itself nobody knows whether it was asked before that vote.
        since: daysAfter(one.appealedOn ?? one.requestedOn, 1),
        served: (other) => approvedOn(other, asOf),
      }),
    }
  })
  const refused = notPaidOut(book.requests)
    .filter(({ state, decision }) => state === 'refused' && decision!.on <= asOf)
    .map((one) => refusedLine(one, { card: cardOf(one.asked.memberId), asOf }))
    .toSorted((a, b) =>
      a.refusedOn === b.refusedOn
        ? a.loanId < b.loanId
          ? -1
          : 1
        : a.refusedOn < b.refusedOn
          ? 1
          : -1,
    )
  const { currency } = charterOf(book, asOf)
  return { currency, asOf, cash, approved: promisedLines(book, asOf), lines, refused }
}
