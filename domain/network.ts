import type { Staff, Term } from '#domain/access/staff.ts'
import { type Decision, invalid, refused } from '#domain/kernel/decision.ts'
import { type LocalDate, isLocalDate } from '#domain/kernel/dates.ts'
import type { Sealed } from '#domain/ledger/entry.ts'
import { isKnownToAgreements, takeInAgreement } from '#domain/network/taking-in-agreements.ts'
import type { Network } from '#domain/network/state.ts'
import { isKnownToReleases, takeInRelease } from '#domain/network/taking-in-releases.ts'
import { isKnownToAudits, takeInAudit } from '#domain/network/taking-in-audits.ts'
import { isKnownToDirectory, takeInDirectory } from '#domain/network/taking-in-directory.ts'
import { isKnownToLinks, takeInLinks } from '#domain/network/taking-in-links.ts'
import { isKnownToWatch, takeInWatch } from '#domain/network/taking-in-watch.ts'
import {
  isKnownToRegister,
  isKnownToPrices,
  isKnownToRoads,
  takeInRegister,
  takeInPrice,
  takeInRoad,
} from '#domain/network/taking-in-register.ts'
import { isKnownToTraining, takeInTraining } from '#domain/network/taking-in-training.ts'
import { isKnownToWarnings, takeInWarning } from '#domain/network/taking-in-warnings.ts'
import { isKnownToPot, takeInPot } from '#domain/network/taking-in-pot.ts'
import {
  type AgreementBody,
  type AuditBody,
  type NetworkBody,
  type NetworkCommand,
  type RegisterBody,
  type PriceBody,
  type RoadBody,
  type WarningBody,
  figureOperations,
  networkOperations,
  trainingOperations,
  watchOperations,
} from '#domain/operations/network.ts'

export {
  type Staff,
  type Term,
  holdsOn,
  isAssignedOn,
  isDecidingRole,
  isOfDecidingStaff,
  staffRolesOn,
} from '#domain/access/staff.ts'
export { type Network, type NetworkFund, emptyNetwork } from '#domain/network/state.ts'
export type {
  AgreementBody,
  AuditBody,
  AuditCommand,
  NetworkBody,
  NetworkCommand,
} from '#domain/operations/network.ts'

export type NetworkEntry = Sealed<NetworkBody>

/** Reads the network, never changes it. All but money of the pot that moved is a decision, and can be refused. */
export const decideNetwork = (
  network: Network,
  command: NetworkCommand,
): Decision<NetworkBody, string> => {
  const { effectiveOn: on } = command
  if (!isLocalDate(on)) return invalid('date-impossible', '/effectiveOn')
  if (command.type !== 'FoundNetwork') {
    if (network.foundedOn === undefined) return refused('network-not-founded')
    if (on < network.foundedOn) return invalid('before-the-network-began', '/effectiveOn')
  }
  return networkOperations.isCommand(command)
    ? networkOperations.decide(network, command)
    : invalid('type-unknown', '/type')
}

type AboutStaff = Extract<
  NetworkBody,
  { readonly type: 'StaffAppointed' | 'StaffDismissed' | 'StaffAssigned' | 'AssignmentEnded' }
>

/** Entries whose room takes them in itself, by the beginning of their names. */
const isOfAudits = (body: NetworkBody): body is AuditBody => body.type.startsWith('Audit')
const isOfAgreements = (body: NetworkBody): body is AgreementBody =>
  body.type.startsWith('Agreement')
const isOfRegister = (body: NetworkBody): body is RegisterBody => body.type.startsWith('Party')
const isOfRoads = (body: NetworkBody): body is RoadBody => body.type.startsWith('Route')
const isOfWarnings = (body: NetworkBody): body is WarningBody => body.type.startsWith('Warning')
const isOfPrices = (body: NetworkBody): body is PriceBody => body.type.startsWith('TransferPrice')

/** A right as it is once it was ended on a day; of two endings the earlier one counts. */
const ended = <T extends Term>(term: T, on: LocalDate): T =>
  on <= term.until && (term.endedOn === undefined || on < term.endedOn)
    ? { ...term, endedOn: on }
    : term

const staffAfter = (before: Staff | undefined, body: AboutStaff, on: LocalDate): Staff => {
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
  if (isOfAudits(body)) return isKnownToAudits(network, body)
  if (isOfAgreements(body)) return isKnownToAgreements(network, body)
  if (watchOperations.isBody(body)) return isKnownToWatch(network, body)
  if (isOfRegister(body)) return isKnownToRegister(network, body)
  if (isOfRoads(body)) return isKnownToRoads(network, body)
  if (trainingOperations.isBody(body)) return isKnownToTraining(network, body)
  if (isOfWarnings(body)) return isKnownToWarnings(network, body)
  if (figureOperations.isBody(body)) return isKnownToReleases(network, body)
  if (isOfPrices(body)) return isKnownToPrices(network, body)
  switch (body.type) {
    case 'FundJoined':
    case 'StaffAppointed':
    case 'StaffDismissed':
    case 'AssignmentEnded':
      return true
    case 'StaffAssigned':
    case 'FundPlaced':
    case 'FundWitnessed':
      return network.funds.has(body.fundId)
    case 'NumberProposed':
    case 'NumberChecked':
    case 'NumberWithdrawn':
    case 'ServiceProposed':
    case 'ServiceChecked':
    case 'ServiceWithdrawn':
    case 'CheckDaysSet':
      return isKnownToDirectory(network, body)
    case 'LinkSet':
    case 'SignInLinked':
    case 'LinkEnded':
      return isKnownToLinks(network, body)
    default:
      return isKnownToPot(network.pot, body)
  }
}

/** Takes in what an entry of the network says. Works in place on the network it owns. */
export const evolveNetwork = (network: Network, entry: NetworkEntry): void => {
  const { body, effectiveOn: on, id, seq, hash, recordedBy: by } = entry
  const writtenOn = entry.recordedAt.slice(0, 10)
  if (isOfAudits(body)) return takeInAudit(network, body, { by, on, hash, writtenOn })
  if (isOfAgreements(body)) return takeInAgreement(network, body, on)
  if (watchOperations.isBody(body)) return takeInWatch(network, body, { by, on, writtenOn, seq })
  if (isOfRegister(body)) return takeInRegister(network, body, { by, on, writtenOn, seq })
  if (isOfRoads(body)) return takeInRoad(network, body, { by, on })
  if (trainingOperations.isBody(body))
    return takeInTraining(network, body, { by, on, writtenOn, seq })
  if (isOfWarnings(body)) return takeInWarning(network, body, { by, on, writtenOn })
  if (figureOperations.isBody(body)) return takeInRelease(network, body, { by, on, seq })
  if (isOfPrices(body)) return takeInPrice(network, body, { by, on })
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
    case 'FundPlaced': {
      const { fundId, district } = body
      network.funds.set(fundId, { ...network.funds.get(fundId)!, district })
      return
    }
    case 'StaffAppointed':
    case 'StaffDismissed':
    case 'StaffAssigned':
    case 'AssignmentEnded':
      network.staff.set(body.userId, staffAfter(network.staff.get(body.userId), body, on))
      return
    case 'NumberProposed':
    case 'NumberChecked':
    case 'NumberWithdrawn':
    case 'ServiceProposed':
    case 'ServiceChecked':
    case 'ServiceWithdrawn':
    case 'CheckDaysSet':
      takeInDirectory(network, body, { by, on })
      return
    case 'LinkSet':
    case 'SignInLinked':
    case 'LinkEnded':
      takeInLinks(network, body, { by: entry.recordedBy, on, seq })
      return
    default:
      takeInPot(network.pot, body, { id, seq, on })
  }
}
