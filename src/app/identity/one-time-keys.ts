import { instantAfter } from '#domain/kernel/dates.ts'
import { keyPurposes } from '#domain/access/key-purposes.ts'
import type { Device, OneTimeKey } from '#domain/ports.ts'
import { type IdentityNeeds, newToken, scopeOfToken } from '#src/app/identity/identity.ts'
import { endSessionsOf } from '#src/app/identity/sessions.ts'

export const hourMs = 3_600_000

/** How long a key that nobody has used stays good. */
export const keyHours: Readonly<Record<OneTimeKey['purpose'], number>> = {
  practice: 7 * 24,
  'set-secret': 24,
  'by-two': 24,
  half: 72,
  'enrol-device': 24,
  'paper-code': 365 * 24,
}

/** Makes a key that opens one thing once. The token is told once; the table keeps its hash. */
export const makeKey = async (
  needs: IdentityNeeds,
  {
    networkId,
    purpose,
    userId,
    madeBy,
  }: {
    readonly networkId: string
    readonly purpose: OneTimeKey['purpose']
    readonly userId?: string
    readonly madeBy: string
  },
): Promise<string> => {
  const token = newToken(networkId, needs)
  if (userId !== undefined) await needs.store.voidKeys(networkId, userId, needs.clock())
  await needs.store.keepKey({
    networkId,
    keyHash: needs.hash(token),
    purpose,
    userId,
    madeBy,
    endsAt: instantAfter(needs.clock(), keyHours[purpose] * hourMs),
    usedAt: undefined,
  })
  return token
}

type Purposes = readonly OneTimeKey['purpose'][]

/** A key that is still good for one of the purposes, not used by looking at it. */
export const lookAtKey = async (
  { store, hash, clock }: IdentityNeeds,
  token: string,
  purposes: Purposes = keyPurposes,
): Promise<OneTimeKey | undefined> => {
  const networkId = scopeOfToken(token)
  if (networkId === undefined) return undefined
  const key = await store.key(networkId, hash(token))
  const isGood =
    key !== undefined &&
    key.usedAt === undefined &&
    clock() < key.endsAt &&
    purposes.includes(key.purpose)
  return isGood ? key : undefined
}

/** Uses a key up. Of two who try at once, one gets it. */
export const useKey = async (
  needs: IdentityNeeds,
  token: string,
  purposes: Purposes = keyPurposes,
): Promise<OneTimeKey | undefined> => {
  const key = await lookAtKey(needs, token, purposes)
  return key && needs.store.takeKey(key.networkId, key.keyHash, needs.clock())
}

/** Lets a phone or computer sign people in from now on. The token stays on it. */
export const enrolDevice = async (
  needs: IdentityNeeds,
  { networkId, label, by }: { networkId: string; label: string; by: string },
): Promise<{ readonly token: string; readonly device: Device }> => {
  const token = newToken(networkId, needs)
  const device: Device = {
    networkId,
    deviceId: needs.ids(),
    tokenHash: needs.hash(token),
    label,
    enrolledAt: needs.clock(),
    enrolledBy: by,
    revokedAt: undefined,
  }
  await needs.store.keepDevice(device)
  return { token, device }
}

/** Shuts a device out at once, with everybody on it; answers with how many sessions that ended. */
export const shutOutDevice = async (
  needs: IdentityNeeds,
  device: Device,
): Promise<{ readonly revokedAt: string; readonly sessionsEnded: number }> => {
  const { networkId, deviceId } = device
  const revokedAt = device.revokedAt ?? needs.clock()
  await needs.store.keepDevice({ ...device, revokedAt })
  const isOnIt = (session: { readonly deviceId: string }) => session.deviceId === deviceId
  return { revokedAt, sessionsEnded: await endSessionsOf(needs, networkId, isOnIt) }
}
