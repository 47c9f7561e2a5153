import { canonicalJson } from '#domain/kernel/canonical.ts'
import { type LocalDate, dayBefore, regionDayOf } from '#domain/kernel/dates.ts'
import { type Decision, invalid, refused } from '#domain/kernel/decision.ts'
import { type CharterVersion, type Votes, charterOn } from '#domain/fund/charter/charter.ts'
import { isQuorum } from '#domain/fund/hands.ts'
import {
  type Listed,
  type Meeting,
  type Raised,
  emptyMeeting,
} from '#domain/fund/meeting/meetings.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import type { Ballot } from '#domain/fund/meeting/voting.ts'
import type { Contest } from '#domain/fund/people/elections.ts'
import { isSameHousehold } from '#domain/fund/people/households.ts'
import { borneOn, proxyOn } from '#domain/fund/people/life.ts'
import { type Member, hasVoteOn } from '#domain/fund/people/members.ts'

/** What a command or an entry may say of votes; whatever else it says. */
type Said = {
  readonly type: string
  readonly ballot?: Ballot
  readonly votes?: Votes
  readonly vote?: Votes
  readonly approvedBy?: string
  readonly exception?: Votes
  readonly contests?: readonly Contest[]
  readonly present?: unknown
  readonly electorate?: string
  readonly loanId?: string
  readonly memberId?: string
}

type Matters = {
  readonly requests: ReadonlyMap<string, { readonly asked: { readonly memberId: string } }>
  readonly loans: ReadonlyMap<string, { readonly memberId: string }>
}

const countedIn = ({ present, yes, no }: Votes) => ({ present, cast: yes + no })

/** Whose own matter a ballot is, as far as the book says it. */
const whoseIn = ({ requests, loans }: Matters, { loanId = '', memberId }: Said) =>
  memberId ?? requests.get(loanId)?.asked.memberId ?? loans.get(loanId)?.memberId

const ofBallot = (state: Matters, said: Said): readonly (Raised & { readonly at: string })[] => {
  const { ballot } = said
  if (ballot?.by !== 'meeting') return []
  const whose = whoseIn(state, said)
  const out = [...new Set(ballot.recused)].toSorted()
  const matter = whose === undefined ? {} : { whose }
  return [{ ...countedIn(ballot.hands), out, ...matter, at: '/ballot/hands' }]
}

/** A vote that stands on paper alone, of a loan that was paid out by it: a second officer says that it was so. */
const onPaper = ({ type, vote, approvedBy, memberId }: Said) =>
  type !== 'LoanPaidOut' || vote === undefined || approvedBy === undefined
    ? []
    : [{ ...countedIn(vote), out: [], ...(memberId && { whose: memberId }), at: '/vote' }]

/** Nobody raises two hands for one seat. */
const forASeat = ({ seats, candidates }: Contest): number => {
  const each = candidates.map(({ votes }) => votes)
  const all = each.reduce((sum, votes) => sum + votes, 0)
  return Math.max(Math.ceil(all / seats), ...each)
}

const ofElection = ({ contests, present, electorate }: Said) =>
  contests === undefined || typeof present !== 'number'
    ? []
    : [
        {
          present,
          cast: Math.max(0, ...contests.map(forASeat)),
          out: [],
          at: '/present',
          ...(electorate === 'women' ? { among: 'women' as const } : {}),
        },
      ]

/** Every vote of a meeting that something tells of, and where it stands in it. */
export const raisedIn = (
  state: Matters,
  said: { readonly type: string },
): readonly (Raised & { readonly at: string })[] => {
  const { votes, exception } = said as Said
  return [
    ...ofBallot(state, said),
    ...ofElection(said),
    ...onPaper(said),
    ...(votes === undefined ? [] : [{ ...countedIn(votes), out: [], at: '/votes' }]),
    ...(exception === undefined ? [] : [{ ...countedIn(exception), out: [], at: '/exception' }]),
  ]
}

/** What a list of a meeting leaves of a vote. */
export type Against = {
  /** How many may have a part in it, and how many of them were there, by themselves or by whoever votes for them and no other. */
  readonly active: number
  readonly there: number
  /** Of those, who did not step out and whose matter it was not, nor of their household. */
  readonly free: number
}

/** Members who have a vote on a day. */
export const votersOn = (members: Iterable<Member>, on: LocalDate): readonly Member[] =>
  [...members].filter((one) => hasVoteOn(one, on))

/** A vote against the list of who was there; undefined where nobody has written one. */
export const againstList = (
  { out, whose, among }: Pick<Raised, 'out' | 'whose' | 'among'>,
  meeting: Pick<Meeting, 'present' | 'heldOn'> | undefined,
  members: readonly Member[],
): Against | undefined => {
  if (!meeting || meeting.present.length === 0) return undefined
  const { heldOn: on } = meeting
  const present = new Set(meeting.present)
  const voters = votersOn(members, on).filter(({ sex }) => among === undefined || sex === 'f')
  const borne = new Set(borneOn(voters, on))
  const isThere = (one: Member): boolean => {
    const proxy = proxyOn(one, on)
    return proxy === undefined ? present.has(one.memberId) : borne.has(one) && present.has(proxy)
  }
  const there = voters.filter(isThere)
  const own = members.find(({ memberId }) => memberId === whose)
  const isOwn = (one: Member): boolean =>
    own !== undefined && (one === own || isSameHousehold(one, own, on))
  const free = there.filter((one) => !out.includes(one.memberId) && !isOwn(one))
  return { active: voters.length, there: there.length, free: free.length }
}

/** The same, of as many as had a vote when any list of the meeting was written down: whom it left out is written away too late. */
export const againstVoters = (
  vote: Pick<Raised, 'out' | 'whose' | 'among'>,
  meeting: Meeting,
  members: readonly Member[],
): Against | undefined => {
  const against = againstList(vote, meeting, members)
  const then = (meeting.lists ?? []).flatMap(({ voters }) =>
    voters === undefined ? [] : [vote.among === undefined ? voters.all : voters.women],
  )
  return against && { ...against, active: Math.max(against.active, ...then) }
}

/** More hands, or more people, than the list of the meeting has. */
export const isBeyond = ({ present, cast }: Raised, { there, free }: Against): boolean =>
  present > there || cast > free

type State = Matters & {
  readonly meetings: ReadonlyMap<LocalDate, Meeting>
  readonly members: ReadonlyMap<string, Member>
}

type Command = { readonly type: string; readonly effectiveOn: LocalDate }

/** Why a vote is not taken as it was counted, by the list of that meeting; undefined where it is, and where there is no list. */
export const listRefusal = (
  state: State,
  charters: readonly CharterVersion[],
  command: Command,
): Decision<never, 'quorum-missing'> | undefined => {
  const { effectiveOn: on } = command
  for (const one of raisedIn(state, command)) {
    const against = againstList(one, state.meetings.get(on), [...state.members.values()])
    if (!against) continue
    if (isBeyond(one, against)) return invalid('more-votes-than-listed', one.at)
    // Rules that a meeting makes hold from its day on; whether it was large enough, those say that there were before it.
    const { charter } = charterOn(charters, dayBefore(on))
    const { there, active } = against
    if (!isQuorum(there, { active, charter })) return refused('quorum-missing')
  }
  return undefined
}

type Written = {
  readonly id: EntryId
  readonly effectiveOn: LocalDate
  readonly recordedBy: string
  readonly recordedAt: string
  readonly body: { readonly type: string }
}

type List = { readonly present: readonly string[]; readonly absent: readonly string[] }

/** With how many lists a vote is written down; said only where it is not the first one that it is held against. */
const listedBy = ({ lists = [] }: Meeting): Pick<Raised, 'listed'> => {
  const isNew = lists.every(({ isTakenBack }) => isTakenBack)
  const listed = lists.length + (isNew ? 1 : 0)
  return listed > 1 ? { listed } : {}
}

const hasSomebody = ({ isTakenBack, present }: Listed): boolean =>
  !isTakenBack && present.length > 0

/** The day on which a vote is written down that no list bears out yet. What an older book says of its votes nobody can list. */
const unlistedBy = (
  { lists = [] }: Meeting,
  recordedAt: string,
  isOfBook: boolean,
): Pick<Raised, 'unlistedOn'> =>
  isOfBook || lists.some(hasSomebody) ? {} : { unlistedOn: regionDayOf(recordedAt) }

/** Votes of a meeting with one more list: it bears out those of the day by the clock on which it is written itself. */
const borneOut = (
  { votes = [] }: Meeting,
  list: Listed,
  recordedAt: string,
): Pick<Meeting, 'votes'> =>
  votes.length === 0 || !hasSomebody(list)
    ? {}
    : {
        votes: votes.map(({ unlistedOn, ...vote }) =>
          unlistedOn === undefined || unlistedOn === regionDayOf(recordedAt)
            ? vote
            : { ...vote, unlistedOn },
        ),
      }

/** Keeps whose each list is, what was voted on a day and who says so, in place. */
export const takeInVotes = (
  state: Matters & {
    readonly meetings: Map<LocalDate, Meeting>
    readonly members: ReadonlyMap<string, Member>
  },
  entry: Written,
  isOfBook: boolean,
): void => {
  const { body, effectiveOn: on, recordedBy, recordedAt } = entry
  if (body.type === 'AttendanceRecorded') {
    const meeting = state.meetings.get(on)!
    const { present, absent } = body as unknown as List
    const told = votersOn(state.members.values(), on)
    const voters = { all: told.length, women: told.filter(({ sex }) => sex === 'f').length }
    const list = {
      entryId: entry.id,
      by: recordedBy,
      present,
      absent,
      ...(isOfBook ? {} : { voters }),
    }
    const lists = [...(meeting.lists ?? []), list]
    const votes = borneOut(meeting, list, recordedAt)
    return void state.meetings.set(on, { ...meeting, ...votes, lists })
  }
  const { loanId } = body as Said
  const ofLoan = body.type === 'LoanPaidOut' && !isOfBook && loanId !== undefined ? { loanId } : {}
  const meeting = state.meetings.get(on) ?? emptyMeeting(on)
  const raised = raisedIn(state, body)
  if (raised.length === 0) return
  const told = { ...listedBy(meeting), ...unlistedBy(meeting, recordedAt, isOfBook) }
  const votes = raised.map(({ at: _at, ...one }) => ({ ...one, ...ofLoan, ...told }))
  // A vote that was held stays held where its entry is taken back; written once more it is the same one.
  const key = ({ listed: _listed, unlistedOn: _unlisted, ...one }: Raised): string =>
    canonicalJson(one)
  const all = new Map([...votes, ...(meeting.votes ?? [])].map((one) => [key(one), one]))
  const inOrder = [...all.keys()].toSorted().map((key) => all.get(key)!)
  state.meetings.set(on, { ...meeting, votes: inOrder })
}

/** The lists that a vote is held against as it was written down: those there were, up to the first that has somebody. */
export const listsWhenWritten = (
  { listed = 1 }: Pick<Raised, 'listed'>,
  { lists = [] }: Pick<Meeting, 'lists'>,
): readonly Listed[] => {
  const first = lists.findIndex(({ present }) => present.length > 0)
  return first < 0 || listed > lists.length ? [] : lists.slice(0, Math.max(listed, first + 1))
}

/**
 * Who was there by the lists that stood when a vote was written down, whatever was taken back since; where there was none
 * yet, by the first one after it.
 */
export const listWhenWritten = (vote: Raised, meeting: Meeting): Meeting => ({
  ...meeting,
  present: listsWhenWritten(vote, meeting).flatMap(({ present }) => present),
})
