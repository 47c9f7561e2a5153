import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Person, rolesInFund, rolesInNetwork } from '#domain/access/person.ts'
import type { Role } from '#domain/access/roles.ts'
import { isAssignedOn, staffRolesOn } from '#domain/access/staff.ts'
import type { Network } from '#domain/network.ts'
import type { Village } from '#domain/village.ts'

/** What whoever writes without the right to is told, by the table or by the journal. */
export const notTheirsCode = 'not-yours-to-do'

/**
 * Who writes, and what the views say that the writer holds. Views are rows that whoever can write the file can change for
 * a moment; offices and posts are given in journals, so that nothing is recorded by an office that the journal does not know.
 */
export type Standing = {
  readonly person: Person
  readonly userId: string | undefined
  readonly held: readonly Role[]
  readonly day: LocalDate
}

/** Who asks, on which device, and by what right: from the session, never from a command's body. */
export type Session = {
  readonly actor: string
  readonly device: string
  /** Held against the journal where somebody writes by an office or a post. */
  readonly standing?: Standing
}

const areAll = (held: readonly Role[], inJournal: readonly Role[]): boolean =>
  held.every((role) => inJournal.includes(role))

/** Whether the journal of a fund gives whatever the views gave; what staff are, the network's journal tells. */
export const standsInFund = (
  { members, fund }: Village,
  fundId: string,
  { person, held, day }: Standing,
): boolean => {
  const own = person.memberOf.find((one) => one.fundId === fundId)
  const member = own && members.get(own.memberId)
  return areAll(held, rolesInFund(person, { fundId, auditors: fund?.auditors, member }, day))
}

/** The same for a network, whose staff its journal appoints and puts to work on funds. */
export const standsInNetwork = (
  { staff }: Network,
  networkId: string,
  { person, userId, held, day }: Standing,
): boolean => {
  const own = userId === undefined ? undefined : staff.get(userId)
  const isAtWork = person.assignedTo.every((fundId) => isAssignedOn(own, fundId, day))
  const staffRoles = staffRolesOn(own, day)
  return isAtWork && areAll(held, rolesInNetwork({ ...person, staffRoles }, networkId))
}
