import type { Device } from '#domain/ports.ts'
import { makeKey } from '#src/app/one-time-keys.ts'
import { endSessionsOf } from '#src/app/sessions.ts'
import type { HttpContext } from '#src/http/env.ts'
import { noteBy } from '#src/http/identity/answers.ts'

/** The key that makes one phone or computer known to the network. It is told once. */
export const makeDeviceKey = (context: HttpContext): Promise<string> =>
  makeKey(context.get('needs'), {
    networkId: context.get('network').networkId,
    purpose: 'enrol-device',
    madeBy: context.get('caller')!.by.actor,
  })

/** Shuts a device out at once, with everybody on it. */
export const revokeDevice = async (context: HttpContext, device: Device): Promise<void> => {
  const needs = context.get('needs')
  const { networkId, deviceId } = device
  const revokedAt = device.revokedAt ?? needs.clock()
  await needs.store.keepDevice({ ...device, revokedAt })
  await endSessionsOf(needs, networkId, (session) => session.deviceId === deviceId)
  await noteBy(context, context.get('caller')!, {
    scope: networkId,
    action: 'manage-devices',
    subject: `device:${deviceId}`,
    outcome: 'done',
  })
}
