import { type LocalDate, dayBefore, daysAfter } from '#domain/kernel/dates.ts'
import { type Charter, charterOn } from '#domain/fund/charter/charter.ts'
import { inBlocks } from '#domain/kernel/blocks.ts'
import { whileSame } from '#domain/kernel/kept.ts'
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
import { type FundBook, loansById } from '#domain/health/book.ts'
import { admittedIn } from '#domain/health/hand-findings.ts'
import { type Finding, finding } from '#domain/health/finding.ts'

/** Who was written in, when and by whose hand, and what members and rules were: all that is looked at beside a meeting. */
type Beside = Pick<FundBook, 'members' | 'fund'> & { readonly written: WrittenIn }

/** The days on which members were written in, and who of them only one hand has listed. */
type WrittenIn = { readonly days: Days; readonly now: readonly string[] }

const daysWrittenIn = inBlocks((hands: FundBook['hands']) =>
  hands.flatMap(({ writtenOn }) => (writtenOn === undefined ? [] : [writtenOn])),
)

const writtenIn = (hands: FundBook['hands']): WrittenIn => {
  const days: Record<string, LocalDate> = {}
  for (const of of daysWrittenIn(hands)) Object.assign(days, of)
  return { days, now: admittedIn(hands) }
}

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
const unseenAt = ({ days, now }: WrittenIn, vote: Raised, meeting: Meeting): number => {
  const { heldOn, present } = meeting
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
const charterBefore = ({ fund }: Pick<FundBook, 'fund'>, on: LocalDate): Charter =>
  charterOn(fund.charters, dayBefore(on)).charter

const sumsOf = ({ cast, present }: Raised, { there, free }: Against) =>
  cast > free ? { found: cast, expected: free } : { found: present, expected: there }

/**
 * A vote that stands against a meeting's lists as they are, and would not have by those that stood when it was written down.
 * Whoever came late to what was voted with them already changes nothing.
 */
const changedSince = (book: Beside, vote: Raised, meeting: Meeting): Finding[] => {
  const charter = charterBefore(book, meeting.heldOn)
  const then = againstVoters(vote, listWhenWritten(vote, meeting), book.members)
  if (!then || (!isBeyond(vote, then) && isQuorum(then.there, { active: then.active, charter })))
    return []
  const about = { kind: 'meeting', number: meeting.heldOn } as const
  return [finding('list-changed-around-a-vote', meeting.heldOn, about, sumsOf(vote, then))]
}

/** Found of a vote; a number is that of the loan that it was about. */
type Found = Finding | { readonly unlent: string; readonly on: LocalDate }

/** Hands are those of people who were there: a vote on paper that no list of its day bears out is none, and lent nothing. */
const lentWithout = ({ loanId, present }: Raised, on: LocalDate, there = 0): Found[] =>
  loanId !== undefined && present > there ? [{ unlent: loanId, on }] : []

const ofVote = (book: Beside, vote: Raised, meeting: Meeting): Found[] => {
  const { heldOn: on } = meeting
  const subject = { kind: 'meeting', number: on } as const
  const charter = charterBefore(book, on)
  const against = againstVoters(vote, meeting, book.members)
  const unlent = lentWithout(vote, on, against?.there)
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
    ...withUnseen(vote, { against, unseen: unseenAt(book.written, vote, meeting), charter }).map(
      (found) => finding('vote-with-unseen-members', on, subject, { found }),
    ),
  ]
}

/**
 * A vote of which nobody had written down who was there, when it was written or on that day, or whose lists were all taken
 * back: its hands make no quorum, whatever number was typed.
 */
const withoutList = (book: Beside, vote: Raised, meeting: Meeting): Finding[] => {
  const { heldOn: on, present, lists = [] } = meeting
  const isListed = vote.unlistedOn === undefined && (present.length > 0 || lists.length === 0)
  if (isListed) return []
  const voters = votersOn(book.members, on).filter(({ sex }) => !vote.among || sex === 'f')
  const sums = { found: 0, expected: quorumOf(voters.length, charterBefore(book, on)) }
  return [finding('vote-without-a-list', on, { kind: 'meeting', number: on }, sums)]
}

const isOfLists = (one: Found): boolean =>
  'code' in one && (one.code === 'list-changed-around-a-vote' || one.code === 'vote-without-a-list')

/** What is wrong with its lists is told once of a meeting, however many votes it had. */
const toldOnce = (those: readonly Found[]): Found[] =>
  those.filter(
    (one, i) =>
      !isOfLists(one) ||
      those.findIndex((other) => isOfLists(other) && codeOf(other) === codeOf(one)) === i,
  )

const codeOf = (one: Found): string => ('code' in one ? one.code : '')

/** Of one meeting, for as long as it, the members and the rules stay: an old fund has thousands of them. */
const ofMeeting = whileSame(
  (
    meeting: Meeting,
    members: FundBook['members'],
    fund: FundBook['fund'],
    written: WrittenIn,
  ): readonly Found[] =>
    toldOnce(
      (meeting.votes ?? []).flatMap((vote) => [
        ...ofVote({ members, fund, written }, vote, meeting),
        ...withoutList({ members, fund, written }, vote, meeting),
      ]),
    ),
)

const ofMeetings = inBlocks(
  (
    meetings: FundBook['meetings'],
    members: FundBook['members'],
    fund: FundBook['fund'],
    written: WrittenIn,
  ): readonly Found[] => meetings.flatMap((meeting) => ofMeeting(meeting, members, fund, written)),
)

/** Hands change with every entry, and who was written in seldom: the value stays the same while it says the same. */
const writtenBy = (() => {
  const last = new WeakMap<FundBook['members'], { readonly text: string; readonly is: WrittenIn }>()
  return ({ members, hands }: FundBook): WrittenIn => {
    const is = writtenIn(hands)
    const text = JSON.stringify(is)
    const known = last.get(members)
    if (known?.text === text) return known.is
    last.set(members, { text, is })
    return is
  }
})()

/**
 * Votes against the list of who was there, whichever of the two was written down first: more hands than people who may
 * raise one, and votes of a meeting to which too few had come. What was so by a list that was made longer or taken back is
 * told as one more statement.
 */
export const voteFindings = (book: FundBook): Finding[] => {
  const { meetings, unmet, members, fund, loans } = book
  const written = writtenBy(book)
  return [meetings, unmet]
    .flatMap((those) => ofMeetings(those, members, fund, written))
    .flatMap((one) => {
      if ('code' in one) return [one]
      const loan = loansById(loans).get(one.unlent)
      const about = loan && ({ kind: 'loan', number: loan.number } as const)
      return about ? [finding('lent-without-decision', one.on, about)] : []
    })
}
