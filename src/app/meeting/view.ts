import { boxRowsOn } from '#domain/ledger/box-list.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { isAwayCountDue } from '#domain/fund/meeting/away.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import type { Meeting } from '#domain/fund/meeting/meetings.ts'
import { quorumOf } from '#domain/fund/hands.ts'
import { hasVoteOn } from '#domain/fund/people/members.ts'
import { type FundBook, charterOf, total } from '#domain/health/book.ts'
import type { SettledRow } from '#domain/ledger/rows.ts'
import { openDisputes } from '#domain/health/trust-findings.ts'
import { type NextStep, nextStepOf, notPaidOut } from '#src/app/lending/loan-register.ts'
import { meetingOn } from '#domain/health/meetings.ts'
import { closedBefore, expectedOpening } from '#src/app/meeting/meetings.ts'

/** Who was at a meeting, and whether they were enough to decide. */
export type Attendance = {
  readonly present: number
  readonly womenPresent: number
  /** How many a quorum is counted from. */
  readonly members: number
  readonly needed: number
  readonly isQuorum: boolean
  readonly isTaken: boolean
}

/** What entries of one kind moved in the box on the day; out is negative. */
type BoxMove = { readonly entryType: string; readonly amount: number }

export type MeetingView = {
  readonly on: LocalDate
  readonly currency: Currency
  readonly boxMax: number
  readonly meeting: Meeting | undefined
  readonly attendance: Attendance
  readonly moves: readonly BoxMove[]
  /** What must lie in the box at the opening, and now. */
  readonly expectedAtOpening: number
  readonly expectedNow: number
  /** Cash that counts of the day found missing; too much is negative. */
  readonly missing: number
  readonly last: Meeting | undefined
  readonly requestsWaiting: number
  readonly payoutsWaiting: number
  readonly disputesOpen: number
  readonly isAwayDue: boolean
}

/** Attendance by the list of the day: a quorum is counted from those who have a vote on it. */
export const attendanceOn = (book: FundBook, day: LocalDate): Attendance => {
  const meeting = meetingOn(book, day)
  const present = new Set(meeting?.present)
  const members = book.members.filter((member) => hasVoteOn(member, day)).length
  const needed = quorumOf(members, charterOf(book, day))
  return {
    present: present.size,
    womenPresent: book.members.filter(({ memberId, sex }) => sex === 'f' && present.has(memberId))
      .length,
    members,
    needed,
    isQuorum: present.size >= needed,
    isTaken: present.size + (meeting?.absent.length ?? 0) > 0,
  }
}

const isCount = (entryType: string): boolean =>
  entryType === 'MeetingOpened' || entryType === 'MeetingClosed'

/** Private savings are told with all others, so that no meeting points at whoever saves in private. */
const kindOf = ({ entryType, amount, isBack }: SettledRow): string => {
  if (entryType !== 'PrivateSavingsMoved') return entryType
  return amount > 0 !== (isBack === true) ? 'SavingsDeposited' : 'SavingsWithdrawn'
}

/** What moved in the box on a day, kind by kind, differences of counts left out. */
const movesOn = ({ cashPostings }: FundBook, day: LocalDate): BoxMove[] => {
  const own = boxRowsOn(cashPostings, day).filter(
    ({ on, entryType }) => on === day && !isCount(entryType) && entryType !== 'FundFounded',
  )
  return [...Map.groupBy(own, kindOf)]
    .map(([entryType, rows]) => ({ entryType, amount: total(rows.map(({ amount }) => amount)) }))
    .filter(({ amount }) => amount !== 0)
}

/** What the committee does with a request before it is agreed; whether to appeal is the borrower's to say. */
const beforeAgreed: readonly (NextStep | undefined)[] = ['appraisal', 'disclosure', 'decision']

const waitingFor = (book: FundBook, day: LocalDate, steps: typeof beforeAgreed): number =>
  notPaidOut(book.requests).filter((request) => steps.includes(nextStepOf(request, day))).length

/** A meeting as its desk shows it: what was done, what waits, what must lie in the box. */
export const meetingViewOf = (book: FundBook, on: LocalDate): MeetingView => {
  const { currency, boxMax } = charterOf(book, on)
  const meeting = meetingOn(book, on)
  const moves = movesOn(book, on)
  const expectedAtOpening = expectedOpening(book, on)
  const atStart = meeting?.opening?.amount ?? expectedAtOpening
  const counted = boxRowsOn(book.cashPostings, on).filter(
    ({ on: bookOn, entryType }) => bookOn === on && isCount(entryType),
  )
  return {
    on,
    currency,
    boxMax,
    meeting,
    attendance: attendanceOn(book, on),
    moves,
    expectedAtOpening,
    expectedNow: atStart + total(moves.map(({ amount }) => amount)),
    missing: 0 - total(counted.map(({ amount }) => amount)),
    last: closedBefore(book, on),
    requestsWaiting: waitingFor(book, on, beforeAgreed),
    payoutsWaiting: waitingFor(book, on, ['payout']),
    disputesOpen: openDisputes(book, on).length,
    isAwayDue: isAwayCountDue(book.fund, on),
  }
}

/** How many are members on a day, at home or away. */
export const membersOn = ({ members }: FundBook, day: LocalDate) =>
  members.filter((member) => isMemberOn(member, day))
