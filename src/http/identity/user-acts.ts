import type { Member } from '#domain/fund/people/members.ts'
import type { User } from '#domain/ports.ts'
import { resetUser } from '#src/app/identity/first-secret.ts'
import { noteHands } from '#src/app/identity/hands.ts'
import { hasLogin, helpsItself, whoseMatter } from '#src/app/identity/fund-logins.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { makeKey } from '#src/app/identity/one-time-keys.ts'
import { addUser, setDisabled } from '#src/app/identity/users.ts'
import type { HttpContext } from '#src/http/env.ts'
import { noteBy } from '#src/http/identity/answers.ts'

/** A member as an administrator names one: by the fund and the number of the card. */
type MemberLink = { readonly fundId: string; readonly card: string }

type Linked = { readonly fundId: string; readonly memberId: string }
type NotLinked = {
  readonly code: 'fund-not-in-network' | 'card-unknown' | 'officers-must-add' | 'has-a-login'
}
export type NotAdded = NotLinked | { readonly code: 'login-taken' | 'login-not-a-name' }

/** The person whose key it is, and the key by which that person chooses a secret. It is told once. */
export type PersonKey = { readonly userId: string; readonly key: string }

/** The member who is to get a login, or why it may not be. */
const linkedMember = async (
  context: HttpContext,
  { fundId, card }: MemberLink,
): Promise<Linked | NotLinked> => {
  const { store, today } = context.get('needs')
  const { networkId } = context.get('network')
  const network = await networkBookOf(store, networkId)
  if (!network?.fundIds.includes(fundId)) return { code: 'fund-not-in-network' }
  const members = (await store.subjects(fundId)).filter(({ kind }) => kind === 'member')
  const member = members
    .map(({ data }) => JSON.parse(data) as Member)
    .find((found) => found.card === card)
  if (!member) return { code: 'card-unknown' }
  if (await helpsItself(store, { networkId, fundId, day: today() }))
    return { code: 'officers-must-add' }
  const { memberId } = member
  return (await hasLogin(store, { networkId, fundId, memberId }))
    ? { code: 'has-a-login' }
    : { fundId, memberId }
}

/** Why a member gets no login here; undefined where one may be made. */
export const linkFault = async (
  context: HttpContext,
  link: MemberLink | undefined,
): Promise<NotLinked | undefined> => {
  const linked = link && (await linkedMember(context, link))
  return linked && 'code' in linked ? linked : undefined
}

/** Written in the network's log, and in the log of each fund whose member it is: a fund sees who touches its people. */
const noteOn = async (
  context: HttpContext,
  action: 'manage-users' | 'reset',
  userId: string,
): Promise<void> => {
  const { networkId } = context.get('network')
  const { store } = context.get('needs')
  const caller = context.get('caller')!
  const outcome = 'done'
  await noteBy(context, caller, { scope: networkId, action, subject: `user:${userId}`, outcome })
  for (const { fundId, memberId } of await store.memberships(networkId, userId))
    await noteBy(context, caller, { scope: fundId, action, subject: `member:${memberId}`, outcome })
}

/** The administrator has a hand in what that person signs in with. */
const noteHand = (
  context: HttpContext,
  action: 'give-login' | 'give-secret',
  user: Pick<User, 'networkId' | 'userId'>,
  second?: string,
): Promise<void> => {
  const { actor: by, device } = context.get('caller')!.by
  return noteHands(context.get('needs'), user, { action, by, second, device })
}

/** Adds somebody who may sign in, as a member of a fund where one is named; a second one of the staff draws a half. */
export const addPerson = async (
  context: HttpContext,
  {
    login,
    link,
    second,
  }: {
    readonly login: string
    readonly link?: MemberLink | undefined
    readonly second: string | undefined
  },
): Promise<PersonKey | NotAdded> => {
  const needs = context.get('needs')
  const { networkId } = context.get('network')
  const member = link && (await linkedMember(context, link))
  if (member && 'code' in member) return member
  const user = await addUser(needs, { networkId, login })
  if ('code' in user) return user
  const { userId } = user
  if (member) await needs.store.keepMembership({ networkId, userId, ...member })
  await noteOn(context, 'manage-users', userId)
  await noteHand(context, 'give-login', user, second)
  const madeBy = context.get('caller')!.by.actor
  const key = await makeKey(needs, {
    networkId,
    purpose: second === undefined ? 'set-secret' : 'by-two',
    userId,
    madeBy,
  })
  return { userId, key }
}

/** Whether somebody is the caller: somebody must be left who can let others in. */
export const isOneself = (context: HttpContext, { userId }: Pick<User, 'userId'>): boolean =>
  userId === context.get('caller')!.session.userId

export const shutOut = async (
  context: HttpContext,
  user: User,
): Promise<{ readonly code: 'not-oneself' } | undefined> => {
  if (isOneself(context, user)) return { code: 'not-oneself' }
  await setDisabled(context.get('needs'), user, true)
  await noteOn(context, 'manage-users', user.userId)
  return undefined
}

export const letInAgain = async (context: HttpContext, user: User): Promise<void> => {
  await setDisabled(context.get('needs'), user, false)
  await noteOn(context, 'manage-users', user.userId)
}

const matterOf = (
  context: HttpContext,
  { networkId, userId }: Pick<User, 'networkId' | 'userId'>,
) => {
  const needs = context.get('needs')
  return whoseMatter(needs, { networkId, userId, day: needs.today() })
}

/** Whether two officers of the person's fund reset this login, and nobody else may. */
export const isForOfficers = async (
  context: HttpContext,
  user: Pick<User, 'networkId' | 'userId'>,
): Promise<boolean> => (await matterOf(context, user)) === 'officers'

/** Takes a secret away; where the network has a second one who decides, that one has given a word and draws a half. */
export const resetPerson = async (
  context: HttpContext,
  user: User,
  second: string | undefined,
): Promise<PersonKey | { readonly code: 'officers-must-reset' }> => {
  const matter = await matterOf(context, user)
  const isAlone = matter === 'two-of-staff' && second === undefined
  if (matter === 'officers' || isAlone) return { code: 'officers-must-reset' }
  const { userId } = user
  await noteOn(context, 'reset', userId)
  await noteHand(context, 'give-secret', user, second)
  const by = context.get('caller')!.by.actor
  const isByTwo = second !== undefined
  return { userId, key: await resetUser(context.get('needs'), { user, by, isByTwo }) }
}
