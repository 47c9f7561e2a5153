import { type LocalDate, dayBefore, daysAfter } from '#domain/kernel/dates.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import type { Meeting, Raised } from '#domain/fund/meeting/meetings.ts'
import {
  type Against,
  againstList,
  isBeyond,
  listFor,
  listsSoFar,
} from '#domain/fund/meeting/raised.ts'
import { isQuorum } from '#domain/fund/hands.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'
import { type Finding, finding } from '#domain/health/finding.ts'

/** So long before a vote somebody may have been written in for it. */
const lately = 31

/** How many of a list one officer wrote in shortly before, and nobody else has listed since. */
const unseenAt = (book: FundBook, { heldOn: on, present }: Meeting): number => {
  const unseen = new Set(book.hands.flatMap(({ admitted }) => admitted))
  return book.members.filter(
    ({ memberId, admittedOn }) =>
      unseen.has(memberId) && present.includes(memberId) && admittedOn > daysAfter(on, -lately),
  ).length
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

const nobodyThere = { active: 1, there: 0, free: 0 } as const

/** Rules that a meeting makes judge none of its own votes. */
const charterBefore = (book: FundBook, on: LocalDate): Charter => charterOf(book, dayBefore(on))

/** A vote that stands against a meeting's lists as they are, and would not have by one of them as it stood before. */
const changedSince = (book: FundBook, vote: Raised, meeting: Meeting): Finding[] => {
  const charter = charterBefore(book, meeting.heldOn)
  const before = listsSoFar(vote, meeting)
    .flatMap((list) => againstList(vote, list, book.members) ?? [])
    .find((one) => isBeyond(vote, one) || !isQuorum(one.there, { active: one.active, charter }))
  const about = { kind: 'meeting', number: meeting.heldOn } as const
  const sums = { found: vote.present, expected: before?.there ?? 0 }
  return before ? [finding('list-changed-around-a-vote', meeting.heldOn, about, sums)] : []
}

/** Hands are those of people who were there: a vote on paper that no list of its day bears out is none, and lent nothing. */
const lentWithout = (book: FundBook, { loanId, present }: Raised, on: LocalDate, there = 0) => {
  const loan = present > there && book.loans.find((one) => one.loanId === loanId)
  const about = loan && ({ kind: 'loan', number: loan.number } as const)
  return about ? [finding('lent-without-decision', on, about)] : []
}

const ofVote = (book: FundBook, vote: Raised, meeting: Meeting): Finding[] => {
  const { heldOn: on } = meeting
  const subject = { kind: 'meeting', number: on } as const
  const charter = charterBefore(book, on)
  // Nothing but its own hand says that a vote on paper was held: then nobody was there.
  const none = vote.writtenBy === undefined ? undefined : nobodyThere
  const against = againstList(vote, listFor(vote, meeting), book.members) ?? none
  const unlent = lentWithout(book, vote, on, against?.there)
  if (!against) return [...unlent, ...changedSince(book, vote, meeting)]
  const { active, there, free } = against
  const many =
    vote.cast > free
      ? { found: vote.cast, expected: free }
      : { found: vote.present, expected: there }
  const now = [
    ...(isBeyond(vote, against) ? [finding('more-hands-than-people', on, subject, many)] : []),
    ...(isQuorum(there, { active, charter })
      ? []
      : [finding('too-few-for-a-vote', on, subject, { found: there })]),
  ]
  return [
    ...unlent,
    ...(now.length > 0 ? now : changedSince(book, vote, meeting)),
    ...withUnseen(vote, { against, unseen: unseenAt(book, meeting), charter }).map((found) =>
      finding('vote-with-unseen-members', on, subject, { found }),
    ),
  ]
}

/**
 * Votes against the list of who was there, whichever of the two was written down first: more hands than people who may
 * raise one, and votes of a meeting to which too few had come. What was so by a list that was made longer or taken back is
 * told as one more statement.
 */
export const voteFindings = (book: FundBook): Finding[] =>
  [...book.meetings, ...book.unmet].flatMap((meeting) =>
    (meeting.votes ?? []).flatMap((vote) => ofVote(book, vote, meeting)),
  )
