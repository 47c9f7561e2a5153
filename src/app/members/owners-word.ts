import { giveBackSharedGuess, takeSharedGuess } from '#domain/access/lockout.ts'
import type { SessionRow } from '#domain/ports.ts'
import { note, ownSubject } from '#src/app/activity.ts'
import type { IdentityNeeds } from '#src/app/identity/identity.ts'
import { couldBeOne } from '#src/app/identity/hands.ts'
import { isCodeOfMember } from '#src/app/identity/paper-codes.ts'
import type { NotLetIn } from '#src/app/identity/doors.ts'
import { loginsOfMember } from '#src/app/identity/own-doors.ts'
import { checkSecret, isOwnSecret, isPinOfMember } from '#src/app/identity/sign-in.ts'

export type NotOwner =
  | 'owner-pin-needed'
  | 'owner-pin-wrong'
  | 'owner-without-pin'
  | 'owner-code-own-hand'
  | Exclude<NotLetIn['code'], 'sign-in-failed'>

type Owner = { readonly fundId: string; readonly memberId: string }

/**
 * Whether a secret is her own: the PIN of her card, and where she has none the secret of the login that she had first. A
 * login that somebody makes beside the card or the older one opens nothing of what is hers alone.
 */
const isOwnSecretOf = async (
  needs: IdentityNeeds,
  { networkId, deviceId }: SessionRow,
  { fundId, memberId, secret }: Owner & { readonly secret: string },
): Promise<'right' | 'wrong' | 'none' | NotLetIn> => {
  const { store } = needs
  const hasCard = (await store.cards(fundId)).some(
    (one) => one.memberId === memberId && one.revokedAt === undefined,
  )
  if (hasCard) return isPinOfMember(needs, { networkId, fundId, memberId, pin: secret })
  const ids = await loginsOfMember(store, { networkId, fundId, memberId })
  const users = await Promise.all(ids.map((id) => store.user(networkId, id)))
  const [user] = users
    .filter((one) => one !== undefined)
    .filter(({ disabledAt }) => disabledAt === undefined)
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
  if (user?.secret === undefined) return 'none'
  const checked = await checkSecret(needs, { networkId, deviceId, login: user.login, secret })
  return 'code' in checked ? checked : 'right'
}

/** Whether whoever is signed in gives her own secret before what is hers alone is shown, at the cost of a guess. */
export const isOwnersSecret = async (
  needs: IdentityNeeds,
  by: SessionRow,
  owner: Owner & { readonly secret: string },
): Promise<boolean> =>
  by.card === undefined
    ? (await isOwnSecretOf(needs, by, owner)) === 'right'
    : isOwnSecret(needs, by, owner.secret)

/** Whether the writer may know the digits of her card: until she has come by it, and a week has passed. */
const hadAHandInCard = async (
  { store }: IdentityNeeds,
  { networkId, userId }: SessionRow,
  { fundId, memberId, day }: Owner & { readonly day: string },
): Promise<boolean> => {
  if (userId === undefined) return false
  for (const { cardId, revokedAt, ...card } of await store.cards(fundId))
    if (card.memberId === memberId && revokedAt === undefined)
      if (await couldBeOne(store, { networkId, userIds: [userId, cardId], day })) return true
  return false
}

/** What fits: her own secret, and where she has none a code on her sheet. */
const tried = async (
  needs: IdentityNeeds,
  by: SessionRow,
  { day, ...owner }: Owner & { readonly secret: string; readonly day: string },
): Promise<'right' | 'right-by-code' | 'wrong' | 'none' | 'own-hand' | NotLetIn> => {
  if (await hadAHandInCard(needs, by, { ...owner, day })) return 'own-hand'
  const own = await isOwnSecretOf(needs, by, owner)
  if (own !== 'none') return own
  const { secret: typed, ...whose } = owner
  const { networkId } = by
  const answer = await isCodeOfMember(needs, by, { ...whose, networkId, typed, day })
  return answer === 'right' ? 'right-by-code' : answer
}

/** So many wrong words a day one writer may take down: more would shut the doors of all households of the fund. */
const wrongAtTableMax = 30

/** What a writer may try at the table, beside the lock of whoever's word it is. */
const guessAtTable = ({ store, clock }: IdentityNeeds, by: SessionRow, fundId: string) => {
  const at = clock()
  const subject = `table:${by.userId ?? by.deviceId}`
  return {
    isLeft: async (): Promise<boolean> => {
      const taken = await store.changeBudget(fundId, subject, (before) =>
        takeSharedGuess(before, at, wrongAtTableMax),
      )
      return taken.may === 'guess'
    },
    giveBack: (): Promise<unknown> =>
      store.changeBudget(fundId, subject, (before) => giveBackSharedGuess(before, at)),
  }
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
  const guess = guessAtTable(needs, by, owner.fundId)
  if (!(await guess.isLeft())) return 'wait'
  const answer = await tried(needs, by, { ...owner, secret })
  const isWrong =
    answer === 'wrong' || (typeof answer === 'object' && answer.code === 'sign-in-failed')
  if (!isWrong) await guess.giveBack()
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
