import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { type QueueReason, type Queued, queueOf } from '#domain/fairness/queue.ts'
import { type FundBook, charterOf, total } from '#domain/health/book.ts'
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
import { type NextStep, nextStepOf } from '#src/app/lending/loan-register.ts'

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

const cashOf = async (book: FundBook, postingsOf: Waiting, asOf: LocalDate): Promise<Lendable> => {
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
  book.requests.filter(
    (one) => one.requestedOn <= asOf && waitingStates.includes(one.state) && !isLent(book, one),
  )

/** The requests that wait for a vote on a day, by the rule alone. */
const inOrder = (book: FundBook, asOf: LocalDate): readonly Queued[] => {
  const levels = new Map(book.members.map((one) => [one.memberId, one.povertyLevel]))
  return queueOf(
    waitingOn(book, asOf).map((one) => ({ ...one, povertyLevel: levels.get(one.asked.memberId) })),
  )
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
  const members = new Map(book.members.map((member) => [member.memberId, member]))
  const cardOf = (memberId: string): string => members.get(memberId)?.card ?? '?'
  const byId = new Map(waitingOn(book, asOf).map((one) => [one.loanId, one]))
  const cash = await cashOf(book, postingsOf, asOf)
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
    }
  })
  const refused = book.requests
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
  return { currency, asOf, cash, lines, refused }
}
