import { type FundWitnessed, type WitnessFund, witnessFund } from '#domain/fund/witnessing.ts'
import { type StaffRole, isStaffRole } from '#domain/access/roles.ts'
import { type Staff, type Term, holdsOn, isAssignedOn, staffRolesOn } from '#domain/access/staff.ts'
import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type LocalDate, daysBetween, isLocalDate } from '#domain/kernel/dates.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { accessDaysMax } from '#domain/fund/auditors.ts'
import {
  type Pot,
  type PotBody,
  emptyPot,
  isKnownToPot,
  isPotBody,
  takeInPot,
} from '#domain/grants/pot.ts'
import { type PotCommand, decidePot, isPotCommand } from '#domain/grants/pot-deciding.ts'
import type { Envelope, Sealed } from '#domain/ledger/entry.ts'

export { type Staff, type Term, holdsOn, isAssignedOn, staffRolesOn } from '#domain/access/staff.ts'

type Plain<Type extends string> = {
  readonly type: Type
  readonly v: 1
  readonly flags: readonly never[]
  readonly postings: readonly never[]
}
type Appointment = { readonly userId: string; readonly role: StaffRole }
type Assignment = { readonly userId: string; readonly fundId: string }
type UntilDay = { readonly until: LocalDate }
/** Another one of the staff who stands behind it; nobody where there was none, or before it was asked for. */
type Approved = { readonly approvedBy?: string }

type NetworkFounded = Plain<'NetworkFounded'>
type FundJoined = Plain<'FundJoined'> & { readonly fundId: string }
type StaffAppointed = Plain<'StaffAppointed'> & Appointment & UntilDay & Approved
export type StaffDismissed = Plain<'StaffDismissed'> & Appointment
type StaffAssigned = Plain<'StaffAssigned'> & Assignment & UntilDay & Approved
type AssignmentEnded = Plain<'AssignmentEnded'> & Assignment

export type NetworkBody =
  | FundWitnessed
  | NetworkFounded
  | FundJoined
  | StaffAppointed
  | StaffDismissed
  | StaffAssigned
  | AssignmentEnded
  | PotBody

type FoundNetwork = Envelope & { readonly type: 'FoundNetwork' }
type JoinFund = Envelope & { readonly type: 'JoinFund'; readonly fundId: string }
type AppointStaff = Envelope & { readonly type: 'AppointStaff' } & Appointment & UntilDay & Approved
type DismissStaff = Envelope & { readonly type: 'DismissStaff' } & Appointment
type AssignStaff = Envelope & { readonly type: 'AssignStaff' } & Assignment & UntilDay & Approved
type EndAssignment = Envelope & { readonly type: 'EndAssignment' } & Assignment

export type NetworkCommand =
  | WitnessFund
  | FoundNetwork
  | JoinFund
  | AppointStaff
  | DismissStaff
  | AssignStaff
  | EndAssignment
  | PotCommand

export type NetworkEntry = Sealed<NetworkBody>

/** A fund of the network, and how far its book had come when the network last kept it. */
export type NetworkFund = {
  readonly fundId: string
  readonly joinedOn: LocalDate
  readonly witnessed?: Pick<FundWitnessed, 'seq' | 'hash' | 'entryId'> & { readonly on: LocalDate }
}

/** An NGO with its funds and staff, as the network's journal tells it. */
export type Network = {
  foundedOn: LocalDate | undefined
  readonly funds: Map<string, NetworkFund>
  readonly staff: Map<string, Staff>
  /** Donors' money that the network itself holds. */
  readonly pot: Pot
}

export const emptyNetwork = (): Network => ({
  foundedOn: undefined,
  funds: new Map(),
  staff: new Map(),
  pot: emptyPot(),
})

const plain = <Type extends string>(type: Type): Plain<Type> => ({
  type,
  v: 1,
  flags: [],
  postings: [],
})

const termFault = (from: LocalDate, until: LocalDate): string | undefined => {
  if (!isLocalDate(until)) return 'date-impossible'
  if (until < from) return 'ends-before-it-begins'
  return daysBetween(from, until) > accessDaysMax ? 'longer-than-a-year' : undefined
}

const idFault = (
  command: Exclude<NetworkCommand, PotCommand>,
): Decision<never, never> | undefined => {
  if ('userId' in command && !isUuid(command.userId)) return invalid('user-not-an-id', '/userId')
  if ('fundId' in command && !isUuid(command.fundId)) return invalid('fund-not-an-id', '/fundId')
  if ('until' in command) {
    const fault = termFault(command.effectiveOn, command.until)
    if (fault !== undefined) return invalid(fault, '/until')
  }
  return undefined
}

/** Somebody must be left who can let others in; whoever is to go later is not one who is left. */
const isLastAdministrator = (network: Network, userId: string, day: LocalDate): boolean =>
  ![...network.staff.values()].some(
    (staff) =>
      staff.userId !== userId &&
      staff.appointments.some(
        (term) => term.role === 'administrator' && holdsOn(term, day) && term.endedOn === undefined,
      ),
  )

const dismiss = (network: Network, command: DismissStaff): Decision<StaffDismissed, string> => {
  const { userId, role, effectiveOn: on } = command
  if (!isStaffRole(role)) return invalid('role-unknown', '/role')
  if (!staffRolesOn(network.staff.get(userId), on).includes(role)) return refused('not-appointed')
  if (role === 'administrator' && isLastAdministrator(network, userId, on))
    return refused('last-administrator')
  return recorded({ ...plain('StaffDismissed'), userId, role })
}

const assign = (network: Network, command: AssignStaff): Decision<StaffAssigned, string> => {
  const { userId, fundId, until, effectiveOn: on } = command
  if (!network.funds.has(fundId)) return refused('fund-not-in-network')
  if (!staffRolesOn(network.staff.get(userId), on).includes('auditor'))
    return refused('not-an-auditor')
  return recorded({ ...plain('StaffAssigned'), userId, fundId, until, ...approvedIn(command) })
}

/** Who of the staff may stand behind what is given of the pot. */
const deciding: readonly StaffRole[] = ['administrator', 'case-supervisor']

export const isDecidingRole = (role: StaffRole): boolean => deciding.includes(role)

export const isOfDecidingStaff = (staff: Staff | undefined, day: LocalDate): boolean =>
  staffRolesOn(staff, day).some(isDecidingRole)

const approvedIn = ({ approvedBy }: Approved): Approved =>
  approvedBy === undefined ? {} : { approvedBy }

const approverFault = (
  network: Network,
  command: Exclude<NetworkCommand, PotCommand>,
): Decision<never, 'not-of-the-deciding-staff'> | undefined => {
  const approvedBy = 'approvedBy' in command ? command.approvedBy : undefined
  if (approvedBy === undefined) return undefined
  return isOfDecidingStaff(network.staff.get(approvedBy), command.effectiveOn)
    ? undefined
    : refused('not-of-the-deciding-staff')
}

/** Reads the network, never changes it. All but money of the pot that moved is a decision, and can be refused. */
export const decideNetwork = (
  network: Network,
  command: NetworkCommand,
): Decision<NetworkBody, string> => {
  const { effectiveOn: on } = command
  if (!isLocalDate(on)) return invalid('date-impossible', '/effectiveOn')
  if (command.type === 'FoundNetwork')
    return network.foundedOn
      ? refused('network-already-founded')
      : recorded(plain('NetworkFounded'))
  if (network.foundedOn === undefined) return refused('network-not-founded')
  if (on < network.foundedOn) return invalid('before-the-network-began', '/effectiveOn')
  if (isPotCommand(command)) {
    const mayDecide = (userId: string): boolean => isOfDecidingStaff(network.staff.get(userId), on)
    return decidePot({ pot: network.pot, mayDecide }, command)
  }
  const fault = idFault(command) ?? approverFault(network, command)
  if (fault) return fault
  switch (command.type) {
    case 'JoinFund':
      return network.funds.has(command.fundId)
        ? refused('fund-already-joined')
        : recorded({ ...plain('FundJoined'), fundId: command.fundId })
    case 'WitnessFund':
      return witnessFund(network.funds.has(command.fundId), command)
    case 'AppointStaff': {
      const { userId, role, until } = command
      if (!isStaffRole(role)) return invalid('role-unknown', '/role')
      const appointed = { userId, role, until, ...approvedIn(command) }
      return recorded({ ...plain('StaffAppointed'), ...appointed })
    }
    case 'DismissStaff':
      return dismiss(network, command)
    case 'AssignStaff':
      return assign(network, command)
    case 'EndAssignment': {
      const { userId, fundId } = command
      return isAssignedOn(network.staff.get(userId), fundId, on)
        ? recorded({ ...plain('AssignmentEnded'), userId, fundId })
        : refused('not-assigned')
    }
  }
  return invalid('type-unknown', '/type')
}

/** A right as it is once it was ended on a day; of two endings the earlier one counts. */
const ended = <T extends Term>(term: T, on: LocalDate): T =>
  on <= term.until && (term.endedOn === undefined || on < term.endedOn)
    ? { ...term, endedOn: on }
    : term

const staffAfter = (
  before: Staff | undefined,
  body: StaffAppointed | StaffDismissed | StaffAssigned | AssignmentEnded,
  on: LocalDate,
): Staff => {
  const staff = before ?? { userId: body.userId, appointments: [], assignments: [] }
  switch (body.type) {
    case 'StaffAppointed': {
      const appointment = { role: body.role, from: on, until: body.until }
      return { ...staff, appointments: [...staff.appointments, appointment] }
    }
    case 'StaffDismissed':
      return {
        ...staff,
        appointments: staff.appointments.map((term) =>
          term.role === body.role ? ended(term, on) : term,
        ),
      }
    case 'StaffAssigned': {
      const assignment = { fundId: body.fundId, from: on, until: body.until }
      return { ...staff, assignments: [...staff.assignments, assignment] }
    }
    case 'AssignmentEnded':
      return {
        ...staff,
        assignments: staff.assignments.map((term) =>
          term.fundId === body.fundId ? ended(term, on) : term,
        ),
      }
  }
}

/** Whether what an entry names came before it. */
export const isKnownToNetwork = (network: Network, { body }: NetworkEntry): boolean => {
  if (body.type === 'NetworkFounded') return network.foundedOn === undefined
  if (network.foundedOn === undefined) return false
  if (isPotBody(body)) return isKnownToPot(network.pot, body)
  const isOfFund = body.type === 'StaffAssigned' || body.type === 'FundWitnessed'
  return !isOfFund || network.funds.has(body.fundId)
}

/** Takes in what an entry of the network says. Works in place on the network it owns. */
export const evolveNetwork = (network: Network, entry: NetworkEntry): void => {
  const { body, effectiveOn: on, id, seq } = entry
  if (isPotBody(body)) {
    takeInPot(network.pot, body, { id, seq, on })
    return
  }
  switch (body.type) {
    case 'NetworkFounded':
      network.foundedOn = on
      return
    case 'FundJoined':
      network.funds.set(body.fundId, { fundId: body.fundId, joinedOn: on })
      return
    case 'FundWitnessed': {
      const { fundId, seq, hash, entryId } = body
      const fund = network.funds.get(fundId)!
      network.funds.set(fundId, { ...fund, witnessed: { seq, hash, entryId, on } })
      return
    }
    case 'StaffAppointed':
    case 'StaffDismissed':
    case 'StaffAssigned':
    case 'AssignmentEnded':
      network.staff.set(body.userId, staffAfter(network.staff.get(body.userId), body, on))
      return
  }
}
