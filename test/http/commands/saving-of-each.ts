import { standingsOn } from '#domain/health/book.ts'
import type { Command } from '#domain/village.ts'
import { bookOf } from '#src/app/queries.ts'
import { type OfEach, type KnownIds, evening } from '#test/http/commands/known-ids.ts'
import { venturesThere, venturing } from '#test/http/commands/ventures-of-each.ts'
import type { Practice } from '#test/support/service.ts'

/** What of savings a command can find, made once a service. */
type AskedFor = {
  readonly withdrawal: string
  /** A member with a loan, whose death is in the book. */
  readonly dead: string
  /** A loan whose borrower has saved something. */
  readonly loanOfSaver: string
}

const made = new WeakMap<object, Promise<AskedFor>>()

const make = async ({ needs, fundId }: Practice, told: KnownIds): Promise<AskedFor> => {
  const { other: memberId, third, fourth, chair, memberOfLoan, lateLoanId, openLoanId } = told
  const book = (await bookOf(needs.store, fundId))!
  const taken = [told.memberId, memberId, third, fourth, chair, memberOfLoan]
  const held = new Set(
    book.members.flatMap((one) => (one.offices.length > 0 || one.isFormer ? [one.memberId] : [])),
  )
  const free = standingsOn(book, evening).filter(
    ({ owed, loan }) =>
      owed > 10_000 &&
      ![lateLoanId, openLoanId].includes(loan.loanId) &&
      !taken.includes(loan.memberId) &&
      !held.has(loan.memberId),
  )
  const [first, second] = free
  const dead = first!.loan.memberId
  const withdrawal = {
    ...told.envelope(),
    type: 'RequestWithdrawal' as const,
    memberId,
    amount: 1000,
  }
  const borrowed = {
    ...told.envelope(),
    type: 'RecordBorrowing' as const,
    borrowingId: 'from-the-ngo',
    lender: 'ngo' as const,
    amount: 100_000,
    ratePercent: '6',
    schedule: [{ on: '2026-12-20', principal: 100_000, interest: 6000 }],
    place: 'box' as const,
  }
  const death = {
    ...told.envelope(),
    type: 'RecordDeath' as const,
    memberId: dead,
    confirmedBy: told.chair,
  }
  await venturesThere({ needs, fundId }, told)
  await needs.record(fundId, [withdrawal, borrowed, death], { actor: 'test', device: 'test' })
  return { withdrawal: withdrawal.id, dead, loanOfSaver: second!.loan.loanId }
}

export const askedFor = (practice: Practice, told: KnownIds): Promise<AskedFor> => {
  const known = made.get(practice.needs) ?? make(practice, told)
  made.set(practice.needs, known)
  return known
}

/** What is said of savings. */
export const saving = (
  { envelope, memberId, other, third, chair }: KnownIds,
  { withdrawal, dead, loanOfSaver }: AskedFor,
) => {
  const ballot = {
    by: 'meeting' as const,
    hands: { present: 55, yes: 50, no: 2 },
    recused: [],
    confirmedBy: chair,
  }
  return {
    ShareOut: {
      ...envelope(),
      type: 'ShareOut',
      isSurplusSplit: false,
      payOut: 'shares-and-parts',
      ballot,
    },
    RepayFromSavings: {
      ...envelope(),
      type: 'RepayFromSavings',
      loanId: loanOfSaver,
      amount: 1000,
      proof: { witnesses: [other, third] },
    },
    SettleDeath: { ...envelope(), type: 'SettleDeath', memberId: dead, isNetted: true, ballot },
    RecordHeirsPayment: {
      ...envelope(),
      type: 'RecordHeirsPayment',
      memberId: dead,
      amount: 1000,
      to: 'nominee',
      witnesses: [other, third],
    },
    PayInterestOnSavings: {
      ...envelope(),
      type: 'PayInterestOnSavings',
      from: '2025-02-01',
      to: '2025-11-30',
      ratePercent: '1.5',
      bearer: 'all',
      ballot,
    },
    RequestWithdrawal: { ...envelope(), type: 'RequestWithdrawal', memberId, amount: 5000 },
    CancelWithdrawal: {
      ...envelope(),
      type: 'CancelWithdrawal',
      requestId: withdrawal,
      memberId: other,
    },
    RecordPrivateSavings: {
      ...envelope(),
      type: 'RecordPrivateSavings',
      mark: '5f'.repeat(32),
      direction: 'in',
      amount: 5000,
    },
  } satisfies Partial<OfEach<Command>>
}

/** What is done with lenders and money changers outside, and with pots apart from the fund. */
export const aroundTheFund = (told: KnownIds) => {
  const { envelope } = told
  return {
    ...venturing(told),
    RecordBorrowing: {
      ...envelope(),
      type: 'RecordBorrowing',
      borrowingId: 'from-the-bank',
      lender: 'bank',
      amount: 500_000,
      ratePercent: '12',
      schedule: [
        { on: '2026-06-20', principal: 250_000, interest: 30_000 },
        { on: '2026-12-20', principal: 250_000, interest: 15_000 },
      ],
      place: 'bank',
    },
    RecordBorrowingRepayment: {
      ...envelope(),
      type: 'RecordBorrowingRepayment',
      borrowingId: 'from-the-ngo',
      principal: 10_000,
      interest: 500,
      place: 'box',
    },
    RecordExchange: {
      ...envelope(),
      type: 'RecordExchange',
      from: { currency: 'KHR', amount: 405_000 },
      to: { currency: 'USD', amount: 10_000 },
      rate: { of: 'USD', in: 'KHR', value: '4050' },
    },
  } satisfies Partial<OfEach<Command>>
}
