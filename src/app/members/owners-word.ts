import type { SessionRow } from '#domain/ports.ts'
import { note, ownSubject } from '#src/app/activity.ts'
import type { IdentityNeeds } from '#src/app/identity/identity.ts'
import { couldBeOne } from '#src/app/identity/hands.ts'
import { isCodeOfMember } from '#src/app/identity/paper-codes.ts'
import type { NotLetIn } from '#src/app/identity/doors.ts'
import { checkSecret, isPinOfMember } from '#src/app/identity/sign-in.ts'

export type NotOwner =
  | 'owner-pin-needed'
  | 'owner-pin-wrong'
  | 'owner-without-pin'
  | 'owner-code-own-hand'
  | Exclude<NotLetIn['code'], 'sign-in-failed'>

type Owner = { readonly fundId: string; readonly memberId: string }

/** What fits: the PIN of her card, where she has none the secret of her login, and without both a code on her sheet. */
const tried = async (
  needs: IdentityNeeds,
  by: SessionRow,
  { fundId, memberId, secret, day }: Owner & { readonly secret: string; readonly day: string },
): Promise<'right' | 'right-by-code' | 'wrong' | 'none' | 'own-hand' | NotLetIn> => {
  const { store } = needs
  const { networkId, deviceId } = by
  const cards = (await store.cards(fundId)).filter(
    (one) => one.memberId === memberId && one.revokedAt === undefined,
  )
  // Whoever had a hand in her card may know its digits, until she has come by it and a week has passed.
  for (const { cardId } of cards)
    if (
      by.userId !== undefined &&
      (await couldBeOne(store, { networkId, userIds: [by.userId, cardId], day }))
    )
      return 'own-hand'
  if (cards.length > 0) return isPinOfMember(needs, { networkId, fundId, memberId, pin: secret })
  const own = (await store.membershipsOfFund(networkId, fundId)).find(
    (one) => one.memberId === memberId,
  )
  const user = own && (await store.user(networkId, own.userId))
  if (user?.secret === undefined) {
    const asked = { networkId, fundId, memberId, typed: secret, day }
    const answer = await isCodeOfMember(needs, by, asked)
    return answer === 'right' ? 'right-by-code' : answer
  }
  const checked = await checkSecret(needs, { networkId, deviceId, login: user.login, secret })
  return 'code' in checked ? checked : 'right'
}

const noteOwn = (
  needs: IdentityNeeds,
  { deviceId: device }: SessionRow,
  { fundId: scope, memberId, outcome }: Owner & { readonly outcome: 'done' | 'refused' },
): Promise<void> => {
  const subject = ownSubject(memberId)
  return note(needs, { scope, actor: 'nobody', device, action: 'sign-in', subject, outcome })
}

/**
 * Why private money does not go out: its owner has not typed her own PIN. It is asked at the table, on the device of
 * whoever writes it down, and a wrong one costs a guess. Nothing of what she has is looked at, so that nothing of it is
 * told. That somebody tried stands in her own log alone: beside an entry of the same minute it would name her.
 */
export const ownersRefusal = async (
  needs: IdentityNeeds & { readonly isPractice: boolean },
  by: SessionRow,
  { secret, ...owner }: Owner & { readonly secret: string; readonly day: string },
): Promise<NotOwner | undefined> => {
  // People of the practice fund came by a door and have none to give.
  if (needs.isPractice && secret === '') return undefined
  if (secret === '') return 'owner-pin-needed'
  const answer = await tried(needs, by, { ...owner, secret })
  if (answer === 'right') return undefined
  if (answer === 'right-by-code') {
    // That a code of hers was used, and when: she reads it once she has a page.
    await noteOwn(needs, by, { ...owner, outcome: 'done' })
    return undefined
  }
  if (answer === 'none') return 'owner-without-pin'
  if (answer === 'own-hand') return 'owner-code-own-hand'
  await noteOwn(needs, by, { ...owner, outcome: 'refused' })
  if (answer === 'wrong' || answer.code === 'sign-in-failed') return 'owner-pin-wrong'
  return answer.code
}
