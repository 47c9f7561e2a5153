import type { LocalDate } from '#domain/kernel/dates.ts'
import { invalid, refused } from '#domain/kernel/decision.ts'
import type { CharterVersion } from '#domain/fund/charter/charter.ts'
import type { FutureDecided } from '#domain/fund/future.ts'
import { type Living, diedOn } from '#domain/fund/people/life.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { type Ballot, judged } from '#domain/fund/meeting/voting.ts'
import type { Posted } from '#domain/ledger/balances.ts'
import type { FairVerdictOf, FairWord } from '#domain/loans/request/fair-verdict.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'

/** The most that a vote can promise, by each rule; undefined where a rule is not about the borrower. */
export type VoteRoom = { readonly lendable: number; readonly committee: number | undefined }

/** What a vote lends, whether it was asked for in this book or on paper. */
export type ForVote = Pick<LoanRequest, 'loanId' | 'requestedOn'> & {
  readonly asked: Pick<LoanRequest['asked'], 'memberId' | 'product'>
}

/** What a decision about a loan looks at. */
export type Lending = {
  readonly hardRefusal: FairWord
  readonly verdictOn: FairVerdictOf
  readonly loans: ReadonlyMap<string, Loan>
  readonly requests: ReadonlyMap<string, LoanRequest>
  readonly members: ReadonlyMap<string, Member>
  readonly charters: readonly CharterVersion[]
  /** What meetings decided of the fund itself; absent while none did. */
  readonly futures?: readonly FutureDecided[]
  /** The one in force on the command's day. */
  readonly charter: CharterVersion
  readonly posted: Posted
  readonly openedOn: LocalDate
  /** The most that a loan may cost a year on the command's day, in per cent: the fund's own cap or the law's. */
  readonly fairCap: number
  /** What a vote on a request can promise on a day: all that the fund can lend, and its part for officers' households. */
  readonly roomFor: (request: ForVote, on: LocalDate) => VoteRoom
  /** What is left on a day of an emergency line that was promised to a member and opened. */
  readonly lineLeft: (memberId: string, on: LocalDate) => number
  /** What somebody stands with for loans of others on a day. */
  readonly pledgedBy: (memberId: string, on: LocalDate) => number
}

/** The loan that goes by an id; undefined where none was lent, and where it was taken back. */
export const loanOf = ({ loans }: Lending, loanId: string): Loan | undefined => {
  const loan = loans.get(loanId)
  return loan?.isVoid ? undefined : loan
}

export const loanUnknown = invalid('loan-unknown', '/loanId')

export const isDeadOn = (member: Living | undefined, on: LocalDate): boolean => {
  const died = member && diedOn(member)
  return died !== undefined && died <= on
}

type Voted = {
  readonly ballot: Ballot
  readonly memberId: string
  readonly amount: number
  readonly isForTheMeeting: boolean
}

/** Why a vote on what becomes of a loan lets nothing happen; undefined where it was carried. */
export const voteFault = (
  { members, charter: { charter } }: Lending,
  { ballot, ...matter }: Voted,
  day: LocalDate,
) => {
  const vote = judged(ballot, { ...matter, members, charter, day })
  if (vote.is === 'invalid') return invalid(vote.code, vote.at)
  if (vote.is === 'refused') return refused(vote.code)
  return vote.isCarried ? undefined : refused('vote-lost')
}
