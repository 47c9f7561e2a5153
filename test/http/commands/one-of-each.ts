import { witnessedOf } from '#test/support/witnessed.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { Command } from '#domain/village.ts'
import { type Requests, asking, makeRequests, paying } from '#test/http/commands/lending-of-each.ts'
import { aroundMeetings } from '#test/http/commands/meeting-of-each.ts'
import { eventsOf, inNeed } from '#test/http/commands/relief-of-each.ts'
import { remitting } from '#test/http/commands/remittance-of-each.ts'
import { aroundTheFund, askedFor, saving } from '#test/http/commands/saving-of-each.ts'
import { ofAgreementsInPractice, ofAuditsInPractice } from '#test/http/commands/audits-of-each.ts'
import { ofDirectoryInPractice } from '#test/http/commands/directory-of-each.ts'
import { ofPotInPractice } from '#test/http/commands/pot-of-each.ts'
import { grantChecked, supporting } from '#test/http/commands/grants-of-each.ts'
import { type OfEach, type KnownIds, evening, knownIdsOf } from '#test/http/commands/known-ids.ts'
import type { Practice } from '#test/support/service.ts'
import { ofCost } from '#test/support/a-cost.ts'

const asked = new WeakMap<object, Promise<Requests>>()

const votes = { present: 55, yes: 50, no: 2 }
const opening = { cash: 100_000, provision: 0, social: 0, reserve: 0, windows: [] }

const decisions = ({ envelope, newId, networkId, charter, other, keeper, today }: KnownIds) =>
  ({
    FoundFund: { ...envelope(), type: 'FoundFund', villageCode: '17020304', charter, opening },
    // Rules hold from the day on which they are written down.
    AmendCharter: {
      ...envelope(),
      effectiveOn: today,
      type: 'AmendCharter',
      charter,
      votes,
      confirmedBy: keeper,
    },
    SettleTakeOver: {
      ...envelope(),
      type: 'SettleTakeOver',
      amount: 45_000,
      votes,
      confirmedBy: keeper,
    },
    AdmitAuditors: {
      ...envelope(),
      type: 'AdmitAuditors',
      networkId: newId(),
      until: '2026-06-30',
      confirmedBy: keeper,
    },
    RenewAuditors: {
      ...envelope(),
      type: 'RenewAuditors',
      networkId,
      agreementId: newId(),
      from: '2026-03-01',
      until: '2026-06-30',
    },
    DismissAuditors: {
      ...envelope(),
      effectiveOn: '2025-12-31',
      type: 'DismissAuditors',
      networkId,
      votes,
      confirmedBy: keeper,
    },
    ...remitting({ envelope, memberId: other }, keeper),
    DecideFuture: {
      ...envelope(),
      effectiveOn: today,
      type: 'DecideFuture',
      future: 'rest',
      votes,
      confirmedBy: keeper,
    },
    AppointOfficer: {
      ...envelope(),
      type: 'AppointOfficer',
      memberId: other,
      office: 'counter',
      confirmedBy: keeper,
    },
    ClosePeriod: { ...envelope(), type: 'ClosePeriod', confirmedBy: keeper },
  }) satisfies Partial<OfEach<Command>>

const offices = ({ envelope, other, third, chair, committeeMember }: KnownIds) =>
  ({
    ElectOfficers: {
      ...envelope(),
      type: 'ElectOfficers',
      by: 'hands',
      electorate: 'all',
      present: 55,
      contests: [{ office: 'counter', seats: 1, candidates: [{ memberId: third, votes: 50 }] }],
      confirmedBy: chair,
    },
    EndOffice: {
      ...envelope(),
      type: 'EndOffice',
      memberId: committeeMember,
      office: 'committee',
      why: 'resigned',
      approvedBy: chair,
    },
    RecordHandOver: {
      ...envelope(),
      type: 'RecordHandOver',
      office: 'counter',
      from: third,
      to: other,
      witnesses: [],
    },
  }) satisfies Partial<OfEach<Command>>

const meeting = ({ envelope, newId, memberId, other, everybody }: KnownIds) =>
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
    RecordMemberChange: {
      ...envelope(),
      type: 'RecordMemberChange',
      memberId: other,
      change: 'away',
      proxy: memberId,
    },
    RecordDeath: { ...envelope(), type: 'RecordDeath', memberId: other },
    CorrectMember: { ...envelope(), type: 'CorrectMember', memberId, povertyLevel: null },
    RecordHousehold: {
      ...envelope(),
      type: 'RecordHousehold',
      householdId: newId(),
      change: 'formed',
      memberIds: [memberId, other],
    },
    OpenMeeting: { ...envelope(), type: 'OpenMeeting', count: { amount: 5000, isByNote: false } },
    RecordAttendance: {
      ...envelope(),
      type: 'RecordAttendance',
      present: everybody.filter((one) => one !== other),
      absent: [other],
    },
    CloseMeeting: { ...envelope(), type: 'CloseMeeting', count: { amount: 5000, isByNote: true } },
    RecordExpense: { ...envelope(), type: 'RecordExpense', amount: 5000, ...ofCost },
    TakeOverSavings: { ...envelope(), type: 'TakeOverSavings', memberId, amount: 5000 },
    BuyShares: { ...envelope(), type: 'BuyShares', memberId, shares: 2 },
    RecordDeposit: { ...envelope(), type: 'RecordDeposit', memberId, amount: 12_500 },
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

const lending = ({ envelope, newId, memberId, other, loanId }: KnownIds) => {
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
      loanId: newId(),
      number: 'L901',
      owed: 50_000,
      paidOutOn: '2025-06-20',
      asWritten: { method: 'flat', rateMonthlyPercent: '2.5', fee: 500, interestPaidBefore: 9000 },
      securities: ['land-title', 'family-book'],
    },
    RecordPayout: {
      ...envelope(),
      type: 'RecordPayout',
      ...begun,
      firstDueOn: '2026-01-20',
      asWritten: { method: 'interest-only', rateMonthlyPercent: '4', fee: 500 },
      securities: ['id-card'],
    },
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

const giving = ({ envelope }: KnownIds) =>
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

export { evening } from '#test/http/commands/known-ids.ts'

/** One command of each type, each of which the practice fund can take by itself, or by an import. */
export const oneOfEach = async (practice: Practice) => {
  const told = await knownIdsOf(practice)
  const requests = asked.get(practice.needs) ?? makeRequests(practice, told)
  asked.set(practice.needs, requests)
  const events = await eventsOf(practice, told)
  return {
    ...inNeed(told, events),
    ...paying(told, await requests),
    ...asking(told, await requests),
    ...decisions(told),
    ...offices(told),
    ...meeting(told),
    ...saving(told, await askedFor(practice, told)),
    ...aroundTheFund(told),
    ...lending(told),
    ...giving(told),
    ...supporting(told, await grantChecked(practice, told)),
    ...aroundMeetings(told, await requests),
  } satisfies OfEach<Command>
}

/** The same for the practice network, on its founding day. */
export const oneOfEachInNetwork = async (practice: Practice) => {
  const { needs, networkId, fundId } = practice
  const envelope = () => ({ id: needs.ids(), v: 1 as const, effectiveOn: '2025-12-31' })
  const users = await needs.store.users(networkId)
  const idOf = (wanted: string) => users.find(({ login }) => login === wanted)!.userId
  const [auditor, supervisor] = [idOf('practice auditor'), idOf('practice case-supervisor')]
  const until = '2026-06-30'
  return {
    FoundNetwork: { ...envelope(), type: 'FoundNetwork' },
    JoinFund: { ...envelope(), type: 'JoinFund', fundId: needs.ids() },
    WitnessFund: { ...envelope(), ...witnessedOf(needs.ids()) },
    AppointStaff: {
      ...envelope(),
      type: 'AppointStaff',
      userId: needs.ids(),
      role: 'case-supervisor',
      until,
      approvedBy: supervisor,
    },
    DismissStaff: {
      ...envelope(),
      type: 'DismissStaff',
      userId: auditor,
      role: 'auditor',
      approvedBy: supervisor,
    },
    AssignStaff: {
      ...envelope(),
      type: 'AssignStaff',
      userId: auditor,
      fundId,
      until,
      approvedBy: supervisor,
    },
    EndAssignment: {
      ...envelope(),
      type: 'EndAssignment',
      userId: auditor,
      fundId,
      approvedBy: supervisor,
    },
    ...(await ofPotInPractice(practice)),
    ...(await ofDirectoryInPractice(practice, supervisor)),
    ...ofAuditsInPractice(practice),
    ...ofAgreementsInPractice(practice, { auditor, approvedBy: supervisor }),
  } satisfies OfEach<NetworkCommand>
}
