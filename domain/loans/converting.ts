import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type CharterVersion, rateOfProduct } from '#domain/fund/charter.ts'
import type { Member } from '#domain/fund/members.ts'
import { type Ballot, type BallotRefusal, judged } from '#domain/fund/voting.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import type { Posting } from '#domain/ledger/posting.ts'
import { capOfMonth, isRateAbove, lowerRate } from '#domain/loans/as-written.ts'
import { beyondOf, isUnfair } from '#domain/loans/beyond.ts'
import { bookDifference } from '#domain/loans/books.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { walk } from '#domain/loans/village-convention.ts'

export type LoanConverted = {
  readonly type: 'LoanConverted'
  readonly v: 1
  readonly loanId: string
  /** What it bears from its day on. */
  readonly rateMonthlyPercent: string
  readonly charterVersion: number
  /** What the older terms would have asked beyond that by the day, given up for good. */
  readonly givenUp: number
  readonly ballot: Ballot
  readonly flags: readonly never[]
  readonly postings: readonly Posting[]
}

/** The meeting makes a loan of an older book one of the fund's own: the charter's rate, and nothing beyond it. */
export type ConvertLoan = Envelope & {
  readonly type: 'ConvertLoan'
  readonly loanId: string
  readonly ballot: Ballot
}

type ConvertRefusal = BallotRefusal | 'vote-lost' | 'loan-not-open' | 'nothing-to-convert'

type Ground = {
  readonly members: ReadonlyMap<string, Member>
  readonly charter: CharterVersion
  /** The most that a loan may cost a year on the day, in per cent. */
  readonly fairCap: number
}

/** The charter's own rate of the day, as far as that makes nothing dearer. */
const ownRate = ({ terms }: Loan, { charter: { charter }, fairCap }: Ground): string =>
  lowerRate(
    lowerRate(rateOfProduct(charter, terms.product), capOfMonth(fairCap)),
    terms.rateMonthlyPercent,
  )

/** Whether there is anything to convert: terms of an older book, once, that are flat, dear, or dearer than the charter's. */
const isConvertible = (loan: Loan, rate: string): boolean => {
  const { terms, conversions = [] } = loan
  if (terms.asWritten?.method === undefined || conversions.length > 0) return false
  return isUnfair(loan) || isRateAbove(terms.rateMonthlyPercent, rate)
}

/** Only the meeting gives up what an older book asks. Principal falls due as before, so that nothing grows. */
export const convertLoan = (
  loan: Loan,
  ground: Ground,
  command: ConvertLoan,
): Decision<LoanConverted, ConvertRefusal> => {
  const { members, charter } = ground
  const { id, loanId, ballot, effectiveOn: on } = command
  const { owed } = walk(loan, on)
  if (owed === 0 || on < loan.origin.on) return refused('loan-not-open')
  const rateMonthlyPercent = ownRate(loan, ground)
  const { memberId } = loan
  if (!isConvertible(loan, rateMonthlyPercent)) return refused('nothing-to-convert')
  const matter = { members, day: on, charter: charter.charter, memberId, amount: owed }
  const vote = judged(ballot, { ...matter, isForTheMeeting: true })
  if (vote.is === 'invalid') return invalid(vote.code, vote.at)
  if (vote.is === 'refused') return refused(vote.code)
  if (!vote.isCarried) return refused('vote-lost')
  const after = { ...loan, conversions: [{ id, on, rateMonthlyPercent }] }
  return recorded({
    type: 'LoanConverted',
    v: 1,
    loanId,
    rateMonthlyPercent,
    charterVersion: charter.version,
    givenUp: beyondOf(loan, on)?.open ?? 0,
    ballot,
    flags: [],
    postings: bookDifference(loan, after),
  })
}
