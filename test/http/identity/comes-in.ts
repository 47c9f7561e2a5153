import { type Role, isStaffRole } from '#domain/access/roles.ts'
import type { Office } from '#domain/fund/people/tenures.ts'
import type { User } from '#domain/ports.ts'
import { loginKeyOf } from '#src/app/identity/identity.ts'
import { openSession } from '#src/app/identity/sessions.ts'
import { addUser, setSecret } from '#src/app/identity/users.ts'
import { doors } from '#src/app/practice/practice-people.ts'
import { type Desk, loginOf, secretOf } from '#test/http/identity/desk.ts'
import { memberWithoutLogin } from '#test/http/identity/further-officer.ts'
import type { Word } from '#test/http/identity/thief-acts.ts'

const by = { actor: 'test', device: 'test' } as const

const officeOf: Readonly<Partial<Record<Role, Office>>> = {
  'box-keeper': 'box-keeper',
  counter: 'counter',
  'committee-member': 'committee',
  'key-holder': 'key-holder',
}

/** Somebody who holds a role that has no door in the practice fund: a member of that office, or one of the staff. */
const newcomer = async ({ needs, networkId, fundId }: Desk, role: Role): Promise<User> => {
  const user = await addUser(needs, { networkId, login: loginOf(role) })
  if ('code' in user) throw new Error(user.code)
  const { userId } = user
  const command = { id: needs.ids(), v: 1 as const, effectiveOn: needs.today() }
  if (isStaffRole(role)) {
    const appoint = { ...command, type: 'AppointStaff' as const, userId, role, until: '2026-12-31' }
    await needs.recordNetwork(networkId, [appoint], by)
    return user
  }
  const memberId = await memberWithoutLogin({ needs, networkId, fundId })
  await needs.store.keepMembership({ networkId, userId, fundId, memberId })
  const office = officeOf[role]!
  await needs.record(fundId, [{ ...command, type: 'AppointOfficer', memberId, office }], by)
  return user
}

/** Signs somebody of any role in, with the secret given just now and the own word. */
export const comesIn = async (
  its: Desk,
  role: Role,
): Promise<{ readonly token: string; readonly word: Word }> => {
  const { needs, networkId, deviceId, as } = its
  const word = { login: loginOf(role), secret: secretOf(role) }
  const door = doors.find((one) => one === role)
  if (door) return { token: await as(door), word }
  if (role === 'household-member') return { token: await as('household'), word }
  const known = await needs.store.userByLogin(networkId, loginKeyOf(loginOf(role)))
  const user = known ?? (await newcomer(its, role))
  if (!known) await setSecret(needs, user, secretOf(role))
  const whose = { userId: user.userId }
  const { token } = await openSession(needs, { networkId, deviceId, whose })
  return { token, word }
}
