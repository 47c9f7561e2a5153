import type { Action } from '#domain/access/actions.ts'
import type { Person } from '#domain/access/person.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { NetworkCommand } from '#domain/network.ts'
import {
  priceOperations,
  registerOperations,
  warningOperations,
  watchOperations,
} from '#domain/operations/network.ts'
import { givenRolesIn } from '#src/app/identity/given.ts'

/*
 * A recruiter may be an officer of a fund. So whoever has power over money reads no rulings on agencies and no register of
 * recruiters, and neither enters, checks nor rules, by whatever post of the network and by whatever way (ADR 174).
 */

const apart: readonly Action[] = [
  'read-watch',
  'read-register',
  // Each entry of it says when reports were checked, and what stands in the register.
  'read-network-journal',
  ...[
    ...watchOperations.list,
    ...registerOperations.list,
    ...warningOperations.list,
    ...priceOperations.list,
  ].map(({ command }) => command),
]

/** Whether something of the network is shut to whoever holds an office in a fund. */
export const isApartFromOffice = (action: Action): boolean => apart.includes(action)

/** Whether a line of the network's log says that somebody looked after reports on agencies: it is told to no officer. */
export const isOfWatch = (action: string): boolean =>
  action === 'triage-reports' || apart.some((one) => one === action)

/** Funds in which somebody holds an office on a day, by what their journals have given. */
export const officesHeldBy = async (
  needs: Parameters<typeof givenRolesIn>[0],
  { person, day }: { readonly person: Person; readonly day: LocalDate },
): Promise<readonly string[]> => {
  const found: string[] = []
  for (const { fundId } of person.memberOf) {
    const held = await givenRolesIn(needs, { person, fundId, day })
    if (held.some((role) => role !== 'household-member' && role !== 'auditor')) found.push(fundId)
  }
  return found
}

/** Why a command to the network is not taken from whoever holds an office in a fund. */
export const officeRefusal =
  (
    needs: Parameters<typeof officesHeldBy>[0],
    whose: { readonly person: Person; readonly day: LocalDate },
  ) =>
  async ({ type }: NetworkCommand): Promise<'officer-of-a-fund' | undefined> =>
    isApartFromOffice(type) && (await officesHeldBy(needs, whose)).length > 0
      ? 'officer-of-a-fund'
      : undefined
