import type { Decision } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  type ElectOfficers,
  type OfficersElected,
  electOfficers,
  heldAfter,
  membersAfterElection,
  membersTouched,
} from '#domain/fund/elections.ts'
import type { Fund } from '#domain/fund/fund.ts'
import {
  type HandOverShelf,
  type OfficeHandedOver,
  type RecordHandOver,
  handOverOf,
  recordHandOver,
} from '#domain/fund/handing-over.ts'
import {
  type HouseholdRecorded,
  type RecordHousehold,
  memberPlaced,
  recordHousehold,
} from '#domain/fund/household-facts.ts'
import {
  type CorrectMember,
  type MemberFact,
  type MemberShelf,
  type RecordDeath,
  type RecordMemberChange,
  correctMember,
  memberAfterFact,
  recordDeath,
  recordMemberChange,
} from '#domain/fund/member-facts.ts'
import {
  type AdmitMember,
  type Member,
  type MemberAdmitted,
  admitMember,
  memberAdmitted,
} from '#domain/fund/members.ts'
import {
  type AppointOfficer,
  type EndOffice,
  type OfficeEnded,
  type OfficerAppointed,
  type OfficerShelf,
  appointOfficer,
  endOffice,
  memberAfterEnding,
  membersAfterAppointing,
} from '#domain/fund/officers.ts'
import type { EntryId } from '#domain/ledger/entry.ts'

/** Everything that can be said of the people of a fund, and everything that is recorded of them. */
export type PeopleCommand =
  | AdmitMember
  | RecordMemberChange
  | RecordDeath
  | CorrectMember
  | RecordHousehold
  | AppointOfficer
  | ElectOfficers
  | EndOffice
  | RecordHandOver

export type PeopleBody =
  | MemberAdmitted
  | MemberFact
  | HouseholdRecorded
  | OfficerAppointed
  | OfficersElected
  | OfficeEnded
  | OfficeHandedOver

const commands: readonly string[] = [
  'AdmitMember',
  'RecordMemberChange',
  'RecordDeath',
  'CorrectMember',
  'RecordHousehold',
  'AppointOfficer',
  'ElectOfficers',
  'EndOffice',
  'RecordHandOver',
] satisfies PeopleCommand['type'][]

const bodies: readonly string[] = [
  'MemberAdmitted',
  'MemberChanged',
  'DeathRecorded',
  'MemberCorrected',
  'HouseholdRecorded',
  'OfficerAppointed',
  'OfficersElected',
  'OfficeEnded',
  'OfficeHandedOver',
] satisfies PeopleBody['type'][]

export const isPeopleCommand = (command: { readonly type: string }): command is PeopleCommand =>
  commands.includes(command.type)

export const isPeopleBody = (body: { readonly type: string }): body is PeopleBody =>
  bodies.includes(body.type)

/** One decision a command. */
export const decidePeople = (
  shelf: MemberShelf & OfficerShelf & HandOverShelf,
  command: PeopleCommand,
): Decision<PeopleBody, string> => {
  switch (command.type) {
    case 'AdmitMember':
      return admitMember(shelf.members, command)
    case 'RecordMemberChange':
      return recordMemberChange(shelf, command)
    case 'RecordDeath':
      return recordDeath(shelf, command)
    case 'CorrectMember':
      return correctMember(command)
    case 'RecordHousehold':
      return recordHousehold(shelf, command)
    case 'AppointOfficer':
      return appointOfficer(shelf, command)
    case 'ElectOfficers':
      return electOfficers(shelf, command)
    case 'EndOffice':
      return endOffice(shelf, command)
    case 'RecordHandOver':
      return recordHandOver(shelf, command)
  }
}

/** Members whom an entry names, who must be there; the first one is where its flags belong. */
export const membersOf = (body: PeopleBody): readonly string[] => {
  switch (body.type) {
    case 'HouseholdRecorded':
      return body.memberIds
    case 'OfficerAppointed':
      return body.replaces === undefined ? [body.memberId] : [body.memberId, body.replaces]
    case 'OfficersElected':
      return body.elected.map(({ memberId }) => memberId)
    case 'OfficeHandedOver':
      return [body.from, body.to, ...body.witnesses]
    default:
      return [body.memberId]
  }
}

/** Members whose rows an entry has changed, and whether the fund's own row was. */
export const changedBy = (
  members: ReadonlyMap<string, Member>,
  body: PeopleBody,
): { readonly memberIds: readonly string[]; readonly isOfFund: boolean } => {
  if (body.type === 'OfficersElected') {
    const touched = membersTouched(members.values(), body)
    return { memberIds: touched.map(({ memberId }) => memberId), isOfFund: true }
  }
  if (body.type === 'OfficeHandedOver') return { memberIds: [], isOfFund: true }
  return { memberIds: membersOf(body), isOfFund: false }
}

type Shelf = { readonly members: Map<string, Member>; fund: Fund | undefined }
type Sealed = { readonly id: EntryId; readonly on: LocalDate }

const after = (
  members: ReadonlyMap<string, Member>,
  body: PeopleBody,
  { elections, ...sealed }: Sealed & { readonly elections: Fund['elections'] },
): readonly Member[] => {
  const { on } = sealed
  const known = { on, elections: elections ?? [] }
  switch (body.type) {
    case 'MemberAdmitted':
      return [memberAdmitted(body, on)]
    case 'MemberChanged':
    case 'DeathRecorded':
    case 'MemberCorrected':
      return [memberAfterFact(members.get(body.memberId)!, body, sealed)]
    case 'HouseholdRecorded':
      return body.memberIds.map((id) => memberPlaced(members.get(id)!, body, sealed))
    case 'OfficerAppointed':
      return membersAfterAppointing(members, body, known)
    case 'OfficersElected':
      return membersAfterElection(members.values(), body, known)
    case 'OfficeEnded':
      return [memberAfterEnding(members.get(body.memberId)!, body, known)]
    case 'OfficeHandedOver':
      return []
  }
}

const fundAfter = (fund: Fund, body: PeopleBody, sealed: Sealed): Fund => {
  if (body.type === 'OfficersElected')
    return { ...fund, elections: heldAfter(fund.elections ?? [], body, sealed.on) }
  if (body.type === 'OfficeHandedOver')
    return { ...fund, handOvers: [...(fund.handOvers ?? []), handOverOf(body, sealed)] }
  return fund
}

/** Takes in what an entry says of people, in place. */
export const takeInPeople = (shelf: Shelf, body: PeopleBody, sealed: Sealed): void => {
  const fund = fundAfter(shelf.fund!, body, sealed)
  shelf.fund = fund
  for (const member of after(shelf.members, body, { ...sealed, elections: fund.elections }))
    shelf.members.set(member.memberId, member)
}

/** The people as they were before an entry about them that is taken back. */
export const takeBackPeople = (
  members: Map<string, Member>,
  memberIds: readonly string[],
  id: EntryId,
): void => {
  for (const memberId of memberIds) {
    const member = members.get(memberId)!
    const { life, placements } = member
    const without = <Fact extends { readonly id: EntryId }>(facts: readonly Fact[]): Fact[] =>
      facts.filter((fact) => fact.id !== id)
    members.set(memberId, {
      ...member,
      ...(life === undefined ? {} : { life: without(life) }),
      ...(placements === undefined ? {} : { placements: without(placements) }),
    })
  }
}
