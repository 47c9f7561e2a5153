import { type LocalDate, dayAfter, daysAfter, daysBetween, earlier } from '#domain/kernel/dates.ts'
import { type LaterMove, beforeMoves, isSameHousehold } from '#domain/fund/people/households.ts'
import { type Correction, type Member, heldOn, isLapsed } from '#domain/fund/people/members.ts'
import { officerRulesOf } from '#domain/fund/people/officer-rules.ts'
import { type Office, type Tenure, isOfCommittee } from '#domain/fund/people/tenures.ts'
import { type FundBook, balancesOn, charterOf, membersById, owingOn } from '#domain/health/book.ts'
import { type Finding, type FindingCode, finding } from '#domain/health/finding.ts'
import { unexplainedOf } from '#domain/health/unexplained.ts'
import { amountOf } from '#domain/ledger/statements.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { LoanStanding } from '#domain/loans/standing.ts'

/** Flags of entries about people and offices, as findings. */
export const peopleFlagCodes: Readonly<Record<string, FindingCode>> = {
  'LoanPaidOut borrower-not-here': 'lent-to-somebody-not-here',
  'MemberChanged left-owing': 'left-owing',
  'MemberChanged left-with-savings': 'left-with-savings',
  'DeathRecorded seen-later': 'died-before-seen',
  'MemberChanged held-office': 'officer-gone',
  'DeathRecorded held-office': 'officer-gone',
  'MemberChanged by-one-word': 'gone-by-one-word',
  'DeathRecorded by-one-word': 'gone-by-one-word',
  'HouseholdRecorded by-one-word': 'household-moved-by-one-word',
  'MemberCorrected by-one-word': 'card-changed-by-one-word',
  'ReliefDeclined by-one-word': 'relief-declined-by-one-word',
  'MemberChanged after-death': 'written-after-death',
  'MemberChanged proxy-for-another': 'proxy-for-another',
  'MemberChanged proxy-not-here': 'proxy-not-here',
  'OfficerAppointed too-few-women': 'too-few-women',
  'OfficerAppointed key-holder-on-committee': 'key-holder-on-committee',
  'OfficerAppointed without-election': 'put-in-without-election',
  'OfficerAppointed appointed-alone': 'appointed-by-one-word',
  'OfficersElected fewer-women-by-vote': 'too-few-women',
  'OfficeHandedOver without-count': 'hand-over-incomplete',
  'OfficeHandedOver without-signed-balance': 'hand-over-incomplete',
  'OfficeHandedOver without-two-witnesses': 'hand-over-incomplete',
  // Each time that more was given stays on the list, however it ended.
  'UnexplainedAssigned put-off': 'explaining-put-off',
  'FundFounded box-differs-from-books': 'box-differs-from-books',
}

const fundOf = ({ fund }: FundBook) => ({ kind: 'fund', number: fund.villageCode }) as const

/** For so many days before and after it, what somebody is said to be has something hang on it. */
const aroundDays = 31

/**
 * Whether two live in one household, or did on the day of a loan by the book as it was before each move that was written
 * shortly before it, after it was asked for, or since: who is parted for a loan is not parted.
 */
const livedTogether = (
  { requests }: FundBook,
  { loanId, origin: { on } }: Loan,
  { pair, asOf }: { readonly pair: readonly Member[]; readonly asOf: LocalDate },
): boolean => {
  const houses = pair.map(({ placements = [] }) => placements.map((one) => one.householdId))
  if (!houses[0]!.some((one) => houses[1]!.includes(one))) return false
  const askedOn = requests.find((one) => one.loanId === loanId)?.requestedOn ?? on
  const since = earlier(askedOn, daysAfter(on, -aroundDays))
  const written = pair.flatMap(({ placements = [] }) => placements)
  const laterMove: LaterMove = (entryId) => {
    const { seq, writtenOn } = written.find(({ id }) => id === entryId)!
    return writtenOn !== undefined && writtenOn >= since ? seq : undefined
  }
  const areOne = ([a, b]: readonly Member[], day: LocalDate): boolean =>
    isSameHousehold(a!, b!, day)
  return (
    areOne(pair, asOf) || [pair, ...beforeMoves(pair, laterMove)].some((those) => areOne(those, on))
  )
}

/** Two of one household owe a loan of the same sort: the later one is worth a look. */
const secondInHousehold = (
  book: FundBook,
  standings: readonly LoanStanding[],
  asOf: LocalDate,
): Finding[] => {
  const members = membersById(book.members)
  const owed = standings
    .filter((one) => one.owed > 0)
    .toSorted((a, b) => (a.loan.origin.on < b.loan.origin.on ? -1 : 1))
  return owed.flatMap(({ loan }, i) => {
    const own = members.get(loan.memberId)
    if (!own?.placements) return []
    const isSecond = owed
      .slice(0, i)
      .some(
        ({ loan: first }) =>
          first.memberId !== loan.memberId &&
          (first.terms.product === 'emergency') === (loan.terms.product === 'emergency') &&
          livedTogether(book, loan, { pair: [members.get(first.memberId)!, own], asOf }),
      )
    const about = { kind: 'loan', number: loan.number } as const
    return isSecond ? [finding('second-loan-in-household', loan.origin.on, about)] : []
  })
}

/** Offices whose box, book or chair goes from hand to hand. */
const handedOver: readonly Office[] = ['chair', 'record-keeper', 'box-keeper']
const handOverDays = 31

const isFollowed = (book: FundBook, member: Member, { office, endedOn }: Tenure): boolean =>
  book.members.some(
    (other) =>
      other.memberId !== member.memberId &&
      other.offices.some((next) => next.office === office && next.from === endedOn),
  )

/** Whoever held an office gave it to somebody else, and a month later nobody has written a hand-over. */
const missingHandOvers = (book: FundBook): Finding[] =>
  book.members.flatMap((member) =>
    member.offices.flatMap((tenure) => {
      const { office, endedOn } = tenure
      if (endedOn === undefined || !handedOver.includes(office)) return []
      const isWritten = (book.fund.handOvers ?? []).some(
        (one) => one.office === office && one.from === member.memberId && one.on >= tenure.from,
      )
      if (isWritten || !isFollowed(book, member, tenure)) return []
      const about = { kind: 'member', number: member.card } as const
      return [finding('hand-over-missing', daysAfter(endedOn, handOverDays), about)]
    }),
  )

const boxesThatDiffered = (book: FundBook): Finding[] =>
  (book.fund.handOvers ?? []).flatMap(({ on, count, booked }) =>
    count && count.amount !== booked
      ? [
          finding('hand-over-box-differs', on, fundOf(book), {
            found: count.amount,
            expected: booked,
          }),
        ]
      : [],
  )

/** The day on which the first of those who sit on the committee had no say any more. */
const lapsed = (book: FundBook, asOf: LocalDate): Finding[] => {
  const { graceDays } = officerRulesOf(charterOf(book, asOf))
  const days = book.members
    .filter((member) => isLapsed(member, asOf, graceDays))
    .flatMap((member) =>
      heldOn(member, asOf)
        .filter(isOfCommittee)
        .map(({ until }) => dayAfter(daysAfter(until!, graceDays))),
    )
  return days.length === 0
    ? []
    : [finding('officers-lapsed', days.reduce(earlier), fundOf(book), { found: days.length })]
}

/** Days on which something was done that hangs on a member's sex or zone: who sits where, who may vote, whom relief touches. */
const hangingOn = (
  { fund, events }: FundBook,
  { offices }: Member,
  { sex, zone }: Correction,
): readonly LocalDate[] => [
  ...(sex === undefined
    ? []
    : [...offices.map(({ from }) => from), ...(fund.elections ?? []).map(({ on }) => on)]),
  ...(zone === undefined
    ? []
    : events.flatMap(({ declaredOn, told }) =>
        told === undefined ? [] : [declaredOn, ...told.given.map(({ on }) => on)],
      )),
]

/** Sex or zone were changed close to a vote, an appointment or relief that hangs on it, whoever stands behind it. */
const changedAroundAVote = (book: FundBook): Finding[] =>
  book.members.flatMap((member) =>
    (member.corrections ?? []).flatMap((one) => {
      const { on, writtenOn } = one
      if (writtenOn === undefined) return []
      const isClose = hangingOn(book, member, one).some(
        (day) => Math.abs(daysBetween(day, writtenOn)) <= aroundDays,
      )
      const about = { kind: 'member', number: member.card } as const
      return isClose ? [finding('card-changed-around-a-vote', on, about)] : []
    }),
  )

const unexplained = (book: FundBook, asOf: LocalDate): Finding[] => {
  const left = 0 - amountOf(balancesOn(book, asOf), 'equity:unexplained')
  return left === 0
    ? []
    : [finding('not-explained', book.fund.openedOn, fundOf(book), { found: left, expected: 0 })]
}

/** What nobody explained did not become less by the day on which it had to be. */
const notShrunk = (book: FundBook, asOf: LocalDate): Finding[] => {
  const told = unexplainedOf(book, asOf)
  return told?.failedOn === undefined
    ? []
    : [finding('not-explained-in-time', told.failedOn, fundOf(book), { found: told.left })]
}

/** What is worth a look about people, households and offices on a day. */
export const peopleFindings = (book: FundBook, asOf: LocalDate): Finding[] => [
  ...secondInHousehold(book, owingOn(book.loans, asOf), asOf),
  ...missingHandOvers(book),
  ...boxesThatDiffered(book),
  ...lapsed(book, asOf),
  ...changedAroundAVote(book),
  ...unexplained(book, asOf),
  ...notShrunk(book, asOf),
]
