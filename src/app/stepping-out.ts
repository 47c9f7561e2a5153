import { householdOf, kinOf } from '#domain/fairness/kin.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Member, isActingOn, isOfficerOn } from '#domain/fund/people/members.ts'
import { householdsOn } from '#domain/fund/people/households.ts'
import type { Kinship, Particulars } from '#domain/fund/people/particulars.ts'
import { type Ballot, isCarried } from '#domain/fund/meeting/voting.ts'
import { committeeRoom } from '#domain/health/committee-share.ts'
import { listedOfOneHousehold } from '#domain/relief/authority.ts'
import type { ReliefEvent } from '#domain/relief/relief.ts'
import type { Command, Village } from '#domain/village.ts'

/*
 * Kin are declared outside of the journal, and what they are is never told in it: an entry names who was
 * recused, not why. So it is here that a vote is held against what was declared, for everybody who
 * records: pages, API and command line all come by `record`.
 */

/**
 * Commands in which kin may have no part: every vote on a loan, the look before it, and every vote on relief,
 * where it is for one household. A flood is everybody's, and nobody steps out.
 */
type OfKin =
  | Extract<Command, { readonly ballot: Ballot; readonly loanId: string }>
  | Extract<Command, { readonly ballot: Ballot; readonly eventId: string }>
  | Extract<Command, { readonly type: 'AppraiseLoan' }>

const needsKin = (command: Command): command is OfKin =>
  command.type === 'AppraiseLoan' ||
  ('ballot' in command && ('loanId' in command || 'eventId' in command))

type KnownOfVote = Pick<Village, 'members' | 'requests' | 'askedAt' | 'kept' | 'loans' | 'events'>

const listOf = (memberId: string | undefined): readonly string[] =>
  memberId === undefined ? [] : [memberId]

/** Whose matter it is; nobody's where there is no such loan or event, which is for others to say. */
const concernedIn = (
  { requests, loans, events, members }: KnownOfVote,
  command: OfKin,
  kin: readonly Kinship[],
): readonly string[] => {
  if ('eventId' in command)
    return householdOfEvent(events.get(command.eventId), {
      members: [...members.values()],
      kin,
      day: command.effectiveOn,
    })
  const isAsked = command.type === 'AppraiseLoan' || command.type === 'DecideLoan'
  return listOf(
    isAsked ? requests.get(command.loanId)?.asked.memberId : loans.get(command.loanId)?.memberId,
  )
}

const tookPart = (ballot: Ballot): readonly string[] => [
  ...(ballot.by === 'officers' ? ballot.votes.map(({ memberId }) => memberId) : []),
  ballot.confirmedBy,
]

/** What the book itself says of who lives together, in the words of what was declared. */
export const livingTogether = (members: readonly Member[], day: LocalDate): readonly Kinship[] =>
  [...householdsOn(members, day).values()].flatMap((household) =>
    household.slice(1).map(({ memberId }, i) => ({
      firstId: household[i]!.memberId,
      secondId: memberId,
      relation: 'same-household' as const,
    })),
  )

/** Kin of a member on a day: by what was declared outside of the journal, and by the households in it. */
export const kinOnDay = (
  kin: readonly Kinship[],
  members: readonly Member[],
  { memberId, day }: { readonly memberId: string; readonly day: LocalDate },
): ReadonlySet<string> => kinOf([...kin, ...livingTogether(members, day)], memberId)

type Since = {
  readonly memberId: string
  /** The day on which somebody asked, and the day of the vote. */
  readonly from: LocalDate
  readonly day: LocalDate
  /** Whether what an entry says of a household was written after it was asked for, whatever day it names. */
  readonly isLater?: (entryId: string) => boolean
}

/**
 * Kin of a member at any time since something was asked for: whoever lived together then, or has since, has no part in
 * it. Moving out in between frees nobody, nor does a day before it that was written afterwards.
 */
export const kinSince = (
  kin: readonly Kinship[],
  members: readonly Member[],
  { memberId, from, day, isLater = () => false }: Since,
): ReadonlySet<string> => {
  const asTheyWere = members.map((one) => ({
    ...one,
    placements: (one.placements ?? []).filter(({ id }) => !isLater(id)),
  }))
  const moved = members.flatMap(({ placements = [] }) => placements.map(({ on }) => on))
  const days = new Set([from, day, ...moved.filter((on) => from < on && on < day)])
  const found = [...days].flatMap((on) =>
    [members, asTheyWere].flatMap((told) => [...kinOnDay(kin, told, { memberId, day: on })]),
  )
  return new Set(found)
}

/**
 * Whose own matter relief on an event is: the household's that it is for alone, whatever it was declared as. Who lives
 * together is what the book says, and what was declared beside it.
 */
export const householdOfEvent = (
  event: ReliefEvent | undefined,
  {
    members,
    kin,
    day,
  }: {
    readonly members: readonly Member[]
    readonly kin: readonly Kinship[]
    readonly day: LocalDate
  },
): readonly string[] => {
  if (!event?.told) return []
  const { memberIds = [] } = event.told
  const byId = new Map(members.map((one) => [one.memberId, one]))
  const listed = listedOfOneHousehold(event.told, byId, day)
  if (listed.length > 0 || memberIds.length === 0) return listed
  const together = kinOnDay(
    kin.filter(({ relation }) => relation === 'same-household'),
    members,
    { memberId: memberIds[0]!, day },
  )
  return memberIds.slice(1).every((memberId) => together.has(memberId)) ? memberIds : []
}

/** From when on who lived together counts: of what is asked for, since then; of anything else, today. */
const sinceAsked = (
  { requests, askedAt, kept }: KnownOfVote,
  command: OfKin,
): Omit<Since, 'memberId'> => {
  const { effectiveOn: day } = command
  const isAsked = command.type === 'DecideLoan' || command.type === 'AppraiseLoan'
  const request = isAsked ? requests.get(command.loanId) : undefined
  if (!request) return { from: day, day }
  const asked = askedAt.get(request.loanId) ?? 0
  const isLater = (entryId: string): boolean => (kept.get(entryId)?.seq ?? 0) > asked
  return { from: request.requestedOn, day, isLater }
}

/**
 * Why a command is refused for kin's sake: somebody who must step out voted or confirmed, or is an acting
 * officer and not named as recused; or looked into the request. Whoever is recused beyond that is believed.
 */
export const kinRefusal = (
  village: KnownOfVote,
  command: Command,
  kin: readonly Kinship[],
): 'kin-must-step-out' | 'appraiser-is-kin' | undefined => {
  if (!needsKin(command)) return undefined
  const { effectiveOn: day } = command
  const members = [...village.members.values()]
  const own = concernedIn(village, command, kin)
  const since = sinceAsked(village, command)
  const out = new Set(
    own.flatMap((memberId) => [...kinSince(kin, members, { memberId, ...since })]),
  )
  const acting = members.filter((member) => isActingOn(member, day))
  // Where every officer is kin the meeting decides all the same, and one of them looks into it and writes it down.
  const isNobodyLeft = acting.every(({ memberId }) => out.has(memberId) || own.includes(memberId))
  if (command.type === 'AppraiseLoan')
    return out.has(command.appraisedBy) && !isNobodyLeft ? 'appraiser-is-kin' : undefined
  const { ballot } = command
  const isUnnamed = acting.some(
    ({ memberId }) => out.has(memberId) && !ballot.recused.includes(memberId),
  )
  const isWithThem =
    !(isNobodyLeft && ballot.by === 'meeting') &&
    tookPart(ballot).some((memberId) => out.has(memberId))
  return isUnnamed || isWithThem ? 'kin-must-step-out' : undefined
}

/**
 * Officers and whoever lives with them owe no more than their part of all that is lent: whom the book does not place in
 * a household may have been declared as living in one.
 */
const shareRefusal = (
  village: KnownOfVote,
  command: Command,
  kin: readonly Kinship[],
): 'above-committee-share' | undefined => {
  const request = command.type === 'DecideLoan' ? village.requests.get(command.loanId) : undefined
  if (command.type !== 'DecideLoan' || !request || !isCarried(command.ballot)) return undefined
  const { effectiveOn: on } = command
  const members = [...village.members.values()]
  const houses = new Set(
    [request.requestedOn, on].flatMap((day) => {
      const officers = members.filter((one) => isOfficerOn(one, day)).map((one) => one.memberId)
      return [...householdOf([...kin, ...livingTogether(members, day)], officers)]
    }),
  )
  if (!houses.has(request.asked.memberId)) return undefined
  const lent = { loans: village.loans, requests: village.requests.values() }
  return request.asked.principal > committeeRoom(lent, request, { on, houses })
    ? 'above-committee-share'
    : undefined
}

export type KnowsKin = Pick<Particulars, 'kinships'>

/**
 * Reads who is kin in a fund, where a command that is to be recorded asks for it. A journal alone knows
 * nothing of kin; and an entry that stands in it is never judged by them again.
 */
export const whoStepsOut = async (
  { journal }: { readonly journal: Partial<KnowsKin> },
  fundId: string,
  commands: readonly Command[],
): Promise<(village: KnownOfVote, command: Command) => string | undefined> => {
  if (!journal.kinships || !commands.some(needsKin)) return () => undefined
  const kin = await journal.kinships(fundId)
  return (village, command) =>
    kinRefusal(village, command, kin) ?? shareRefusal(village, command, kin)
}
