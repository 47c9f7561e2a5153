import { type Decision, invalid } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { CharterVersion } from '#domain/fund/charter.ts'
import { notHere } from '#domain/fund/life.ts'
import type { Member } from '#domain/fund/members.ts'
import type { Posted } from '#domain/ledger/balances.ts'
import {
  type LoanPaidOut,
  type LoanTakenOver,
  type RecordPayout,
  type TakeOverLoan,
  recordPayout,
  takeOverLoan,
} from '#domain/loans/begin.ts'
import { ceilingInputs } from '#domain/loans/ceiling.ts'
import { type ConvertLoan, type LoanConverted, convertLoan } from '#domain/loans/converting.ts'
import { type LateFinePaid, type RecordLateFine, recordLateFine } from '#domain/loans/fines.ts'
import {
  type LoanWrittenOff,
  type RecordRecovery,
  type RecordWriteOff,
  type RecoveryRecorded,
  type WriteOffLoan,
  recordRecovery,
  recordWriteOff,
  writeOffLoan,
} from '#domain/loans/giving-up.ts'
import {
  type LoanRescheduled,
  type RescheduleLoan,
  rescheduleLoan,
} from '#domain/loans/hardship.ts'
import {
  type LoanPartPaidOut,
  type RecordPayoutPart,
  recordPayoutPart,
} from '#domain/loans/later-part.ts'
import { type ReturnSecurity, type SecurityReturned, returnSecurity } from '#domain/loans/held.ts'
import type { Loan } from '#domain/loans/loan.ts'
import {
  type DeathSettled,
  type RepaidFromSavings,
  type RepayFromSavings,
  type SettleDeath,
  repayFromSavings,
  settleDeath,
} from '#domain/loans/netting.ts'
import {
  type PaymentSpread,
  type RecordPaymentForLoans,
  type RecordRepayment,
  type RepaymentRecorded,
  recordPaymentForLoans,
  recordRepayment,
} from '#domain/loans/repaying.ts'
import {
  type FairVerdictOf,
  type FairWord,
  type RequestCommand,
  decideRequest,
} from '#domain/loans/request.ts'
import type { LoanRequest, RequestBody } from '#domain/loans/request-state.ts'

/** Everything that is recorded about one loan that was lent. */
export type OneLoanBody =
  | LoanTakenOver
  | LoanPaidOut
  | LoanPartPaidOut
  | RepaymentRecorded
  | RepaidFromSavings
  | LateFinePaid
  | LoanRescheduled
  | LoanConverted
  | SecurityReturned
  | LoanWrittenOff
  | RecoveryRecorded

/** Everything that can be recorded about loans and what was asked for, and everything that can be asked. */
export type LoanBody = OneLoanBody | PaymentSpread | DeathSettled | RequestBody

export type LoanCommand =
  | TakeOverLoan
  | RecordPayout
  | RecordPayoutPart
  | RecordRepayment
  | RecordPaymentForLoans
  | RepayFromSavings
  | SettleDeath
  | RecordLateFine
  | RescheduleLoan
  | ConvertLoan
  | ReturnSecurity
  | RecordWriteOff
  | WriteOffLoan
  | RecordRecovery
  | RequestCommand

const commands: readonly string[] = [
  'TakeOverLoan',
  'RecordPayout',
  'RecordPayoutPart',
  'RecordRepayment',
  'RecordPaymentForLoans',
  'RepayFromSavings',
  'SettleDeath',
  'RecordLateFine',
  'RescheduleLoan',
  'ConvertLoan',
  'ReturnSecurity',
  'RecordWriteOff',
  'WriteOffLoan',
  'RecordRecovery',
  'RequestLoan',
  'WithdrawRequest',
  'AppraiseLoan',
  'DiscloseCost',
  'DecideLoan',
  'AppealDecision',
  'GiveGuarantee',
] satisfies LoanCommand['type'][]

/** True for a command of this room; a type that nobody knows is none. */
export const isLoanCommand = (command: { readonly type: string }): command is LoanCommand =>
  commands.includes(command.type)

/** What a decision about a loan looks at. */
export type Lending = {
  readonly hardRefusal: FairWord
  readonly verdictOn: FairVerdictOf
  readonly loans: ReadonlyMap<string, Loan>
  readonly requests: ReadonlyMap<string, LoanRequest>
  readonly members: ReadonlyMap<string, Member>
  readonly charters: readonly CharterVersion[]
  /** The one in force on the command's day. */
  readonly charter: CharterVersion
  readonly posted: Posted
  readonly openedOn: LocalDate
  /** The most that a loan may cost a year on the command's day, in per cent: the fund's own cap or the law's. */
  readonly fairCap: number
  /** What is left on a day of an emergency line that was promised to a member and opened. */
  readonly lineLeft: (memberId: string, on: LocalDate) => number
}

/** A loan that was decided keeps the charter that its decision was judged by. */
const charterFor = ({ charters, charter, requests }: Lending, loanId: string): CharterVersion => {
  const version = requests.get(loanId)?.decision?.charterVersion
  return charters.find((one) => one.version === version) ?? charter
}

const ceilingOf = (
  { posted, openedOn }: Lending,
  { memberId, effectiveOn: on }: RecordPayout | TakeOverLoan,
) => ceilingInputs(posted, { openedOn, memberId, on })

const payOut = (now: Lending, command: RecordPayout) => {
  const { loans, requests, members, fairCap } = now
  const { loanId, memberId, effectiveOn: on } = command
  return recordPayout(
    {
      loans,
      charter: charterFor(now, loanId),
      fairCap,
      ceiling: ceilingOf(now, command),
      request: requests.get(loanId),
      isMember: (id) => members.has(id),
      isHere: notHere(members.get(memberId)!, on) === undefined,
      lineLeft: now.lineLeft(memberId, on),
    },
    command,
  )
}

/** One decision a command; ceilings are measured against what was posted through the day. */
export const decideLoan = (now: Lending, command: LoanCommand): Decision<LoanBody, string> => {
  const { loans, requests, members } = now
  switch (command.type) {
    case 'TakeOverLoan':
      return takeOverLoan({ ...now, ceiling: ceilingOf(now, command) }, command)
    case 'RecordPayout':
      return payOut(now, command)
    case 'RecordPaymentForLoans':
      return recordPaymentForLoans(loans, command)
    case 'SettleDeath':
      return settleDeath(now, command)
    case 'RequestLoan':
    case 'WithdrawRequest':
    case 'AppraiseLoan':
    case 'DiscloseCost':
    case 'DecideLoan':
    case 'AppealDecision':
    case 'GiveGuarantee':
      return decideRequest(now, command)
  }
  const loan = loans.get(command.loanId)
  if (!loan || loan.isVoid) return invalid('loan-unknown', '/loanId')
  const request = requests.get(command.loanId)
  switch (command.type) {
    case 'RecordPayoutPart':
      return recordPayoutPart(loan, { request, isMember: (id) => members.has(id) }, command)
    case 'RecordRepayment': {
      const stands = request?.guarantees ?? []
      const isGuarantor = (id: string): boolean => stands.some(({ memberId }) => memberId === id)
      return recordRepayment(loan, isGuarantor, command)
    }
    case 'RepayFromSavings':
      return repayFromSavings(loan, now, command)
    case 'RecordLateFine':
      return recordLateFine(loan, command)
    case 'RescheduleLoan':
      return rescheduleLoan(loan, now, command)
    case 'ConvertLoan':
      return convertLoan(loan, now, command)
    case 'ReturnSecurity':
      return returnSecurity(loan, (id) => members.has(id), command)
    case 'RecordWriteOff':
      return recordWriteOff(loan, command)
    case 'WriteOffLoan':
      return writeOffLoan(loan, now, command)
    case 'RecordRecovery':
      return recordRecovery(loan, command)
  }
}
