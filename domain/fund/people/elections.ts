import { type LocalDate, dayBefore, monthlyDay } from '#domain/kernel/dates.ts'
import {
  type Said,
  day,
  described,
  group,
  id,
  list,
  optional,
  whole,
  word,
} from '#domain/kernel/shape.ts'
import { hands, handsFault, isQuorum, votes } from '#domain/fund/hands.ts'
import { stateOn } from '#domain/fund/people/life.ts'
import { type Member, countActive, hasVoteOn } from '#domain/fund/people/members.ts'
import { committeeOn, countedBySex, withEnds } from '#domain/fund/people/officers.ts'
import {
  type OfficerRules,
  hasRoomForWomen,
  officerRulesOf,
} from '#domain/fund/people/officer-rules.ts'
import type { People } from '#domain/fund/people/people.ts'
import { type ElectionHeld, type Office, isHeldOn, office } from '#domain/fund/people/tenures.ts'

const seatsMax = 15
const candidatesMax = 50
/** One of each office. */
const contestsMax = 6

const candidate = { memberId: id('member'), votes: hands }

/** One office and those who stood for it, with the hands or slips that were counted for each. */
const contest = {
  office,
  seats: whole(1, seatsMax, 'election-cannot-hold'),
  candidates: list(group(candidate), {
    min: 1,
    max: candidatesMax,
    tooShort: 'election-cannot-hold',
  }),
}
export type Contest = Said<typeof contest>

/** An election as it was held at a meeting. */
export const election = {
  by: word(['hands', 'slips'], 'vote-unknown'),
  /** Who voted: all, or the women alone. */
  electorate: word(['all', 'women'], 'vote-unknown'),
  /** How many of them were there. */
  present: hands,
  contests: list(group(contest), { min: 1, max: contestsMax, tooShort: 'election-cannot-hold' }),
  /** The last day of the term; what the charter says where it is left out. */
  until: optional(day),
  exception: described(
    optional(votes),
    'Hands by which the meeting agreed to fewer women than its charter wants',
  ),
  confirmedBy: id('member'),
}
type ElectOfficers = Said<typeof election> & { readonly effectiveOn: LocalDate }

type Elected = { readonly office: Office; readonly memberId: string }

/** What an election came to. */
type Outcome = {
  readonly contests: readonly Contest[]
  readonly until: LocalDate
  readonly elected: readonly Elected[]
}

type Fault = { readonly code: string; readonly at: string }

/** How many count for a quorum of those who may vote here. */
export const electorateOf = ({ members }: People, { electorate, effectiveOn: on }: ElectOfficers) =>
  [...members.values()].filter(
    (one) => hasVoteOn(one, on) && (electorate === 'all' || one.sex === 'f'),
  ).length

const contestFault = (
  { members }: People,
  { seats, candidates }: Contest,
  present: number,
): Fault | undefined => {
  const stranger = candidates.findIndex(({ memberId }) => !members.has(memberId))
  if (stranger >= 0) return { code: 'member-unknown', at: `/candidates/${stranger}` }
  if (new Set(candidates.map(({ memberId }) => memberId)).size < candidates.length)
    return { code: 'election-cannot-hold', at: '/candidates' }
  const isTooMany = candidates.some(({ votes }) => votes > present)
  const cast = candidates.reduce((sum, { votes }) => sum + votes, 0)
  return isTooMany || cast > present * seats
    ? { code: 'more-votes-than-present', at: '/candidates' }
    : undefined
}

const votersFault = (now: People, command: ElectOfficers): Fault | undefined =>
  command.present > electorateOf(now, command)
    ? { code: 'more-present-than-members', at: '/present' }
    : undefined

const contestsFault = (now: People, { contests, present }: ElectOfficers): Fault | undefined => {
  const named = new Set(contests.map(({ office }) => office))
  if (named.size < contests.length) return { code: 'election-cannot-hold', at: '/contests' }
  for (const [i, contest] of contests.entries()) {
    const fault = contestFault(now, contest, present)
    if (fault) return { code: fault.code, at: `/contests/${i}${fault.at}` }
  }
  return undefined
}

/** Why an election cannot have been held so, beside what its shape says. */
export const electionFault = (now: People, command: ElectOfficers): Fault | undefined => {
  const { until, exception, effectiveOn: on } = command
  const counted = votersFault(now, command) ?? contestsFault(now, command)
  if (counted) return counted
  if (until !== undefined && until < on) return { code: 'ends-before-it-begins', at: '/until' }
  const hands = exception && handsFault(exception, countActive(now.members, on))
  if (hands) return { code: hands.code, at: `/exception${hands.at}` }
  return now.members.has(command.confirmedBy)
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

type CountRefusal = 'election-tied' | 'nobody-elected' | 'elected-twice'

/** Everybody who is elected by the counts, or why nobody is. */
export const electedBy = (contests: readonly Contest[]): readonly Elected[] | CountRefusal => {
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
  { members }: People,
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

type CandidateRefusal = 'candidate-not-here' | 'candidate-not-a-woman'

/** Why somebody who stood cannot be elected. */
export const candidateRefusal = (
  { members }: People,
  { contests, electorate, effectiveOn: on }: ElectOfficers,
): CandidateRefusal | undefined => {
  const standing = contests.flatMap(({ candidates }) =>
    candidates.map(({ memberId }) => members.get(memberId)!),
  )
  if (standing.some((one) => stateOn(one, on) !== 'here')) return 'candidate-not-here'
  // A ballot of women alone fills the women's seats.
  const isOpen = electorate === 'all' || standing.every(({ sex }) => sex === 'f')
  return isOpen ? undefined : 'candidate-not-a-woman'
}

/** An election breaks the women's seats where it puts a man in and leaves them no room. */
export const hasWomensSeats = (
  now: People,
  command: ElectOfficers,
  elected: readonly Elected[],
): boolean =>
  elected.every(
    ({ office, memberId }) => office === 'key-holder' || now.members.get(memberId)!.sex === 'f',
  ) ||
  hasRoomForWomen(officerRulesOf(now.charter), countedBySex(committeeAfter(now, command, elected)))

/** Whether the meeting agreed to fewer women than its charter wants. */
export const isExcepted = (
  { members, charter }: People,
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

/** What of the fund's own an election changes. */
export const heldAfter = (
  elections: readonly ElectionHeld[],
  { contests }: Outcome,
  on: LocalDate,
): readonly ElectionHeld[] => [...elections, { on, offices: contests.map(({ office }) => office) }]

/** True for somebody whose offices an election may change: who holds one of those, or is elected. */
const isTouched = ({ contests, elected }: Outcome, { memberId, offices }: Member): boolean =>
  elected.some((one) => one.memberId === memberId) ||
  offices.some(({ office }) => contests.some((contest) => contest.office === office))

/** Members whose offices an election has changed, or may have. */
export const membersTouched = (members: Iterable<Member>, body: Outcome): readonly Member[] =>
  [...members].filter((member) => isTouched(body, member))

/** The members after an election; `elections` holds it already. */
export const membersAfterElection = (
  members: Iterable<Member>,
  body: Outcome,
  { on, elections }: { readonly on: LocalDate; readonly elections: readonly ElectionHeld[] },
): readonly Member[] =>
  membersTouched(members, body).map((member) => {
    const won = body.elected
      .filter(({ memberId }) => memberId === member.memberId)
      .map(({ office }) => ({ office, from: on, until: body.until }))
    return withEnds({ ...member, offices: [...member.offices, ...won] }, elections)
  })
