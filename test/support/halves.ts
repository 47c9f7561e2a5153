import type { SessionRow } from '#domain/ports.ts'
import { drawHalf } from '#src/app/identity/halves.ts'
import { secondBehind } from '#src/app/identity/hands.ts'
import type { IdentityNeeds } from '#src/app/identity/identity.ts'

/** What the second one draws for a login or a card, signed in as themself. */
export const halfFor = async (
  { needs, networkId }: { readonly needs: IdentityNeeds; readonly networkId: string },
  id: string,
): Promise<string> => {
  const userId = await secondBehind(needs.store, { networkId, userId: id })
  const session = { networkId, userId, deviceId: 'test' } as SessionRow
  const drawn = await drawHalf(needs, session, id)
  if (!drawn) throw new Error('nobody stood behind it, or it was drawn already')
  return drawn.digits
}
