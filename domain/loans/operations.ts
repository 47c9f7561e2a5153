import { type BodyOf, type CommandOf, operationsOf } from '#domain/operations/operation.ts'
import * as asking from '#domain/loans/operations/asking.ts'
import { confirmPayout } from '#domain/loans/operations/confirming.ts'
import * as deciding from '#domain/loans/operations/deciding.ts'
import * as givingUp from '#domain/loans/operations/giving-up.ts'
import * as netting from '#domain/loans/operations/netting.ts'
import * as payingOut from '#domain/loans/operations/paying-out.ts'
import * as repaying from '#domain/loans/operations/repaying.ts'
import { returnSecurity } from '#domain/loans/operations/returning.ts'
import { takeOverLoan } from '#domain/loans/operations/taking-over.ts'
import * as votedAnew from '#domain/loans/operations/voted-anew.ts'

/** Everything that can be done about loans and what was asked for. */
export const loanOperations = operationsOf([
  netting.repayFromSavings,
  netting.settleDeath,
  takeOverLoan,
  payingOut.recordPayout,
  repaying.recordRepayment,
  givingUp.recordWriteOff,
  payingOut.recordPayoutPart,
  repaying.recordPaymentForLoans,
  repaying.recordLateFine,
  givingUp.recordRecovery,
  asking.requestLoan,
  asking.withdrawRequest,
  deciding.appraiseLoan,
  deciding.discloseCost,
  deciding.giveGuarantee,
  deciding.decideLoan,
  asking.appealDecision,
  votedAnew.rescheduleLoan,
  votedAnew.convertLoan,
  returnSecurity,
  givingUp.writeOffLoan,
  confirmPayout,
])

type One = (typeof loanOperations.list)[number]
export type LoanCommand = CommandOf<One>
export type LoanBody = BodyOf<One>

/** What was said of a loan before it was lent. */
export type RequestBody = Extract<
  LoanBody,
  {
    readonly type:
      | 'LoanRequested'
      | 'RequestWithdrawn'
      | 'LoanAppraised'
      | 'CostDisclosed'
      | 'LoanDecided'
      | 'DecisionAppealed'
      | 'GuaranteeGiven'
  }
>

/** Everything that is recorded about loans that were lent. */
export type LentBody = Exclude<LoanBody, RequestBody>

/** What is recorded about one of them. */
export type OneLoanBody = Exclude<LentBody, { readonly type: 'PaymentSpread' | 'DeathSettled' }>
