import { daysAfter } from '#domain/kernel/dates.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import type { Meeting, Raised } from '#domain/fund/meeting/meetings.ts'
import { type Against, againstList, isBeyond, listFor } from '#domain/fund/meeting/raised.ts'
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

/**
 * Votes against the list of who was there, whichever of the two was written down first: more hands than people who may
 * raise one, and votes of a meeting to which too few had come.
 */
export const voteFindings = (book: FundBook): Finding[] =>
  book.meetings.flatMap((meeting) => {
    const { heldOn: on, votes = [] } = meeting
    const subject = { kind: 'meeting', number: on } as const
    const charter = charterOf(book, on)
    return votes.flatMap((vote) => {
      // Nothing but its own hand says that a vote on paper was held: then nobody was there.
      const none = vote.writtenBy === undefined ? undefined : nobodyThere
      const against = againstList(vote, listFor(vote, meeting), book.members) ?? none
      if (!against) return []
      const { active, there, free } = against
      const many =
        vote.cast > free
          ? { found: vote.cast, expected: free }
          : { found: vote.present, expected: there }
      return [
        ...(isBeyond(vote, against) ? [finding('more-hands-than-people', on, subject, many)] : []),
        ...(isQuorum(there, { active, charter })
          ? []
          : [finding('too-few-for-a-vote', on, subject, { found: there })]),
        ...withUnseen(vote, { against, unseen: unseenAt(book, meeting), charter }).map((found) =>
          finding('vote-with-unseen-members', on, subject, { found }),
        ),
      ]
    })
  })
