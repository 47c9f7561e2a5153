import type { Command } from '#domain/village.ts'
import type { SmallFund } from '#test/http/access/small-fund.ts'
import { type TwoNetworks, today } from '#test/http/access/two-networks.ts'

type OfEach<C extends { readonly type: string }> = {
  readonly [Type in C['type']]: Extract<C, { readonly type: Type }>
}

const ballotOf = (confirmedBy: string) => ({
  by: 'meeting' as const,
  hands: { present: 9, yes: 8, no: 1 },
  recused: [],
  confirmedBy,
})

/** Requests and votes: what they find is told by the rules, to whoever may ask them. */
export const ofLending = ({ needs: { ids } }: TwoNetworks, fund: SmallFund) => {
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: today })
  const { neighbour: memberId } = fund.memberIds
  const { neighbour: loanId } = fund.loanIds
  const loanIds = [loanId]
  const about = { loanId: ids() }
  const amount = 100
  const ballot = ballotOf(memberId)
  return {
    RecordPayoutPart: { ...envelope(), type: 'RecordPayoutPart', loanId, amount },
    RecordPaymentForLoans: {
      ...envelope(),
      type: 'RecordPaymentForLoans',
      memberId,
      amount,
      loanIds,
    },
    RecordLateFine: { ...envelope(), type: 'RecordLateFine', loanId, amount },
    RecordRecovery: { ...envelope(), type: 'RecordRecovery', loanId, amount },
    ConfirmPayout: { ...envelope(), type: 'ConfirmPayout', loanId, memberId, approvedBy: memberId },
    ReturnSecurity: { ...envelope(), type: 'ReturnSecurity', loanId, security: 'land-title' },
    RequestLoan: {
      ...envelope(),
      type: 'RequestLoan',
      ...about,
      memberId,
      product: 'normal',
      principal: 10_000,
      months: 4,
      purpose: 'farm',
    },
    WithdrawRequest: { ...envelope(), type: 'WithdrawRequest', ...about },
    AppraiseLoan: {
      ...envelope(),
      type: 'AppraiseLoan',
      ...about,
      appraisedBy: memberId,
      finding: 'sound',
    },
    DiscloseCost: {
      ...envelope(),
      type: 'DiscloseCost',
      ...about,
      textHash: 'ab'.repeat(32),
      language: 'km',
      paidOutOn: today,
    },
    GiveGuarantee: {
      ...envelope(),
      type: 'GiveGuarantee',
      ...about,
      guarantees: [{ memberId, upTo: amount }],
      isGroup: false,
    },
    DecideLoan: { ...envelope(), type: 'DecideLoan', ...about, ballot },
    AppealDecision: { ...envelope(), type: 'AppealDecision', ...about },
  } satisfies Partial<OfEach<Command>>
}

/** What needs a vote or a second person once the money is out. */
export const ofTwo = ({ needs: { ids } }: TwoNetworks, fund: SmallFund) => {
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: today })
  const { neighbour: memberId } = fund.memberIds
  const { neighbour: loanId } = fund.loanIds
  const ballot = ballotOf(memberId)
  return {
    RescheduleLoan: { ...envelope(), type: 'RescheduleLoan', loanId, months: 6, ballot },
    ConvertLoan: { ...envelope(), type: 'ConvertLoan', loanId, ballot },
    WriteOffLoan: { ...envelope(), type: 'WriteOffLoan', loanId, ballot },
    ReleaseSuspense: {
      ...envelope(),
      type: 'ReleaseSuspense',
      memberId,
      amount: 100,
      to: 'cash',
    },
    ReverseEntry: {
      ...envelope(),
      type: 'ReverseEntry',
      reverses: fund.entryIds.neighbour,
      reason: 'wrong-amount',
      approvedBy: memberId,
    },
  } satisfies Partial<OfEach<Command>>
}
