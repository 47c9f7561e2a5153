import type { NetworkCommand } from '#domain/network.ts'
import type { Command } from '#domain/village.ts'
import type { Way } from '#test/http/access/people.ts'

/**
 * Who may send which command where the role is held, written down from the design. An empty list: nobody over
 * HTTP. Where the design does not say who (the counts of a meeting, the joining of a fund), what is built stands here
 * with its reason. The types are checked against the reference of the running service, so that none is left out.
 */
type SendersOf<Type extends string> = Readonly<Record<Type, readonly Way[]>>

const recordKeeper: readonly Way[] = ['record-keeper']
/** Decisions of the village, which its chair sends in until meetings vote here. */
const chair: readonly Way[] = ['chair']
const meetingLeaders: readonly Way[] = ['chair', 'record-keeper']
/** The design has the box counted at both ends of a meeting and names a counter and a box-keeper for it. */
const counters: readonly Way[] = [...meetingLeaders, 'box-keeper', 'counter']
const administrator: readonly Way[] = ['administrator']

export const fundCommands: SendersOf<Command['type']> = {
  // A fund and what is taken over of an older book come by import, whole.
  FoundFund: [],
  TakeOverSavings: [],
  TakeOverLoan: [],
  AmendCharter: chair,
  AdmitAuditors: chair,
  DismissAuditors: chair,
  AppointOfficer: chair,
  ClosePeriod: chair,
  OpenMeeting: counters,
  CloseMeeting: counters,
  RecordAttendance: meetingLeaders,
  AdmitMember: recordKeeper,
  RecordExpense: recordKeeper,
  BuyShares: recordKeeper,
  RecordWithdrawal: recordKeeper,
  RecordSocialContribution: recordKeeper,
  RecordFine: recordKeeper,
  RecordSocialSupport: recordKeeper,
  RecordPayout: recordKeeper,
  RecordRepayment: recordKeeper,
  RecordWriteOff: recordKeeper,
  // Written down by the record-keeper; what needs a vote or a second person names who confirms it.
  RecordPayoutPart: recordKeeper,
  RecordPaymentForLoans: recordKeeper,
  RecordLateFine: recordKeeper,
  RequestLoan: recordKeeper,
  WithdrawRequest: recordKeeper,
  AppraiseLoan: recordKeeper,
  GiveGuarantee: recordKeeper,
  DecideLoan: recordKeeper,
  AppealDecision: recordKeeper,
  RescheduleLoan: recordKeeper,
  WriteOffLoan: recordKeeper,
  RecordRecovery: recordKeeper,
  ReleaseSuspense: recordKeeper,
  ReverseEntry: recordKeeper,
  RecordRelief: recordKeeper,
  RecordDonation: recordKeeper,
  RecordGrantPayout: recordKeeper,
}

export const networkCommands: SendersOf<NetworkCommand['type']> = {
  // A network is founded by the command line, and a fund joins by being imported.
  FoundNetwork: [],
  JoinFund: [],
  AppointStaff: administrator,
  DismissStaff: administrator,
  AssignStaff: administrator,
  EndAssignment: administrator,
}

export const expectedCommands: Readonly<Record<string, readonly Way[]>> = {
  ...fundCommands,
  ...networkCommands,
}

export const isOfNetwork = (type: string): boolean => Object.hasOwn(networkCommands, type)
