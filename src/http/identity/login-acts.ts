import { staffRolesOn } from '#domain/network.ts'
import type { Membership, User } from '#domain/ports.ts'
import { resetUser } from '#src/app/identity/first-secret.ts'
import { noteHands } from '#src/app/identity/hands.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { makeKey } from '#src/app/identity/one-time-keys.ts'
import { addUser } from '#src/app/identity/users.ts'
import type { HttpContext } from '#src/http/env.ts'
import { noteBy } from '#src/http/identity/answers.ts'
import type { PersonKey } from '#src/http/identity/user-acts.ts'

/** Both officers stand in the fund's log, and as hands in the login. */
const noteBoth = async (
  context: HttpContext,
  {
    subject,
    userId,
    second,
  }: { readonly subject: string; readonly userId: string; readonly second: string },
): Promise<void> => {
  const caller = context.get('caller')!
  const { networkId } = caller.session
  const { actor: own, device } = caller.by
  await noteHands(
    context.get('needs'),
    { networkId, userId },
    { action: 'give-secret', by: own, second, device },
  )
  const { fundId } = context.get('fund')
  for (const actor of [own, second]) {
    const by = { ...caller.by, actor }
    const what = { scope: fundId, action: 'manage-logins', outcome: 'done' } as const
    await noteBy(context, { ...caller, by }, { ...what, subject })
  }
}

/** Gives a member a login; the second officer has vouched for it, and draws the other half. */
export const giveLogin = async (
  context: HttpContext,
  {
    memberId,
    login,
    second,
  }: { readonly memberId: string; readonly login: string; readonly second: string },
): Promise<PersonKey | { readonly code: 'login-taken' | 'login-not-a-name' }> => {
  const needs = context.get('needs')
  const { fundId } = context.get('fund')
  const { networkId } = context.get('caller')!.session
  const user = await addUser(needs, { networkId, login })
  if ('code' in user) return user
  const { userId } = user
  await needs.store.keepMembership({ networkId, userId, fundId, memberId })
  await noteBoth(context, { subject: `member:${memberId}`, userId, second })
  const madeBy = context.get('caller')!.by.actor
  const key = await makeKey(needs, { networkId, purpose: 'by-two', userId, madeBy })
  return { userId, key }
}

export type LoginOfMember = { readonly membership: Membership; readonly user: User }

/** A login of a member of the fund; nobody where it is none, or none of this fund. */
export const loginOf = async (
  context: HttpContext,
  userId: string,
): Promise<LoginOfMember | undefined> => {
  const { store } = context.get('needs')
  const { networkId } = context.get('caller')!.session
  const all = await store.membershipsOfFund(networkId, context.get('fund').fundId)
  const membership = all.find((one) => one.userId === userId)
  const user = membership && (await store.user(networkId, userId))
  return membership && user && { membership, user }
}

/** Whether a login opens the network's desks too: two officers of one fund must not get those by a reset. */
export const isOfStaff = async (context: HttpContext, userId: string): Promise<boolean> => {
  const { store, today } = context.get('needs')
  const network = await networkBookOf(store, context.get('caller')!.session.networkId)
  const staff = network?.staff.find((found) => found.userId === userId)
  return staffRolesOn(staff, today()).length > 0
}

/** Takes a member's secret away; the second officer has vouched for it. */
export const resetLogin = async (
  context: HttpContext,
  { membership: { memberId }, user }: LoginOfMember,
  second: string,
): Promise<PersonKey> => {
  await noteBoth(context, { subject: `member:${memberId}`, userId: user.userId, second })
  const by = context.get('caller')!.by.actor
  const key = await resetUser(context.get('needs'), { user, by, isByTwo: true })
  return { userId: user.userId, key }
}
