import type { LocalDate } from '#domain/kernel/dates.ts'
import { heldAfter, membersAfterElection } from '#domain/fund/people/elections.ts'
import type { Fund } from '#domain/fund/fund.ts'
import { handOverOf } from '#domain/fund/people/handing-over.ts'
import { memberPlaced } from '#domain/fund/people/household-facts.ts'
import { memberAfterFact } from '#domain/fund/people/member-facts.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { memberAfterEnding, membersAfterAppointing } from '#domain/fund/people/officers.ts'
import type { PeopleBody } from '#domain/fund/people-operations.ts'
import type { EntryId } from '#domain/ledger/entry.ts'

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

type State = { readonly members: Map<string, Member>; fund: Fund | undefined }
type Sealed = {
  readonly id: EntryId
  readonly on: LocalDate
  readonly recordedAt: string
  readonly isOfBook?: boolean
  readonly seq: number
}

const after = (
  members: ReadonlyMap<string, Member>,
  body: PeopleBody,
  { elections, ...sealed }: Sealed & { readonly elections: Fund['elections'] },
): readonly Member[] => {
  const { on } = sealed
  const known = { on, elections: elections ?? [] }
  switch (body.type) {
    case 'MemberAdmitted': {
      const { memberId, card, sex, povertyLevel, zone, isFormer } = body
      const admitted = { memberId, card, sex, povertyLevel, zone, isFormer, admittedOn: on }
      return [{ ...admitted, offices: [] }]
    }
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
export const takeInPeople = (state: State, body: PeopleBody, sealed: Sealed): void => {
  const fund = fundAfter(state.fund!, body, sealed)
  state.fund = fund
  for (const member of after(state.members, body, { ...sealed, elections: fund.elections }))
    state.members.set(member.memberId, member)
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
