import type { Declared } from '#domain/relief/relief.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { type Member, isActingOn } from '#domain/fund/people/members.ts'
import { type Ballot, type Judged, judged } from '#domain/fund/meeting/voting.ts'
import { householdOn } from '#domain/fund/people/households.ts'

type Voting = {
  readonly members: ReadonlyMap<string, Member>
  readonly charter: Charter
}

/** Officers alone: so many of them agree, and the meeting is asked after them. */
const officersNeeded = 3
export const ratifyDays = 30

type Listed = Pick<Declared, 'kind' | 'memberIds'>

/**
 * Who is listed of the one household that an event is for, whatever it was declared as: two people of one house are
 * not the whole village because somebody wrote "flood". Nobody where it is for several, or for places.
 */
export const listedOfOneHousehold = (
  { kind, memberIds = [] }: Listed,
  members: Voting['members'],
  day: LocalDate,
): readonly string[] => {
  if (kind === 'personal') return memberIds
  const houses = new Set(memberIds.map((id) => householdOn(members.get(id)!, day) ?? id))
  return houses.size === 1 ? memberIds : []
}

/** Whose own matter it is: the household that one event befell, everybody of it. A flood is everybody's. */
const concerned = (
  { members }: Voting,
  declared: Declared,
  day: LocalDate,
): ReadonlySet<string> => {
  const listed = listedOfOneHousehold(declared, members, day)
  const houses = new Set(listed.map((id) => householdOn(members.get(id)!, day)))
  houses.delete(undefined)
  const living = [...members.values()].filter((one) => houses.has(householdOn(one, day)))
  return new Set([...listed, ...living.map(({ memberId }) => memberId)])
}

/**
 * Who may not write down what the meeting decided. Where all who hold an office have stepped out the meeting decides
 * all the same, and one of them writes it down: first one whose own house it is not.
 */
const outOfMeeting = (
  { members }: Voting,
  { recused, own }: { readonly recused: readonly string[]; readonly own: ReadonlySet<string> },
  day: LocalDate,
): readonly string[] => {
  const acting = [...members.values()].filter((one) => isActingOn(one, day))
  const leavesOne = (out: readonly string[]): boolean =>
    acting.some(({ memberId }) => !out.includes(memberId))
  const strangers = recused.filter((id) => !members.has(id))
  return [recused, [...strangers, ...own]].find(leavesOne) ?? strangers
}

const withVotingMin = (charter: Charter): Charter => ({
  ...charter,
  officers: { ...charter.officers, votingMin: officersNeeded },
})

/**
 * Whether the meeting, or three officers, stand behind relief. A term that has run out stops nobody: help in need
 * waits for no election. The household that it is for has no part in it.
 */
export const judgedForRelief = (
  ballot: Ballot,
  voting: Voting,
  { declared, day }: { readonly declared: Declared; readonly day: LocalDate },
): Judged => {
  const own = concerned(voting, declared, day)
  const recused = [...new Set([...ballot.recused, ...own])]
  const { members, charter } = voting
  const matter = { members, day, memberId: '', amount: 0, isUrgent: true }
  if (ballot.by !== 'officers')
    return judged(
      { ...ballot, recused: outOfMeeting(voting, { recused, own }, day) },
      { ...matter, charter, isForTheMeeting: true },
    )
  const vote = judged(
    { ...ballot, recused },
    { ...matter, charter: withVotingMin(charter), isForTheMeeting: false },
  )
  const yes = ballot.votes.filter((one) => one.vote === 'yes').length
  return vote.is === 'counted' && vote.isCarried && yes < officersNeeded
    ? { is: 'refused', code: 'too-few-votes' }
    : vote
}
