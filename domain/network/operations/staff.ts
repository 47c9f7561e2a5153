import { type LocalDate, daysBetween } from '#domain/kernel/dates.ts'
import { type Decision, invalid, refused } from '#domain/kernel/decision.ts'
import { day, uuid, word } from '#domain/kernel/shape.ts'
import { staffRoles } from '#domain/access/roles.ts'
import { holdsOn, isAssignedOn, staffRolesOn } from '#domain/access/staff.ts'
import { accessDaysMax } from '#domain/fund/auditors.ts'
import { approvedBy, approverFault, approverOf } from '#domain/network/second.ts'
import type { Network } from '#domain/network/state.ts'
import { administrator } from '#domain/operations/may.ts'
import { type BodyOf, asSaid, networkOperation } from '#domain/operations/operation.ts'

const userId = uuid('user')
const fundId = uuid('fund')
const role = word(staffRoles, 'role-unknown')
type Given = {
  readonly effectiveOn: LocalDate
  readonly until: LocalDate
  readonly approvedBy?: string
}

const termFault = ({ effectiveOn: from, until }: Given): Decision<never, never> | undefined => {
  if (until < from) return invalid('ends-before-it-begins', '/until')
  return daysBetween(from, until) > accessDaysMax
    ? invalid('longer-than-a-year', '/until')
    : undefined
}

/** Why a right cannot be given: its days, or whoever stands behind it. */
const givingFault = (network: Network, given: Given) =>
  termFault(given) ?? approverFault(network, given)

/** Somebody must be left who can let others in; whoever is to go later is not one who is left. */
const isLastAdministrator = (network: Network, who: string, on: LocalDate): boolean =>
  ![...network.staff.values()].some(
    (staff) =>
      staff.userId !== who &&
      staff.appointments.some(
        (term) => term.role === 'administrator' && holdsOn(term, on) && term.endedOn === undefined,
      ),
  )

const byTwo = { may: administrator, second: approverOf } as const
const aboutStaff = (entry: { readonly userId: string }) =>
  [{ kind: 'staff', key: entry.userId }] as const

export const appointStaff = networkOperation({
  ...byTwo,
  command: 'AppointStaff',
  entry: 'StaffAppointed',
  oneHand: 'power',
  changesPower: true,
  description:
    'A reviewer reads what every network of the service has checked, so that one person alone lets none in, also where there is no other one: `reviewer-by-one-word`.',
  asks: { userId, role, until: day, approvedBy },
  keeps: ['userId', 'role', 'until', 'approvedBy'],
  decide: (network: Network, command) =>
    command.role === 'watchdog-reviewer' && command.approvedBy === undefined
      ? refused('reviewer-by-one-word')
      : (givingFault(network, command) ?? asSaid),
  about: aboutStaff,
})

export const dismissStaff = networkOperation({
  ...byTwo,
  command: 'DismissStaff',
  entry: 'StaffDismissed',
  oneHand: 'power',
  changesPower: true,
  asks: { userId, role, approvedBy },
  keeps: ['userId', 'role', 'approvedBy'],
  decide: (network: Network, command) => {
    const { userId: who, role: held, effectiveOn: on } = command
    if (!staffRolesOn(network.staff.get(who), on).includes(held)) return refused('not-appointed')
    if (held === 'administrator' && isLastAdministrator(network, who, on))
      return refused('last-administrator')
    return approverFault(network, command) ?? asSaid
  },
  about: aboutStaff,
})

export type StaffDismissed = BodyOf<typeof dismissStaff>

/** An auditor is put to work on a fund. */
export const assignStaff = networkOperation({
  ...byTwo,
  command: 'AssignStaff',
  entry: 'StaffAssigned',
  oneHand: 'power',
  changesPower: true,
  asks: { userId, fundId, until: day, approvedBy },
  keeps: ['userId', 'fundId', 'until', 'approvedBy'],
  decide: (network: Network, command) => {
    const fault = givingFault(network, command)
    if (fault) return fault
    if (!network.funds.has(command.fundId)) return refused('fund-not-in-network')
    const roles = staffRolesOn(network.staff.get(command.userId), command.effectiveOn)
    return roles.includes('auditor') ? asSaid : refused('not-an-auditor')
  },
  about: aboutStaff,
})

export const endAssignment = networkOperation({
  ...byTwo,
  command: 'EndAssignment',
  entry: 'AssignmentEnded',
  oneHand: 'power',
  changesPower: true,
  asks: { userId, fundId, approvedBy },
  keeps: ['userId', 'fundId', 'approvedBy'],
  decide: (network: Network, command) => {
    const { userId: who, fundId: fund, effectiveOn: on } = command
    return isAssignedOn(network.staff.get(who), fund, on)
      ? (approverFault(network, command) ?? asSaid)
      : refused('not-assigned')
  },
  about: aboutStaff,
})
