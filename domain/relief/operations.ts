import { type BodyOf, type CommandOf, operationsOf } from '#domain/operations/operation.ts'
import { declareEvent } from '#domain/relief/operations/declaring.ts'
import { declineRelief } from '#domain/relief/operations/declining.ts'
import {
  openEmergencyLine,
  promiseEmergencyLines,
} from '#domain/relief/operations/emergency-line.ts'
import { activateRelief, renewRelief } from '#domain/relief/operations/giving.ts'
import { lapseRelief, ratifyRelief } from '#domain/relief/operations/ratifying.ts'
import { recordRelief } from '#domain/relief/operations/recorded.ts'
import { undoRelief } from '#domain/relief/operations/undoing.ts'

/** Everything that can be done about events and the help that comes with them. */
export const reliefOperations = operationsOf([
  recordRelief,
  declareEvent,
  activateRelief,
  declineRelief,
  ratifyRelief,
  renewRelief,
  lapseRelief,
  undoRelief,
  promiseEmergencyLines,
  openEmergencyLine,
])

type One = (typeof reliefOperations.list)[number]
export type ReliefCommand = CommandOf<One>
export type ReliefBody = BodyOf<One>
