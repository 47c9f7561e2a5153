import { type LocalDate, daysBetween } from '#domain/kernel/dates.ts'
import { type Decision, invalid, refused } from '#domain/kernel/decision.ts'
import { day, described, optional, uuid, word } from '#domain/kernel/shape.ts'
import { staffRoles } from '#domain/access/roles.ts'
import { holdsOn, isAssignedOn, staffRolesOn } from '#domain/access/staff.ts'
import { accessDaysMax } from '#domain/fund/auditors.ts'
import { type Network, mayDecide } from '#domain/network/state.ts'
import { administrator } from '#domain/operations/may.ts'
import { type BodyOf, asSaid, networkOperation } from '#domain/operations/operation.ts'

const userId = uuid('user')
const fundId = uuid('fund')
const role = word(staffRoles, 'role-unknown')
/** Nobody where there was none, or before it was asked for. */
const approvedBy = described(
  optional(userId),
  'Another administrator or case supervisor, who stands behind it with `approvals`. Needed where there is one, or was until a week ago',
)

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
const givingFault = (network: Network, given: Given) => {
  const fault = termFault(given)
  if (fault) return fault
  const { approvedBy: approver, effectiveOn } = given
  return approver === undefined || mayDecide(network, approver, effectiveOn)
    ? undefined
    : refused('not-of-the-deciding-staff')
}

/** Somebody must be left who can let others in; whoever is to go later is not one who is left. */
const isLastAdministrator = (network: Network, who: string, on: LocalDate): boolean =>
  ![...network.staff.values()].some(
    (staff) =>
      staff.userId !== who &&
      staff.appointments.some(
        (term) => term.role === 'administrator' && holdsOn(term, on) && term.endedOn === undefined,
      ),
  )

const byTwo = {
  may: administrator,
  second: (command: { readonly approvedBy?: string }) => command.approvedBy,
}
const byOne = { may: administrator, second: 'none' } as const
const aboutStaff = (entry: { readonly userId: string }) =>
  [{ kind: 'staff', key: entry.userId }] as const

export const appointStaff = networkOperation({
  ...byTwo,
  command: 'AppointStaff',
  entry: 'StaffAppointed',
  oneHand: 'power',
  changesPower: true,
  asks: { userId, role, until: day, approvedBy },
  keeps: ['userId', 'role', 'until', 'approvedBy'],
  decide: (network: Network, command) => givingFault(network, command) ?? asSaid,
  about: aboutStaff,
})

export const dismissStaff = networkOperation({
  ...byOne,
  command: 'DismissStaff',
  entry: 'StaffDismissed',
  oneHand: 'power',
  changesPower: true,
  asks: { userId, role },
  keeps: ['userId', 'role'],
  decide: (network: Network, { userId: who, role: held, effectiveOn: on }) => {
    if (!staffRolesOn(network.staff.get(who), on).includes(held)) return refused('not-appointed')
    if (held === 'administrator' && isLastAdministrator(network, who, on))
      return refused('last-administrator')
    return asSaid
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
  ...byOne,
  command: 'EndAssignment',
  entry: 'AssignmentEnded',
  oneHand: 'power',
  changesPower: true,
  asks: { userId, fundId },
  keeps: ['userId', 'fundId'],
  decide: ({ staff }: Network, { userId: who, fundId: fund, effectiveOn: on }) =>
    isAssignedOn(staff.get(who), fund, on) ? asSaid : refused('not-assigned'),
  about: aboutStaff,
})
