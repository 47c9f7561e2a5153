import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { isAmount } from '#domain/kernel/money.ts'
import type { CharterVersion } from '#domain/fund/charter.ts'
import { type Member, isCode } from '#domain/fund/members.ts'
import { type Ballot, type BallotRefusal, judged } from '#domain/fund/voting.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import type { Posting } from '#domain/ledger/posting.ts'
import { beyondClaim, bookDifference } from '#domain/loans/books.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { walk } from '#domain/loans/village-convention.ts'

export type LoanWrittenOff = {
  readonly type: 'LoanWrittenOff'
  readonly v: 1
  readonly loanId: string
  readonly amount: number
  readonly minute?: string
  /** The vote by which it was given up; what was only written in a book has a minute at best. */
  readonly ballot?: Ballot
  readonly flags: readonly ('without-minute' | 'differs-from-owed')[]
  readonly postings: readonly Posting[]
}

export type RecordWriteOff = Envelope & {
  readonly type: 'RecordWriteOff'
  readonly loanId: string
  readonly amount: number
  readonly minute?: string
}

/** The fund stops expecting the money; the claim may remain. Without a minute it is flagged. */
export const recordWriteOff = (
  loan: Loan,
  command: RecordWriteOff,
): Decision<LoanWrittenOff, never> => {
  const { id, loanId, amount, minute, effectiveOn: on } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  if (minute !== undefined && !isCode(minute)) return invalid('minute-not-a-code', '/minute')
  const after = { ...loan, writeOffs: [...loan.writeOffs, { id, on, amount }] }
  return recorded({
    type: 'LoanWrittenOff',
    v: 1,
    loanId,
    amount,
    ...(minute === undefined ? {} : { minute }),
    flags: [
      ...(minute === undefined ? (['without-minute'] as const) : []),
      ...(walk(loan, on).owed === amount ? [] : (['differs-from-owed'] as const)),
    ],
    postings: bookDifference(loan, after),
  })
}

/** The meeting gives a loan up: nobody asks for it any more, and the claim stays. */
export type WriteOffLoan = Envelope & {
  readonly type: 'WriteOffLoan'
  readonly loanId: string
  readonly ballot: Ballot
}

type WriteOffRefusal = BallotRefusal | 'vote-lost' | 'loan-not-open'

type Electorate = {
  readonly members: ReadonlyMap<string, Member>
  readonly charter: CharterVersion
}

export const writeOffLoan = (
  loan: Loan,
  { members, charter: { charter } }: Electorate,
  command: WriteOffLoan,
): Decision<LoanWrittenOff, WriteOffRefusal> => {
  const { id, loanId, ballot, effectiveOn: on } = command
  const amount = walk(loan, on).owed
  if (amount === 0 || on < loan.origin.on) return refused('loan-not-open')
  const { memberId } = loan
  const matter = { members, day: on, charter, memberId, amount, isForTheMeeting: true }
  const vote = judged(ballot, matter)
  if (vote.is === 'invalid') return invalid(vote.code, vote.at)
  if (vote.is === 'refused') return refused(vote.code)
  if (!vote.isCarried) return refused('vote-lost')
  const after = { ...loan, writeOffs: [...loan.writeOffs, { id, on, amount }] }
  const postings = bookDifference(loan, after)
  return recorded({ type: 'LoanWrittenOff', v: 1, loanId, amount, ballot, flags: [], postings })
}

export type RecoveryRecorded = {
  readonly type: 'RecoveryRecorded'
  readonly v: 1
  readonly loanId: string
  readonly amount: number
  readonly flags: readonly 'above-claim'[]
  readonly postings: readonly Posting[]
}
export type RecordRecovery = Envelope & {
  readonly type: 'RecordRecovery'
  readonly loanId: string
  readonly amount: number
}

/** Money that comes after a loan was given up: it frees what was set aside; beyond the claim it waits. */
export const recordRecovery = (
  loan: Loan,
  command: RecordRecovery,
): Decision<RecoveryRecorded, never> => {
  const { id, loanId, amount, effectiveOn: on } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  const after = { ...loan, recoveries: [...(loan.recoveries ?? []), { id, on, amount }] }
  return recorded({
    type: 'RecoveryRecorded',
    v: 1,
    loanId,
    amount,
    flags: beyondClaim(after, id) > 0 ? ['above-claim'] : [],
    postings: bookDifference(loan, after),
  })
}
