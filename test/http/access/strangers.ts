import { issueCard, revokeCard } from '#src/app/identity/cards.ts'
import { enrolDevice } from '#src/app/identity/one-time-keys.ts'
import { endSession, openSession } from '#src/app/identity/sessions.ts'
import { addUser, setDisabled } from '#src/app/identity/users.ts'
import type { SessionRow } from '#domain/ports.ts'
import type { TwoNetworks } from '#test/http/access/two-networks.ts'

/** The member whom every stranger here once was. */
const formerly = 'neighbour' as const

type Opened = { readonly token: string; readonly session: SessionRow }

/** A session of a user who is record-keeper of nothing, but a member of F1, on a device of its own. */
const openedOnOwnDevice = async (
  { needs, f1: { networkId, fundId, logins, memberIds } }: TwoNetworks,
  name: string,
) => {
  const user = await addUser(needs, { networkId, login: `${logins} ${name}` })
  if ('code' in user) throw new Error(user.code)
  const { userId } = user
  const memberId = memberIds[formerly]
  await needs.store.keepMembership({ networkId, userId, fundId, memberId })
  const { device } = await enrolDevice(needs, { networkId, label: name, by: 'test' })
  const { deviceId } = device
  const opened: Opened = await openSession(needs, { networkId, deviceId, whose: { userId } })
  return { ...opened, user, device }
}

const changed = async (
  { needs }: TwoNetworks,
  { session, token }: Opened,
  change: Partial<SessionRow>,
): Promise<string> => {
  await needs.store.keepSession({ ...session, ...change })
  return token
}

const byCard = async ({ needs, f1: { networkId, fundId, memberIds } }: TwoNetworks) => {
  const memberId = memberIds[formerly]
  const { card } = await issueCard(needs, { fundId, memberId })
  const whose = { card: { fundId, memberId } }
  return { card, ...(await openSession(needs, { networkId, deviceId: card.cardId, whose })) }
}

/** Tokens of those who were somebody, and of those who never were, by why they are strangers now. */
export const strangersOf = async (
  village: TwoNetworks,
): Promise<Readonly<Record<string, string | undefined>>> => {
  const { needs, f1 } = village
  const of = (name: string) => openedOnOwnDevice(village, name)
  const revoked = await of('revoked device')
  await needs.store.keepDevice({ ...revoked.device, revokedAt: needs.clock() })
  const shutOut = await of('shut out')
  await setDisabled(needs, shutOut.user, true)
  const ended = await of('ended')
  await endSession(needs, ended.session)
  const stopped = await byCard(village)
  await revokeCard(needs, f1.networkId, stopped.card)
  const unknown = `${f1.networkId}.${needs.random.token()}`
  const inOtherNetwork = await of('other network')
  return {
    'no token': undefined,
    'no token at all in the header': '',
    'an unknown token': unknown,
    'a token of another network': inOtherNetwork.token.replace(f1.networkId, village.b.networkId),
    'a session that is over': await changed(village, await of('over'), {
      endsAt: '2025-12-31T01:59:59.000Z',
    }),
    'a session without a sign of life': await changed(village, await of('idle'), {
      seenAt: '2025-12-31T01:00:00.000Z',
    }),
    'a card’s session without a sign of life': await changed(village, await byCard(village), {
      seenAt: '2025-12-31T01:45:00.000Z',
    }),
    'a session that was ended': ended.token,
    'a device that was revoked': revoked.token,
    'a user who was shut out': shutOut.token,
    'a card that was stopped': stopped.token,
  }
}
