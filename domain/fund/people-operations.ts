import { electOfficers } from '#domain/fund/operations/elections.ts'
import { recordHandOver } from '#domain/fund/operations/hand-overs.ts'
import { recordHousehold } from '#domain/fund/operations/households.ts'
import * as members from '#domain/fund/operations/members.ts'
import { appointOfficer, endOffice } from '#domain/fund/operations/officers.ts'
import { type BodyOf, type CommandOf, operationsOf } from '#domain/operations/operation.ts'

/** Everything that can be done about the people of a fund. */
export const peopleOperations = operationsOf([
  members.admitMember,
  members.recordMemberChange,
  members.recordDeath,
  members.correctMember,
  recordHousehold,
  appointOfficer,
  electOfficers,
  endOffice,
  recordHandOver,
])

type One = (typeof peopleOperations.list)[number]
export type PeopleCommand = CommandOf<One>
export type PeopleBody = BodyOf<One>
