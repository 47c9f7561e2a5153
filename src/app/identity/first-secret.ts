import type { LocalDate } from '#domain/kernel/dates.ts'
import type { User } from '#domain/ports.ts'
import { type IdentityNeeds, typedSecret } from '#src/app/identity/identity.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { lookAtKey, makeKey, useKey } from '#src/app/identity/one-time-keys.ts'
import { resetGuesses } from '#src/app/identity/sign-in.ts'
import { type WeakSecret, drawPin, keepSealed, secretFault } from '#src/app/identity/users.ts'

type NotGood = { readonly code: 'key-not-good' }

const purposes = ['set-secret'] as const

/**
 * Whose secret a key may set. It is good while that user has none: of two keys for one person, the first
 * that is used makes the other worthless.
 */
export const userOfKey = async (needs: IdentityNeeds, key: string): Promise<User | undefined> => {
  const found = await lookAtKey(needs, key, purposes)
  if (found?.userId === undefined) return undefined
  const user = await needs.store.user(found.networkId, found.userId)
  return user?.secret === undefined && user?.disabledAt === undefined ? user : undefined
}

/** The key is used up when everything else is ready, so that a slip or a full store does not cost it. */
const keepByKey = async (
  needs: IdentityNeeds,
  { key, user, secret }: { readonly key: string; readonly user: User; readonly secret: string },
): Promise<boolean> => {
  const sealed = await needs.secrets.seal(secret, user.userId)
  const isStillGood = (await userOfKey(needs, key)) !== undefined
  if (!isStillGood || !(await useKey(needs, key, purposes))) return false
  await keepSealed(needs, user, sealed)
  return true
}

/** Sets the secret that somebody chose, by a key that was handed over. */
export const chooseSecret = async (
  needs: IdentityNeeds,
  { key, secret }: { readonly key: string; readonly secret: string },
): Promise<User | WeakSecret | NotGood> => {
  const user = await userOfKey(needs, key)
  if (!user) return { code: 'key-not-good' }
  const weak = secretFault(secret, user.login)
  if (weak) return weak
  const isKept = await keepByKey(needs, { key, user, secret: typedSecret(secret) })
  return isKept ? user : { code: 'key-not-good' }
}

/** Staff answer for many funds: their secret is long. Whoever is a member alone may have a PIN. */
export const mayHavePin = async (
  { store }: IdentityNeeds,
  { networkId, userId }: User,
  day: LocalDate,
): Promise<boolean> => {
  const memberships = await store.memberships(networkId, userId)
  const network = await networkBookOf(store, networkId)
  const staff = network?.staff.find((found) => found.userId === userId)
  const isStaff = (staff?.appointments ?? []).some(
    ({ until, endedOn }) => day <= until && (endedOn === undefined || day < endedOn),
  )
  return memberships.length > 0 && !isStaff
}

/** Draws six digits for an officer, by a key that was handed over. They are told once. */
export const drawSecret = async (
  needs: IdentityNeeds,
  { key, day }: { readonly key: string; readonly day: LocalDate },
): Promise<
  | { readonly pin: string; readonly user: User }
  | NotGood
  | { readonly code: 'password-needed'; readonly user: User }
> => {
  const user = await userOfKey(needs, key)
  if (!user) return { code: 'key-not-good' }
  if (!(await mayHavePin(needs, user, day))) return { code: 'password-needed', user }
  const pin = drawPin(needs)
  return (await keepByKey(needs, { key, user, secret: pin }))
    ? { pin, user }
    : { code: 'key-not-good' }
}

/** Takes somebody's secret away and makes the key by which that person chooses another. */
export const resetUser = async (
  needs: IdentityNeeds,
  { user, by }: { readonly user: User; readonly by: string },
): Promise<string> => {
  const { networkId, userId, login } = user
  await keepSealed(needs, user, undefined)
  await resetGuesses(needs, { networkId, login })
  return makeKey(needs, { networkId, purpose: 'set-secret', userId, madeBy: by })
}
