import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type LocalDate, dayBefore, isLocalDate, monthlyDay } from '#domain/kernel/dates.ts'
import { isAmountOrNought } from '#domain/kernel/money.ts'
import type { Votes } from '#domain/fund/charter.ts'
import { type HandsRefusal, handsFault, isQuorum } from '#domain/fund/hands.ts'
import { stateOn } from '#domain/fund/life.ts'
import { type Member, countActive, hasVoteOn, isActingOn } from '#domain/fund/members.ts'
import { type OfficerShelf, committeeOn, countedBySex, withEnds } from '#domain/fund/officers.ts'
import { type OfficerRules, hasRoomForWomen, officerRulesOf } from '#domain/fund/officer-rules.ts'
import { type ElectionHeld, type Office, isHeldOn, isOffice } from '#domain/fund/tenures.ts'
import type { Envelope } from '#domain/ledger/entry.ts'

export type Candidate = { readonly memberId: string; readonly votes: number }

/** One office and those who stood for it, with the hands or slips that were counted for each. */
export type Contest = {
  readonly office: Office
  readonly seats: number
  readonly candidates: readonly Candidate[]
}

/** An election as it was held at a meeting. */
type Election = {
  readonly by: 'hands' | 'slips'
  /** Who voted: all, or the women alone. */
  readonly electorate: 'all' | 'women'
  /** How many of them were there. */
  readonly present: number
  readonly contests: readonly Contest[]
  /** The last day of the term; what the charter says where it is left out. */
  readonly until?: LocalDate
  /** Hands by which the meeting agreed to fewer women than its charter wants. */
  readonly exception?: Votes
  readonly confirmedBy: string
}

type Elected = { readonly office: Office; readonly memberId: string }

export type OfficersElected = Election & {
  readonly type: 'OfficersElected'
  readonly v: 1
  readonly until: LocalDate
  readonly elected: readonly Elected[]
  readonly flags: readonly 'fewer-women-by-vote'[]
  readonly postings: readonly never[]
}

/** The meeting elects: whoever held these offices before holds them no more. */
export type ElectOfficers = Envelope & Election & { readonly type: 'ElectOfficers' }

type ElectionRefusal =
  | HandsRefusal
  | 'election-tied'
  | 'nobody-elected'
  | 'elected-twice'
  | 'candidate-not-here'
  | 'candidate-not-a-woman'
  | 'too-few-women'
  | 'term-too-long'
  | 'approver-not-an-officer'

type Fault = { readonly code: string; readonly at: string }

/** How many count for a quorum of those who may vote here. */
const electorateOf = ({ members }: OfficerShelf, { electorate, effectiveOn: on }: ElectOfficers) =>
  [...members.values()].filter(
    (one) => hasVoteOn(one, on) && (electorate === 'all' || one.sex === 'f'),
  ).length

const contestFault = (
  { members }: OfficerShelf,
  { office, seats, candidates }: Contest,
  present: number,
): Fault | undefined => {
  if (!isOffice(office)) return { code: 'office-unknown', at: '/office' }
  if (!isAmountOrNought(seats) || seats === 0 || candidates.length === 0)
    return { code: 'election-cannot-hold', at: '/seats' }
  const stranger = candidates.findIndex(({ memberId }) => !members.has(memberId))
  if (stranger >= 0) return { code: 'member-unknown', at: `/candidates/${stranger}` }
  if (!candidates.every(({ votes }) => isAmountOrNought(votes)))
    return { code: 'votes-not-whole', at: '/candidates' }
  if (new Set(candidates.map(({ memberId }) => memberId)).size < candidates.length)
    return { code: 'election-cannot-hold', at: '/candidates' }
  const isTooMany = candidates.some(({ votes }) => votes > present)
  const cast = candidates.reduce((sum, { votes }) => sum + votes, 0)
  return isTooMany || cast > present * seats
    ? { code: 'more-votes-than-present', at: '/candidates' }
    : undefined
}

const votersFault = (shelf: OfficerShelf, command: ElectOfficers): Fault | undefined => {
  const { by, electorate, present } = command
  if (by !== 'hands' && by !== 'slips') return { code: 'vote-unknown', at: '/by' }
  if (electorate !== 'all' && electorate !== 'women')
    return { code: 'vote-unknown', at: '/electorate' }
  if (!isAmountOrNought(present)) return { code: 'votes-not-whole', at: '/present' }
  return present > electorateOf(shelf, command)
    ? { code: 'more-present-than-members', at: '/present' }
    : undefined
}

const contestsFault = (
  shelf: OfficerShelf,
  { contests, present }: ElectOfficers,
): Fault | undefined => {
  const named = new Set(contests.map(({ office }) => office))
  if (contests.length === 0 || named.size < contests.length)
    return { code: 'election-cannot-hold', at: '/contests' }
  for (const [i, contest] of contests.entries()) {
    const fault = contestFault(shelf, contest, present)
    if (fault) return { code: fault.code, at: `/contests/${i}${fault.at}` }
  }
  return undefined
}

const electionFault = (shelf: OfficerShelf, command: ElectOfficers): Fault | undefined => {
  const { until, exception, effectiveOn: on } = command
  const counted = votersFault(shelf, command) ?? contestsFault(shelf, command)
  if (counted) return counted
  if (until !== undefined && !isLocalDate(until)) return { code: 'date-impossible', at: '/until' }
  if (until !== undefined && until < on) return { code: 'ends-before-it-begins', at: '/until' }
  const hands = exception && handsFault(exception, countActive(shelf.members, on))
  if (hands) return { code: hands.code, at: `/exception${hands.at}` }
  return shelf.members.has(command.confirmedBy)
    ? undefined
    : { code: 'member-unknown', at: '/confirmedBy' }
}

/** Those with the most votes, as many as there are seats; whoever has no vote at all is not elected. */
export const winnersOf = ({
  office,
  seats,
  candidates,
}: Contest): readonly Elected[] | 'election-tied' => {
  const ranked = candidates.filter(({ votes }) => votes > 0).toSorted((a, b) => b.votes - a.votes)
  const isTied = ranked.length > seats && ranked[seats - 1]!.votes === ranked[seats]!.votes
  return isTied
    ? 'election-tied'
    : ranked.slice(0, seats).map(({ memberId }) => ({ office, memberId }))
}

const electedBy = (
  contests: readonly Contest[],
): readonly Elected[] | Extract<ElectionRefusal, string> => {
  const elected: Elected[] = []
  for (const contest of contests) {
    const winners = winnersOf(contest)
    if (winners === 'election-tied') return winners
    elected.push(...winners)
  }
  if (elected.length === 0) return 'nobody-elected'
  const isTwice = new Set(elected.map(({ memberId }) => memberId)).size < elected.length
  return isTwice ? 'elected-twice' : elected
}

/** Everybody who would sit on the committee after it: those who are not up for election, and those elected. */
const committeeAfter = (
  { members }: OfficerShelf,
  { contests, effectiveOn: on }: ElectOfficers,
  elected: readonly Elected[],
): readonly Member[] => {
  const upFor = contests.map(({ office }) => office)
  const stays = committeeOn(members, on).filter(({ offices }) =>
    offices.some(
      (tenure) =>
        isHeldOn(tenure, on) && tenure.office !== 'key-holder' && !upFor.includes(tenure.office),
    ),
  )
  const isSeat = ({ office }: Elected): boolean => office !== 'key-holder'
  const comes = elected.filter(isSeat).map(({ memberId }) => members.get(memberId)!)
  return [...new Set([...stays, ...comes])]
}

const candidateRefusal = (
  { members }: OfficerShelf,
  { contests, electorate, effectiveOn: on }: ElectOfficers,
): ElectionRefusal | undefined => {
  const standing = contests.flatMap(({ candidates }) =>
    candidates.map(({ memberId }) => members.get(memberId)!),
  )
  if (standing.some((one) => stateOn(one, on) !== 'here')) return 'candidate-not-here'
  // A ballot of women alone fills the women's seats.
  const isOpen = electorate === 'all' || standing.every(({ sex }) => sex === 'f')
  return isOpen ? undefined : 'candidate-not-a-woman'
}

/** An election breaks the women's seats where it puts a man in and leaves them no room. */
const hasWomensSeats = (
  shelf: OfficerShelf,
  command: ElectOfficers,
  elected: readonly Elected[],
): boolean =>
  elected.every(
    ({ office, memberId }) => office === 'key-holder' || shelf.members.get(memberId)!.sex === 'f',
  ) ||
  hasRoomForWomen(
    officerRulesOf(shelf.charter),
    countedBySex(committeeAfter(shelf, command, elected)),
  )

const isExcepted = (
  { members, charter }: OfficerShelf,
  { exception, effectiveOn: on }: ElectOfficers,
): boolean =>
  exception !== undefined &&
  isQuorum(exception.present, { active: countActive(members, on), charter }) &&
  exception.yes > exception.no

/** The last day of a term that begins with an election on a day, where the meeting agrees no earlier one. */
export const termEndOf = (
  { termMonths }: Pick<OfficerRules, 'termMonths'>,
  on: LocalDate,
): LocalDate => dayBefore(monthlyDay(on, termMonths, Number(on.slice(8))))

export const electOfficers = (
  shelf: OfficerShelf,
  command: ElectOfficers,
): Decision<OfficersElected, ElectionRefusal> => {
  const fault = electionFault(shelf, command)
  if (fault) return invalid(fault.code, fault.at)
  const { members, charter } = shelf
  const { id: _, effectiveOn: on, present, contests, confirmedBy, ...told } = command
  const unfit = candidateRefusal(shelf, command)
  if (unfit !== undefined) return refused(unfit)
  if (!isActingOn(members.get(confirmedBy)!, on)) return refused('approver-not-an-officer')
  if (!isQuorum(present, { active: electorateOf(shelf, command), charter }))
    return refused('quorum-missing')
  const elected = electedBy(contests)
  if (typeof elected === 'string') return refused(elected)
  const rules = officerRulesOf(charter)
  const termEnd = termEndOf(rules, on)
  if (command.until !== undefined && command.until > termEnd) return refused('term-too-long')
  const isFair = hasWomensSeats(shelf, command, elected)
  if (!isFair && !isExcepted(shelf, command)) return refused('too-few-women')
  return recorded({
    ...told,
    type: 'OfficersElected',
    v: 1,
    present,
    contests,
    confirmedBy,
    until: command.until ?? termEnd,
    elected,
    flags: isFair ? [] : ['fewer-women-by-vote'],
    postings: [],
  })
}

/** What of the fund's own an election changes. */
export const heldAfter = (
  elections: readonly ElectionHeld[],
  { contests }: OfficersElected,
  on: LocalDate,
): readonly ElectionHeld[] => [...elections, { on, offices: contests.map(({ office }) => office) }]

/** True for somebody whose offices an election may change: who holds one of those, or is elected. */
const isTouched = (
  { contests, elected }: OfficersElected,
  { memberId, offices }: Member,
): boolean =>
  elected.some((one) => one.memberId === memberId) ||
  offices.some(({ office }) => contests.some((contest) => contest.office === office))

/** Members whose offices an election has changed, or may have. */
export const membersTouched = (
  members: Iterable<Member>,
  body: OfficersElected,
): readonly Member[] => [...members].filter((member) => isTouched(body, member))

/** The members after an election; `elections` holds it already. */
export const membersAfterElection = (
  members: Iterable<Member>,
  body: OfficersElected,
  { on, elections }: { readonly on: LocalDate; readonly elections: readonly ElectionHeld[] },
): readonly Member[] =>
  membersTouched(members, body).map((member) => {
    const won = body.elected
      .filter(({ memberId }) => memberId === member.memberId)
      .map(({ office }) => ({ office, from: on, until: body.until }))
    return withEnds({ ...member, offices: [...member.offices, ...won] }, elections)
  })
