import type { LocalDate, Span } from '#domain/kernel/dates.ts'
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
