import type { Card, User } from '#domain/ports.ts'
import { withDigits } from '#src/app/identity/cards.ts'
import type { IdentityNeeds } from '#src/app/identity/identity.ts'

/** What was sealed under an older pepper is sealed under the one of now, as soon as the secret is known again. */
export const sealUserAnew = async (
  needs: IdentityNeeds,
  { networkId, userId, secret: sealed }: Pick<User, 'networkId' | 'userId' | 'secret'>,
  typed: string,
): Promise<void> => {
  const secret = await needs.secrets.seal(typed, userId)
  const current = await needs.store.user(networkId, userId)
  if (current && current.secret === sealed) await needs.store.keepUser({ ...current, secret })
}

/** The same for a printed card. */
export const sealCardAnew = async (
  needs: IdentityNeeds,
  card: Card,
  typed: string,
): Promise<void> => {
  const secret = withDigits(card, await needs.secrets.seal(typed, card.cardId))
  const current = (await needs.store.cards(card.fundId)).find((one) => one.cardId === card.cardId)
  if (current && current.secret === card.secret) await needs.store.keepCard({ ...current, secret })
}
