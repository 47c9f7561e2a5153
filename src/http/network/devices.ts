import { html } from 'hono/html'
import type { Device, SessionRow } from '#domain/ports.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import { timeInWords } from '#src/http/entrance/own-sessions.ts'
import type { HttpContext } from '#src/http/env.ts'
import { isLastDevice, makeDeviceKey, revokeDevice } from '#src/http/identity/device-acts.ts'
import { handOver } from '#src/http/network/hand-over.ts'
import {
  behindNetwork,
  behindStart,
  doneIn,
  notHere,
  stepUpTo,
  wordsOf,
} from '#src/http/network/place.ts'
import { insteadOfForm } from '#src/http/network/refused.ts'
import type { Pages } from '#src/http/page.ts'
import type { Html } from '#src/pages/layout.ts'
import { type DeviceTold, devicesPage } from '#src/pages/network/devices-page.ts'
import { formPage } from '#src/pages/network/parts.ts'

const place = '/network/devices'

const isThis = (context: HttpContext, { deviceId }: Pick<Device, 'deviceId'>): boolean =>
  context.get('caller')!.session.deviceId === deviceId

const deviceTold = (
  context: HttpContext,
  open: readonly SessionRow[],
  { deviceId, label, enrolledAt, revokedAt }: Device,
): DeviceTold => {
  const seen = open.filter((one) => one.deviceId === deviceId).map(({ seenAt }) => seenAt)
  const last = seen.length === 0 ? undefined : seen.reduce((a, b) => (a > b ? a : b))
  return {
    deviceId,
    label,
    enrolledAt: timeInWords(context, enrolledAt),
    seenAt: last === undefined ? undefined : timeInWords(context, last),
    revokedAt: revokedAt === undefined ? undefined : timeInWords(context, revokedAt),
    isThis: isThis(context, { deviceId }),
  }
}

/** Those that can be used come first, the newest of them first. */
const inOrder = (a: Device, b: Device): number => {
  const isRevoked = (one: Device): number => (one.revokedAt === undefined ? 0 : 1)
  return isRevoked(a) - isRevoked(b) || (a.enrolledAt > b.enrolledAt ? -1 : 1)
}

/** Whoever looks after people too goes back there; an operator goes back to the first page. */
const frameHere = (context: HttpContext) =>
  context.get('network').held.includes('administrator')
    ? behindNetwork(context)
    : behindStart(context)

const showDevices = async (context: HttpContext): Promise<Html> => {
  const { store } = context.get('needs')
  const { networkId } = context.get('network')
  const open = await store.openSessions(networkId)
  const devices = (await store.devices(networkId)).toSorted(inOrder)
  return devicesPage(await frameHere(context), {
    devices: devices.map((device) => deviceTold(context, open, device)),
    done: doneIn(context, wordsOf(context).done),
    stepUpTo: stepUpTo(context, place),
  })
}

const takeLink = async (context: HttpContext): Promise<Response> =>
  handOver(context, {
    whose: undefined,
    keys: { device: await makeDeviceKey(context) },
    next: place,
  })

const deviceInPath = async (context: HttpContext): Promise<Device | undefined> => {
  const deviceId = context.req.param('deviceId')
  const { networkId } = context.get('network')
  return isUuid(deviceId) ? context.get('needs').store.device(networkId, deviceId) : undefined
}

/** The frame of a page about one device. */
const behindDevices = (context: HttpContext) =>
  frameOf(context, { back: { href: place, label: wordsOf(context).toDevices } })

const lastDevice = async (context: HttpContext): Promise<Html> => {
  const { revokeHeading: heading, lastDevice: line } = wordsOf(context)
  return insteadOfForm(await behindDevices(context), { heading, line, back: place })
}

const showRevoke = async (context: HttpContext): Promise<Html | Response> => {
  const device = await deviceInPath(context)
  if (!device) return notHere(context)
  if (await isLastDevice(context, device)) return lastDevice(context)
  const words = wordsOf(context)
  const open = await context.get('needs').store.openSessions(device.networkId)
  const { label, enrolledAt, seenAt, isThis } = deviceTold(context, open, device)
  const told = { stepUpTo: stepUpTo(context, place) }
  return formPage(await behindDevices(context), told, {
    shown: 'stop',
    heading: words.revokeHeading,
    lead: [
      html`<bdi><strong>${label}</strong></bdi>`,
      words.enrolledAt(enrolledAt),
      seenAt === undefined ? '' : words.deviceSeenAt(seenAt),
      words.revokeLead,
    ],
    warning: isThis ? words.revokeThis : undefined,
    action: `${place}/${device.deviceId}/revoke`,
    safe: { href: place, label: words.leaveIt },
    submit: words.revokeButton,
    fields: html``,
  })
}

const takeRevoke = async (context: HttpContext): Promise<Response> => {
  const device = await deviceInPath(context)
  if (!device) return notHere(context)
  const kept = await revokeDevice(context, device)
  if (kept) return context.html(await lastDevice(context), 409)
  return context.redirect(isThis(context, device) ? '/' : `${place}?done=1`, 303)
}

/** Phones and computers that people sign in from. */
export const devicePages = (pages: Pages): void => {
  pages.get(place, 'manage-devices', showDevices)
  pages.post(place, 'manage-devices', takeLink)
  pages.get(`${place}/:deviceId/revoke`, 'manage-devices', showRevoke)
  pages.post(`${place}/:deviceId/revoke`, 'manage-devices', takeRevoke)
}
