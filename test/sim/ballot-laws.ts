import type { Ballot } from '#domain/fund/meeting/voting.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import type { Village } from '#domain/village.ts'
import { law } from '#test/sim/law.ts'
import { counts, hasLapsed, sits } from '#test/sim/naive-people.ts'
import { quorumIn } from '#test/sim/quorum.ts'

export const activeOf = ({ members }: Village, on: string): number =>
  [...members.values()].filter((member) => counts(member, on)).length

type Hands = { readonly present: number; readonly yes: number; readonly no: number }

export const checkHands = (
  village: Village,
  { present, yes, no }: Hands,
  { charter, on }: { readonly charter: Charter; readonly on: string },
): void => {
  law('nobody votes twice', yes + no <= present, () => ({ present, yes, no }))
  const needed = quorumIn(activeOf(village, on), charter.quorumPercent)
  law('a vote needs its quorum', present >= needed, () => ({ present, needed }))
}

/** Who held an office on a day; whoever is away, has left or is dead sits in none. */
export const officersOn = ({ members }: Village, on: string, office?: string): string[] =>
  [...members.values()].filter((member) => sits(member, on, office)).map(({ memberId }) => memberId)

export type Matter = {
  readonly on: string
  /** Whose loan it is. */
  readonly borrower: string
  readonly amount: number
  readonly isForTheMeeting: boolean
  readonly isUrgent?: boolean
  readonly charter: Charter
}

const checkOfficers = (
  village: Village,
  { votes, recused }: Extract<Ballot, { by: 'officers' }>,
  { on, borrower, amount, isForTheMeeting, isUrgent, charter }: Matter,
): boolean => {
  const officers = officersOn(village, on)
  const { votingMin = 4, graceDays = 60 } = charter.officers ?? {}
  const inTerm = officers.filter(
    (id) => isUrgent === true || !hasLapsed(village.members.get(id)!, on, graceDays),
  )
  const voters = votes.map(({ memberId }) => memberId)
  const mayVote = inTerm.filter((id) => id !== borrower && !recused.includes(id))
  law('a vote of the borrower never counts', !voters.includes(borrower), () => votes)
  law('whoever stepped out does not vote', !voters.some((id) => recused.includes(id)), () => votes)
  law(
    'only officers vote as such, and none whose term has run out',
    voters.every((id) => inTerm.includes(id)),
    () => votes,
  )
  law('nobody votes twice', new Set(voters).size === voters.length, () => votes)
  law(
    'four of five must vote',
    voters.length >= votingMin && mayVote.length >= votingMin,
    () => votes,
  )
  const most = charter.officers?.amountMax ?? (charter.currency === 'KHR' ? 1_000_000 : 25_000)
  const isTheMeetings = isForTheMeeting || amount > most || officers.includes(borrower)
  law('what is the meeting’s is decided by the meeting', !isTheMeetings, () => votes)
  const yes = votes.filter(({ vote }) => vote === 'yes').length
  return yes > votes.length - yes
}

/** Whether a vote was won, which must have been held as votes are. A tie is no. */
export const carried = (village: Village, ballot: Ballot, matter: Matter): boolean => {
  const { confirmedBy, recused } = ballot
  const { borrower, on, charter } = matter
  const isOut = (id: string): boolean => id === borrower || recused.includes(id)
  const { graceDays = 60 } = charter.officers ?? {}
  const isInTerm = (id: string): boolean =>
    ballot.by === 'meeting' ||
    matter.isUrgent === true ||
    !hasLapsed(village.members.get(id)!, on, graceDays)
  // Where everybody on the committee is kin the meeting decides all the same, and one of them writes it down.
  const areAllOut = ballot.by === 'meeting' && officersOn(village, on).every(isOut)
  const mayBe = (ids: readonly string[]): string[] =>
    ids.filter((id) => (areAllOut ? id !== borrower : !isOut(id) && isInTerm(id)))
  const chairs = mayBe(officersOn(village, on, 'chair'))
  const others = mayBe(officersOn(village, on))
  const may = chairs.length > 0 ? chairs : others
  law(
    'a vote is confirmed by somebody whose matter it is not',
    may.includes(confirmedBy),
    () => ballot,
  )
  if (ballot.by === 'officers') return checkOfficers(village, ballot, matter)
  checkHands(village, ballot.hands, { charter, on })
  return ballot.hands.yes > ballot.hands.no
}
