import { type BodyOf, type CommandOf, operationsOf } from '#domain/operations/operation.ts'
import { recordHeirsPayment } from '#domain/savings/operations/heirs.ts'
import { payInterestOnSavings } from '#domain/savings/operations/interest.ts'
import * as money from '#domain/savings/operations/money.ts'
import { recordPrivateSavings } from '#domain/savings/operations/private.ts'
import { shareOut } from '#domain/savings/operations/share-out.ts'
import { cancelWithdrawal, requestWithdrawal } from '#domain/savings/operations/withdrawals.ts'

/** Everything that can be done about savings and the social fund. */
export const savingsOperations = operationsOf([
  money.takeOverSavings,
  money.buyShares,
  money.recordDeposit,
  money.recordWithdrawal,
  money.recordSocialContribution,
  money.recordFine,
  money.recordSocialSupport,
  money.releaseSuspense,
  requestWithdrawal,
  cancelWithdrawal,
  recordPrivateSavings,
  recordHeirsPayment,
  shareOut,
  payInterestOnSavings,
])

type One = (typeof savingsOperations.list)[number]
export type SavingsCommand = CommandOf<One>
export type SavingsBody = BodyOf<One>
