import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type LocalDate, isLocalDate, later, monthlyDay } from '#domain/kernel/dates.ts'
import { cashStepOf, isAmount, roundDown } from '#domain/kernel/money.ts'
import type { Charter } from '#domain/fund/charter.ts'
import { stateOn } from '#domain/fund/life.ts'
import { type Member, isCode } from '#domain/fund/members.ts'
import { reliefRulesOf } from '#domain/fund/relief-rules.ts'
import { type Ballot, type BallotRefusal, judged } from '#domain/fund/voting.ts'
import type { EntryId, Envelope } from '#domain/ledger/entry.ts'
import { type Loan, lentOn, paidOutOn } from '#domain/loans/loan.ts'
import { standingOf } from '#domain/loans/standing.ts'
import { declaredIn } from '#domain/relief/event.ts'
import { type Evidence, evidenceFault } from '#domain/relief/evidence.ts'
import type { ReliefEvent } from '#domain/relief/relief.ts'
import { windowOf } from '#domain/relief/windows.ts'

type LineOfMember = { readonly memberId: string; readonly amount: number }

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

export type EmergencyLinesPromised = Promised & {
  readonly type: 'EmergencyLinesPromised'
  readonly v: 1
  readonly ballot: Ballot
  readonly flags: readonly 'promised-above-cash'[]
  readonly postings: readonly never[]
}
export type EmergencyLineOpened = {
  readonly type: 'EmergencyLineOpened'
  readonly v: 1
  readonly seasonId: string
  readonly eventId: string
  readonly measure: Evidence
  readonly witnessId: string
  /** The last day on which it is open, as long as relief is not renewed. */
  readonly until: LocalDate
  readonly flags: readonly never[]
  readonly postings: readonly never[]
}

/** The meeting promises emergency loans before the season: who, and up to how much. */
export type PromiseEmergencyLines = Envelope &
  Promised & { readonly type: 'PromiseEmergencyLines'; readonly ballot: Ballot }
/** Two keys: what was measured, and somebody else who saw it. */
export type OpenEmergencyLine = Envelope & {
  readonly type: 'OpenEmergencyLine'
  readonly seasonId: string
  readonly eventId: string
  readonly measure: Evidence
  readonly witnessId: string
}

type PromiseRefusal =
  | BallotRefusal
  | 'vote-lost'
  | 'season-already-promised'
  | 'season-has-begun'
  | 'no-last-loan'
  | 'late-with-last-loan'
  | 'above-emergency-line'
type OpenRefusal =
  | 'event-not-declared'
  | 'event-outside-season'
  | 'line-already-open'
  | 'measure-below-level'

export type LineShelf = {
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
const seasonMonthsMax = 12

/** The loan that a member had last, by the day on which the money was given. */
const lastLoanOf = (
  { loans }: Pick<LineShelf, 'loans'>,
  memberId: string,
  on: LocalDate,
): Loan | undefined =>
  [...loans.values()]
    .filter((loan) => loan.memberId === memberId && !loan.isVoid && lentOn(loan) <= on)
    .toSorted((a, b) => (paidOutOn(a) + a.loanId < paidOutOn(b) + b.loanId ? -1 : 1))
    .at(-1)

/** What may be promised to a member: half of the last loan, within the emergency ceiling; or why nothing can. */
export const lineFor = (
  shelf: Pick<LineShelf, 'loans' | 'charter'>,
  memberId: string,
  on: LocalDate,
): { readonly amount: number } | { readonly code: 'no-last-loan' | 'late-with-last-loan' } => {
  const last = lastLoanOf(shelf, memberId, on)
  const standing = last && standingOf(last, on)
  if (!standing) return { code: 'no-last-loan' }
  if (standing.daysPastDue > lateMax || standing.status === 'written-off')
    return { code: 'late-with-last-loan' }
  const { ceiling, currency } = shelf.charter
  const { lineOfLastLoanPercent: percent } = reliefRulesOf(shelf.charter)
  const part = Math.floor((standing.loan.terms.principal * percent) / 100)
  return { amount: roundDown(Math.min(part, ceiling.emergencyMax), cashStepOf(currency)) }
}

const promiseFault = ({ members }: LineShelf, command: PromiseEmergencyLines) => {
  const { seasonId, from, to, trigger, lines } = command
  if (!isCode(seasonId)) return invalid('season-cannot-hold', '/seasonId')
  const areDays = isLocalDate(from) && isLocalDate(to) && from <= to
  if (!areDays || to > monthlyDay(from, seasonMonthsMax, 31))
    return invalid('season-cannot-hold', '/to')
  const fault = trigger && evidenceFault({ is: 'gauge', ...trigger }, () => false)
  if (fault) return invalid('season-cannot-hold', `/trigger${fault.at}`)
  const stranger = lines.findIndex(({ memberId }) => !members.has(memberId))
  if (stranger >= 0) return invalid('member-unknown', `/lines/${stranger}/memberId`)
  const odd = lines.findIndex(({ amount }) => !isAmount(amount))
  if (odd >= 0) return invalid('amount-not-whole', `/lines/${odd}/amount`)
  const isTwice = new Set(lines.map(({ memberId }) => memberId)).size < lines.length
  return lines.length === 0 || isTwice ? invalid('season-cannot-hold', '/lines') : undefined
}

const lineRefusal = (
  shelf: LineShelf,
  { memberId, amount }: LineOfMember,
  on: LocalDate,
): PromiseRefusal | undefined => {
  const line = lineFor(shelf, memberId, on)
  if ('code' in line) return line.code
  return amount > line.amount ? 'above-emergency-line' : undefined
}

/** What a household hears in May: so much is there for you when the water comes. */
export const promiseLines = (
  shelf: LineShelf,
  command: PromiseEmergencyLines,
): Decision<EmergencyLinesPromised, PromiseRefusal> => {
  const fault = promiseFault(shelf, command)
  if (fault) return fault
  const { seasonId, from, to, trigger, lines, ballot, effectiveOn: on } = command
  if (shelf.seasons.has(seasonId)) return refused('season-already-promised')
  if (on > from) return refused('season-has-begun')
  const not = lines.flatMap((line) => lineRefusal(shelf, line, on) ?? []).at(0)
  if (not !== undefined) return refused(not)
  const { members, charter } = shelf
  const matter = { members, day: on, charter, memberId: '', amount: 0, isUrgent: true }
  const vote = judged(ballot, { ...matter, isForTheMeeting: true })
  if (vote.is === 'invalid') return invalid(vote.code, vote.at)
  if (vote.is === 'refused') return refused(vote.code)
  if (!vote.isCarried) return refused('vote-lost')
  const promised = lines.reduce((sum, { amount }) => sum + amount, 0)
  return recorded({
    type: 'EmergencyLinesPromised',
    v: 1,
    seasonId,
    from,
    to,
    ...(trigger === undefined ? {} : { trigger }),
    lines,
    ballot,
    flags: promised > shelf.payableOn(on) ? ['promised-above-cash'] : [],
    postings: [],
  })
}

/** A gauge must show the level that was promised; an alert says it by itself. */
const isEnough = (measure: Evidence, trigger: Trigger | undefined): boolean =>
  measure.is === 'cap-alert' ||
  (measure.is === 'gauge' &&
    trigger !== undefined &&
    measure.station === trigger.station &&
    measure.levelCm >= trigger.levelCm)

/** A measure and a witness open it, and no vote: that was held before the season. */
export const openLine = (
  shelf: LineShelf,
  command: OpenEmergencyLine,
): Decision<EmergencyLineOpened, OpenRefusal> => {
  const { seasonId, eventId, measure, witnessId, effectiveOn: on } = command
  const { members, seasons, events, charter } = shelf
  const fault = evidenceFault(measure, (memberId) => members.has(memberId))
  if (fault) return invalid(fault.code, `/measure${fault.at}`)
  if (!members.has(witnessId)) return invalid('member-unknown', '/witnessId')
  const season = seasons.get(seasonId)
  if (!season) return invalid('season-unknown', '/seasonId')
  const event = declaredIn(events, eventId)
  if (!event || event.told.kind === 'personal' || on < event.declaredOn)
    return refused('event-not-declared')
  const { from } = event.told
  if (from < season.from || from > season.to) return refused('event-outside-season')
  if (season.opened.some((one) => one.eventId === eventId)) return refused('line-already-open')
  if (!isEnough(measure, season.trigger)) return refused('measure-below-level')
  const until = windowOf(charter, event.told).to
  return recorded({
    type: 'EmergencyLineOpened',
    v: 1,
    seasonId,
    eventId,
    measure,
    witnessId,
    until,
    flags: [],
    postings: [],
  })
}

/** What is left of a member's opened line on a day: it stays open while her own loans are put off. */
export const lineLeft = (
  { seasons, events, loans, members }: Pick<LineShelf, 'seasons' | 'events' | 'loans' | 'members'>,
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

/** Takes in what was promised or opened, in place. */
export const takeInLine = (
  seasons: Seasons,
  body: EmergencyLinesPromised | EmergencyLineOpened,
  { id, on }: { readonly id: EntryId; readonly on: LocalDate },
): void => {
  if (body.type === 'EmergencyLinesPromised') {
    const { seasonId, from, to, trigger, lines } = body
    const season = { seasonId, from, to, ...(trigger === undefined ? {} : { trigger }), lines }
    seasons.set(seasonId, { ...season, promisedOn: on, opened: [] })
    return
  }
  const { seasonId, eventId, until } = body
  const season = seasons.get(seasonId)!
  const opened = [...season.opened, { entryId: id, eventId, on, until }]
  seasons.set(seasonId, { ...season, opened })
}
