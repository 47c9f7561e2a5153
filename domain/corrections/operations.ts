import { answerDispute, raiseDispute } from '#domain/corrections/operations/disputes.ts'
import { reverseEntry } from '#domain/corrections/operations/reversal.ts'
import { type BodyOf, type CommandOf, operationsOf } from '#domain/operations/operation.ts'

/** Everything that can be done about what is not right. */
export const correctionOperations = operationsOf([reverseEntry, raiseDispute, answerDispute])

type One = (typeof correctionOperations.list)[number]
export type CorrectionCommand = CommandOf<One>
export type CorrectionBody = BodyOf<One>
