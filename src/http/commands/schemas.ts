import { z } from '@hono/zod-openapi'
import type { NetworkCommand } from '#domain/network.ts'
import type { Command } from '#domain/village.ts'
import { amendCharter, foundFund } from '#src/http/commands/charter.ts'
import * as fund from '#src/http/commands/fund.ts'
import * as grants from '#src/http/commands/grants.ts'
import * as lending from '#src/http/commands/lending.ts'
import * as loans from '#src/http/commands/loans.ts'
import * as network from '#src/http/commands/network.ts'
import { recordRelief } from '#src/http/commands/relief.ts'
import * as savings from '#src/http/commands/savings.ts'

/** A type as a schema writes it: a field that may be left out may be undefined, which JSON never is. */
export type AsRead<T> = T extends readonly (infer Item)[]
  ? readonly AsRead<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: AsRead<T[K]> | (object extends Pick<T, K> ? undefined : never) }
    : T

/** One schema for each type of command, which reads nothing that the domain's type does not hold. */
type SchemasOf<C extends { readonly type: string }> = {
  readonly [Type in C['type']]: z.ZodType<AsRead<Extract<C, { readonly type: Type }>>>
}

export const fundSchemas = {
  FoundFund: foundFund,
  AmendCharter: amendCharter,
  AdmitAuditors: fund.admitAuditors,
  DismissAuditors: fund.dismissAuditors,
  AdmitMember: fund.admitMember,
  AppointOfficer: fund.appointOfficer,
  OpenMeeting: fund.openMeeting,
  RecordAttendance: fund.recordAttendance,
  CloseMeeting: fund.closeMeeting,
  RecordExpense: fund.recordExpense,
  ClosePeriod: fund.closePeriod,
  TakeOverSavings: savings.takeOverSavings,
  BuyShares: savings.buyShares,
  RecordWithdrawal: savings.recordWithdrawal,
  RecordSocialContribution: savings.recordSocialContribution,
  RecordFine: savings.recordFine,
  RecordSocialSupport: savings.recordSocialSupport,
  TakeOverLoan: loans.takeOverLoan,
  RecordPayout: loans.recordPayout,
  RecordRepayment: loans.recordRepayment,
  RecordWriteOff: loans.recordWriteOff,
  RecordPayoutPart: loans.recordPayoutPart,
  RecordPaymentForLoans: loans.recordPaymentForLoans,
  RecordLateFine: loans.recordLateFine,
  RecordRecovery: loans.recordRecovery,
  RequestLoan: lending.requestLoan,
  WithdrawRequest: lending.withdrawRequest,
  AppraiseLoan: lending.appraiseLoan,
  GiveGuarantee: lending.giveGuarantee,
  DecideLoan: lending.decideLoan,
  AppealDecision: lending.appealDecision,
  RescheduleLoan: lending.rescheduleLoan,
  WriteOffLoan: lending.writeOffLoan,
  ReleaseSuspense: savings.releaseSuspense,
  ReverseEntry: lending.reverseEntry,
  RecordRelief: recordRelief,
  RecordDonation: grants.recordDonation,
  RecordGrantPayout: grants.recordGrantPayout,
} satisfies SchemasOf<Command>

export const networkSchemas = {
  FoundNetwork: network.foundNetwork,
  JoinFund: network.joinFund,
  AppointStaff: network.appointStaff,
  DismissStaff: network.dismissStaff,
  AssignStaff: network.assignStaff,
  EndAssignment: network.endAssignment,
} satisfies SchemasOf<NetworkCommand>

const fundSchemaList = Object.values(fundSchemas)
const networkSchemaList = Object.values(networkSchemas)
type FundSchema = (typeof fundSchemaList)[number]
type NetworkSchema = (typeof networkSchemaList)[number]

/** Everything that can be sent to a fund, told apart by `type`. */
export const fundCommand = z
  .discriminatedUnion('type', fundSchemaList as [FundSchema, ...FundSchema[]])
  .openapi('FundCommand')

/** Everything that can be sent to a network. */
export const networkCommand = z
  .discriminatedUnion('type', networkSchemaList as [NetworkSchema, ...NetworkSchema[]])
  .openapi('NetworkCommand')
