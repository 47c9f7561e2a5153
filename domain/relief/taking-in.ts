import type { LocalDate } from '#domain/kernel/dates.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { Seasons } from '#domain/relief/emergency-line.ts'
import { type DeclaredEvent, declaredIn } from '#domain/relief/event.ts'
import { withWindows } from '#domain/relief/giving.ts'
import { moveLoans } from '#domain/relief/moving.ts'
import type { ReliefBody } from '#domain/relief/operations.ts'
import type { ReliefEvent, Given } from '#domain/relief/relief.ts'

type Of<Type extends ReliefBody['type']> = Extract<ReliefBody, { type: Type }>
type LineBody = Of<'EmergencyLinesPromised' | 'EmergencyLineOpened'>

type Entry = { readonly id: EntryId; readonly seq: number; readonly on: LocalDate }

const givenBy = (
  { type, ballot, ratifyBy }: Of<'ReliefActivated' | 'ReliefRenewed'>,
  { id: entryId, seq, on }: Entry,
): Given => ({
  entryId,
  seq,
  on,
  isRenewal: type === 'ReliefRenewed',
  by: ballot.by,
  ...(ratifyBy === undefined ? {} : { ratifyBy }),
})

const withHistory = (
  event: DeclaredEvent,
  more: Partial<DeclaredEvent['told']>,
): DeclaredEvent => ({
  ...event,
  told: { ...event.told, ...more },
})

const declaredBy = (
  { eventId, kind, places, memberIds, from, to, evidence }: Of<'EventDeclared'>,
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
  body: Exclude<ReliefBody, LineBody | Of<'ReliefRecorded' | 'EventDeclared'>>,
  entry: Entry,
): DeclaredEvent => {
  const { on } = entry
  const { given, declined } = event.told
  switch (body.type) {
    case 'ReliefActivated':
    case 'ReliefRenewed':
      return withHistory(withWindows(event, body.touched, on), {
        given: [...given, givenBy(body, entry)],
      })
    case 'ReliefDeclined': {
      const others = event.touched.filter(({ loanId }) => !body.loanIds.includes(loanId))
      const after = { ...event, touched: [...others, ...body.left] }
      return withHistory(after, { declined: [...declined, { memberId: body.memberId, on }] })
    }
    case 'ReliefRatified':
      return body.isCarried
        ? withHistory(event, {
            given: given.map((one) => ({ ...one, ratifiedOn: one.ratifiedOn ?? on })),
          })
        : withHistory({ ...event, touched: body.left ?? [] }, { endedOn: on })
    case 'ReliefLapsed':
      return withHistory({ ...event, touched: body.left }, { endedOn: on })
    case 'ReliefUndone': {
      const { endedOn: _, ...open } = event.told
      return { ...event, touched: [], told: { ...open, given: [] } }
    }
  }
}

/** Takes in what was promised or opened, in place. */
const takeInLine = (seasons: Seasons, body: LineBody, { id, on }: Entry): void => {
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
  switch (body.type) {
    case 'EmergencyLinesPromised':
    case 'EmergencyLineOpened':
      return takeInLine(village.seasons, body, entry)
    case 'ReliefRecorded': {
      const { eventId, kind, touched } = body
      const event = { eventId, kind, declaredOn: entry.on, touched }
      return moveLoans(village, event, event)
    }
    case 'EventDeclared':
      return void village.events.set(body.eventId, declaredBy(body, entry.on))
    default: {
      const before = declaredIn(village.events, body.eventId)!
      return moveLoans(village, before, eventAfter(before, body, entry))
    }
  }
}
