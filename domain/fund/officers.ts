import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type LocalDate, isLocalDate } from '#domain/kernel/dates.ts'
import type { Charter, Votes } from '#domain/fund/charter.ts'
import { type HandsRefusal, handsFault, isQuorum } from '#domain/fund/hands.ts'
import { type Member, countActive, isActingOn, isOfficerOn } from '#domain/fund/members.ts'
import { hasRoomForWomen, officerRulesOf } from '#domain/fund/officer-rules.ts'
import { type Seconded, secondFault, secondIn } from '#domain/fund/second.ts'
import {
  type ElectionHeld,
  type EndingReason,
  type Office,
  endingReasons,
  isHeldOn,
  isOffice,
  tenuresEnded,
} from '#domain/fund/tenures.ts'
import type { Envelope } from '#domain/ledger/entry.ts'

type AppointFlag = 'too-few-women' | 'key-holder-on-committee' | 'without-election'

export type OfficerAppointed = Seconded & {
  readonly type: 'OfficerAppointed'
  readonly v: 1
  readonly memberId: string
  readonly office: Office
  readonly until?: LocalDate
  readonly replaces?: string
  readonly flags: readonly AppointFlag[]
  readonly postings: readonly never[]
}

/** Who holds an office is taken over from the book as a fact; without `until` it holds until it is ended. */
export type AppointOfficer = Envelope &
  Seconded & {
    readonly type: 'AppointOfficer'
    readonly memberId: string
    readonly office: Office
    /** The last day of the term. */
    readonly until?: LocalDate
    /** Who held it, and holds it no more from this day on. */
    readonly replaces?: string
  }

export type OfficerShelf = {
  readonly members: ReadonlyMap<string, Member>
  /** The one in force on the command's day. */
  readonly charter: Charter
  readonly elections: readonly ElectionHeld[]
}

/** Who sits on the committee on a day, apart from those who are named. */
export const committeeOn = (
  members: ReadonlyMap<string, Member>,
  day: LocalDate,
  except: readonly string[] = [],
): readonly Member[] =>
  [...members.values()].filter((one) => isOfficerOn(one, day) && !except.includes(one.memberId))

/** How many women and men there are among members. */
export const countedBySex = (members: readonly Member[]) => {
  const women = members.filter(({ sex }) => sex === 'f').length
  return { women, men: members.length - women }
}

const appointFlags = (
  { members, charter, elections }: OfficerShelf,
  { memberId, office, replaces, effectiveOn: on }: AppointOfficer,
): AppointFlag[] => {
  const member = members.get(memberId)!
  if (office === 'key-holder') return isOfficerOn(member, on) ? ['key-holder-on-committee'] : []
  const others = committeeOn(members, on, [memberId, ...(replaces === undefined ? [] : [replaces])])
  const counted = countedBySex([...others, member])
  const holdsKey = member.offices.some(
    (tenure) => tenure.office === 'key-holder' && isHeldOn(tenure, on),
  )
  const wasElected = elections.some((one) => one.on <= on && one.offices.includes(office))
  const isShort = member.sex === 'm' && !hasRoomForWomen(officerRulesOf(charter), counted)
  return [
    ...(isShort ? (['too-few-women'] as const) : []),
    ...(holdsKey ? (['key-holder-on-committee'] as const) : []),
    ...(wasElected ? (['without-election'] as const) : []),
  ]
}

export const appointOfficer = (
  shelf: OfficerShelf,
  command: AppointOfficer,
): Decision<OfficerAppointed, 'approver-not-an-officer'> => {
  const { memberId, office, until, replaces, effectiveOn: on } = command
  if (!isOffice(office)) return invalid('office-unknown', '/office')
  if (until !== undefined && !isLocalDate(until)) return invalid('date-impossible', '/until')
  if (until !== undefined && until < on) return invalid('ends-before-it-begins', '/until')
  if (replaces !== undefined && (replaces === memberId || !shelf.members.has(replaces)))
    return invalid('member-unknown', '/replaces')
  const unseconded = secondFault(shelf.members, command, memberId)
  if (unseconded) return unseconded
  return recorded({
    type: 'OfficerAppointed',
    v: 1,
    memberId,
    office,
    ...(until === undefined ? {} : { until }),
    ...(replaces === undefined ? {} : { replaces }),
    ...secondIn(command),
    flags: appointFlags(shelf, command),
    postings: [],
  })
}

export type OfficeEnded = {
  readonly type: 'OfficeEnded'
  readonly v: 1
  readonly memberId: string
  readonly office: Office
  readonly why: EndingReason
  readonly approvedBy: string
  readonly votes?: Votes
  readonly flags: readonly never[]
  readonly postings: readonly never[]
}

/** An officer gives an office up, or the meeting takes it away by hands; another officer stands behind it. */
export type EndOffice = Envelope & {
  readonly type: 'EndOffice'
  readonly memberId: string
  readonly office: Office
  readonly why: EndingReason
  readonly approvedBy: string
  readonly votes?: Votes
}

type EndOfficeRefusal =
  | HandsRefusal
  | 'vote-lost'
  | 'office-not-held'
  | 'approver-not-an-officer'
  | 'too-few-officers-left'

/** Two are needed to write an election down and to stand behind it: so many stay, or the meeting elects first. */
const officersLeftMin = 2

const voteOf = (
  { members, charter }: OfficerShelf,
  { votes, effectiveOn: on }: EndOffice,
): EndOfficeRefusal | undefined => {
  if (!votes) return undefined
  if (!isQuorum(votes.present, { active: countActive(members, on), charter }))
    return 'quorum-missing'
  return votes.yes > votes.no ? undefined : 'vote-lost'
}

export const endOffice = (
  shelf: OfficerShelf,
  command: EndOffice,
): Decision<OfficeEnded, EndOfficeRefusal> => {
  const { memberId, office, why, votes, approvedBy, effectiveOn: on } = command
  const { members } = shelf
  if (!isOffice(office)) return invalid('office-unknown', '/office')
  if (!endingReasons.includes(why)) return invalid('reason-unknown', '/why')
  if ((why === 'removed') !== (votes !== undefined)) return invalid('votes-missing', '/votes')
  const fault = votes && handsFault(votes, countActive(members, on))
  if (fault) return invalid(fault.code, `/votes${fault.at}`)
  const approver = members.get(approvedBy)
  if (!approver) return invalid('member-unknown', '/approvedBy')
  const holds = members
    .get(memberId)!
    .offices.some((tenure) => tenure.office === office && isHeldOn(tenure, on))
  if (!holds) return refused('office-not-held')
  if (approvedBy === memberId || !isActingOn(approver, on))
    return refused('approver-not-an-officer')
  const lost = voteOf(shelf, command)
  if (lost !== undefined) return refused(lost)
  const left = [...members.values()].filter(
    (one) => one.memberId !== memberId && isActingOn(one, on),
  )
  if (office !== 'key-holder' && left.length < officersLeftMin)
    return refused('too-few-officers-left')
  return recorded({
    type: 'OfficeEnded',
    v: 1,
    memberId,
    office,
    why,
    approvedBy,
    ...(votes === undefined ? {} : { votes }),
    flags: [],
    postings: [],
  })
}

/** A member whose offices are counted anew: when each ended, from all that is known. */
export const withEnds = (member: Member, elections: readonly ElectionHeld[]): Member => ({
  ...member,
  offices: tenuresEnded(member.offices, { endings: member.endings ?? [], elections }),
})

type Known = { readonly on: LocalDate; readonly elections: readonly ElectionHeld[] }

/** Members after an appointment: the one who holds the office now, and the one who held it before. */
export const membersAfterAppointing = (
  members: ReadonlyMap<string, Member>,
  { memberId, office, until, replaces }: OfficerAppointed,
  { on, elections }: Known,
): readonly Member[] => {
  const member = members.get(memberId)!
  const tenure = { office, from: on, ...(until === undefined ? {} : { until }) }
  const before = replaces === undefined ? undefined : members.get(replaces)!
  const ending = { office, on, why: 'replaced' as const }
  return [
    withEnds({ ...member, offices: [...member.offices, tenure] }, elections),
    ...(before
      ? [withEnds({ ...before, endings: [...(before.endings ?? []), ending] }, elections)]
      : []),
  ]
}

/** A member whose office has ended. */
export const memberAfterEnding = (
  member: Member,
  { office, why }: OfficeEnded,
  { on, elections }: Known,
): Member =>
  withEnds({ ...member, endings: [...(member.endings ?? []), { office, on, why }] }, elections)
