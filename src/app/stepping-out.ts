import { beginnings } from '#domain/corrections/loan-entries.ts'
import { loansOf } from '#domain/corrections/reversal.ts'
import { householdOf, kinOf } from '#domain/fairness/kin.ts'
import { type LocalDate, dayBefore, daysAfter, earlier } from '#domain/kernel/dates.ts'
import { type Member, isActingOn, isOfficerOn } from '#domain/fund/people/members.ts'
import { type LaterMove, beforeMoves, householdsOn } from '#domain/fund/people/households.ts'
import type { Kinship, Particulars } from '#domain/fund/people/particulars.ts'
import { againstList } from '#domain/fund/meeting/raised.ts'
import { type Ballot, isCarried } from '#domain/fund/meeting/voting.ts'
import { committeeRoom } from '#domain/health/committee-share.ts'
import { listedOfOneHousehold } from '#domain/relief/authority.ts'
import { worldsOfLoan } from '#domain/room-states.ts'
import type { ReliefEvent } from '#domain/relief/relief.ts'
import { operations } from '#domain/operations/all.ts'
import type { Concern } from '#domain/operations/concern.ts'
import type { AnyOperation } from '#domain/operations/operation.ts'
import type { Command, Village } from '#domain/village.ts'

/*
 * Kin are declared outside of the journal, and what they are is never told in it: an entry names who was recused, not why.
 * So it is here that a vote is held against what was declared, for everybody who records.
 */

const concernsOf = new Map<string, (command: never) => Concern>(
  (operations as readonly AnyOperation[]).flatMap(({ command, concerns }) =>
    concerns ? [[command, concerns]] : [],
  ),
)

/** Whose matter a command is, by its operation; undefined where it is everybody's, and nobody steps out. */
const concernOf = (command: Command): Exclude<Concern, 'everybody'> | undefined => {
  const concern = concernsOf.get(command.type)?.(command as never)
  return concern === 'everybody' ? undefined : concern
}

export type KnownOfVote = Pick<
  Village,
  'members' | 'requests' | 'askedAt' | 'kept' | 'loans' | 'events' | 'meetings'
>

const listOf = (memberId: string | undefined): readonly string[] =>
  memberId === undefined ? [] : [memberId]

/** Whose matter it is; nobody's where there is no such loan or event, which is for others to say. */
const concernedIn = (
  { requests, loans, events, members }: KnownOfVote,
  concern: Exclude<Concern, 'everybody'>,
  {
    kin,
    since,
  }: {
    readonly kin: readonly Kinship[]
    readonly since: Required<Omit<Since, 'memberId'>>
  },
): readonly string[] => {
  if ('memberIds' in concern) return concern.memberIds
  if ('requestId' in concern) return listOf(requests.get(concern.requestId)?.asked.memberId)
  if ('loanId' in concern) return listOf(loans.get(concern.loanId)?.memberId)
  const told = [...members.values()]
  const { from, day, laterMove } = since
  // One house that was split just before it is asked for stays one house.
  const found = [
    { members: told, day },
    { members: told, day: from },
    ...beforeMoves(told, laterMove).map((before) => ({ members: before, day })),
  ].map((then) => householdOfEvent(events.get(concern.eventId), { ...then, kin }))
  return [...new Set(found.flat())]
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
  readonly laterMove?: LaterMove
}

/**
 * Kin of a member at any time since something was asked for: whoever lived together then, or has since, has no part in
 * it. Moving out in between frees nobody, nor does a day before it that was written afterwards.
 */
export const kinSince = (
  kin: readonly Kinship[],
  members: readonly Member[],
  { memberId, from, day, laterMove = () => undefined }: Since,
): ReadonlySet<string> => {
  const worlds = [members, ...beforeMoves(members, laterMove)]
  const moved = members.flatMap(({ placements = [] }) => placements.map(({ on }) => on))
  const days = new Set([from, day, ...moved.filter((on) => from < on && on < day)])
  const found = [...days].flatMap((on) =>
    worlds.flatMap((told) => [...kinOnDay(kin, told, { memberId, day: on })]),
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

/** For so many days a vote counts by the household before as well: moving out the day before frees nobody. */
export const movedDays = 7

/** Where in the journal the first line about a loan stands: what was written before it was not written for it. */
const begunAt = (kept: KnownOfVote['kept'], loanId: string): number =>
  [...kept.values()].find(
    (one) => beginnings.includes(one.type) && loansOf(one.body).includes(loanId),
  )?.seq ?? 0

/**
 * From when on who lived together counts: for some days before, and of what was asked for earlier, since then. What was
 * written after it was asked for, or after the loan began and just now, counts whatever day it names.
 */
const sinceAsked = (
  { requests, askedAt, kept }: KnownOfVote,
  concern: Exclude<Concern, 'everybody'>,
  day: LocalDate,
): Required<Omit<Since, 'memberId'>> => {
  const since = daysAfter(day, -movedDays)
  const request = 'requestId' in concern ? requests.get(concern.requestId) : undefined
  const asked = askedAt.get(request?.loanId ?? '') ?? Number.POSITIVE_INFINITY
  const loanId = 'requestId' in concern ? concern.requestId : 'loanId' in concern && concern.loanId
  const begun = loanId ? begunAt(kept, loanId) : 0
  const laterMove: LaterMove = (entryId) => {
    const { seq = 0, at = '' } = kept.get(entryId) ?? {}
    return seq > asked || (!request && seq > begun && at.slice(0, 10) >= since) ? seq : undefined
  }
  const before = dayBefore(since)
  return { from: request ? earlier(request.requestedOn, before) : before, day, laterMove }
}

/** Whether more hands were raised than people were on the list of that meeting who are no kin and did not step out. */
const isMoreThanOthers = (
  { members, meetings }: KnownOfVote,
  ballot: Ballot,
  { day, out }: { readonly day: LocalDate; readonly out: readonly string[] },
): boolean => {
  if (ballot.by !== 'meeting') return false
  const { yes, no } = ballot.hands
  const all = { out: [...out, ...ballot.recused] }
  const against = againstList(all, meetings.get(day), [...members.values()])
  return against !== undefined && yes + no > against.free
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
  const concern = concernOf(command)
  if (!concern) return undefined
  const { effectiveOn: day } = command
  const members = [...village.members.values()]
  const since = sinceAsked(village, concern, day)
  const own = concernedIn(village, concern, { kin, since })
  const out = new Set(
    own.flatMap((memberId) => [...kinSince(kin, members, { memberId, ...since })]),
  )
  const acting = members.filter((member) => isActingOn(member, day))
  // Where every officer is kin the meeting decides all the same, and one of them looks into it and writes it down.
  const isNobodyLeft = acting.every(({ memberId }) => out.has(memberId) || own.includes(memberId))
  if (command.type === 'AppraiseLoan')
    return out.has(command.appraisedBy) && !isNobodyLeft ? 'appraiser-is-kin' : undefined
  if (!('ballot' in command)) return undefined
  const { ballot } = command
  // What several members are promised by one vote is nearly everybody's: they raise their hands, and none of them counts.
  const isOfMany = 'memberIds' in concern && own.length > 1
  const named = 'memberIds' in concern ? new Set([...own, ...out]) : out
  const isUnnamed =
    !isOfMany &&
    acting.some(({ memberId }) => out.has(memberId) && !ballot.recused.includes(memberId))
  const isWithThem =
    !(isNobodyLeft && ballot.by === 'meeting') &&
    tookPart(ballot).some((memberId) => named.has(memberId))
  const isAmongHands =
    !isOfMany && isMoreThanOthers(village, ballot, { day, out: [...own, ...out] })
  return isUnnamed || isWithThem || isAmongHands ? 'kin-must-step-out' : undefined
}

type Wished = {
  readonly loanId: string
  readonly memberId: string
  readonly principal: number
  readonly requestedOn: LocalDate
}

/** Whether a loan is more than the part of officers and whoever lives with them, by what was declared, too. */
export const isAboveShare = (
  village: KnownOfVote,
  kin: readonly Kinship[],
  { on, ...wished }: Wished & { readonly on: LocalDate },
): boolean => {
  const houses = new Set(
    worldsOfLoan(village, { ...wished, on }).flatMap(({ members, day }) => {
      const officers = members.filter((one) => isOfficerOn(one, day)).map((one) => one.memberId)
      return [...householdOf([...kin, ...livingTogether(members, day)], officers)]
    }),
  )
  if (!houses.has(wished.memberId)) return false
  const lent = { loans: village.loans, requests: village.requests.values() }
  return wished.principal > committeeRoom(lent, wished, { on, houses })
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
  const { asked, requestedOn } = request
  const wished = { ...asked, requestedOn, on: command.effectiveOn }
  return isAboveShare(village, kin, wished) ? 'above-committee-share' : undefined
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
  if (!journal.kinships || !commands.some(concernOf)) return () => undefined
  const kin = await journal.kinships(fundId)
  return (village, command) =>
    kinRefusal(village, command, kin) ?? shareRefusal(village, command, kin)
}
