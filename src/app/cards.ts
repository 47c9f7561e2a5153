import type { Card } from '#domain/ports.ts'
import { type IdentityNeeds, newToken } from '#src/app/identity.ts'
import { endSessionsOf } from '#src/app/sessions.ts'
import { resetGuesses } from '#src/app/sign-in.ts'
import { drawPin } from '#src/app/users.ts'

/** What is printed on a household's card, told once and kept nowhere in this form. */
export type PrintedCard = { readonly token: string; readonly pin: string; readonly card: Card }

/** Leaves the newest card of a member good: of two that are made at once, both makers find the same one. */
const stopOlder = async (
  { store, clock }: IdentityNeeds,
  { fundId, memberId }: Pick<Card, 'fundId' | 'memberId'>,
): Promise<void> => {
  const good = (await store.cards(fundId))
    .filter((card) => card.memberId === memberId && card.revokedAt === undefined)
    .toSorted((a, b) => (a.issuedAt + a.cardId < b.issuedAt + b.cardId ? -1 : 1))
  for (const old of good.slice(0, -1)) await store.keepCard({ ...old, revokedAt: clock() })
}

/**
 * Issues a member's card. The older one stops at once. Two officers stand by: the caller checks that
 * they are two, and officers both.
 */
export const issueCard = async (
  needs: IdentityNeeds,
  { fundId, memberId }: { readonly fundId: string; readonly memberId: string },
): Promise<PrintedCard> => {
  const { store, hash, clock, ids, secrets } = needs
  const now = clock()
  for (const old of await store.cards(fundId)) {
    if (old.memberId === memberId && old.revokedAt === undefined)
      await store.keepCard({ ...old, revokedAt: now })
  }
  const token = newToken(fundId, needs)
  const pin = drawPin(needs)
  const cardId = ids()
  const card: Card = {
    fundId,
    cardId,
    memberId,
    tokenHash: hash(token),
    secret: await secrets.seal(pin, cardId),
    issuedAt: now,
    revokedAt: undefined,
  }
  await store.keepCard(card)
  await stopOlder(needs, card)
  await resetGuesses(needs, { fundId, cardId })
  return { token, pin, card }
}

/** Stops a card that was lost. Whoever is signed in by it is out with the next request. */
export const revokeCard = async (
  needs: IdentityNeeds,
  networkId: string,
  card: Card,
): Promise<void> => {
  const revokedAt = card.revokedAt ?? needs.clock()
  await needs.store.keepCard({ ...card, revokedAt })
  await endSessionsOf(needs, networkId, ({ deviceId }) => deviceId === card.cardId)
}
