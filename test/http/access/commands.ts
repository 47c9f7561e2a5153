import { defaultCharter } from '#domain/fund/default-charter.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { Command } from '#domain/village.ts'
import { ofLending, ofTwo } from '#test/http/access/lending-commands.ts'
import type { SmallFund } from '#test/http/access/small-fund.ts'
import { networkOf } from '#test/http/access/targets.ts'
import { type TwoNetworks, today } from '#test/http/access/two-networks.ts'

type OfEach<C extends { readonly type: string }> = {
  readonly [Type in C['type']]: Extract<C, { readonly type: Type }>
}

const votes = { present: 9, yes: 8, no: 1 }
const until = '2026-06-30'
const count = { amount: 5000, isByNote: true }

const ofVillage = ({ needs: { ids } }: TwoNetworks, { networkId, memberIds }: SmallFund) => {
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: today })
  const memberId = memberIds.neighbour
  const opening = { cash: 0, provision: 0, social: 0, reserve: 0, windows: [] }
  return {
    FoundFund: {
      ...envelope(),
      type: 'FoundFund',
      villageCode: '99999999',
      charter: defaultCharter,
      opening,
    },
    AmendCharter: { ...envelope(), type: 'AmendCharter', charter: defaultCharter, votes },
    AdmitAuditors: { ...envelope(), type: 'AdmitAuditors', networkId: ids(), until },
    DismissAuditors: { ...envelope(), type: 'DismissAuditors', networkId, votes },
    AppointOfficer: { ...envelope(), type: 'AppointOfficer', memberId, office: 'committee' },
    ClosePeriod: { ...envelope(), type: 'ClosePeriod' },
    OpenMeeting: { ...envelope(), type: 'OpenMeeting', count },
    CloseMeeting: { ...envelope(), type: 'CloseMeeting', count },
    RecordAttendance: { ...envelope(), type: 'RecordAttendance', present: [memberId], absent: [] },
    AdmitMember: {
      ...envelope(),
      type: 'AdmitMember',
      memberId: ids(),
      card: `new ${ids().slice(-12)}`,
      sex: 'f',
      zone: 'Z1',
      isFormer: false,
    },
    RecordExpense: { ...envelope(), type: 'RecordExpense', amount: 1000 },
  } satisfies Partial<OfEach<Command>>
}

const ofMoney = ({ needs: { ids } }: TwoNetworks, { memberIds, loanIds, canary }: SmallFund) => {
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: today })
  const memberId = memberIds.neighbour
  const loanId = loanIds.neighbour
  const begun = () => ({
    loanId: ids(),
    number: `new ${ids().slice(-12)}`,
    memberId,
    product: 'normal' as const,
    principal: 10_000,
    months: 4,
  })
  const windowId = canary
  const amount = 100
  return {
    TakeOverSavings: { ...envelope(), type: 'TakeOverSavings', memberId, amount },
    TakeOverLoan: {
      ...envelope(),
      type: 'TakeOverLoan',
      ...begun(),
      owed: 5000,
      paidOutOn: '2025-06-20',
    },
    BuyShares: { ...envelope(), type: 'BuyShares', memberId, shares: 1 },
    RecordWithdrawal: { ...envelope(), type: 'RecordWithdrawal', memberId, amount },
    RecordSocialContribution: { ...envelope(), type: 'RecordSocialContribution', memberId, amount },
    RecordFine: { ...envelope(), type: 'RecordFine', memberId, amount },
    RecordSocialSupport: { ...envelope(), type: 'RecordSocialSupport', amount },
    RecordPayout: { ...envelope(), type: 'RecordPayout', ...begun() },
    RecordRepayment: { ...envelope(), type: 'RecordRepayment', loanId, amount },
    RecordWriteOff: { ...envelope(), type: 'RecordWriteOff', loanId, amount },
    RecordRelief: {
      ...envelope(),
      type: 'RecordRelief',
      eventId: `E${ids().slice(-12)}`,
      kind: 'flood',
      touched: [{ loanId, from: today, to: '2026-03-30' }],
    },
    RecordDonation: { ...envelope(), type: 'RecordDonation', windowId, amount },
    RecordGrantPayout: {
      ...envelope(),
      type: 'RecordGrantPayout',
      windowId,
      grantNumber: `G${ids().slice(-12)}`,
      amount,
    },
  } satisfies Partial<OfEach<Command>>
}

const ofStaff = (village: TwoNetworks, { fundId, networkId }: SmallFund) => {
  const { ids } = village.needs
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: today })
  const { newcomerId: userId } = networkOf(village, networkId)
  const role = 'operator' as const
  return {
    FoundNetwork: { ...envelope(), type: 'FoundNetwork' },
    JoinFund: { ...envelope(), type: 'JoinFund', fundId: ids() },
    AppointStaff: { ...envelope(), type: 'AppointStaff', userId: ids(), role, until },
    DismissStaff: { ...envelope(), type: 'DismissStaff', userId, role: 'case-supervisor' },
    AssignStaff: { ...envelope(), type: 'AssignStaff', userId, fundId, until },
    EndAssignment: { ...envelope(), type: 'EndAssignment', userId, fundId },
  } satisfies OfEach<NetworkCommand>
}

/** One command of each type to a fund and to its network, as somebody who may would send it. */
export const oneOfEach = (
  village: TwoNetworks,
  fund: SmallFund,
): Readonly<Record<string, { readonly id: string }>> =>
  ({
    ...ofVillage(village, fund),
    ...ofMoney(village, fund),
    ...ofLending(village, fund),
    ...ofTwo(village, fund),
    ...ofStaff(village, fund),
  }) satisfies OfEach<Command> & OfEach<NetworkCommand>

/** Refusals of the rules that these commands meet, which come only to whoever may send them. */
export const ruled: readonly string[] = [
  'not-an-auditor',
  'not-assigned',
  // F2 has voted its auditors out already.
  'auditors-not-admitted',
  // Nothing was asked for under that id; nobody has confirmed by a secret of their own.
  'request-unknown',
  'already-asking',
  'approval-needed',
  'approver-not-another',
  'approver-not-an-officer',
  'approver-is-concerned',
  'confirmed-by-no-chair',
]
