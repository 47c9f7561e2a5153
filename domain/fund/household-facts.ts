import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  type HouseholdChange,
  householdChanges,
  householdOn,
  placementsWith,
} from '#domain/fund/households.ts'
import type { Member } from '#domain/fund/members.ts'
import type { EntryId, Envelope } from '#domain/ledger/entry.ts'

type HouseholdFlag = 'household-already-there' | 'household-not-there' | 'not-of-household'

type Told = {
  readonly householdId: string
  readonly change: HouseholdChange
  /** Everybody who belongs to `householdId` by this: all of a new one, or those who come to it. */
  readonly memberIds: readonly string[]
  /** The household that they leave; of a merger the one that ends. */
  readonly leftId?: string
}

export type HouseholdRecorded = Told & {
  readonly type: 'HouseholdRecorded'
  readonly v: 1
  readonly flags: readonly HouseholdFlag[]
  readonly postings: readonly never[]
}

/** Who lives together, by opaque ids: formed, split, merged or joined, on the day on which it was so. */
export type RecordHousehold = Envelope & Told & { readonly type: 'RecordHousehold' }

type Shelf = { readonly members: ReadonlyMap<string, Member> }

const isLeaving = (change: HouseholdChange): boolean => change === 'split' || change === 'merged'

const faultOf = ({ members }: Shelf, command: RecordHousehold) => {
  const { change, memberIds, leftId, householdId } = command
  if (!householdChanges.includes(change)) return { code: 'change-unknown', at: '/change' }
  const stranger = memberIds.findIndex((memberId) => !members.has(memberId))
  if (stranger >= 0) return { code: 'member-unknown', at: `/memberIds/${stranger}` }
  if (memberIds.length === 0 || new Set(memberIds).size < memberIds.length)
    return { code: 'household-cannot-hold', at: '/memberIds' }
  const isLeftSaid = leftId !== undefined
  if (isLeaving(change) !== isLeftSaid || leftId === householdId)
    return { code: 'household-cannot-hold', at: '/leftId' }
  return undefined
}

export const recordHousehold = (
  shelf: Shelf,
  command: RecordHousehold,
): Decision<HouseholdRecorded, never> => {
  const fault = faultOf(shelf, command)
  if (fault) return invalid(fault.code, fault.at)
  const { householdId, change, memberIds, leftId, effectiveOn: on } = command
  const isThere = [...shelf.members.values()].some(
    (member) => householdOn(member, on) === householdId,
  )
  const isNew = change === 'formed' || change === 'split'
  const areOfIt = memberIds.every((id) => householdOn(shelf.members.get(id)!, on) === leftId)
  return recorded({
    type: 'HouseholdRecorded',
    v: 1,
    householdId,
    change,
    memberIds,
    ...(leftId === undefined ? {} : { leftId }),
    flags: [
      ...(isNew && isThere ? (['household-already-there'] as const) : []),
      ...(isNew || isThere ? [] : (['household-not-there'] as const)),
      ...(leftId === undefined || areOfIt ? [] : (['not-of-household'] as const)),
    ],
    postings: [],
  })
}

/** A member who belongs to a household from a day on. */
export const memberPlaced = (
  member: Member,
  { householdId, change, leftId }: HouseholdRecorded,
  { id, on }: { readonly id: EntryId; readonly on: LocalDate },
): Member => ({
  ...member,
  placements: placementsWith(member.placements, {
    id,
    on,
    householdId,
    change,
    ...(leftId === undefined ? {} : { leftId }),
  }),
})
