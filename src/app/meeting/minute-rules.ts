import type { Body } from '#domain/village.ts'

/** Why minutes do not tell of an entry. */
type NotTold =
  /** It would say of whom: what it was for, that it could not wait, how often it is paid. */
  | 'tells-of-somebody'
  /** The vote is told, and what led to it is read out before it. */
  | 'before-the-vote'
  /** Money of one member on one day: the sheet has it. */
  | 'on-the-sheet'
  | 'of-the-box'
  | 'of-the-old-book'
  /** What a donor agreed: by kinds, for the fund's own people. */
  | 'of-the-donor'
  /** At the head of the minutes. */
  | 'told-above'

/**
 * For every entry that the book can hold, whether a meeting's minutes tell of it. One that is new does not compile
 * until somebody has decided. Of support nothing is told but the vote on a code and what it came to: a vote
 * afterwards on what could not wait reads like any other, and parts are paid in nobody's hearing.
 */
export const minuteRules: Readonly<Record<Body['type'], 'told' | NotTold>> = {
  LoanRequested: 'before-the-vote',
  CostDisclosed: 'before-the-vote',
  LoanAppraised: 'before-the-vote',
  GuaranteeGiven: 'tells-of-somebody',
  RequestWithdrawn: 'told',
  LoanDecided: 'told',
  DecisionAppealed: 'told',
  LoanTakenOver: 'of-the-old-book',
  LoanPaidOut: 'told',
  LoanPartPaidOut: 'told',
  RepaymentRecorded: 'on-the-sheet',
  PaymentSpread: 'on-the-sheet',
  LateFinePaid: 'on-the-sheet',
  LoanRescheduled: 'told',
  LoanConverted: 'told',
  SecurityReturned: 'told',
  LoanWrittenOff: 'told',
  RecoveryRecorded: 'on-the-sheet',
  EventDeclared: 'told',
  ReliefActivated: 'told',
  ReliefDeclined: 'tells-of-somebody',
  ReliefRatified: 'told',
  ReliefRenewed: 'told',
  ReliefLapsed: 'told',
  ReliefUndone: 'told',
  EmergencyLinesPromised: 'told',
  EmergencyLineOpened: 'told',
  SuspenseReleased: 'on-the-sheet',
  SavingsTakenOver: 'of-the-old-book',
  SharesBought: 'on-the-sheet',
  SavingsDeposited: 'on-the-sheet',
  WithdrawalRequested: 'told',
  WithdrawalCancelled: 'on-the-sheet',
  RepaidFromSavings: 'on-the-sheet',
  DeathSettled: 'told',
  SavingsPaidToHeirs: 'on-the-sheet',
  MoneyBorrowed: 'told',
  BorrowingRepaid: 'of-the-box',
  MoneyExchanged: 'of-the-box',
  SharedOut: 'told',
  InterestOnSavingsPaid: 'told',
  PrivateSavingsMoved: 'tells-of-somebody',
  SavingsWithdrawn: 'on-the-sheet',
  SocialContributionPaid: 'on-the-sheet',
  FinePaid: 'on-the-sheet',
  SocialSupportPaid: 'told',
  DonationReceived: 'told',
  GrantPaid: 'told',
  SupportPartPaid: 'tells-of-somebody',
  DonationReturned: 'told',
  WindowTermsSet: 'of-the-donor',
  SupportAsked: 'tells-of-somebody',
  SupportStepTaken: 'tells-of-somebody',
  SupportDecided: 'told',
  SupportAwardedAtOnce: 'tells-of-somebody',
  ExpensePaid: 'told',
  TransferRecorded: 'told',
  StatementRecorded: 'of-the-box',
  BankLineMatched: 'of-the-box',
  AwayCountRecorded: 'told',
  PaperCompared: 'told',
  UnexplainedAssigned: 'told',
  ConfirmationBegun: 'told',
  ConfirmationAnswered: 'tells-of-somebody',
  DisputeRaised: 'tells-of-somebody',
  DisputeAnswered: 'told',
  MeetingOpened: 'told',
  MeetingClosed: 'told',
  AttendanceRecorded: 'told-above',
  EntryReversed: 'told',
  MemberAdmitted: 'told',
  MemberChanged: 'tells-of-somebody',
  DeathRecorded: 'tells-of-somebody',
  MemberCorrected: 'tells-of-somebody',
  HouseholdRecorded: 'tells-of-somebody',
  OfficerAppointed: 'told',
  OfficersElected: 'told',
  OfficeEnded: 'told',
  OfficeHandedOver: 'told',
  TakeOverSettled: 'of-the-old-book',
  CharterAmended: 'told',
  ReliefRecorded: 'told',
  AuditorsAdmitted: 'told',
  AuditorsDismissed: 'told',
  PeriodClosed: 'told',
  FundFounded: 'of-the-old-book',
}
