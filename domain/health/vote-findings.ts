import { againstList, isBeyond, listFor } from '#domain/fund/meeting/raised.ts'
import { isQuorum } from '#domain/fund/hands.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'
import { type Finding, finding } from '#domain/health/finding.ts'

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
      ]
    })
  })
