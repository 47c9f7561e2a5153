import type { AnyCaseOperation } from '#domain/cases/operation.ts'
import * as consent from '#domain/cases/operations/consent.ts'
import * as life from '#domain/cases/operations/life.ts'
import * as person from '#domain/cases/operations/person.ts'
import * as plan from '#domain/cases/operations/plan.ts'

/** All that can be done with a case that is open. */
export const caseOperations = [
  person.setPerson,
  person.setContact,
  person.setVillage,
  person.addPersonAround,
  person.setSafety,
  person.setGuardian,
  person.addPaperSeen,
  consent.giveConsent,
  consent.withdrawConsent,
  plan.setStage,
  plan.addTask,
  plan.finishTask,
  plan.addNote,
  life.closeCase,
  life.reopenCase,
] as const satisfies readonly AnyCaseOperation[]

export type CaseOperations = (typeof caseOperations)[number]
export type CaseCommand = CaseOperations['command']

export const caseOperationOf = (command: string): AnyCaseOperation | undefined =>
  caseOperations.find((one) => one.command === command)
