import type { LocalDate } from '#domain/kernel/dates.ts'
import { isAgencyUnseen } from '#domain/fairness/fair-lending.ts'
import { householdOn } from '#domain/fund/people/households.ts'
import { oneHandLimitOf } from '#domain/fund/charter/charter.ts'
import type { Hand } from '#domain/hands/hands.ts'
import { type FundBook, charterOf, total } from '#domain/health/book.ts'
import { type Finding, type FindingCode, finding } from '#domain/health/finding.ts'

/** What is seen of entries when they are written, as findings. */
export const handFlagCodes: Readonly<Record<string, FindingCode>> = {
  'LoanPaidOut without-decision': 'lent-without-decision',
  'LoanPaidOut after-leaving': 'lent-after-leaving',
  'LoanPaidOut restricted-money-lent': 'restricted-money-lent',
  'LoanPartPaidOut restricted-money-lent': 'restricted-money-lent',
  'GrantPaid without-decision': 'granted-without-decision',
  'LoanWrittenOff without-decision': 'given-up-without-vote',
  'ReliefRecorded without-decision': 'relief-without-vote',
  'SavingsPaidToHeirs witnesses-not-there': 'heirs-paid-elsewhere',
  'BorrowingRepaid interest-not-agreed': 'interest-beyond-schedule',
  'RequestWithdrawn cancelled-by-one': 'request-cancelled-by-one-word',
  'WithdrawalCancelled cancelled-by-one': 'request-cancelled-by-one-word',
}

const fundOf = ({ fund }: FundBook) => ({ kind: 'fund', number: fund.villageCode }) as const

/** What one person wrote for one meeting and nobody else stands behind, above what the charter lets one do alone. */
const ofHand = (book: FundBook, hand: Hand): Finding[] => {
  const { out, backAndForth, takenOver, sentAway = [], on, seq } = hand
  const expected = oneHandLimitOf(charterOf(book, on))
  const sums = [
    ['out-by-one-hand', out, expected],
    ['back-and-forth-by-one-hand', backAndForth, 0],
    ['taken-over-by-one-hand', takenOver, 0],
    ['sent-away-by-one-hand', sentAway.length, 0],
  ] as const
  return sums.flatMap(([code, found, most]) =>
    found > most ? [finding(code, on, fundOf(book), { seq, found, expected: most })] : [],
  )
}

/** Whoever was written in by one hand, was never seen at a meeting, lives with nobody of the fund, and has or owes money. */
const nobodyHasSeen = (book: FundBook, asOf: LocalDate): Finding[] => {
  const seen = new Set(book.meetings.flatMap(({ present }) => present))
  const movedOf = (memberId: string): number => {
    const loans = book.loans.filter((loan) => loan.memberId === memberId)
    const accounts = new Set([
      `liability:savings:${memberId}`,
      ...loans.map(({ loanId }) => `asset:loan:${loanId}`),
    ])
    const own = book.balances.filter(({ account, on }) => accounts.has(account) && on <= asOf)
    return total(own.map(({ amount }) => Math.abs(amount)))
  }
  const admitted = new Set(book.hands.flatMap((hand) => hand.admitted))
  return book.members.flatMap((member) => {
    const { memberId, card, admittedOn } = member
    if (!admitted.has(memberId) || seen.has(memberId)) return []
    if (householdOn(member, asOf) !== undefined) return []
    const found = movedOf(memberId)
    const about = { kind: 'member', number: card } as const
    return found > 0 ? [finding('member-nobody-has-seen', admittedOn, about, { found })] : []
  })
}

/** Money that is out for somebody who leaves by an agency whose licence no two officers have seen. */
const agencySeenByOne = (book: FundBook): Finding[] =>
  book.requests.flatMap(({ loanId, asked, appraisal }) => {
    const loan = book.loans.find((one) => one.loanId === loanId)
    return loan && isAgencyUnseen(asked, appraisal)
      ? [finding('agency-seen-by-one', loan.origin.on, { kind: 'loan', number: loan.number })]
      : []
  })

/** What one person alone has done with the fund's money. */
export const handFindings = (book: FundBook, asOf: LocalDate): Finding[] => [
  ...book.hands.flatMap((hand) => ofHand(book, hand)),
  ...nobodyHasSeen(book, asOf),
  ...agencySeenByOne(book),
]
