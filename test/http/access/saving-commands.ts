import type { Command } from '#domain/village.ts'
import type { SmallFund } from '#test/http/access/small-fund.ts'
import { type TwoNetworks, today } from '#test/http/access/two-networks.ts'

type OfEach<C extends { readonly type: string }> = {
  readonly [Type in C['type']]: Extract<C, { readonly type: Type }>
}

/** What is said of savings. */
export const ofSavings = ({ needs: { ids } }: TwoNetworks, { memberIds }: SmallFund) => {
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: today })
  const memberId = memberIds.neighbour
  const amount = 100
  return {
    BuyShares: { ...envelope(), type: 'BuyShares', memberId, shares: 1 },
    RecordDeposit: { ...envelope(), type: 'RecordDeposit', memberId, amount },
    RequestWithdrawal: { ...envelope(), type: 'RequestWithdrawal', memberId, amount },
    CancelWithdrawal: {
      ...envelope(),
      type: 'CancelWithdrawal',
      requestId: ids(),
      memberId,
    },
    RecordPrivateSavings: {
      ...envelope(),
      type: 'RecordPrivateSavings',
      mark: '5f'.repeat(32),
      direction: 'in',
      amount,
    },
    RecordRemittance: {
      ...envelope(),
      type: 'RecordRemittance',
      memberId,
      amount,
      place: 'wallet',
      use: 'home',
    },
    RecordWithdrawal: { ...envelope(), type: 'RecordWithdrawal', memberId, amount },
  } satisfies Partial<OfEach<Command>>
}

/** What is voted about savings, and what needs others to have seen it. */
export const ofSharing = ({ needs: { ids } }: TwoNetworks, { memberIds, loanIds }: SmallFund) => {
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: today })
  const memberId = memberIds.neighbour
  const amount = 100
  const ballot = {
    by: 'meeting' as const,
    hands: { present: 9, yes: 8, no: 1 },
    recused: [],
    confirmedBy: memberId,
  }
  return {
    ShareOut: {
      ...envelope(),
      type: 'ShareOut',
      isSurplusSplit: true,
      payOut: 'parts',
      ballot,
    },
    RepayFromSavings: {
      ...envelope(),
      type: 'RepayFromSavings',
      loanId: loanIds.neighbour,
      amount,
      proof: { witnesses: [] },
    },
    SettleDeath: { ...envelope(), type: 'SettleDeath', memberId, isNetted: false, ballot },
    RecordHeirsPayment: {
      ...envelope(),
      type: 'RecordHeirsPayment',
      memberId,
      amount,
      to: 'heirs',
      witnesses: [],
    },
    PayInterestOnSavings: {
      ...envelope(),
      type: 'PayInterestOnSavings',
      from: today,
      to: today,
      ratePercent: '1',
      bearer: 'all',
      ballot,
    },
  } satisfies Partial<OfEach<Command>>
}

/** What is done with lenders and money changers outside. */
export const ofOutside = ({ needs: { ids } }: TwoNetworks) => {
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: today })
  return {
    RecordBorrowing: {
      ...envelope(),
      type: 'RecordBorrowing',
      borrowingId: `b${ids().slice(-12)}`,
      lender: 'ngo',
      amount: 1000,
      ratePercent: '6',
      schedule: [{ on: '2026-12-20', principal: 1000, interest: 60 }],
      place: 'box',
    },
    RecordBorrowingRepayment: {
      ...envelope(),
      type: 'RecordBorrowingRepayment',
      borrowingId: 'from-the-bank',
      principal: 100,
      interest: 0,
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
