import type { ShareOut, SharedOut } from '#domain/savings/deciding-share-out.ts'
import type { RecordHeirsPayment, SavingsPaidToHeirs } from '#domain/savings/heirs.ts'
import type { InterestOnSavingsPaid, PayInterestOnSavings } from '#domain/savings/interest.ts'
import type { PrivateSavingsMoved, RecordPrivateSavings } from '#domain/savings/private.ts'
import type {
  CancelWithdrawal,
  RequestWithdrawal,
  WithdrawalCancelled,
  WithdrawalRequested,
} from '#domain/savings/queue.ts'
import type {
  BuyShares,
  FinePaid,
  RecordDeposit,
  RecordFine,
  RecordSocialContribution,
  RecordSocialSupport,
  RecordWithdrawal,
  ReleaseSuspense,
  SavingsDeposited,
  SavingsTakenOver,
  SavingsWithdrawn,
  SharesBought,
  SocialContributionPaid,
  SocialSupportPaid,
  SuspenseReleased,
  TakeOverSavings,
} from '#domain/savings/savings.ts'

/** Everything that can be recorded about savings and the social fund, and everything that can be said. */
export type SavingsBody =
  | SavingsPaidToHeirs
  | SharedOut
  | InterestOnSavingsPaid
  | PrivateSavingsMoved
  | WithdrawalRequested
  | WithdrawalCancelled
  | SuspenseReleased
  | SavingsTakenOver
  | SharesBought
  | SavingsDeposited
  | SavingsWithdrawn
  | SocialContributionPaid
  | FinePaid
  | SocialSupportPaid

export type SavingsCommand =
  | RecordHeirsPayment
  | ShareOut
  | PayInterestOnSavings
  | RecordPrivateSavings
  | RequestWithdrawal
  | CancelWithdrawal
  | ReleaseSuspense
  | TakeOverSavings
  | BuyShares
  | RecordDeposit
  | RecordWithdrawal
  | RecordSocialContribution
  | RecordFine
  | RecordSocialSupport

const bodies: readonly string[] = [
  'SavingsPaidToHeirs',
  'SharedOut',
  'InterestOnSavingsPaid',
  'PrivateSavingsMoved',
  'WithdrawalRequested',
  'WithdrawalCancelled',
  'SuspenseReleased',
  'SavingsTakenOver',
  'SharesBought',
  'SavingsDeposited',
  'SavingsWithdrawn',
  'SocialContributionPaid',
  'FinePaid',
  'SocialSupportPaid',
] satisfies SavingsBody['type'][]

/** True for an entry of this room. */
export const isSavingsBody = (body: { readonly type: string }): body is SavingsBody =>
  bodies.includes(body.type)

const commands: readonly string[] = [
  'RecordHeirsPayment',
  'ShareOut',
  'PayInterestOnSavings',
  'RecordPrivateSavings',
  'RequestWithdrawal',
  'CancelWithdrawal',
  'ReleaseSuspense',
  'TakeOverSavings',
  'BuyShares',
  'RecordDeposit',
  'RecordWithdrawal',
  'RecordSocialContribution',
  'RecordFine',
  'RecordSocialSupport',
] satisfies SavingsCommand['type'][]

/** True for a command of this room. */
export const isSavingsCommand = (command: { readonly type: string }): command is SavingsCommand =>
  commands.includes(command.type)
