import type { LocalDate } from '#domain/kernel/dates.ts'
import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type Said, day, id, optional, word } from '#domain/kernel/shape.ts'
import { type HandsRefusal, handsFault, isQuorum, votes } from '#domain/fund/hands.ts'
import { countActive, isActingOn, isOfficerOn } from '#domain/fund/people/members.ts'
import { hasRoomForWomen, officerRulesOf } from '#domain/fund/people/officer-rules.ts'
import { committeeOn, countedBySex } from '#domain/fund/people/officers.ts'
import type { People } from '#domain/fund/people/people.ts'
import { secondFault, secondOfficer } from '#domain/fund/second.ts'
import { endingReasons, isHeldOn, office } from '#domain/fund/people/tenures.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import { chair, committee } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'

const appointed = {
  memberId: id('member'),
  office,
  /** The last day of the term; without it the office holds until it is ended. */
  until: optional(day),
  /** Who held it, and holds it no more from this day on. */
  replaces: optional(id('member')),
  confirmedBy: secondOfficer,
}

/**
 * Whether one person alone fills the place of officers who are gone. Those of a fund that begins, or of an older book that is
 * brought in, are put in before there is anybody to stand behind it.
 */
const isByOneLeft = (
  { members, writtenOn }: People,
  { memberId, confirmedBy, effectiveOn: on }: Envelope & Said<typeof appointed>,
): boolean =>
  confirmedBy === undefined &&
  writtenOn !== undefined &&
  [...members.values()].some(
    (one) => one.memberId !== memberId && one.offices.length > 0 && !isActingOn(one, on),
  )

const appointFlags = (now: People, command: Envelope & Said<typeof appointed>) => {
  const { members, charter, elections } = now
  const { memberId, office: held, replaces, effectiveOn: on } = command
  const member = members.get(memberId)!
  const isOfKey = held === 'key-holder'
  const others = committeeOn(members, on, [memberId, ...(replaces === undefined ? [] : [replaces])])
  const counted = countedBySex([...others, member])
  const holdsKey = member.offices.some(
    (tenure) => tenure.office === 'key-holder' && isHeldOn(tenure, on),
  )
  const wasElected = elections.some((one) => one.on <= on && one.offices.includes(held))
  const isShort = member.sex === 'm' && !hasRoomForWomen(officerRulesOf(charter), counted)
  return flagsOf({
    'too-few-women': !isOfKey && isShort,
    'key-holder-on-committee': isOfKey ? isOfficerOn(member, on) : holdsKey,
    'without-election': !isOfKey && wasElected,
    'appointed-alone': isByOneLeft(now, command),
  })
}

/** Who holds an office is taken over from the book as a fact. */
export const appointOfficer = operation({
  command: 'AppointOfficer',
  entry: 'OfficerAppointed',
  oneHand: 'power',
  changesPower: true,
  asks: appointed,
  keeps: ['memberId', 'office', 'until', 'replaces', 'confirmedBy'],
  may: chair,
  second: ({ confirmedBy }) => confirmedBy,
  minutes: 'told',
  isReversible: false,
  decide: (now: People, command) => {
    const { memberId, until, replaces, effectiveOn: on } = command
    if (until !== undefined && until < on) return invalid('ends-before-it-begins', '/until')
    if (replaces !== undefined && (replaces === memberId || !now.members.has(replaces)))
      return invalid('member-unknown', '/replaces')
    const unseconded = secondFault(now.members, command, memberId)
    return unseconded ?? recorded({ flags: appointFlags(now, command), postings: [] })
  },
  about: ({ memberId, replaces }) =>
    [memberId, ...(replaces === undefined ? [] : [replaces])].map((key) => ({
      kind: 'member',
      key,
    })),
})

const ended = {
  memberId: id('member'),
  office,
  why: word(endingReasons, 'reason-unknown'),
  approvedBy: id('member'),
  /** Hands by which the meeting took it away. */
  votes: optional(votes),
}
type Ended = Said<typeof ended> & { readonly effectiveOn: LocalDate }

const votesFault = ({ members }: People, { why, votes: held, effectiveOn: on }: Ended) => {
  if ((why === 'removed') !== (held !== undefined)) return invalid('votes-missing', '/votes')
  const fault = held && handsFault(held, countActive(members, on))
  return fault && invalid(fault.code, `/votes${fault.at}`)
}

type EndOfficeRefusal = HandsRefusal | 'vote-lost'

const voteOf = (
  { members, charter }: People,
  { votes: held, effectiveOn: on }: Ended,
): EndOfficeRefusal | undefined => {
  if (!held) return undefined
  if (!isQuorum(held.present, { active: countActive(members, on), charter }))
    return 'quorum-missing'
  return held.yes > held.no ? undefined : 'vote-lost'
}

/** Two are needed to write an election down and to stand behind it: so many stay, or the meeting elects first. */
const officersLeftMin = 2

const leavesTooFew = (
  { members }: People,
  { memberId, office: held, effectiveOn: on }: Ended,
): boolean => {
  const left = [...members.values()].filter(
    (one) => one.memberId !== memberId && isActingOn(one, on),
  )
  return held !== 'key-holder' && left.length < officersLeftMin
}

/** An officer gives an office up, or the meeting takes it away by hands; another officer stands behind it. */
export const endOffice = operation({
  command: 'EndOffice',
  entry: 'OfficeEnded',
  oneHand: 'power',
  changesPower: true,
  asks: ended,
  keeps: ['memberId', 'office', 'why', 'approvedBy', 'votes'],
  // What a meeting decided of its officers is written by any of them, and another one stands behind it.
  may: committee,
  second: ({ approvedBy }) => approvedBy,
  minutes: 'told',
  isReversible: false,
  decide: (now: People, command) => {
    const { memberId, office: held, approvedBy, effectiveOn: on } = command
    const fault = votesFault(now, command)
    if (fault) return fault
    const approver = now.members.get(approvedBy)
    if (!approver) return invalid('member-unknown', '/approvedBy')
    const holds = now.members
      .get(memberId)!
      .offices.some((tenure) => tenure.office === held && isHeldOn(tenure, on))
    if (!holds) return refused('office-not-held')
    if (approvedBy === memberId || !isActingOn(approver, on))
      return refused('approver-not-an-officer')
    const lost = voteOf(now, command)
    if (lost !== undefined) return refused(lost)
    if (leavesTooFew(now, command)) return refused('too-few-officers-left')
    return recorded({ flags: [], postings: [] })
  },
  about: ({ memberId }) => [{ kind: 'member', key: memberId }],
})
