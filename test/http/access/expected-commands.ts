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
const committee: readonly Way[] = [...counters, 'committee-member']
const askers: readonly Way[] = [
  'chair',
  'box-keeper',
  'counter',
  'committee-member',
  'key-holder',
  'auditor',
]
const administrator: readonly Way[] = ['administrator']
/** Of the network; whether the fund lets each of them in is held against the fund beside that. */
const auditors: readonly Way[] = [
  'auditor',
  'auditor-unassigned',
  'auditor-fund-ended-it',
  'auditor-assignment-ended',
]
/** Who takes reports about agencies: no administrator. */
const watchTeam: readonly Way[] = ['migration-worker', 'case-supervisor']
/** Who walks with people that leave, and whoever looks after the network. */
const care: readonly Way[] = ['migration-worker', 'case-supervisor', 'administrator']

export const fundCommands: SendersOf<Command['type']> = {
  // A fund comes whole: by import, or as its network's administrator founds it.
  FoundFund: [],
  // What its older book held is written down after that; the page of the old book says what is still missing.
  TakeOverSavings: recordKeeper,
  TakeOverLoan: recordKeeper,
  SettleTakeOver: chair,
  AmendCharter: chair,
  AdmitAuditors: chair,
  DismissAuditors: chair,
  // The service itself writes a later term of an agreement down.
  RenewAuditors: [],
  DecideFuture: chair,
  SetReceivingAccount: chair,
  AppointOfficer: chair,
  // Written by anybody on the committee, so that it can go on when its chair or its record-keeper is gone.
  ElectOfficers: committee,
  EndOffice: committee,
  RecordHandOver: meetingLeaders,
  ClosePeriod: chair,
  OpenMeeting: counters,
  CloseMeeting: counters,
  RecordAttendance: meetingLeaders,
  AdmitMember: recordKeeper,
  // Whoever was written away by another one says so themselves.
  RecordMemberChange: committee,
  // Either of the two may be the one who died.
  RecordDeath: meetingLeaders,
  CorrectMember: recordKeeper,
  RecordHousehold: recordKeeper,
  RecordExpense: recordKeeper,
  RecordTransfer: recordKeeper,
  RecordStatement: recordKeeper,
  MatchBankLine: recordKeeper,
  // The meeting counts who is away: whoever leads it writes the figures down.
  RecordAwayCount: meetingLeaders,
  RecordTalk: committee,
  // Who types the figures of the paper; another officer stands behind them.
  ComparePaper: recordKeeper,
  AssignUnexplained: meetingLeaders,
  // Whether the book is right asks anybody but whoever keeps it; an auditor writes nothing else to a fund.
  BeginConfirmation: askers,
  RecordConfirmationAnswer: askers,
  BuyShares: recordKeeper,
  RecordDeposit: recordKeeper,
  RequestWithdrawal: recordKeeper,
  CancelWithdrawal: recordKeeper,
  RecordWithdrawal: recordKeeper,
  // The service makes it itself, of what the record-keeper sends to a path of its own.
  RecordPrivateSavings: [],
  ShareOut: recordKeeper,
  PayInterestOnSavings: recordKeeper,
  RepayFromSavings: recordKeeper,
  SettleDeath: recordKeeper,
  RecordHeirsPayment: recordKeeper,
  RecordBorrowing: recordKeeper,
  RecordBorrowingRepayment: recordKeeper,
  RecordExchange: recordKeeper,
  FoundVenture: chair,
  BuyVentureShares: recordKeeper,
  RecordVentureMove: recordKeeper,
  CountVenture: recordKeeper,
  ShareVentureProfit: chair,
  LeaveVenture: recordKeeper,
  CloseVenture: chair,
  RecordRemittance: recordKeeper,
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
  DiscloseCost: recordKeeper,
  GiveGuarantee: recordKeeper,
  DecideLoan: recordKeeper,
  AppealDecision: recordKeeper,
  RescheduleLoan: recordKeeper,
  ConvertLoan: recordKeeper,
  ReturnSecurity: recordKeeper,
  ConfirmPayout: recordKeeper,
  WriteOffLoan: recordKeeper,
  RecordRecovery: recordKeeper,
  ReleaseSuspense: recordKeeper,
  ReverseEntry: recordKeeper,
  // Told to an officer, whichever one a member trusts, or to the auditor; by a household by paths of its own, never as a command.
  RaiseDispute: [...counters, 'committee-member', 'auditor'],
  AnswerDispute: recordKeeper,
  RecordRelief: recordKeeper,
  // Whoever of the committee stands in the water; what follows is written by either of two, with a second person.
  DeclareEvent: committee,
  ActivateRelief: meetingLeaders,
  DeclineRelief: meetingLeaders,
  RatifyRelief: meetingLeaders,
  RenewRelief: meetingLeaders,
  LapseRelief: meetingLeaders,
  UndoRelief: meetingLeaders,
  PromiseEmergencyLines: meetingLeaders,
  OpenEmergencyLine: meetingLeaders,
  RecordDonation: recordKeeper,
  RecordGrantPayout: recordKeeper,
  SetWindowTerms: chair,
  // The service makes them itself, of what those who know the person send to paths of their own.
  AskForSupport: [],
  TakeSupportStep: [],
  AwardAtOnce: [],
  DecideSupport: recordKeeper,
  RecordSupportPart: recordKeeper,
  ReturnDonation: recordKeeper,
}

export const networkCommands: SendersOf<NetworkCommand['type']> = {
  // A network is founded by the command line, and a fund joins by being imported.
  FoundNetwork: [],
  JoinFund: [],
  // The service alone keeps where a book stood.
  WitnessFund: [],
  AppointStaff: administrator,
  DismissStaff: administrator,
  AssignStaff: administrator,
  EndAssignment: administrator,
  OpenPotWindow: administrator,
  RecordPotDonation: administrator,
  ReturnPotDonation: administrator,
  AskFromPot: [],
  TakePotStep: [],
  DecideFromPot: ['administrator', 'case-supervisor'],
  RecordPotPart: administrator,
  ReversePotEntry: administrator,
  ProposeNumber: care,
  CheckNumber: care,
  WithdrawNumber: care,
  ProposeService: care,
  CheckService: care,
  WithdrawService: care,
  SetCheckDays: administrator,
  PlanAudit: auditors,
  // Of a plan that the network has drawn, by the command line of a laptop.
  TakeAuditPlan: [],
  MoveAudit: auditors,
  CancelAudit: auditors,
  RecordAuditTest: auditors,
  RaiseAuditFinding: auditors,
  // The service makes it itself, of what an officer of the fund says.
  ReplyToAuditFinding: [],
  CloseAuditFinding: auditors,
  FollowUpAuditFinding: auditors,
  GiveAuditOpinion: auditors,
  OfferAgreement: administrator,
  RenewAgreement: administrator,
  EndAgreement: administrator,
  SetLink: administrator,
  // Whoever is of the staff links the own sign-in, whatever funds let an auditor in.
  LinkSignIn: [
    ...care,
    'auditor',
    'auditor-unassigned',
    'auditor-fund-ended-it',
    'auditor-assignment-ended',
  ],
  EndLink: administrator,
  RegisterParty: care,
  RecordPartyFacts: care,
  CheckPartyFacts: care,
  ProposeRoute: care,
  CheckRoute: care,
  ProposeWarning: care,
  CheckWarning: care,
  WithdrawRoute: ['administrator', 'case-supervisor'],
  ProposeTalk: care,
  CheckTalk: care,
  WithdrawTalk: care,
  CountReached: care,
  StrikeReached: care,
  RecordTraining: administrator,
  StrikeTraining: administrator,
  RequireTraining: administrator,
  GiveDuty: administrator,
  EndDuty: administrator,
  ProposeCourse: care,
  CheckCourse: care,
  WithdrawCourse: care,
  RecordJobsSeen: care,
  CountGraduates: care,
  SetTeamCover: care,
  ProposeTransferPrice: care,
  CheckTransferPrice: care,
  WithdrawTransferPrice: care,
  WithdrawPartyFact: ['administrator', 'case-supervisor'],
  WithdrawWarning: ['administrator', 'case-supervisor'],
  ErasePartyWords: ['administrator', 'case-supervisor'],
  CheckReport: watchTeam,
  ProposeRuling: watchTeam,
  ProposeReplyText: watchTeam,
  ConfirmReplyText: watchTeam,
  ProposeLadderStep: watchTeam,
  ConfirmDecision: watchTeam,
  SendWatchLetter: watchTeam,
  RecordWatchAnswer: watchTeam,
  ConfirmWatchAnswer: watchTeam,
  ConfirmWatchLetter: watchTeam,
  SetWatchRules: administrator,
  // A UN body or an organisation of the country lets a network tell outside, and nobody of the network does.
  SwitchPublication: ['watchdog-reviewer'],
  PlaceFund: ['administrator', 'case-supervisor'],
  ProposeRelease: ['administrator', 'case-supervisor'],
  ConfirmRelease: ['administrator', 'case-supervisor'],
}

export const expectedCommands: Readonly<Record<string, readonly Way[]>> = {
  ...fundCommands,
  ...networkCommands,
}

export const isOfNetwork = (type: string): boolean => Object.hasOwn(networkCommands, type)
