import type { Device } from '#domain/ports.ts'
import { deviceOf } from '#src/app/identity/sign-in.ts'
import type { HttpContext } from '#src/http/env.ts'
import { tokenOf } from '#src/http/sessions.ts'

/** The device that the request comes from, where it is one that may sign people in. */
export const enrolledDevice = async (context: HttpContext): Promise<Device | undefined> => {
  const token = tokenOf(context, 'device')
  return token === undefined ? undefined : deviceOf(context.get('needs'), token)
}

/** What a device may be called: letters, digits and a few marks, so that a log line stays one line. */
export const isDeviceLabel = (label: string): boolean =>
  /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}\u200b .'()-]{0,39}$/u.test(label)
