import type { LocalDate } from '#domain/kernel/dates.ts'
import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { id, sum, yesOrNo } from '#domain/kernel/shape.ts'
import { ballot } from '#domain/fund/meeting/ballot.ts'
import { isDeadByTwo } from '#domain/fund/people/life.ts'
import { type Posted, savedBy } from '#domain/ledger/balances.ts'
import { merged } from '#domain/ledger/posting.ts'
import { bookDifference } from '#domain/loans/books.ts'
import { earlyPaymentOf } from '#domain/loans/early.ts'
import { type Lending, isDeadOn, loanOf, loanUnknown, voteFault } from '#domain/loans/lending.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { proof, proofFault } from '#domain/loans/request/proof.ts'
import { walk } from '#domain/loans/plan/village-convention.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { operation } from '#domain/operations/operation.ts'

const witnessesMin = 2

/** What settles a loan on a day. */
const settlementOf = (loan: Loan, on: LocalDate): number => {
  const early = earlyPaymentOf(loan, on)
  return early ? early.principal + early.interestNow : 0
}

/** Savings that are there on a day and have not gone out since. */
const ownSavings = (posted: Posted, memberId: string, on: LocalDate): number =>
  Math.min(savedBy(posted, memberId, on), savedBy(posted, memberId))

const withNetting = (
  loan: Loan,
  { id, on, amount }: { readonly id: string; readonly on: LocalDate; readonly amount: number },
): Loan =>
  amount === 0
    ? loan
    : { ...loan, repayments: [...loan.repayments, { id, on, amount, from: 'savings' }] }

/**
 * Nobody's savings are taken for a loan without the owner's own act: two members other than the borrower
 * saw it. Hiding late loans behind savings is what this keeps from happening.
 */
export const repayFromSavings = operation({
  command: 'RepayFromSavings',
  entry: 'RepaidFromSavings',
  oneHand: 'money',
  asks: { loanId: id('loan'), amount: sum, proof },
  keeps: ['loanId', 'amount', 'proof'],
  may: recordKeeper,
  second: 'none',
  minutes: 'on-the-sheet',
  isReversible: true,
  decide: (now: Lending, command) => {
    const { id: entryId, loanId, amount, effectiveOn: on } = command
    const loan = loanOf(now, loanId)
    if (!loan) return loanUnknown
    const { members, posted } = now
    const { memberId } = loan
    const isMember = (one: string): boolean => members.has(one)
    const fault = proofFault(command.proof, { isMember, borrower: memberId })
    if (fault !== undefined) return invalid('proof-cannot-hold', fault)
    const owed = on < loan.origin.on ? 0 : walk(loan, on).owed
    if (owed === 0) return refused('loan-not-open')
    if (isDeadOn(members.get(memberId), on)) return refused('borrower-died')
    if ((command.proof.witnesses?.length ?? 0) < witnessesMin)
      return refused('own-act-not-witnessed')
    if (amount > ownSavings(posted, memberId, on)) return refused('more-than-own-savings')
    if (amount > settlementOf(loan, on)) return refused('more-than-owed')
    const after = withNetting(loan, { id: entryId, on, amount })
    return recorded({ flags: [], postings: bookDifference(loan, after) })
  },
  about: ({ loanId }) => [{ kind: 'loan', key: loanId }],
})

type Dead = { readonly memberId: string; readonly on: LocalDate }

const openLoans = (loans: Iterable<Loan>, { memberId, on }: Dead): Loan[] =>
  [...loans]
    .filter((loan) => loan.memberId === memberId && !loan.isVoid && loan.origin.on <= on)
    .filter((loan) => walk(loan, on).owed > 0)
    .toSorted((a, b) => (a.origin.on + a.loanId < b.origin.on + b.loanId ? -1 : 1))

/**
 * The loans of somebody who died, as they end: each takes of the savings what settles it, the oldest first; what is left
 * of it is written off.
 */
export const endedByDeath = (
  loans: Iterable<Loan>,
  { id, on, savings, memberId }: Dead & { readonly id: string; readonly savings: number },
) => {
  let left = Math.max(savings, 0)
  return openLoans(loans, { memberId, on }).map((loan) => {
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
export const settleDeath = operation({
  command: 'SettleDeath',
  entry: 'DeathSettled',
  oneHand: 'carries-out',
  asks: {
    memberId: id('member'),
    /** The savings go towards the loans first: only where the meeting says so. */
    isNetted: yesOrNo(),
    ballot,
  },
  keeps: ['memberId', 'isNetted', 'ballot'],
  may: recordKeeper,
  second: (command) => command.ballot.confirmedBy,
  concerns: ({ memberId }) => ({ memberIds: [memberId] }),
  minutes: 'told',
  isReversible: true,
  decide: (now: Lending, command) => {
    const { id: entryId, memberId, isNetted, ballot: held, effectiveOn: on } = command
    if (!isDeadOn(now.members.get(memberId), on)) return refused('member-not-dead')
    if (!isDeadByTwo(now.members.get(memberId)!, on)) return refused('death-by-one-word')
    const savings = isNetted ? ownSavings(now.posted, memberId, on) : 0
    const parts = endedByDeath(now.loans.values(), { id: entryId, memberId, on, savings })
    if (parts.length === 0) return refused('no-loan-open')
    const fault = voteFault(now, { ballot: held, memberId, amount: 0, isForTheMeeting: true }, on)
    if (fault) return fault
    return recorded({
      loans: parts.map(({ told }) => told),
      flags: [],
      postings: merged(parts.flatMap(({ loan, after }) => bookDifference(loan, after))),
    })
  },
  about: ({ loans }) => loans.map(({ loanId }) => ({ kind: 'loan', key: loanId })),
})
