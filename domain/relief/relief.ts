import type { LocalDate, Span } from '#domain/kernel/dates.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import type { Deferral } from '#domain/loans/loan.ts'
import type { Evidence } from '#domain/relief/evidence.ts'

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

/** What an officer says has happened: where or to whom, from which day on, and what shows it. */
export type Declared = {
  readonly kind: EventKind
  /** Zones of the fund's own or codes of the gazetteer; or `memberIds`, and never both. */
  readonly places?: readonly string[]
  readonly memberIds?: readonly string[]
  readonly from: LocalDate
  /** Where it is over already. */
  readonly to?: LocalDate
  readonly evidence: Evidence
}

/** One act of relief on an event: what was decided, by whom, and whether the meeting stands behind it. */
export type Given = {
  readonly entryId: EntryId
  readonly seq: number
  readonly on: LocalDate
  readonly isRenewal: boolean
  readonly by: 'meeting' | 'officers'
  /** Officers alone: through this day the meeting ratifies, or at the first one that can be held after it. */
  readonly ratifyBy?: LocalDate
  readonly ratifiedOn?: LocalDate
}

/** An event with everything that was decided about it. */
export type EventHistory = Declared & {
  readonly given: readonly Given[]
  /** Members who do not want it. */
  readonly declined: readonly { readonly memberId: string; readonly on: LocalDate }[]
  /** The meeting did not stand behind it, or never spoke: nothing more is put off after this day. */
  readonly endedOn?: LocalDate
}

export type ReliefEvent = {
  readonly eventId: string
  readonly kind: EventKind
  readonly declaredOn: LocalDate
  /** The windows that stand. */
  readonly touched: readonly TouchedSince[]
  /** What was declared here, and what came of it; absent where relief was given before these books. */
  readonly told?: EventHistory
}

/** `death` is the window that a death opens, and no event's own code. */
export const isEventCode = (eventId: string): boolean => eventId !== 'death'

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
