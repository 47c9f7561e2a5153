import type { LocalDate } from '#domain/kernel/dates.ts'
import { householdOn } from '#domain/fund/people/households.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import {
  type FundBook,
  charterOf,
  loansById,
  loansOf,
  meetingsByDay,
  membersById,
  owingOn,
  requestsById,
} from '#domain/health/book.ts'
import { type Lending, lendingOf } from '#domain/health/lively.ts'
import { onceADay } from '#domain/health/once.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { scheduleOf } from '#domain/loans/plan/scheduled.ts'
import { standingOf, unpaidDues } from '#domain/loans/standing.ts'
import { duesOf } from '#domain/loans/plan/village-convention.ts'
import { type AfterState, isMissed } from '#domain/relief/after.ts'
import { type LineState, lineFor, lineLeft } from '#domain/relief/emergency-line.ts'
import { type DeclaredEvent, declaredIn } from '#domain/relief/event.ts'
import {
  givingRefusal,
  renewedBy,
  touchedBy,
  waitsForMeeting,
  withWindows,
} from '#domain/relief/giving.ts'
import { loanWithEvent } from '#domain/relief/moving.ts'
import type { EventKind, ReliefEvent, TouchedLoan } from '#domain/relief/relief.ts'

type State = Omit<AfterState, 'kept'> & Omit<LineState, 'payableOn'>

/** What decisions about relief look at, from a fund's views. */
const reliefStateOf = (book: FundBook, on: LocalDate): State => ({
  events: new Map(book.events.map((one) => [one.eventId, one])),
  seasons: new Map(book.seasons.map((one) => [one.seasonId, one])),
  members: membersById(book.members),
  loans: loansById(book.loans),
  requests: requestsById(book.requests),
  meetings: meetingsByDay(book.meetings),
  villageCode: book.fund.villageCode,
  charter: charterOf(book, on),
})

/** The same, where one member's own loans are all that is looked at. */
const stateOfOne = (book: FundBook, state: State, memberId: string): State => ({
  ...state,
  loans: new Map(loansOf(book, memberId).map((one) => [one.loanId, one])),
})

/** How far an event is: only declared, given, given and waiting for the meeting, ended by it, or over. */
export type EventState = 'declared' | 'given' | 'waiting' | 'missed' | 'ended' | 'over' | 'older'

export type ListedEvent = {
  readonly eventId: string
  readonly kind: EventKind
  readonly state: EventState
  readonly declaredOn: LocalDate
  readonly from: LocalDate | undefined
  /** The last day on which anything is put off. */
  readonly until: LocalDate | undefined
  readonly loans: number
  readonly isRenewed: boolean
  readonly ratifyBy: LocalDate | undefined
}

const lastDayOf = ({ touched }: ReliefEvent): LocalDate | undefined =>
  touched
    .map(({ to }) => to)
    .toSorted()
    .at(-1)

const stateOf = (book: FundBook, event: ReliefEvent, today: LocalDate): EventState => {
  const declared = declaredIn(new Map([[event.eventId, event]]), event.eventId)
  if (!declared) return 'older'
  const { told } = declared
  if (told.endedOn !== undefined) return 'ended'
  if (told.given.length === 0) return 'declared'
  if (waitsForMeeting(declared))
    return isMissed(reliefStateOf(book, today), declared, today) ? 'missed' : 'waiting'
  return (lastDayOf(event) ?? '') < today ? 'over' : 'given'
}

const listed = (book: FundBook, event: ReliefEvent, today: LocalDate): ListedEvent => ({
  eventId: event.eventId,
  kind: event.kind,
  state: stateOf(book, event, today),
  declaredOn: event.declaredOn,
  from: event.told?.from,
  until: lastDayOf(event),
  loans: new Set(event.touched.map(({ loanId }) => loanId)).size,
  isRenewed: event.told?.given.some((one) => one.isRenewal) ?? false,
  ratifyBy: event.told?.given.find(
    ({ by, ratifiedOn }) => by === 'officers' && ratifiedOn === undefined,
  )?.ratifyBy,
})

/** E2026-10 comes after E2026-9. */
const inOrder = new Intl.Collator('en', { numeric: true })

/** Every event of a fund, the one that was declared last first. */
export const eventsOf = (book: FundBook, today: LocalDate): ListedEvent[] =>
  book.events
    .map((event) => listed(book, event, today))
    .toSorted((a, b) => inOrder.compare(b.declaredOn + b.eventId, a.declaredOn + a.eventId))

/** One side of a loan on a list: before relief, or after it. */
export type LoanSide = {
  readonly next: LocalDate
  readonly last: LocalDate
  readonly instalments: number
  readonly largest: number
  /** All interest of the loan, from its first day to its last. */
  readonly interest: number
}

export type MovedLoan = {
  readonly loanId: string
  readonly memberId: string
  readonly card: string
  readonly number: string
  readonly owed: number
  readonly windows: readonly TouchedLoan[]
  readonly before: LoanSide
  readonly after: LoanSide
}

const sideOf = (loan: Loan, on: LocalDate): LoanSide => {
  const left = unpaidDues(duesOf(loan), standingOf(loan, on)?.settled ?? 0)
  const all = duesOf(loan).map(({ principal }) => principal)
  return {
    next: left[0]?.on ?? on,
    last: left.at(-1)?.on ?? on,
    instalments: left.length,
    largest: Math.max(0, ...all),
    interest: scheduleOf({ ...loan, repayments: [] }).reduce((sum, row) => sum + row.interest, 0),
  }
}

/** What can be decided about an event on a day. */
export type NextAct = 'give' | 'renew' | 'ratify' | 'lapse' | 'undo' | 'decline'

export type EventView = ListedEvent & {
  readonly event: ReliefEvent
  /** What giving relief, or renewing it, would put off on the day. */
  readonly list: readonly TouchedLoan[]
  readonly isRenewal: boolean
  /** Loan by loan: as it is without what is to come, and with it. */
  readonly rows: readonly MovedLoan[]
  readonly acts: readonly NextAct[]
  readonly declined: readonly string[]
}

const actsOf = (event: DeclaredEvent, state: EventState, mayRenew: boolean): NextAct[] => {
  if (event.told.given.length === 0) return ['give', 'decline']
  const waits = state === 'waiting' || state === 'missed'
  return [
    ...(waits ? (['ratify'] as const) : []),
    ...(state === 'missed' ? (['lapse'] as const) : []),
    ...(mayRenew ? (['renew'] as const) : []),
    ...(state === 'ended' || state === 'over' ? [] : (['decline'] as const)),
    'undo',
  ]
}

const rowsOf = (
  book: FundBook,
  { before, after, on }: { before: ReliefEvent; after: ReliefEvent; on: LocalDate },
): MovedLoan[] => {
  const cards = new Map(book.members.map(({ memberId, card }) => [memberId, card]))
  const ids = new Set(after.touched.map(({ loanId }) => loanId))
  return [...ids]
    .flatMap((loanId) => loansById(book.loans).get(loanId) ?? [])
    .map((loan) => ({
      loanId: loan.loanId,
      memberId: loan.memberId,
      card: cards.get(loan.memberId) ?? '?',
      number: loan.number,
      owed: standingOf(loan, on)?.owed ?? 0,
      windows: after.touched.filter(({ loanId }) => loanId === loan.loanId),
      before: sideOf(loanWithEvent(loan, before), on),
      after: sideOf(loanWithEvent(loan, after), on),
    }))
    .toSorted((a, b) => (a.card + a.number < b.card + b.number ? -1 : 1))
}

/** An event with its loans before and after, on a day; undefined where there is none of that name. */
export const eventViewOf = (
  book: FundBook,
  eventId: string,
  on: LocalDate,
): EventView | undefined => {
  const event = book.events.find((one) => one.eventId === eventId)
  if (!event) return undefined
  const about = listed(book, event, on)
  const declared = declaredIn(new Map([[eventId, event]]), eventId)
  const none = { ...event, touched: [] }
  if (!declared) {
    const rows = rowsOf(book, { before: none, after: event, on })
    return { ...about, event, list: [], isRenewal: false, rows, acts: [], declined: [] }
  }
  // Relief puts off what is owed: of an old fund that is few of the loans.
  const owing = owingOn(book.loans, on).map(({ whole }) => [whole.loanId, whole] as const)
  const state = { ...reliefStateOf(book, on), loans: new Map(owing) }
  const isFirst = declared.told.given.length === 0
  const mayRenew = !isFirst && givingRefusal(declared, { isRenewal: true, on }) === undefined
  const list = isFirst
    ? touchedBy(state, declared, on)
    : mayRenew
      ? renewedBy(state, declared, on)
      : []
  const after = list.length > 0 ? withWindows(declared, list, on) : declared
  const before = mayRenew && list.length > 0 ? declared : none
  return {
    ...about,
    event,
    list,
    isRenewal: mayRenew,
    rows: rowsOf(book, { before, after, on }),
    acts: actsOf(declared, about.state, mayRenew && list.length > 0),
    declined: declared.told.declined.map(({ memberId }) => memberId),
  }
}

export type LineOffered = {
  readonly memberId: string
  readonly card: string
  readonly amount: number
  readonly why: 'no-last-loan' | 'late-with-last-loan' | undefined
}

const offeredOn = onceADay((book: Lending, on: LocalDate): readonly LineOffered[] =>
  book.members
    .filter((member) => isMemberOn(member, on))
    .map(({ memberId, card }) => {
      const loans = new Map(loansOf(book, memberId).map((one) => [one.loanId, one]))
      const line = lineFor({ loans, charter: charterOf(book, on) }, memberId, on)
      return 'amount' in line
        ? { memberId, card, amount: line.amount, why: undefined }
        : { memberId, card, amount: 0, why: line.code }
    })
    .toSorted((a, b) => (a.card < b.card ? -1 : 1)),
)

/** What could be promised to each member of a fund on a day, by card. */
export const linesOfferedOn = (book: FundBook, on: LocalDate): readonly LineOffered[] =>
  offeredOn(lendingOf(book), on)

/** What a member may take today of a line that is open, and what was promised for a season to come. */
export const ownLineOf = (
  book: FundBook,
  memberId: string,
  on: LocalDate,
): {
  readonly open: number
  readonly promised: readonly { from: LocalDate; amount: number }[]
} => ({
  open: lineLeft(stateOfOne(book, reliefStateOf(book, on), memberId), memberId, on),
  promised: book.seasons
    .filter(({ to }) => to >= on)
    .flatMap(({ from, lines }) =>
      lines.filter((line) => line.memberId === memberId).map(({ amount }) => ({ from, amount })),
    ),
})

/** The members of one household, as an event about one household lists them. */
export const householdOf = (book: FundBook, memberId: string, on: LocalDate): string[] => {
  const own = book.members.find((one) => one.memberId === memberId)
  const house = own && householdOn(own, on)
  if (house === undefined) return [memberId]
  return book.members.filter((one) => householdOn(one, on) === house).map((one) => one.memberId)
}
