import { admitAuditors, dismissAuditors, renewAuditors } from '#domain/fund/operations/auditors.ts'
import { decideFuture } from '#domain/fund/operations/future.ts'
import { recordAwayCount } from '#domain/fund/operations/away.ts'
import { matchBankLine, recordStatement, recordTransfer } from '#domain/fund/operations/bank.ts'
import { amendCharter } from '#domain/fund/operations/charter.ts'
import { comparePaper } from '#domain/fund/operations/comparing.ts'
import { beginConfirmation, recordConfirmationAnswer } from '#domain/fund/operations/confirming.ts'
import { assignUnexplained } from '#domain/fund/operations/explaining.ts'
import { foundFund, settleTakeOver } from '#domain/fund/operations/founding.ts'
import { closeMeeting, openMeeting, recordAttendance } from '#domain/fund/operations/meetings.ts'
import { recordRemittance, setReceivingAccount } from '#domain/fund/operations/remittances.ts'
import { closePeriod, recordExpense } from '#domain/fund/operations/money.ts'
import * as outside from '#domain/fund/operations/outside.ts'
import { recordTalk } from '#domain/fund/operations/talks.ts'
import { type BodyOf, type CommandOf, operationsOf } from '#domain/operations/operation.ts'

/** What can be done before there is a fund. */
export const foundingOperations = operationsOf([foundFund])

/** Everything that can be done about the fund itself, its people left out. */
export const fundOperations = operationsOf([
  foundFund,
  settleTakeOver,
  amendCharter,
  admitAuditors,
  dismissAuditors,
  renewAuditors,
  decideFuture,
  openMeeting,
  recordAttendance,
  closeMeeting,
  recordExpense,
  recordTransfer,
  recordStatement,
  matchBankLine,
  recordAwayCount,
  recordTalk,
  comparePaper,
  assignUnexplained,
  beginConfirmation,
  recordConfirmationAnswer,
  closePeriod,
  outside.recordBorrowing,
  outside.recordBorrowingRepayment,
  outside.recordExchange,
  recordRemittance,
  setReceivingAccount,
])

type One = (typeof fundOperations.list)[number]
export type FundCommand = CommandOf<One>
export type FundBody = BodyOf<One>
