import { invalid, refused } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { described, id, optional } from '#domain/kernel/shape.ts'
import { type Member, isActingOn } from '#domain/fund/people/members.ts'

/** The second officer of an act of two; left out only where the fund has nobody else. */
export const secondOfficer = described(
  optional(id('member')),
  'The second officer, who stands behind it with `approvals`. Needed, but where an officer who is left alone appoints another',
)

/**
 * The officer who stands behind what another one writes down. Nobody is named in entries that were written
 * before a second one was asked for, and where a book is brought in or a fund founded, whole.
 */
type Seconded = { readonly confirmedBy?: string }

type Named = Seconded & { readonly effectiveOn: LocalDate }

/** Why whoever is named cannot stand behind it; undefined where somebody can, or nobody is named. */
export const secondFault = (
  members: ReadonlyMap<string, Member>,
  { confirmedBy, effectiveOn: on }: Named,
  concerned?: string,
) => {
  if (confirmedBy === undefined) return undefined
  const second = members.get(confirmedBy)
  if (!second) return invalid('member-unknown', '/confirmedBy')
  return confirmedBy !== concerned && isActingOn(second, on)
    ? undefined
    : refused('approver-not-an-officer')
}

/** Whoever stands behind what is given up for a member: herself, or a second officer. */
export const ownWordOrSecond = {
  approvedBy: described(
    optional(id('member')),
    'Who stands behind it: the member whose matter it is, or a second officer, whose secret goes with it under `approvals`. Without either it is taken and stays as a finding',
  ),
}

/** Why whoever is named cannot stand behind it. */
export const ownWordFault = (
  members: ReadonlyMap<string, Member>,
  { approvedBy, effectiveOn }: { readonly approvedBy?: string; readonly effectiveOn: LocalDate },
  memberId: string,
) =>
  approvedBy === undefined || approvedBy === memberId
    ? undefined
    : secondFault(members, { confirmedBy: approvedBy, effectiveOn })
