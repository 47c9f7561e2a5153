import { invalid, recorded } from '#domain/kernel/decision.ts'
import { type Said, described, id, list, optional, word } from '#domain/kernel/shape.ts'
import {
  type HouseholdChange,
  householdChanges,
  householdOn,
} from '#domain/fund/people/households.ts'
import { isOfficerOn } from '#domain/fund/people/members.ts'
import type { People } from '#domain/fund/people/people.ts'
import { secondFault } from '#domain/fund/second.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'

/** More than a fund has members. */
const membersMax = 2000

const asks = {
  householdId: id('household'),
  change: word(householdChanges, 'change-unknown'),
  /** Everybody who belongs to `householdId` by this: all of a new one, or those who come to it. */
  memberIds: list(id('member'), { min: 1, max: membersMax, tooShort: 'household-cannot-hold' }),
  /** The household that they leave; of a merger the one that ends. */
  leftId: optional(id('household')),
  confirmedBy: described(
    optional(id('member')),
    'The second officer, who stands behind it with `approvals`. Without one it is taken; of whoever holds an office it stays as a finding',
  ),
}

const isLeaving = (change: HouseholdChange): boolean => change === 'split' || change === 'merged'

const faultOf = ({ members }: People, command: Said<typeof asks>) => {
  const { change, memberIds, leftId, householdId } = command
  const stranger = memberIds.findIndex((memberId) => !members.has(memberId))
  if (stranger >= 0) return invalid('member-unknown', `/memberIds/${stranger}`)
  if (new Set(memberIds).size < memberIds.length)
    return invalid('household-cannot-hold', '/memberIds')
  const isLeftSaid = leftId !== undefined
  return isLeaving(change) !== isLeftSaid || leftId === householdId
    ? invalid('household-cannot-hold', '/leftId')
    : undefined
}

/**
 * Whether it takes somebody who holds an office, or anybody who lives with one, out of the household of before: who lives
 * together steps out of votes, so that one alone does not say it of those who vote.
 */
const movesOfficer = (
  { members }: People,
  { memberIds, householdId, effectiveOn: on }: Said<typeof asks> & { readonly effectiveOn: string },
): boolean => {
  const left = new Set(
    memberIds
      .map((memberId) => householdOn(members.get(memberId)!, on))
      .filter((before) => before !== undefined && before !== householdId),
  )
  return [...members.values()].some((one) => left.has(householdOn(one, on)) && isOfficerOn(one, on))
}

/** Who lives together, by opaque ids: formed, split, merged or joined, on the day on which it was so. */
export const recordHousehold = operation({
  command: 'RecordHousehold',
  entry: 'HouseholdRecorded',
  oneHand: 'power',
  asks,
  keeps: ['householdId', 'change', 'memberIds', 'leftId', 'confirmedBy'],
  may: recordKeeper,
  second: ({ confirmedBy }) => confirmedBy,
  isTakenAlone: true,
  minutes: 'tells-of-somebody',
  isReversible: true,
  decide: (now: People, command) => {
    const fault = faultOf(now, command)
    if (fault) return fault
    const { householdId, change, memberIds, leftId, confirmedBy, effectiveOn: on } = command
    const { members } = now
    const unseconded = secondFault(members, command)
    if (unseconded) return unseconded
    const isThere = [...members.values()].some((member) => householdOn(member, on) === householdId)
    const isNew = change === 'formed' || change === 'split'
    const areOfIt = memberIds.every((id) => householdOn(members.get(id)!, on) === leftId)
    return recorded({
      flags: flagsOf({
        'household-already-there': isNew && isThere,
        'household-not-there': !isNew && !isThere,
        'not-of-household': leftId !== undefined && !areOfIt,
        'by-one-word': confirmedBy === undefined && movesOfficer(now, command),
      }),
      postings: [],
    })
  },
  about: ({ memberIds }) => memberIds.map((key) => ({ kind: 'member', key })),
})
