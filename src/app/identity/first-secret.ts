import type { LocalDate } from '#domain/kernel/dates.ts'
import type { User } from '#domain/ports.ts'
import { type IdentityNeeds, type NamingNeeds, typedSecret } from '#src/app/identity/identity.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { lookAtKey, makeKey, useKey } from '#src/app/identity/one-time-keys.ts'
import { fitsHalf } from '#src/app/identity/halves.ts'
import { voidCodesOfLogin } from '#src/app/identity/paper-codes.ts'
import { resetGuesses } from '#src/app/identity/sign-in.ts'
import { type WeakSecret, drawPin, keepSealed, secretFault } from '#src/app/identity/users.ts'

type NotGood = { readonly code: 'key-not-good' } | { readonly code: 'half-wrong' }

const purposes = ['set-secret', 'by-two'] as const

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

/** Whether a key opens only with the half that the second one has drawn. */
export const isOfTwo = async (needs: IdentityNeeds, key: string): Promise<boolean> =>
  (await lookAtKey(needs, key, ['by-two'])) !== undefined

/** The key is used up when everything else is ready, so that a slip or a full store does not cost it. */
const keepByKey = async (
  needs: IdentityNeeds & NamingNeeds,
  {
    key,
    half,
    user,
    secret,
  }: {
    readonly key: string
    readonly half: string | undefined
    readonly user: User
    readonly secret: string
  },
): Promise<NotGood | undefined> => {
  const { networkId, userId } = user
  if ((await isOfTwo(needs, key)) && !(await fitsHalf(needs, { networkId, of: userId, half })))
    return { code: 'half-wrong' }
  const sealed = await needs.secrets.seal(secret, user.userId)
  const isStillGood = (await userOfKey(needs, key)) !== undefined
  if (!isStillGood || !(await useKey(needs, key, purposes))) return { code: 'key-not-good' }
  await keepSealed(needs, user, sealed)
  await voidCodesOfLogin(needs, user)
  return undefined
}

/** Sets the secret that somebody chose, by a key that was handed over. */
export const chooseSecret = async (
  needs: IdentityNeeds & NamingNeeds,
  {
    key,
    half,
    secret,
  }: { readonly key: string; readonly half?: string | undefined; readonly secret: string },
): Promise<User | WeakSecret | NotGood> => {
  const user = await userOfKey(needs, key)
  if (!user) return { code: 'key-not-good' }
  const weak = secretFault(secret, user.login)
  if (weak) return weak
  return (await keepByKey(needs, { key, half, user, secret: typedSecret(secret) })) ?? user
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
  needs: IdentityNeeds & NamingNeeds,
  {
    key,
    half,
    day,
  }: { readonly key: string; readonly half?: string | undefined; readonly day: LocalDate },
): Promise<
  | { readonly pin: string; readonly user: User }
  | NotGood
  | { readonly code: 'password-needed'; readonly user: User }
> => {
  const user = await userOfKey(needs, key)
  if (!user) return { code: 'key-not-good' }
  if (!(await mayHavePin(needs, user, day))) return { code: 'password-needed', user }
  const pin = drawPin(needs)
  return (await keepByKey(needs, { key, half, user, secret: pin })) ?? { pin, user }
}

/** Takes somebody's secret away and makes the key by which that person chooses another; of two where two stand behind it. */
export const resetUser = async (
  needs: IdentityNeeds & NamingNeeds,
  {
    user,
    by,
    isByTwo = false,
  }: { readonly user: User; readonly by: string; readonly isByTwo?: boolean },
): Promise<string> => {
  const { networkId, userId, login } = user
  await keepSealed(needs, user, undefined)
  await voidCodesOfLogin(needs, user)
  await resetGuesses(needs, { networkId, login })
  const purpose = isByTwo ? 'by-two' : 'set-secret'
  return makeKey(needs, { networkId, purpose, userId, madeBy: by })
}
