import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { isAmount } from '#domain/kernel/money.ts'
import type { CharterVersion } from '#domain/fund/charter.ts'
import { diedOn } from '#domain/fund/life.ts'
import type { Member } from '#domain/fund/members.ts'
import { type Ballot, type BallotRefusal, judged } from '#domain/fund/voting.ts'
import { type Posted, savedBy } from '#domain/ledger/balances.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import { type Posting, merged } from '#domain/ledger/posting.ts'
import { bookDifference } from '#domain/loans/books.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { type Proof, proofFault } from '#domain/loans/proof.ts'
import { earlyPaymentOf } from '#domain/loans/early.ts'
import { walk } from '#domain/loans/village-convention.ts'

/** A loan that its borrower repays out of the own savings: by the borrower's own act, which others saw. */
export type RepaidFromSavings = {
  readonly type: 'RepaidFromSavings'
  readonly v: 1
  readonly loanId: string
  readonly amount: number
  readonly proof: Proof
  readonly flags: readonly never[]
  readonly postings: readonly Posting[]
}
export type RepayFromSavings = Envelope & {
  readonly type: 'RepayFromSavings'
  readonly loanId: string
  readonly amount: number
  readonly proof: Proof
}

type NettingRefusal =
  | 'own-act-not-witnessed'
  | 'more-than-own-savings'
  | 'more-than-owed'
  | 'loan-not-open'
  | 'borrower-died'

const witnessesMin = 2

/** What settles a loan on a day. */
const settlementOf = (loan: Loan, on: LocalDate): number => {
  const early = earlyPaymentOf(loan, on)
  return early ? early.principal + early.interestNow : 0
}

type Netting = {
  readonly members: ReadonlyMap<string, Member>
  readonly posted: Posted
}

/** Savings that are there on a day and have not gone out since. */
const ownSavings = (posted: Posted, memberId: string, on: LocalDate): number =>
  Math.min(savedBy(posted, memberId, on), savedBy(posted, memberId))

/**
 * Nobody's savings are taken for a loan without the owner's own act: two members other than the borrower
 * saw it. Hiding late loans behind savings is what this keeps from happening.
 */
export const repayFromSavings = (
  loan: Loan,
  { members, posted }: Netting,
  command: RepayFromSavings,
): Decision<RepaidFromSavings, NettingRefusal> => {
  const { id, loanId, amount, proof, effectiveOn: on } = command
  const { memberId } = loan
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  const fault = proofFault(proof, { isMember: (one) => members.has(one), borrower: memberId })
  if (fault !== undefined) return invalid('proof-cannot-hold', fault)
  const owed = on < loan.origin.on ? 0 : walk(loan, on).owed
  if (owed === 0) return refused('loan-not-open')
  if (isDeadOn(members.get(memberId), on)) return refused('borrower-died')
  if ((proof.witnesses?.length ?? 0) < witnessesMin) return refused('own-act-not-witnessed')
  if (amount > ownSavings(posted, memberId, on)) return refused('more-than-own-savings')
  if (amount > settlementOf(loan, on)) return refused('more-than-owed')
  const after = withNetting(loan, { id, on, amount })
  const postings = bookDifference(loan, after)
  return recorded({ type: 'RepaidFromSavings', v: 1, loanId, amount, proof, flags: [], postings })
}

const isDeadOn = (member: Member | undefined, on: LocalDate): boolean => {
  const died = member && diedOn(member)
  return died !== undefined && died <= on
}

const withNetting = (
  loan: Loan,
  { id, on, amount }: { readonly id: string; readonly on: LocalDate; readonly amount: number },
): Loan =>
  amount === 0
    ? loan
    : { ...loan, repayments: [...loan.repayments, { id, on, amount, from: 'savings' }] }

/** What became of one loan when its borrower had died. */
export type SettledLoan = {
  readonly loanId: string
  readonly netted: number
  readonly writtenOff: number
}

/** The meeting has decided what becomes of the loans of somebody who died; heirs owe nothing. */
export type DeathSettled = {
  readonly type: 'DeathSettled'
  readonly v: 1
  readonly memberId: string
  readonly isNetted: boolean
  readonly loans: readonly SettledLoan[]
  readonly ballot: Ballot
  readonly flags: readonly never[]
  readonly postings: readonly Posting[]
}
export type SettleDeath = Envelope & {
  readonly type: 'SettleDeath'
  readonly memberId: string
  /** The savings go towards the loans first: only where the meeting says so. */
  readonly isNetted: boolean
  readonly ballot: Ballot
}
type SettleRefusal = 'member-not-dead' | 'no-loan-open' | BallotRefusal | 'vote-lost'

type Settling = Netting & {
  readonly loans: ReadonlyMap<string, Loan>
  readonly charter: CharterVersion
}

const openLoans = ({ loans }: Settling, memberId: string, on: LocalDate): Loan[] =>
  [...loans.values()]
    .filter((loan) => loan.memberId === memberId && !loan.isVoid && loan.origin.on <= on)
    .filter((loan) => walk(loan, on).owed > 0)
    .toSorted((a, b) => (a.origin.on + a.loanId < b.origin.on + b.loanId ? -1 : 1))

/** Each loan takes of the savings what settles it, the oldest first; what is left of it is written off. */
const settled = (
  { id, on, savings }: { readonly id: string; readonly on: LocalDate; readonly savings: number },
  open: readonly Loan[],
) => {
  let left = Math.max(savings, 0)
  return open.map((loan) => {
    const netted = Math.min(settlementOf(loan, on), left)
    left -= netted
    const paid = withNetting(loan, { id, on, amount: netted })
    const writtenOff = walk(paid, on).owed
    const after =
      writtenOff === 0
        ? paid
        : { ...paid, writeOffs: [...paid.writeOffs, { id, on, amount: writtenOff }] }
    return { loan, after, told: { loanId: loan.loanId, netted, writtenOff } }
  })
}

/**
 * The loans of somebody who died are ended: the savings go towards them only where the meeting has voted
 * for it, the rest is written off, and nobody inherits a debt. Interest stopped on the day of death.
 */
export const settleDeath = (
  now: Settling,
  command: SettleDeath,
): Decision<DeathSettled, SettleRefusal> => {
  const { id, memberId, isNetted, ballot, effectiveOn: on } = command
  const { members, posted, charter } = now
  if (!isDeadOn(members.get(memberId), on)) return refused('member-not-dead')
  const open = openLoans(now, memberId, on)
  if (open.length === 0) return refused('no-loan-open')
  const matter = { members, day: on, charter: charter.charter, memberId, amount: 0 }
  const vote = judged(ballot, { ...matter, isForTheMeeting: true })
  if (vote.is === 'invalid') return invalid(vote.code, vote.at)
  if (vote.is === 'refused') return refused(vote.code)
  if (!vote.isCarried) return refused('vote-lost')
  const savings = isNetted ? ownSavings(posted, memberId, on) : 0
  const parts = settled({ id, on, savings }, open)
  return recorded({
    type: 'DeathSettled',
    v: 1,
    memberId,
    isNetted,
    loans: parts.map(({ told }) => told),
    ballot,
    flags: [],
    postings: merged(parts.flatMap(({ loan, after }) => bookDifference(loan, after))),
  })
}
