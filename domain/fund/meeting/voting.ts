import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Charter, Votes } from '#domain/fund/charter/charter.ts'
import { handsFault, isQuorum } from '#domain/fund/hands.ts'
import { type Member, countActive, isActingOn, mayApproveOn } from '#domain/fund/people/members.ts'
import { officerRulesOf } from '#domain/fund/people/officer-rules.ts'
import { isHeldOn } from '#domain/fund/people/tenures.ts'

type NamedVote = { readonly memberId: string; readonly vote: 'yes' | 'no' }

/**
 * A vote as it was held: by officers, each by name, or by hands raised at a meeting. Whoever stepped out
 * because the matter is their own, or their kin's, is recused; somebody who is not confirms what was counted.
 */
export type Ballot = {
  readonly recused: readonly string[]
  readonly confirmedBy: string
} & (
  | { readonly by: 'officers'; readonly votes: readonly NamedVote[] }
  | { readonly by: 'meeting'; readonly hands: Votes }
)

type BallotRefusal =
  | 'the-meeting-must-vote'
  | 'too-few-votes'
  | 'quorum-missing'
  | 'borrower-votes'
  | 'recused-votes'
  | 'voter-not-an-officer'
  | 'voted-twice'
  | 'confirmed-by-no-chair'
  | 'officers-lapsed'

export type Judged =
  | { readonly is: 'counted'; readonly isCarried: boolean }
  | { readonly is: 'refused'; readonly code: BallotRefusal }
  | { readonly is: 'invalid'; readonly code: string; readonly at: string }

/** What a vote is about and who may take part in it. */
export type Matter = {
  readonly members: ReadonlyMap<string, Member>
  readonly day: LocalDate
  readonly charter: Charter
  /** Whose loan it is. */
  readonly memberId: string
  readonly amount: number
  /** An appeal, for one: officers have spoken already. */
  readonly isForTheMeeting: boolean
  /** Help in need waits for no election: a term that has run out does not stop it. */
  readonly isUrgent?: boolean
}

const refused = (code: BallotRefusal): Judged => ({ is: 'refused', code })
const invalid = (code: string, at: string): Judged => ({ is: 'invalid', code, at })

const holdsChair = (member: Member, day: LocalDate): boolean =>
  member.offices.some((tenure) => tenure.office === 'chair' && isHeldOn(tenure, day))

/** Officers who may decide something on the day: their term holds, within the grace, or the matter is urgent. */
const mayDecide =
  ({ day, charter, isUrgent }: Matter) =>
  (member: Member): boolean =>
    isUrgent
      ? isActingOn(member, day)
      : mayApproveOn(member, day, officerRulesOf(charter).graceDays)

/**
 * The chair confirms; where the matter is the chair's own, another officer whose it is not. What a meeting
 * decided is confirmed by whoever led it, also when their term has run out. Where all who hold an office have
 * stepped out for kin's sake the meeting decides all the same, and one of them writes it down.
 */
const confirmFault = (
  { by, confirmedBy, recused }: Ballot,
  matter: Matter,
): BallotRefusal | undefined => {
  const { members, day, memberId } = matter
  const isOut = (id: string): boolean => id === memberId || recused.includes(id)
  const acting = [...members.values()].filter((member) => isActingOn(member, day))
  const isInTerm = mayDecide(matter)
  const free = acting.filter((member) => !isOut(member.memberId))
  const others = acting.filter((member) => member.memberId !== memberId)
  const mayConfirm = by === 'officers' ? free.filter(isInTerm) : free.length > 0 ? free : others
  const chairs = mayConfirm.filter((member) => holdsChair(member, day))
  if ((chairs.length > 0 ? chairs : mayConfirm).some((one) => one.memberId === confirmedBy))
    return undefined
  const named = acting.find((one) => one.memberId === confirmedBy)
  return by === 'officers' && named && !isInTerm(named)
    ? 'officers-lapsed'
    : 'confirmed-by-no-chair'
}

/** Why the officers cannot decide this among themselves, whoever of them voted. */
const notForOfficers = (
  { recused }: Ballot,
  { acting, matter }: { readonly acting: readonly Member[]; readonly matter: Matter },
): BallotRefusal | undefined => {
  const { charter, memberId, amount, isForTheMeeting } = matter
  const { votingMin, amountMax } = officerRulesOf(charter)
  const isOwn = acting.some((officer) => officer.memberId === memberId)
  if (isForTheMeeting || amount > amountMax || isOwn) return 'the-meeting-must-vote'
  const free = acting.filter((one) => !recused.includes(one.memberId))
  if (free.length < votingMin) return 'the-meeting-must-vote'
  return free.filter(mayDecide(matter)).length < votingMin ? 'officers-lapsed' : undefined
}

/** More said yes than no; a tie is no. */
export const isCarried = (ballot: Ballot): boolean =>
  ballot.by === 'meeting'
    ? ballot.hands.yes > ballot.hands.no
    : ballot.votes.filter(({ vote }) => vote === 'yes').length * 2 > ballot.votes.length

const byOfficers = (ballot: Extract<Ballot, { by: 'officers' }>, matter: Matter): Judged => {
  const { votes, recused } = ballot
  const { members, day, charter, memberId } = matter
  const acting = [...members.values()].filter((member) => isActingOn(member, day))
  const not = notForOfficers(ballot, { acting, matter })
  if (not !== undefined) return refused(not)
  const officerOf = (id: string) => acting.find((officer) => officer.memberId === id)
  const voters = votes.map((vote) => vote.memberId)
  if (voters.includes(memberId)) return refused('borrower-votes')
  if (voters.some((voter) => recused.includes(voter))) return refused('recused-votes')
  if (!voters.every(officerOf)) return refused('voter-not-an-officer')
  if (new Set(voters).size < voters.length) return refused('voted-twice')
  const isInTerm = mayDecide(matter)
  if (!voters.every((voter) => isInTerm(officerOf(voter)!))) return refused('officers-lapsed')
  if (votes.length < officerRulesOf(charter).votingMin) return refused('too-few-votes')
  return { is: 'counted', isCarried: isCarried(ballot) }
}

const byMeeting = (
  ballot: Extract<Ballot, { by: 'meeting' }>,
  { members, charter, day }: Matter,
): Judged => {
  const { hands } = ballot
  const active = countActive(members, day)
  const fault = handsFault(hands, active)
  if (fault) return invalid(fault.code, `/ballot/hands${fault.at}`)
  if (!isQuorum(hands.present, { active, charter })) return refused('quorum-missing')
  return { is: 'counted', isCarried: isCarried(ballot) }
}

/** Whether a vote holds, and what it came to. A tie is no. */
export const judged = (ballot: Ballot, matter: Matter): Judged => {
  if (ballot.by !== 'officers' && ballot.by !== 'meeting')
    return invalid('vote-unknown', '/ballot/by')
  const named = ballot.by === 'officers' ? ballot.votes.map(({ memberId }) => memberId) : []
  const strangers = [...named, ...ballot.recused, ballot.confirmedBy]
  if (!strangers.every((memberId) => matter.members.has(memberId)))
    return invalid('member-unknown', '/ballot')
  if (
    ballot.by === 'officers' &&
    !ballot.votes.every(({ vote }) => vote === 'yes' || vote === 'no')
  )
    return invalid('vote-unknown', '/ballot/votes')
  const unconfirmed = confirmFault(ballot, matter)
  if (unconfirmed !== undefined) return refused(unconfirmed)
  return ballot.by === 'officers' ? byOfficers(ballot, matter) : byMeeting(ballot, matter)
}
