import type { SessionRow } from '#domain/ports.ts'
import { note, ownSubject } from '#src/app/activity.ts'
import { placesOfUser } from '#src/app/identity/own-places.ts'
import { type IdentityNeeds, loginKeyOf, scopeOfToken } from '#src/app/identity/identity.ts'
import type { OpenedSession } from '#src/app/identity/sessions.ts'
import type { NotLetIn } from '#src/app/identity/doors.ts'
import { isOwnSecret, signIn, signInByCard } from '#src/app/identity/sign-in.ts'

type Came = OpenedSession | NotLetIn

const outcomeOf = (came: Came): 'done' | 'refused' => ('code' in came ? 'refused' : 'done')

/**
 * Signs somebody in and writes it down. A refused one is nobody: that the name was known does not say who
 * typed it. Strangers leave no line, or they could fill the log.
 */
export const enter = async (
  needs: IdentityNeeds,
  asked: { readonly deviceToken: string; readonly login: string; readonly secret: string },
): Promise<Came> => {
  const came = await signIn(needs, asked)
  const { store, hash } = needs
  const { deviceToken, login } = asked
  const networkId = scopeOfToken(deviceToken)
  if (networkId === undefined) return came
  const device = await store.deviceByToken(networkId, hash(deviceToken))
  if (!device) return came
  const user = await store.userByLogin(networkId, loginKeyOf(login))
  const actor = 'code' in came ? 'nobody' : came.session.userId!
  // The fund hears of its own people; a name that was only tried is the network's matter.
  const about = user ? `user:${user.userId}` : ''
  const day = needs.clock().slice(0, 10)
  const places =
    'code' in came
      ? [{ scope: networkId, subject: about }]
      : await placesOfUser(store, { networkId, userId: actor, about, day })
  for (const place of places)
    await note(needs, {
      ...place,
      actor,
      device: device.deviceId,
      action: 'sign-in',
      outcome: outcomeOf(came),
    })
  return came
}

/** The same for a printed card, in the fund's log, where the member sees who tried her card. */
export const enterByCard = async (
  needs: IdentityNeeds,
  asked: Parameters<typeof signInByCard>[1],
): Promise<Came> => {
  const came = await signInByCard(needs, asked)
  const { store, hash } = needs
  const fundId = scopeOfToken(asked.cardToken)
  if (fundId === undefined) return came
  const card = await store.cardByToken(fundId, hash(asked.cardToken))
  if (!card) return came
  await note(needs, {
    scope: fundId,
    actor: 'code' in came ? 'nobody' : 'card',
    device: card.cardId,
    action: 'sign-in',
    // Who tried a card and did not come in is the committee's business too.
    subject: 'code' in came ? `member:${card.memberId}` : ownSubject(card.memberId),
    outcome: outcomeOf(came),
  })
  return came
}

/**
 * Asks for the secret of whoever has the session, before what is the owner's alone is shown. A wrong one is
 * written down as a wrong try at the door, in her own log: that somebody looks there is nobody's business.
 */
export const givesOwnSecret = async (
  needs: IdentityNeeds,
  session: SessionRow,
  secret: string,
  isRight: (typed: string) => Promise<boolean> = (typed) => isOwnSecret(needs, session, typed),
): Promise<boolean> => {
  if (await isRight(secret)) return true
  const { card, networkId, userId, deviceId } = session
  await note(needs, {
    scope: card?.fundId ?? networkId,
    actor: 'nobody',
    device: deviceId,
    action: 'sign-in',
    subject: card ? ownSubject(card.memberId) : `user:${userId}`,
    outcome: 'refused',
  })
  return false
}
