import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { witnessedOf } from '#test/support/witnessed.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { Command } from '#domain/village.ts'
import { ofGrants } from '#test/http/access/grant-commands.ts'
import { ofLending, ofTwo } from '#test/http/access/lending-commands.ts'
import { ofMeetings } from '#test/http/access/meeting-commands.ts'
import { ofAgreements, ofAudits } from '#test/http/access/audit-commands.ts'
import { ofDirectory } from '#test/http/access/directory-commands.ts'
import { ofPot } from '#test/http/access/pot-commands.ts'
import { ofRelief } from '#test/http/access/relief-commands.ts'
import { ofOutside, ofSavings, ofSharing } from '#test/http/access/saving-commands.ts'
import { ofVentures } from '#test/http/access/venture-commands.ts'
import type { SmallFund } from '#test/http/access/small-fund.ts'
import { networkOf } from '#test/http/access/targets.ts'
import { type TwoNetworks, today } from '#test/http/access/two-networks.ts'
import { ofCost } from '#test/support/a-cost.ts'

type OfEach<C extends { readonly type: string }> = {
  readonly [Type in C['type']]: Extract<C, { readonly type: Type }>
}

const votes = { present: 9, yes: 8, no: 1 }
const until = '2026-06-30'
const count = { amount: 5000, isByNote: true }

type Envelope = () => { readonly id: string; readonly v: 1; readonly effectiveOn: string }

const ofPeople = (
  envelope: Envelope,
  {
    memberId,
    another,
    newId,
  }: { readonly memberId: string; readonly another: string; readonly newId: () => string },
) =>
  ({
    RecordMemberChange: { ...envelope(), type: 'RecordMemberChange', memberId, change: 'back' },
    RecordDeath: { ...envelope(), type: 'RecordDeath', memberId },
    CorrectMember: { ...envelope(), type: 'CorrectMember', memberId, zone: 'Z2' },
    ElectOfficers: {
      ...envelope(),
      type: 'ElectOfficers',
      by: 'slips',
      electorate: 'all',
      present: 9,
      contests: [{ office: 'counter', seats: 1, candidates: [{ memberId, votes: 9 }] }],
      confirmedBy: memberId,
    },
    EndOffice: {
      ...envelope(),
      type: 'EndOffice',
      memberId,
      office: 'key-holder',
      why: 'resigned',
      approvedBy: memberId,
    },
    RecordHandOver: {
      ...envelope(),
      type: 'RecordHandOver',
      office: 'counter',
      from: another,
      to: memberId,
      witnesses: [],
    },
    RecordHousehold: {
      ...envelope(),
      type: 'RecordHousehold',
      householdId: newId(),
      change: 'formed',
      memberIds: [memberId],
    },
  }) satisfies Partial<OfEach<Command>>

/** What the meeting votes and the chair writes down with another. */
const voted = (envelope: Envelope, confirmedBy: string) =>
  ({
    AmendCharter: {
      ...envelope(),
      type: 'AmendCharter',
      charter: defaultCharter,
      votes,
      confirmedBy,
    },
    SettleTakeOver: { ...envelope(), type: 'SettleTakeOver', amount: 77, votes, confirmedBy },
    SetReceivingAccount: {
      ...envelope(),
      type: 'SetReceivingAccount',
      place: 'bank',
      account: 'village_fund@bank',
      called: 'Village Fund',
      city: 'Battambang',
      confirmedBy,
    },
    DecideFuture: { ...envelope(), type: 'DecideFuture', future: 'rest', votes, confirmedBy },
  }) satisfies Partial<OfEach<Command>>

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
    ...voted(envelope, memberId),
    AdmitAuditors: { ...envelope(), type: 'AdmitAuditors', networkId: ids(), until },
    RenewAuditors: {
      ...envelope(),
      type: 'RenewAuditors',
      networkId,
      agreementId: ids(),
      from: '2026-02-01',
      until,
    },
    DismissAuditors: {
      ...envelope(),
      type: 'DismissAuditors',
      networkId,
      votes,
      confirmedBy: memberId,
    },
    AppointOfficer: {
      ...envelope(),
      type: 'AppointOfficer',
      memberId,
      office: 'committee',
      confirmedBy: memberIds.counter,
    },
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
    RecordExpense: { ...envelope(), type: 'RecordExpense', amount: 1000, ...ofCost },
    ...ofPeople(envelope, { memberId, another: memberIds.counter, newId: ids }),
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

const ofStaff = (village: TwoNetworks, fund: SmallFund) => {
  const { fundId, networkId } = fund
  const { ids } = village.needs
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: today })
  const { newcomerId: userId } = networkOf(village, networkId)
  const role = 'operator' as const
  return {
    FoundNetwork: { ...envelope(), type: 'FoundNetwork' },
    JoinFund: { ...envelope(), type: 'JoinFund', fundId: ids() },
    WitnessFund: { ...envelope(), ...witnessedOf(ids()) },
    AppointStaff: { ...envelope(), type: 'AppointStaff', userId: ids(), role, until },
    DismissStaff: { ...envelope(), type: 'DismissStaff', userId, role: 'case-supervisor' },
    AssignStaff: { ...envelope(), type: 'AssignStaff', userId, fundId, until },
    EndAssignment: { ...envelope(), type: 'EndAssignment', userId, fundId },
    ...ofPot(village, networkOf(village, networkId)),
    ...ofDirectory(village, networkOf(village, networkId), fundId),
    ...ofAudits(village, fund),
    ...ofAgreements(village, fund, networkOf(village, networkId)),
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
    ...ofSavings(village, fund),
    ...ofSharing(village, fund),
    ...ofOutside(village),
    ...ofVentures(village, fund),
    ...ofGrants(village, fund),
    ...ofLending(village, fund),
    ...ofTwo(village, fund),
    ...ofMeetings(village, fund),
    ...ofRelief(village, fund),
    ...ofStaff(village, fund),
  }) satisfies OfEach<Command> & OfEach<NetworkCommand>

/** Refusals of the rules that these commands meet, which come only to whoever may send them. */
export const ruled: readonly string[] = [
  'nothing-to-convert',
  // Nobody told it (`test/http/watch/checked.test.ts` has those that somebody did).
  'report-not-sealed',
  'not-an-auditor',
  'not-assigned',
  // F2 has voted its auditors out already.
  'auditors-not-admitted',
  // Savings of an older book were taken over before, and nothing stands against them.
  'takeover-unfinished',
  // Nothing was asked for under that id; nobody has confirmed by a secret of their own.
  'request-unknown',
  'dispute-unknown',
  'already-asking',
  'approval-needed',
  'approver-not-another',
  'approver-not-an-officer',
  'approver-is-concerned',
  'confirmed-by-no-chair',
  'withdrawal-unknown',
  'office-not-held',
  'surplus-held',
  'nothing-to-pay',
  'takeover-adds-up',
  'nothing-unexplained',
  // Somebody has begun a round before; and nobody asks in another's name.
  'round-too-soon',
  'asker-not-oneself',
  'differs-from-left',
  'own-act-not-witnessed',
  'member-not-dead',
  'borrowing-unknown',
  'venture-unknown',
  // Nothing was declared or promised under that name.
  'event-not-declared',
  'late-with-last-loan',
  'season-unknown',
  // Only somebody whom the command names may send it, with the word of another one of the staff.
  'decider-not-the-sender',
  // No entry is quoted that is in a book, and nothing was agreed, replied or left open.
  'head-moved',
  'head-not-in-book',
  'reply-awaited',
  // Another one of the team has done it before.
  'decision-confirmed-already',
  'release-confirmed-already',
  'period-released-already',
  'answered-already',
  'nothing-to-follow-up',
  'not-an-auditor',
  'agreement-unknown',
  // An auditor of the network whom this fund lets in no more, or never did.
  'fund-not-open',
]
