import { z } from '@hono/zod-openapi'
import { operations } from '#domain/operations/all.ts'
import { networkOperations } from '#domain/operations/network.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { Command } from '#domain/village.ts'
import { amendCharter } from '#src/http/commands/charter.ts'
import { foundFund, settleTakeOver } from '#src/http/commands/founding.ts'
import * as comparing from '#src/http/commands/comparing.ts'
import * as confirming from '#src/http/commands/confirming.ts'
import * as fund from '#src/http/commands/fund.ts'
import * as lending from '#src/http/commands/lending.ts'
import * as meeting from '#src/http/commands/meeting.ts'
import { type AsRead, schemasOf } from '#src/http/commands/schema-of.ts'
import * as outside from '#src/http/commands/outside.ts'

/** One schema for each type of command, which reads nothing that the domain's type does not hold. */
type SchemasOf<C extends { readonly type: string }> = {
  readonly [Type in C['type']]: z.ZodType<AsRead<Extract<C, { readonly type: Type }>>>
}

export const fundSchemas = {
  ...schemasOf(operations),
  FoundFund: foundFund,
  SettleTakeOver: settleTakeOver,
  AmendCharter: amendCharter,
  AdmitAuditors: fund.admitAuditors,
  DismissAuditors: fund.dismissAuditors,
  OpenMeeting: fund.openMeeting,
  RecordAttendance: fund.recordAttendance,
  CloseMeeting: fund.closeMeeting,
  RecordExpense: fund.recordExpense,
  RecordTransfer: meeting.recordTransfer,
  RecordStatement: meeting.recordStatement,
  MatchBankLine: meeting.matchBankLine,
  RecordAwayCount: meeting.recordAwayCount,
  ComparePaper: comparing.comparePaper,
  AssignUnexplained: comparing.assignUnexplained,
  BeginConfirmation: confirming.beginConfirmation,
  RecordConfirmationAnswer: confirming.recordConfirmationAnswer,
  ClosePeriod: fund.closePeriod,
  RecordBorrowing: outside.recordBorrowing,
  RecordBorrowingRepayment: outside.recordBorrowingRepayment,
  RecordExchange: outside.recordExchange,
  ReverseEntry: lending.reverseEntry,
  RaiseDispute: meeting.raiseDispute,
  AnswerDispute: meeting.answerDispute,
} satisfies SchemasOf<Command>

export const networkSchemas = {
  ...schemasOf(networkOperations.list),
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
