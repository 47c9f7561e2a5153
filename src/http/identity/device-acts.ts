import type { Device } from '#domain/ports.ts'
import { makeKey, shutOutDevice } from '#src/app/identity/one-time-keys.ts'
import type { HttpContext } from '#src/http/env.ts'
import { noteBy } from '#src/http/identity/answers.ts'

/** The key that makes one phone or computer known to the network. It is told once. */
export const makeDeviceKey = (context: HttpContext): Promise<string> =>
  makeKey(context.get('needs'), {
    networkId: context.get('network').networkId,
    purpose: 'enrol-device',
    madeBy: context.get('caller')!.by.actor,
  })

/** Whether people can sign in on this device and on no other. */
export const isLastDevice = async (
  context: HttpContext,
  { networkId, deviceId, revokedAt }: Device,
): Promise<boolean> => {
  const devices = await context.get('needs').store.devices(networkId)
  const isGood = (one: Device): boolean => one.deviceId !== deviceId && one.revokedAt === undefined
  return revokedAt === undefined && !devices.some(isGood)
}

/**
 * Shuts a device out at once, with everybody on it. The last one stays: whoever could make the link for
 * another would be out too.
 */
export const revokeDevice = async (
  context: HttpContext,
  device: Device,
): Promise<{ readonly code: 'last-device' } | undefined> => {
  if (await isLastDevice(context, device)) return { code: 'last-device' }
  const { networkId, deviceId } = device
  await shutOutDevice(context.get('needs'), device)
  await noteBy(context, context.get('caller')!, {
    scope: networkId,
    action: 'manage-devices',
    subject: `device:${deviceId}`,
    outcome: 'done',
  })
  return undefined
}
