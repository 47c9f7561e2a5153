import type { NetworkCommand } from '#domain/network.ts'

/** Which commands the administrator may send. */
export const networkTypes: Readonly<Record<NetworkCommand['type'], boolean>> = {
  FoundNetwork: false,
  JoinFund: false,
  WitnessFund: false,
  AppointStaff: true,
  DismissStaff: true,
  AssignStaff: true,
  EndAssignment: true,
  OpenPotWindow: true,
  RecordPotDonation: true,
  ReturnPotDonation: true,
  AskFromPot: false,
  TakePotStep: false,
  DecideFromPot: true,
  RecordPotPart: true,
  ReversePotEntry: true,
  ProposeNumber: true,
  CheckNumber: true,
  WithdrawNumber: true,
  ProposeService: true,
  CheckService: true,
  WithdrawService: true,
  SetCheckDays: true,
  PlanAudit: false,
  TakeAuditPlan: false,
  MoveAudit: false,
  CancelAudit: false,
  RecordAuditTest: false,
  RaiseAuditFinding: false,
  ReplyToAuditFinding: false,
  CloseAuditFinding: false,
  FollowUpAuditFinding: false,
  GiveAuditOpinion: false,
  OfferAgreement: true,
  // Nothing was agreed here that could go on or end.
  RenewAgreement: true,
  EndAgreement: true,
  SetLink: true,
  LinkSignIn: true,
  EndLink: true,
}

/** What auditors write and nobody else; what comes of it hangs on the audit. */
export const ofAuditors: readonly string[] = [
  'PlanAudit',
  'MoveAudit',
  'CancelAudit',
  'RecordAuditTest',
  'RaiseAuditFinding',
  'CloseAuditFinding',
  'FollowUpAuditFinding',
  'GiveAuditOpinion',
  'LinkSignIn',
]

/** What the migration team writes too. */
export const ofTeam: readonly string[] = [
  'ProposeNumber',
  'CheckNumber',
  'WithdrawNumber',
  'ProposeService',
  'CheckService',
  'WithdrawService',
  'LinkSignIn',
]
