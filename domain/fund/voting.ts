import type { LocalDate } from '#domain/kernel/dates.ts'
import { isAmountOrNought } from '#domain/kernel/money.ts'
import type { Charter, Votes } from '#domain/fund/charter.ts'
import { type Member, countActive, isActingOn } from '#domain/fund/members.ts'

/** Fewer officers than these decide nothing by themselves: the meeting does. */
export const officersVotingMin = 4

/** What officers may decide by themselves, in smallest units; above it the meeting votes. */
export const officersAmountMax = 1_000_000

export type NamedVote = { readonly memberId: string; readonly vote: 'yes' | 'no' }

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

export type BallotRefusal =
  | 'the-meeting-must-vote'
  | 'too-few-votes'
  | 'quorum-missing'
  | 'borrower-votes'
  | 'recused-votes'
  | 'voter-not-an-officer'
  | 'voted-twice'
  | 'confirmed-by-no-chair'

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
}

const refused = (code: BallotRefusal): Judged => ({ is: 'refused', code })
const invalid = (code: string, at: string): Judged => ({ is: 'invalid', code, at })

const holdsChair = (member: Member, day: LocalDate): boolean =>
  member.offices.some(({ office, from }) => office === 'chair' && from <= day)

/** The chair confirms; where the matter is the chair's own, another officer whose it is not. */
const isConfirmed = ({ confirmedBy, recused }: Ballot, { members, day, memberId }: Matter) => {
  const isOut = (id: string): boolean => id === memberId || recused.includes(id)
  const officers = [...members.values()].filter((member) => isActingOn(member, day))
  const mayConfirm = officers.filter((member) => !isOut(member.memberId))
  const chairs = mayConfirm.filter((member) => holdsChair(member, day))
  return (chairs.length > 0 ? chairs : mayConfirm).some((one) => one.memberId === confirmedBy)
}

const byOfficers = (
  { votes, recused }: Extract<Ballot, { by: 'officers' }>,
  { members, day, memberId, amount, isForTheMeeting }: Matter,
): Judged => {
  const officers = [...members.values()].filter((member) => isActingOn(member, day))
  const isOfficer = (id: string): boolean => officers.some((officer) => officer.memberId === id)
  const mayVote = officers.filter(
    (officer) => officer.memberId !== memberId && !recused.includes(officer.memberId),
  )
  if (isForTheMeeting || amount > officersAmountMax || isOfficer(memberId))
    return refused('the-meeting-must-vote')
  if (mayVote.length < officersVotingMin) return refused('the-meeting-must-vote')
  const voters = votes.map((vote) => vote.memberId)
  if (voters.includes(memberId)) return refused('borrower-votes')
  if (voters.some((voter) => recused.includes(voter))) return refused('recused-votes')
  if (!voters.every(isOfficer)) return refused('voter-not-an-officer')
  if (new Set(voters).size < voters.length) return refused('voted-twice')
  if (votes.length < officersVotingMin) return refused('too-few-votes')
  const yes = votes.filter(({ vote }) => vote === 'yes').length
  return { is: 'counted', isCarried: yes * 2 > votes.length }
}

const byMeeting = (
  { hands: { present, yes, no } }: Extract<Ballot, { by: 'meeting' }>,
  { members, charter }: Matter,
): Judged => {
  if (![present, yes, no].every(isAmountOrNought))
    return invalid('votes-not-whole', '/ballot/hands')
  if (yes + no > present) return invalid('more-votes-than-present', '/ballot/hands')
  const active = countActive(members)
  if (present > active) return invalid('more-present-than-members', '/ballot/hands/present')
  // The quorum is counted before anyone steps out.
  if (present * 100 < active * charter.quorumPercent) return refused('quorum-missing')
  return { is: 'counted', isCarried: yes > no }
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
  if (!isConfirmed(ballot, matter)) return refused('confirmed-by-no-chair')
  return ballot.by === 'officers' ? byOfficers(ballot, matter) : byMeeting(ballot, matter)
}
