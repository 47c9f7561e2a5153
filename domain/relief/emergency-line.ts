import { type LocalDate, later } from '#domain/kernel/dates.ts'
import { cashStepOf, roundDown } from '#domain/kernel/money.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { stateOn } from '#domain/fund/people/life.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { reliefRulesOf } from '#domain/fund/charter/relief-rules.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { type Loan, lentOn, paidOutOn } from '#domain/loans/loan.ts'
import { standingOf } from '#domain/loans/standing.ts'
import type { ReliefEvent } from '#domain/relief/relief.ts'

export type LineOfMember = { readonly memberId: string; readonly amount: number }

/** The river at which a line may be opened: a station and its level, in centimetres. */
type Trigger = { readonly station: string; readonly levelCm: number }

type Promised = {
  readonly seasonId: string
  /** The season in which an event opens the lines. */
  readonly from: LocalDate
  readonly to: LocalDate
  readonly trigger?: Trigger
  readonly lines: readonly LineOfMember[]
}

/** What is told to households before the season, and the events that have opened it. */
export type Season = Promised & {
  readonly promisedOn: LocalDate
  readonly opened: readonly {
    readonly entryId: EntryId
    readonly eventId: string
    readonly on: LocalDate
    readonly until: LocalDate
  }[]
}
export type Seasons = Map<string, Season>

export type LineState = {
  readonly seasons: ReadonlyMap<string, Season>
  readonly events: ReadonlyMap<string, ReliefEvent>
  readonly members: ReadonlyMap<string, Member>
  readonly loans: ReadonlyMap<string, Loan>
  /** The one in force on the command's day. */
  readonly charter: Charter
  /** What the fund could pay out on a day with its savers' cash untouched. */
  readonly payableOn: (on: LocalDate) => number
}

const lateMax = 30

/** The loan that a member had last, by the day on which the money was given. */
const lastLoanOf = (
  { loans }: Pick<LineState, 'loans'>,
  memberId: string,
  on: LocalDate,
): Loan | undefined => {
  let last: Loan | undefined
  const isAfter = (one: Loan, other: Loan): boolean =>
    paidOutOn(one) + one.loanId > paidOutOn(other) + other.loanId
  for (const loan of loans.values())
    if (loan.memberId === memberId && !loan.isVoid && lentOn(loan) <= on)
      if (!last || isAfter(loan, last)) last = loan
  return last
}

export type LineRefusal = 'no-last-loan' | 'late-with-last-loan'

/** What may be promised to a member: half of the last loan, within the emergency ceiling; or why nothing can. */
export const lineFor = (
  state: Pick<LineState, 'loans' | 'charter'>,
  memberId: string,
  on: LocalDate,
): { readonly amount: number } | { readonly code: LineRefusal } => {
  const last = lastLoanOf(state, memberId, on)
  const standing = last && standingOf(last, on)
  if (!standing) return { code: 'no-last-loan' }
  if (standing.daysPastDue > lateMax || standing.status === 'written-off')
    return { code: 'late-with-last-loan' }
  const { ceiling, currency } = state.charter
  const { lineOfLastLoanPercent: percent } = reliefRulesOf(state.charter)
  const part = Math.floor((standing.loan.terms.principal * percent) / 100)
  return { amount: roundDown(Math.min(part, ceiling.emergencyMax), cashStepOf(currency)) }
}

/** What is left of a member's opened line on a day: it stays open while her own loans are put off. */
export const lineLeft = (
  { seasons, events, loans, members }: Pick<LineState, 'seasons' | 'events' | 'loans' | 'members'>,
  memberId: string,
  on: LocalDate,
): number => {
  const own = [...loans.values()].filter((loan) => loan.memberId === memberId)
  const ids = new Set(own.map(({ loanId }) => loanId))
  const lastDay = (eventId: string, until: LocalDate): LocalDate =>
    (events.get(eventId)?.touched ?? [])
      .filter(({ loanId }) => ids.has(loanId))
      .map(({ to }) => to)
      .reduce(later, until)
  if (stateOn(members.get(memberId)!, on) !== 'here') return 0
  const lefts = [...seasons.values()].map(({ lines, opened }) => {
    const line = lines.find((one) => one.memberId === memberId)
    const open = opened.filter((one) => one.on <= on && on <= lastDay(one.eventId, one.until))
    if (!line || open.length === 0) return 0
    const since = open.map((one) => one.on).toSorted()[0]!
    const taken = own.filter(
      (loan) =>
        loan.terms.product === 'emergency' &&
        !loan.isVoid &&
        loan.origin.kind === 'paid-out' &&
        loan.origin.on >= since,
    )
    return line.amount - taken.reduce((sum, { terms }) => sum + terms.principal, 0)
  })
  return Math.max(0, ...lefts)
}
