import type { Person } from '#domain/access/person.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { operations } from '#domain/operations/all.ts'
import { networkOperations } from '#domain/operations/network.ts'
import type { SessionRow } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import type { IdentityNeeds } from '#src/app/identity/identity.ts'
import { isSteppedUp } from '#src/app/identity/sessions.ts'

type Sent = Command | NetworkCommand

/** Decisions that change who may do what, or the rules themselves: the secret is asked again for them. */
export const powerful: readonly Sent['type'][] = [...operations, ...networkOperations.list]
  .filter(({ changesPower }) => changesPower)
  .map(({ command }) => command)

type Caller = { readonly session: SessionRow; readonly person: Person }

/** Nobody gives a task, a training or a duty to the own login. */
const ofOneself: readonly Sent['type'][] = [
  'AppointStaff',
  'AssignStaff',
  'RecordTraining',
  'GiveDuty',
]

const isOneself = ({ session, person }: Caller, journalId: string, command: Sent): boolean => {
  if (ofOneself.includes(command.type))
    return 'userId' in command && command.userId === session.userId
  return (
    command.type === 'AppointOfficer' &&
    person.memberOf.some(
      ({ fundId, memberId }) => fundId === journalId && memberId === command.memberId,
    )
  )
}

/**
 * Why a command that a role allows is still not taken from this caller: nobody appoints himself, nobody
 * is a member of a fund and staff of its network by one login, and power asks for the secret again.
 */
export const powerRefusal =
  (needs: IdentityNeeds, caller: Caller, journalId: string) =>
  async (command: Sent): Promise<string | undefined> => {
    if (!powerful.includes(command.type)) return undefined
    if (!isSteppedUp(needs, caller.session)) return 'step-up-needed'
    if (isOneself(caller, journalId, command)) return 'not-oneself'
    if (command.type !== 'AppointStaff') return undefined
    const memberships = await needs.store.memberships(caller.session.networkId, command.userId)
    return memberships.length > 0 ? 'member-of-a-fund' : undefined
  }
