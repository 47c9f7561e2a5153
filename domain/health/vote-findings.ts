import { type LocalDate, dayBefore, daysAfter } from '#domain/kernel/dates.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import type { Meeting, Raised } from '#domain/fund/meeting/meetings.ts'
import {
  type Against,
  againstVoters,
  isBeyond,
  listWhenWritten,
  listsWhenWritten,
  votersOn,
} from '#domain/fund/meeting/raised.ts'
import { isQuorum, quorumOf } from '#domain/fund/hands.ts'
import type { Days } from '#domain/hands/hands.ts'
import { type FundBook, charterOf, loansById } from '#domain/health/book.ts'
import { type Finding, finding } from '#domain/health/finding.ts'

/** So long before a vote somebody may have been written in for it. */
const lately = 31

/** Whom a list had that nobody else had listed by then; another hand's list that the vote was held against too has seen them. */
const unseenThen = (vote: Raised, meeting: Meeting): readonly string[] => {
  const heldAgainst = listsWhenWritten(vote, meeting).filter(({ isTakenBack }) => !isTakenBack)
  return (meeting.lists ?? []).flatMap(({ by, unseen = [] }) => {
    const seen = new Set(heldAgainst.flatMap((list) => (list.by === by ? [] : list.present)))
    return unseen.filter((memberId) => !seen.has(memberId))
  })
}

/**
 * How many of a list one officer wrote in shortly before, or after, by the clock and not by the day that was said, and nobody
 * else had listed when the vote was held against it, or has since.
 */
const unseenAt = (book: FundBook, vote: Raised, meeting: Meeting): number => {
  const { heldOn, present } = meeting
  const days = Object.assign({}, ...book.hands.map(({ writtenOn }) => writtenOn)) as Days
  const now = book.hands.flatMap(({ admitted }) => admitted)
  const unseen = new Set([...now, ...unseenThen(vote, meeting)])
  const from = daysAfter(heldOn, -lately)
  return present.filter((memberId) => unseen.has(memberId) && (days[memberId] ?? from) > from)
    .length
}

/** The number of them, where without their hands the vote would have had too few, or fewer than it counts. */
const withUnseen = (
  { cast }: Raised,
  {
    against: { active, there, free },
    unseen,
    charter,
  }: { readonly against: Against; readonly unseen: number; readonly charter: Charter },
): readonly number[] =>
  unseen > 0 &&
  (cast > free - unseen || !isQuorum(there - unseen, { active: active - unseen, charter }))
    ? [unseen]
    : []

/** Rules that a meeting makes judge none of its own votes. */
const charterBefore = (book: FundBook, on: LocalDate): Charter => charterOf(book, dayBefore(on))

const sumsOf = ({ cast, present }: Raised, { there, free }: Against) =>
  cast > free ? { found: cast, expected: free } : { found: present, expected: there }

/**
 * A vote that stands against a meeting's lists as they are, and would not have by those that stood when it was written down.
 * Whoever came late to what was voted with them already changes nothing.
 */
const changedSince = (book: FundBook, vote: Raised, meeting: Meeting): Finding[] => {
  const charter = charterBefore(book, meeting.heldOn)
  const then = againstVoters(vote, listWhenWritten(vote, meeting), book.members)
  if (!then || (!isBeyond(vote, then) && isQuorum(then.there, { active: then.active, charter })))
    return []
  const about = { kind: 'meeting', number: meeting.heldOn } as const
  return [finding('list-changed-around-a-vote', meeting.heldOn, about, sumsOf(vote, then))]
}

/** Hands are those of people who were there: a vote on paper that no list of its day bears out is none, and lent nothing. */
const lentWithout = (book: FundBook, { loanId, present }: Raised, on: LocalDate, there = 0) => {
  const loan = loanId !== undefined && present > there && loansById(book.loans).get(loanId)
  const about = loan && ({ kind: 'loan', number: loan.number } as const)
  return about ? [finding('lent-without-decision', on, about)] : []
}

const ofVote = (book: FundBook, vote: Raised, meeting: Meeting): Finding[] => {
  const { heldOn: on } = meeting
  const subject = { kind: 'meeting', number: on } as const
  const charter = charterBefore(book, on)
  const against = againstVoters(vote, meeting, book.members)
  const unlent = lentWithout(book, vote, on, against?.there)
  if (!against) return [...unlent, ...changedSince(book, vote, meeting)]
  const { active, there } = against
  const many = sumsOf(vote, against)
  const now = [
    ...(isBeyond(vote, against) ? [finding('more-hands-than-people', on, subject, many)] : []),
    ...(isQuorum(there, { active, charter })
      ? []
      : [finding('too-few-for-a-vote', on, subject, { found: there })]),
  ]
  return [
    ...unlent,
    ...(now.length > 0 ? now : changedSince(book, vote, meeting)),
    ...withUnseen(vote, { against, unseen: unseenAt(book, vote, meeting), charter }).map((found) =>
      finding('vote-with-unseen-members', on, subject, { found }),
    ),
  ]
}

/**
 * A vote of which nobody had written down who was there, when it was written or on that day, or whose lists were all taken
 * back: its hands make no quorum, whatever number was typed.
 */
const withoutList = (book: FundBook, vote: Raised, meeting: Meeting): Finding[] => {
  const { heldOn: on, present, lists = [] } = meeting
  const isListed = vote.unlistedOn === undefined && (present.length > 0 || lists.length === 0)
  if (isListed) return []
  const voters = votersOn(book.members, on).filter(({ sex }) => !vote.among || sex === 'f')
  const sums = { found: 0, expected: quorumOf(voters.length, charterBefore(book, on)) }
  return [finding('vote-without-a-list', on, { kind: 'meeting', number: on }, sums)]
}

/** What is wrong with its lists is told once of a meeting, however many votes it had. */
const toldOnce = (those: readonly Finding[]): Finding[] =>
  those.filter(
    ({ code }, i) =>
      !(code === 'list-changed-around-a-vote' || code === 'vote-without-a-list') ||
      those.findIndex((one) => one.code === code) === i,
  )

/**
 * Votes against the list of who was there, whichever of the two was written down first: more hands than people who may
 * raise one, and votes of a meeting to which too few had come. What was so by a list that was made longer or taken back is
 * told as one more statement.
 */
export const voteFindings = (book: FundBook): Finding[] =>
  [...book.meetings, ...book.unmet].flatMap((meeting) =>
    toldOnce(
      (meeting.votes ?? []).flatMap((vote) => [
        ...ofVote(book, vote, meeting),
        ...withoutList(book, vote, meeting),
      ]),
    ),
  )
