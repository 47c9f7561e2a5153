import type { Decision } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import type { Loan } from '#domain/loans/loan.ts'
import {
  type AfterBody,
  type AfterCommand,
  type AfterShelf,
  decideAfter,
} from '#domain/relief/after.ts'
import {
  type EmergencyLineOpened,
  type EmergencyLinesPromised,
  type LineShelf,
  type OpenEmergencyLine,
  type PromiseEmergencyLines,
  type Seasons,
  openLine,
  promiseLines,
  takeInLine,
} from '#domain/relief/emergency-line.ts'
import {
  type DeclareEvent,
  type DeclaredEvent,
  type EventDeclared,
  type Given,
  declareEvent,
  declaredIn,
} from '#domain/relief/event.ts'
import {
  type ActivateRelief,
  type ReliefActivated,
  type ReliefRenewed,
  type RenewRelief,
  giveRelief,
  withWindows,
} from '#domain/relief/giving.ts'
import { moveLoans } from '#domain/relief/moving.ts'
import type { ReliefEvent } from '#domain/relief/relief.ts'

type LineBody = EmergencyLinesPromised | EmergencyLineOpened

/** Everything that is recorded about events and the help that comes with them, and everything that is asked. */
export type ReliefBody = EventDeclared | ReliefActivated | ReliefRenewed | AfterBody | LineBody
export type ReliefCommand =
  | DeclareEvent
  | ActivateRelief
  | RenewRelief
  | AfterCommand
  | PromiseEmergencyLines
  | OpenEmergencyLine

const commands: readonly string[] = [
  'DeclareEvent',
  'ActivateRelief',
  'DeclineRelief',
  'RatifyRelief',
  'RenewRelief',
  'LapseRelief',
  'UndoRelief',
  'PromiseEmergencyLines',
  'OpenEmergencyLine',
] satisfies ReliefCommand['type'][]
const bodies: readonly string[] = [
  'EventDeclared',
  'ReliefActivated',
  'ReliefDeclined',
  'ReliefRatified',
  'ReliefRenewed',
  'ReliefLapsed',
  'ReliefUndone',
  'EmergencyLinesPromised',
  'EmergencyLineOpened',
] satisfies ReliefBody['type'][]

/** True for a command of this room; a type that nobody knows is none. */
export const isReliefCommand = (command: { readonly type: string }): command is ReliefCommand =>
  commands.includes(command.type)
export const isReliefBody = (body: { readonly type: string }): body is ReliefBody =>
  bodies.includes(body.type)
const isLineBody = (body: ReliefBody): body is LineBody =>
  body.type === 'EmergencyLinesPromised' || body.type === 'EmergencyLineOpened'

/** One decision a command. */
export const decideRelief = (
  shelf: AfterShelf & LineShelf,
  command: ReliefCommand,
): Decision<ReliefBody, string> => {
  switch (command.type) {
    case 'DeclareEvent':
      return declareEvent(shelf, command)
    case 'ActivateRelief':
    case 'RenewRelief':
      return giveRelief(shelf, command)
    case 'PromiseEmergencyLines':
      return promiseLines(shelf, command)
    case 'OpenEmergencyLine':
      return openLine(shelf, command)
    default:
      return decideAfter(shelf, command)
  }
}

type Entry = { readonly id: EntryId; readonly seq: number; readonly on: LocalDate }

const givenBy = (
  { type, ballot, ratifyBy }: ReliefActivated | ReliefRenewed,
  { id: entryId, seq, on }: Entry,
): Given => ({
  entryId,
  seq,
  on,
  isRenewal: type === 'ReliefRenewed',
  by: ballot.by,
  ...(ratifyBy === undefined ? {} : { ratifyBy }),
})

const told = (event: DeclaredEvent, more: Partial<DeclaredEvent['told']>): DeclaredEvent => ({
  ...event,
  told: { ...event.told, ...more },
})

const declaredBy = (
  { eventId, kind, places, memberIds, from, to, evidence }: EventDeclared,
  declaredOn: LocalDate,
): DeclaredEvent => ({
  eventId,
  kind,
  declaredOn,
  touched: [],
  told: {
    kind,
    ...(places === undefined ? {} : { places }),
    ...(memberIds === undefined ? {} : { memberIds }),
    from,
    ...(to === undefined ? {} : { to }),
    evidence,
    given: [],
    declined: [],
  },
})

/** The event after an entry about it. An entry holds the windows that are left: no rule is asked again. */
const eventAfter = (
  event: DeclaredEvent,
  body: Exclude<ReliefBody, EventDeclared | LineBody>,
  entry: Entry,
): DeclaredEvent => {
  const { on } = entry
  const { given, declined } = event.told
  switch (body.type) {
    case 'ReliefActivated':
    case 'ReliefRenewed':
      return told(withWindows(event, body.touched, on), {
        given: [...given, givenBy(body, entry)],
      })
    case 'ReliefDeclined': {
      const others = event.touched.filter(({ loanId }) => !body.loanIds.includes(loanId))
      const after = { ...event, touched: [...others, ...body.left] }
      return told(after, { declined: [...declined, { memberId: body.memberId, on }] })
    }
    case 'ReliefRatified':
      return body.isCarried
        ? told(event, { given: given.map((one) => ({ ...one, ratifiedOn: one.ratifiedOn ?? on })) })
        : told({ ...event, touched: body.left ?? [] }, { endedOn: on })
    case 'ReliefLapsed':
      return told({ ...event, touched: body.left }, { endedOn: on })
    case 'ReliefUndone': {
      const { endedOn: _, ...open } = event.told
      return { ...event, touched: [], told: { ...open, given: [] } }
    }
  }
}

/** Takes in what an entry says of an event or a line, with the windows of all its loans, in place. */
export const takeInRelief = (
  village: {
    readonly events: Map<string, ReliefEvent>
    readonly loans: Map<string, Loan>
    readonly seasons: Seasons
  },
  body: ReliefBody,
  entry: Entry,
): void => {
  if (isLineBody(body)) return takeInLine(village.seasons, body, entry)
  if (body.type === 'EventDeclared')
    return void village.events.set(body.eventId, declaredBy(body, entry.on))
  const before = declaredIn(village.events, body.eventId)!
  moveLoans(village, before, eventAfter(before, body, entry))
}
