import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import {
  type LocalDate,
  type Span,
  dayBefore,
  daysCovered,
  earlier,
  isLocalDate,
  later,
} from '#domain/kernel/dates.ts'
import { isCode } from '#domain/fund/members.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import type { Posting } from '#domain/ledger/posting.ts'
import type { Deferral } from '#domain/loans/loan.ts'
import type { Told } from '#domain/relief/event.ts'

export const eventKinds = [
  'flood',
  'drought',
  'storm',
  'fire',
  'pest-or-animal-disease',
  'epidemic',
  'conflict-or-mass-return',
  'personal',
  'other',
] as const

export type EventKind = (typeof eventKinds)[number]

/** A loan that an event touches, and the days in which nothing falls due on it. */
export type TouchedLoan = Span & { readonly loanId: string }

/** The same as an event keeps it: `since` is the day on which it was decided here, by a vote or by officers. */
export type TouchedSince = TouchedLoan & { readonly since?: LocalDate }

export type ReliefEvent = {
  readonly eventId: string
  readonly kind: EventKind
  readonly declaredOn: LocalDate
  /** The windows that stand. */
  readonly touched: readonly TouchedSince[]
  /** What was declared here, and what came of it; absent where relief was given before these books. */
  readonly told?: Told
}

export type ReliefRecorded = {
  readonly type: 'ReliefRecorded'
  readonly v: 1
  readonly eventId: string
  readonly kind: EventKind
  readonly touched: readonly TouchedLoan[]
  readonly flags: readonly ('without-vote' | 'longer-than-rule')[]
  readonly postings: readonly Posting[]
}

/** Relief that a village has given already: one act over named loans, all of them in one entry. */
export type RecordRelief = Envelope & {
  readonly type: 'RecordRelief'
  readonly eventId: string
  readonly kind: EventKind
  readonly touched: readonly TouchedLoan[]
}

/** A code of the fund's own; `death` is the window that a death opens. */
export const isEventCode = (eventId: unknown): boolean => isCode(eventId) && eventId !== 'death'

/** Six months, at their longest. */
const daysMax = 184

/**
 * Dates move; number and size of instalments never grow and interest in the window is never made up.
 * `postings` is the difference that the windows make to the books of all touched loans.
 */
export const recordRelief = (
  {
    events,
    hasLoan,
    postings,
  }: {
    readonly events: ReadonlyMap<string, ReliefEvent>
    readonly hasLoan: (loanId: string) => boolean
    readonly postings: () => readonly Posting[]
  },
  command: RecordRelief,
): Decision<ReliefRecorded, 'event-already-declared'> => {
  const { eventId, kind, touched } = command
  if (!isEventCode(eventId)) return invalid('event-not-a-code', '/eventId')
  if (!eventKinds.includes(kind)) return invalid('event-kind-unknown', '/kind')
  if (touched.length === 0) return invalid('no-loan-touched', '/touched')
  for (const [i, { loanId, from, to }] of touched.entries()) {
    if (!hasLoan(loanId)) return invalid('loan-unknown', `/touched/${i}/loanId`)
    if (!isLocalDate(from) || !isLocalDate(to) || to < from)
      return invalid('window-cannot-hold', `/touched/${i}`)
  }
  if (events.has(eventId)) return refused('event-already-declared')
  const isLong = touched.some(({ loanId }) => daysGiven(touched, loanId) > daysMax)
  const flags = ['without-vote' as const, ...(isLong ? (['longer-than-rule'] as const) : [])]
  return recorded({
    type: 'ReliefRecorded',
    v: 1,
    eventId,
    kind,
    touched,
    flags,
    postings: postings(),
  })
}

/** Days that one loan is given in all, overlapping windows counted once. */
const daysGiven = (touched: readonly TouchedLoan[], loanId: string): number => {
  const spans = touched.filter((touch) => touch.loanId === loanId)
  const first = spans.map(({ from }) => from).reduce(earlier)
  return daysCovered(spans, dayBefore(first), spans.map(({ to }) => to).reduce(later))
}

export const eventOf = (body: ReliefRecorded, on: LocalDate): ReliefEvent => ({
  eventId: body.eventId,
  kind: body.kind,
  declaredOn: on,
  touched: body.touched,
})

/** The windows that an event gives to one loan. */
export const windowsOf = (
  { touched, eventId, declaredOn }: ReliefEvent,
  loanId: string,
): Deferral[] =>
  touched
    .filter((touch) => touch.loanId === loanId)
    .map(({ from, to, since }) =>
      since === undefined
        ? { from, to, eventId, declaredOn }
        : { from, to, eventId, declaredOn: since, stopsFines: true },
    )
