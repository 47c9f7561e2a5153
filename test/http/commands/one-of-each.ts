import type { NetworkCommand } from '#domain/network.ts'
import type { Command } from '#domain/village.ts'
import { type Requests, asking, makeRequests, paying } from '#test/http/commands/lending-of-each.ts'
import { type OfEach, type Told, evening, toldOf } from '#test/http/commands/told.ts'
import type { Practice } from '#test/support/service.ts'

const asked = new WeakMap<object, Promise<Requests>>()

const votes = { present: 55, yes: 50, no: 2 }
const opening = { cash: 100_000, provision: 0, social: 0, reserve: 0, windows: [] }

const decisions = ({ envelope, newId, networkId, charter, other }: Told) =>
  ({
    FoundFund: { ...envelope(), type: 'FoundFund', villageCode: '17020304', charter, opening },
    AmendCharter: { ...envelope(), type: 'AmendCharter', charter, votes },
    AdmitAuditors: {
      ...envelope(),
      type: 'AdmitAuditors',
      networkId: newId(),
      until: '2026-06-30',
    },
    DismissAuditors: {
      ...envelope(),
      effectiveOn: '2025-12-31',
      type: 'DismissAuditors',
      networkId,
      votes,
    },
    AppointOfficer: { ...envelope(), type: 'AppointOfficer', memberId: other, office: 'counter' },
    ClosePeriod: { ...envelope(), type: 'ClosePeriod' },
  }) satisfies Partial<OfEach<Command>>

const meeting = ({ envelope, newId, memberId, other }: Told) =>
  ({
    AdmitMember: {
      ...envelope(),
      type: 'AdmitMember',
      memberId: newId(),
      card: 'M900',
      sex: 'f',
      povertyLevel: 2,
      zone: 'Z1',
      isFormer: false,
    },
    OpenMeeting: { ...envelope(), type: 'OpenMeeting', count: { amount: 5000, isByNote: false } },
    RecordAttendance: {
      ...envelope(),
      type: 'RecordAttendance',
      present: [memberId],
      absent: [other],
    },
    CloseMeeting: { ...envelope(), type: 'CloseMeeting', count: { amount: 5000, isByNote: true } },
    RecordExpense: { ...envelope(), type: 'RecordExpense', amount: 5000 },
    TakeOverSavings: { ...envelope(), type: 'TakeOverSavings', memberId, amount: 5000 },
    BuyShares: { ...envelope(), type: 'BuyShares', memberId, shares: 2 },
    RecordWithdrawal: { ...envelope(), type: 'RecordWithdrawal', memberId, amount: 5000 },
    RecordSocialContribution: {
      ...envelope(),
      type: 'RecordSocialContribution',
      memberId,
      amount: 1000,
    },
    RecordFine: { ...envelope(), type: 'RecordFine', memberId, amount: 500 },
    RecordSocialSupport: { ...envelope(), type: 'RecordSocialSupport', amount: 5000 },
  }) satisfies Partial<OfEach<Command>>

const lending = ({ envelope, newId, memberId, other, loanId }: Told) => {
  const begun = {
    loanId: newId(),
    number: 'L900',
    memberId,
    product: 'normal' as const,
    principal: 100_000,
    months: 4,
  }
  return {
    TakeOverLoan: {
      ...envelope(),
      type: 'TakeOverLoan',
      ...begun,
      owed: 50_000,
      paidOutOn: '2025-06-20',
    },
    RecordPayout: { ...envelope(), type: 'RecordPayout', ...begun, firstDueOn: '2026-01-20' },
    RecordRepayment: {
      ...envelope(),
      type: 'RecordRepayment',
      loanId,
      amount: 5000,
      written: { interest: 1000, principal: 4000 },
      paidBy: other,
    },
    RecordWriteOff: {
      ...envelope(),
      type: 'RecordWriteOff',
      loanId,
      amount: 5000,
      minute: '2025-12',
    },
    RecordRelief: {
      ...envelope(),
      type: 'RecordRelief',
      eventId: 'E900',
      kind: 'flood',
      touched: [{ loanId, from: evening, to: '2026-03-30' }],
    },
  } satisfies Partial<OfEach<Command>>
}

const giving = ({ envelope }: Told) =>
  ({
    RecordDonation: { ...envelope(), type: 'RecordDonation', windowId: 'migration', amount: 5000 },
    RecordGrantPayout: {
      ...envelope(),
      type: 'RecordGrantPayout',
      windowId: 'migration',
      grantNumber: 'G900',
      amount: 5000,
    },
  }) satisfies Partial<OfEach<Command>>

export { evening } from '#test/http/commands/told.ts'

/** One command of each type, each of which the practice fund can take by itself, or by an import. */
export const oneOfEach = async (practice: Practice) => {
  const told = await toldOf(practice)
  const requests = asked.get(practice.needs) ?? makeRequests(practice, told)
  asked.set(practice.needs, requests)
  return {
    ...paying(told, (await requests).fine),
    ...asking(told, await requests),
    ...decisions(told),
    ...meeting(told),
    ...lending(told),
    ...giving(told),
  } satisfies OfEach<Command>
}

/** The same for the practice network, on its founding day. */
export const oneOfEachInNetwork = async ({ needs, networkId, fundId }: Practice) => {
  const envelope = () => ({ id: needs.ids(), v: 1 as const, effectiveOn: '2025-12-31' })
  const users = await needs.store.users(networkId)
  const auditor = users.find(({ login }) => login === 'practice auditor')!.userId
  const until = '2026-06-30'
  return {
    FoundNetwork: { ...envelope(), type: 'FoundNetwork' },
    JoinFund: { ...envelope(), type: 'JoinFund', fundId: needs.ids() },
    AppointStaff: {
      ...envelope(),
      type: 'AppointStaff',
      userId: needs.ids(),
      role: 'case-supervisor',
      until,
    },
    DismissStaff: { ...envelope(), type: 'DismissStaff', userId: auditor, role: 'auditor' },
    AssignStaff: { ...envelope(), type: 'AssignStaff', userId: auditor, fundId, until },
    EndAssignment: { ...envelope(), type: 'EndAssignment', userId: auditor, fundId },
  } satisfies OfEach<NetworkCommand>
}
