import { balancesOf } from '#domain/ledger/balance-list.ts'
import { inBlocks } from '#domain/kernel/blocks.ts'
import { keptWhileSame, whileSame } from '#domain/kernel/kept.ts'
import { type LocalDate, daysAfter, later } from '#domain/kernel/dates.ts'
import { isAgencyUnseen } from '#domain/fairness/fair-lending.ts'
import { householdOn } from '#domain/fund/people/households.ts'
import { charterOn, oneHandLimitOf } from '#domain/fund/charter/charter.ts'
import { type Member, hasVoteOn } from '#domain/fund/people/members.ts'
import type { Hand, Sums } from '#domain/hands/hands.ts'
import { type FundBook, loansById, loansOf, total } from '#domain/health/book.ts'
import { type Finding, type FindingCode, finding } from '#domain/health/finding.ts'

/** What is seen of entries when they are written, as findings. */
export const handFlagCodes: Readonly<Record<string, FindingCode>> = {
  'LoanPaidOut without-decision': 'lent-without-decision',
  'LoanPaidOut after-leaving': 'lent-after-leaving',
  'LoanPaidOut restricted-money-lent': 'restricted-money-lent',
  'LoanPartPaidOut restricted-money-lent': 'restricted-money-lent',
  'LoanPaidOut lent-beyond-lendable': 'lent-beyond-lendable',
  'LoanPartPaidOut lent-beyond-lendable': 'lent-beyond-lendable',
  'LoanPartPaidOut without-decision': 'lent-without-decision',
  'HouseholdRecorded borrowers-parted': 'second-loan-in-household',
  'MeetingOpened after-a-later-count': 'counted-after-a-later-count',
  'MeetingClosed after-a-later-count': 'counted-after-a-later-count',
  'MeetingClosed total-differs': 'box-differs-from-books',
  'GrantPaid without-decision': 'granted-without-decision',
  'LoanWrittenOff without-decision': 'given-up-without-vote',
  'ReliefRecorded without-decision': 'relief-without-vote',
  'SavingsPaidToHeirs witnesses-not-there': 'heirs-paid-elsewhere',
  'SecurityReturned witnesses-not-there': 'witnesses-elsewhere',
  'RepaidFromSavings witnesses-not-there': 'witnesses-elsewhere',
  'OfficeHandedOver witnesses-not-there': 'witnesses-elsewhere',
  'PayoutConfirmed witnesses-not-there': 'witnesses-elsewhere',
  'EntryReversed witnesses-not-there': 'witnesses-elsewhere',
  'BorrowingRepaid interest-not-agreed': 'interest-beyond-schedule',
  'RequestWithdrawn cancelled-by-one': 'request-cancelled-by-one-word',
  'WithdrawalCancelled cancelled-by-one': 'request-cancelled-by-one-word',
  'SuspenseReleased let-go-by-who-booked-it': 'let-go-by-who-booked-it',
}

type Fund = FundBook['fund']

const fundOf = (fund: Fund) => ({ kind: 'fund', number: fund.villageCode }) as const

/** The days of sums up to a day, the first before the others. */
const daysOf = (sums: Sums, asOf: LocalDate): readonly LocalDate[] =>
  Object.keys(sums)
    .filter((day) => day <= asOf)
    .toSorted()

const sumOf = (sums: Sums, days: readonly LocalDate[]): number =>
  total(days.map((day) => sums[day]!))

/** For so many days before the first is sent away, whom the same hand writes in makes the fund no larger. */
const lately = 31

/**
 * In a village that people leave to work one or two go between meetings; more make a vote smaller. Counted of those with a vote
 * when the first one was sent, but for those whom the same hand wrote in shortly before, or since.
 */
const mostAway = (book: FundBook, { by, sentAwayOn = {} }: Hand): number => {
  const first = Object.values(sentAwayOn).toSorted()[0]
  if (first === undefined) return 0
  const from = daysAfter(first, -lately)
  const own = new Set(
    book.hands.flatMap((hand) =>
      hand.by === by
        ? Object.entries(hand.writtenOn ?? {}).flatMap(([one, day]) => (day > from ? [one] : []))
        : [],
    ),
  )
  const voters = book.members.filter((one) => !own.has(one.memberId) && hasVoteOn(one, first))
  return Math.floor(voters.length / 10)
}

/** The day that is asked for, and how many one hand may have sent away until it is told. */
type Beside = { readonly asOf: LocalDate; readonly mostAway: number }

/** What one person wrote for one meeting and nobody else stands behind, above what the charter lets one do alone. */
const workedOut = (fund: Fund, hand: Hand, { asOf, mostAway: away }: Beside): Finding[] => {
  const { out, backAndForth, takenOver, sentAwayOn = {}, seq } = hand
  const outDays = daysOf(out, asOf)
  const swungDays = daysOf(backAndForth, asOf)
  const awayDays = Object.values(sentAwayOn)
    .filter((day) => day <= asOf)
    .toSorted()
  // Rules that changed between two days excuse nothing that the stricter ones did not let one do.
  const most = Math.min(
    ...outDays.map((day) => oneHandLimitOf(charterOn(fund.charters, day).charter)),
  )
  const sums = [
    ['out-by-one-hand', outDays, sumOf(out, outDays), most],
    ['back-and-forth-by-one-hand', swungDays, sumOf(backAndForth, swungDays), 0],
    [
      'taken-over-by-one-hand',
      daysOf(takenOver, asOf),
      sumOf(takenOver, daysOf(takenOver, asOf)),
      0,
    ],
    ['sent-away-by-one-hand', awayDays, awayDays.length, away],
  ] as const
  return sums.flatMap(([code, days, found, expected]) =>
    found > expected ? [finding(code, days.at(-1)!, fundOf(fund), { seq, found, expected })] : [],
  )
}

const keptOfHand = keptWhileSame<Hand, Finding[]>()

const lastDayOf = whileSame(({ out, backAndForth, takenOver, sentAwayOn = {} }: Hand): LocalDate =>
  [out, backAndForth, takenOver]
    .flatMap((sums) => Object.keys(sums))
    .concat(Object.values(sentAwayOn))
    .reduce(later, ''),
)

/** A hand's own sums are what they are from their last day on; whom it sent away is held against all members and hands. */
const ofHand = (fund: Fund, hand: Hand, beside: Beside): Finding[] => {
  const { asOf, mostAway: away } = beside
  const until = asOf >= lastDayOf(hand) ? 'all' : asOf
  return keptOfHand(hand, [fund.charters, until, away], () => workedOut(fund, hand, beside))
}

/** Of those who sent nobody away; that is held against all members, and hardly anybody does it. */
const ofMostHands = inBlocks((hands: FundBook['hands'], fund: Fund, asOf: LocalDate) =>
  hands.flatMap((hand) => (hand.sentAwayOn ? [] : ofHand(fund, hand, { asOf, mostAway: 0 }))),
)

const handsThatSentAway = inBlocks((hands: FundBook['hands']) =>
  hands.filter(({ sentAwayOn }) => sentAwayOn !== undefined),
)

/** Whom one hand alone has written in. */
export const admittedIn = inBlocks((hands: FundBook['hands']) =>
  hands.flatMap(({ admitted }) => admitted),
)

/** Whether somebody lives in the same household who was not written in by one hand as well. */
const livesWithOthers = (
  { members }: FundBook,
  member: Member,
  { admitted, asOf }: { readonly admitted: ReadonlySet<string>; readonly asOf: LocalDate },
): boolean => {
  const house = householdOn(member, asOf)
  return (
    house !== undefined &&
    members.some((one) => !admitted.has(one.memberId) && householdOn(one, asOf) === house)
  )
}

/** Whoever was written in by one hand, was seen at a meeting by no other, lives with nobody of the fund, and has or owes money. */
const nobodyHasSeen = (book: FundBook, asOf: LocalDate): Finding[] => {
  const movedOf = (memberId: string): number => {
    const loans = loansOf(book, memberId)
    const accounts = [
      `liability:savings:${memberId}` as const,
      ...loans.map(({ loanId }) => `asset:loan:${loanId}` as const),
    ]
    const own = accounts
      .flatMap((account) => balancesOf(book.balances, account))
      .filter(({ on }) => on <= asOf)
    return total(own.map(({ amount }) => Math.abs(amount)))
  }
  const admitted = new Set(admittedIn(book.hands))
  return book.members.flatMap((member) => {
    const { memberId, card, admittedOn } = member
    if (!admitted.has(memberId)) return []
    if (livesWithOthers(book, member, { admitted, asOf })) return []
    const found = movedOf(memberId)
    const about = { kind: 'member', number: card } as const
    return found > 0 ? [finding('member-nobody-has-seen', admittedOn, about, { found })] : []
  })
}

const agencyUnseen = inBlocks((requests: FundBook['requests']) =>
  requests.filter(({ asked, appraisal }) => isAgencyUnseen(asked, appraisal)),
)

/** Money that is out for somebody who leaves by an agency whose licence no two officers have seen. */
const agencySeenByOne = (book: FundBook): Finding[] =>
  agencyUnseen(book.requests).flatMap(({ loanId }) => {
    const loan = loansById(book.loans).get(loanId)
    return loan
      ? [finding('agency-seen-by-one', loan.origin.on, { kind: 'loan', number: loan.number })]
      : []
  })

/** What one person alone has done with the fund's money. */
export const handFindings = (book: FundBook, asOf: LocalDate): Finding[] => [
  ...ofMostHands(book.hands, book.fund, asOf),
  ...handsThatSentAway(book.hands).flatMap((hand) =>
    ofHand(book.fund, hand, { asOf, mostAway: mostAway(book, hand) }),
  ),
  ...nobodyHasSeen(book, asOf),
  ...agencySeenByOne(book),
]
