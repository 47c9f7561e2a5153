import { type LocalDate, monthlyDay, nextMonthlyDay } from '#domain/kernel/dates.ts'
import { cashStepOf, roundDown } from '#domain/kernel/money.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { liquidityPercentOn } from '#domain/fund/charter/savings-rules.ts'
import type { EntryId, WrittenDown } from '#domain/ledger/entry.ts'
import type { SavingsLine } from '#domain/savings/account.ts'

const waitReasons = ['cash-must-stay', 'others-asked-first', 'not-before-loans-return'] as const
export type WaitReason = (typeof waitReasons)[number]

/** What a member is told who asks for own savings: all of it now, or a part now and the rest on a day. */
export type WithdrawalAnswer = {
  readonly payNow: number
  readonly queued: number
  /** The meeting by which the rest is there as far as anybody can tell; with a reason, where it waits. */
  readonly expectedOn?: LocalDate
  readonly why?: WaitReason
}

/** What was asked for, with what was answered; kept by request and member. */
export type WithdrawalRequest = WithdrawalAnswer & {
  readonly requestId: EntryId
  readonly memberId: string
  readonly amount: number
  readonly askedOn: LocalDate
  readonly cancelledOn?: LocalDate
} & WrittenDown
export type Queue = Map<string, WithdrawalRequest>
export const queueKey = (requestId: EntryId, memberId: string): string => `${requestId} ${memberId}`

/** What of a request has been handed out, and what is still to be. */
export type Waiting = WithdrawalRequest & { readonly paid: number; readonly left: number }

/** What is still to be handed out of some requests. */
export const leftOf = (those: readonly Waiting[]): number =>
  those.reduce((sum, one) => sum + one.left, 0)

const paidTypes: readonly string[] = ['SavingsWithdrawn', 'SavingsPaidToHeirs']

/** Who asked first, by the day on which it was written down: nobody gets before others by an earlier day or an id. */
const turnOf = ({ askedOn, writtenOn = askedOn, seq = 0 }: WithdrawalRequest) =>
  [writtenOn, seq] as const

const isBefore = (a: WithdrawalRequest, b: WithdrawalRequest): number => {
  const [[day, seq], [otherDay, otherSeq]] = [turnOf(a), turnOf(b)]
  if (day !== otherDay) return day < otherDay ? -1 : 1
  return seq - otherSeq || (a.requestId < b.requestId ? -1 : a.requestId > b.requestId ? 1 : 0)
}

const inTurn = <Asked extends WithdrawalRequest>(asked: Iterable<Asked>): Asked[] =>
  [...asked].toSorted(isBefore)

const ofOne = (asked: readonly WithdrawalRequest[], lines: readonly SavingsLine[]): Waiting[] => {
  const paid = asked.map(() => 0)
  const handedOut = lines
    .filter(({ type }) => paidTypes.includes(type))
    .toSorted((a, b) => (a.on + a.id < b.on + b.id ? -1 : 1))
  for (const { on, amount } of handedOut) {
    let left = 0 - amount
    for (const [i, one] of asked.entries()) {
      if (one.askedOn > on || (one.cancelledOn !== undefined && one.cancelledOn <= on)) continue
      const part = Math.min(left, one.amount - paid[i]!)
      paid[i] = paid[i]! + part
      left -= part
    }
  }
  return asked.map((one, i) => ({
    ...one,
    paid: paid[i]!,
    left: one.cancelledOn === undefined ? one.amount - paid[i]! : 0,
  }))
}

/**
 * Every request with what was handed out since: savings that a member gets pay the oldest one first. A
 * function of the facts, so that a withdrawal that is written down late finds its request.
 */
export const queueOf = (
  asked: Iterable<WithdrawalRequest>,
  linesOf: (memberId: string) => readonly SavingsLine[],
): Waiting[] =>
  inTurn(
    [...Map.groupBy(inTurn(asked), ({ memberId }) => memberId)].flatMap(([memberId, own]) =>
      ofOne(own, linesOf(memberId)),
    ),
  )

/** What the fund could pay from: all its cash, what of it is not the savers', and all that is saved. */
export type CashAtHand = {
  readonly cash: number
  /** Social fund, grant windows and money that waits for its owner. */
  readonly earmarked: number
  readonly savings: number
}

/** The most that can be handed out so that `percent` of what stays saved is still there in cash. */
export const payable = ({ cash, earmarked, savings }: CashAtHand, percent: number): number =>
  Math.max(
    0,
    Math.min(
      cash - earmarked,
      Math.floor(((cash - earmarked) * 100 - percent * savings) / (100 - percent)),
    ),
  )

/** Principal that falls due on a day that is still ahead. */
export type Coming = { readonly on: LocalDate; readonly amount: number }

/** What is looked at when a member asks: the atHand of the day, what comes in, and who asked before. */
export type Liquidity = {
  readonly atHand: CashAtHand
  readonly coming: readonly Coming[]
  /** Sums that were asked for before and are not handed out. */
  readonly ahead: number
}

const meetingsAhead = 24

/**
 * Paid now as far as the charter's liquidity and the queue let it; the rest gets the first meeting by
 * which the instalments that are to come cover it. Where they never do, the last one that was looked at.
 */
export const answerOn = (
  charter: Charter,
  on: LocalDate,
  { atHand, coming, ahead, amount }: Liquidity & { readonly amount: number },
): WithdrawalAnswer => {
  const now = payable(atHand, liquidityPercentOn(charter, on)) - ahead
  if (now >= amount) return { payNow: amount, queued: 0 }
  const payNow = roundDown(Math.max(now, 0), cashStepOf(charter.currency))
  const first = nextMonthlyDay(on, charter.meetingDay)
  const meetings = Array.from({ length: meetingsAhead }, (_, n) =>
    monthlyDay(first, n, charter.meetingDay),
  )
  const isThere = (day: LocalDate): boolean => {
    const come = coming.reduce((sum, due) => (due.on <= day ? sum + due.amount : sum), 0)
    const then = { ...atHand, cash: atHand.cash + come }
    return payable(then, liquidityPercentOn(charter, day)) - ahead >= amount
  }
  const expectedOn = meetings.find(isThere)
  const isForOthers = now + ahead >= amount
  const why = isForOthers
    ? ('others-asked-first' as const)
    : expectedOn === undefined
      ? ('not-before-loans-return' as const)
      : ('cash-must-stay' as const)
  return { payNow, queued: amount - payNow, expectedOn: expectedOn ?? meetings.at(-1)!, why }
}

/** Takes in what was asked for, in place. */
export const takeInRequest = (queue: Queue, asked: WithdrawalRequest): void =>
  void queue.set(queueKey(asked.requestId, asked.memberId), asked)

/** Takes in that a request was given up, in place. */
export const takeInCancelled = (
  queue: Queue,
  { requestId, memberId }: Pick<WithdrawalRequest, 'requestId' | 'memberId'>,
  cancelledOn: LocalDate,
): void => {
  const key = queueKey(requestId, memberId)
  const asked = queue.get(key)
  if (asked) queue.set(key, { ...asked, cancelledOn })
}
