import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Role, type StaffRole, rolesOfMember } from '#domain/access/roles.ts'
import { type Action, type Scope, scopeFor } from '#domain/access/table.ts'
import { type AuditorAccess, mayAudit } from '#domain/fund/auditors.ts'
import type { Member } from '#domain/fund/people/members.ts'

/** Somebody signed in, as far as rights go: whose member, and what to which network on the day. */
export type Person = {
  readonly networkId: string
  /** Funds that the person is a member of, by card or by login. */
  readonly memberOf: readonly { readonly fundId: string; readonly memberId: string }[]
  readonly staffRoles: readonly StaffRole[]
  /** Funds that the network has put the person to work on. */
  readonly assignedTo: readonly string[]
  /** Came by a printed card: sees as a household member, whatever offices the member holds. */
  readonly isByCard: boolean
}

/** What of a fund decides who its people are. */
export type FundDoor = {
  readonly fundId: string
  readonly auditors: readonly AuditorAccess[] | undefined
  /** The person's own row, where the person is a member. */
  readonly member: Member | undefined
}

/**
 * What a person is to a fund on a day. Empty means: as if the fund did not exist. An auditor needs
 * both: the fund let the network in, and the network put this auditor to work on the fund.
 */
export const rolesInFund = (person: Person, door: FundDoor, day: LocalDate): readonly Role[] => {
  const isMember = person.memberOf.some(
    ({ fundId, memberId }) => fundId === door.fundId && memberId === door.member?.memberId,
  )
  const memberRoles = isMember && door.member ? rolesOfMember(door.member, day) : []
  const isAuditor =
    person.staffRoles.includes('auditor') &&
    person.assignedTo.includes(door.fundId) &&
    mayAudit(door.auditors, person.networkId, day)
  return [
    ...(person.isByCard ? memberRoles.slice(0, 1) : memberRoles),
    ...(isAuditor ? (['auditor'] as const) : []),
  ]
}

/** What a person is to a network. */
export const rolesInNetwork = (person: Person, networkId: string): readonly Role[] =>
  person.networkId === networkId && !person.isByCard ? person.staffRoles : []

/** How far a person may go with an action where these roles are held; `none` of them: not found. */
export const rightTo = (action: Action, held: readonly Role[]): Scope | 'not-found' =>
  held.length === 0 ? 'not-found' : scopeFor(action, held)
