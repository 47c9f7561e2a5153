import type { Ballot } from '#domain/fund/voting.ts'
import type { Charter } from '#domain/fund/charter.ts'
import type { Village } from '#domain/village.ts'
import { law } from '#test/sim/law.ts'

export const activeOf = ({ members }: Village): number =>
  [...members.values()].filter(({ isFormer }) => !isFormer).length

type Hands = { readonly present: number; readonly yes: number; readonly no: number }

export const checkHands = (
  village: Village,
  { present, yes, no }: Hands,
  charter: Charter,
): void => {
  law('nobody votes twice', yes + no <= present, () => ({ present, yes, no }))
  const needed = activeOf(village) * charter.quorumPercent
  law('a vote needs its quorum', present * 100 >= needed, () => ({ present, needed }))
}

/** Who held an office on a day. */
export const officersOn = ({ members }: Village, on: string, office?: string): string[] =>
  [...members.values()]
    .filter(({ offices }) =>
      offices.some((one) => one.from <= on && (office === undefined || one.office === office)),
    )
    .map(({ memberId }) => memberId)

export type Matter = {
  readonly on: string
  /** Whose loan it is. */
  readonly borrower: string
  readonly amount: number
  readonly isForTheMeeting: boolean
  readonly charter: Charter
}

const checkOfficers = (
  village: Village,
  { votes, recused }: Extract<Ballot, { by: 'officers' }>,
  { on, borrower, amount, isForTheMeeting }: Matter,
): boolean => {
  const officers = officersOn(village, on).filter((id) => !village.members.get(id)!.isFormer)
  const voters = votes.map(({ memberId }) => memberId)
  const mayVote = officers.filter((id) => id !== borrower && !recused.includes(id))
  law('a vote of the borrower never counts', !voters.includes(borrower), () => votes)
  law('whoever stepped out does not vote', !voters.some((id) => recused.includes(id)), () => votes)
  law(
    'only officers vote as such',
    voters.every((id) => officers.includes(id)),
    () => votes,
  )
  law('nobody votes twice', new Set(voters).size === voters.length, () => votes)
  law('four of five must vote', voters.length >= 4 && mayVote.length >= 4, () => votes)
  const isTheMeetings = isForTheMeeting || amount > 1_000_000 || officers.includes(borrower)
  law('what is the meeting’s is decided by the meeting', !isTheMeetings, () => votes)
  const yes = votes.filter(({ vote }) => vote === 'yes').length
  return yes > votes.length - yes
}

/** Whether a vote was won, which must have been held as votes are. A tie is no. */
export const carried = (village: Village, ballot: Ballot, matter: Matter): boolean => {
  const { confirmedBy, recused } = ballot
  const { borrower, on, charter } = matter
  const isOut = (id: string): boolean => id === borrower || recused.includes(id)
  const chairs = officersOn(village, on, 'chair').filter((id) => !isOut(id))
  const others = officersOn(village, on).filter((id) => !isOut(id))
  const may = chairs.length > 0 ? chairs : others
  law(
    'a vote is confirmed by somebody whose matter it is not',
    may.includes(confirmedBy),
    () => ballot,
  )
  if (ballot.by === 'officers') return checkOfficers(village, ballot, matter)
  checkHands(village, ballot.hands, charter)
  return ballot.hands.yes > ballot.hands.no
}
