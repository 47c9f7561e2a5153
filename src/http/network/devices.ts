import { html } from 'hono/html'
import type { Device, SessionRow } from '#domain/ports.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import { timeInWords } from '#src/http/entrance/own-sessions.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, formPages } from '#src/http/form-pages.ts'
import { isLastDevice, makeDeviceKey, revokeDevice } from '#src/http/identity/device-acts.ts'
import { handKeysOver } from '#src/http/network/hand-over.ts'
import {
  behindNetwork,
  behindStart,
  doneText,
  insteadOfForm,
  notHere,
  stepUpTo,
  wordsOf,
} from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import type { Html } from '#src/pages/layout.ts'
import { type DeviceSummary, devicesPage } from '#src/pages/network/devices-page.ts'

const place = '/network/devices'

const isThis = (context: HttpContext, { deviceId }: Pick<Device, 'deviceId'>): boolean =>
  context.get('caller')!.session.deviceId === deviceId

const deviceSummary = (
  context: HttpContext,
  open: readonly SessionRow[],
  { deviceId, label, enrolledAt, revokedAt }: Device,
): DeviceSummary => {
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
    devices: devices.map((device) => deviceSummary(context, open, device)),
    done: doneText(context, wordsOf(context).done),
    stepUpTo: stepUpTo(context, place),
  })
}

const takeLink = async (context: HttpContext): Promise<Response> => {
  const device = await makeDeviceKey(context)
  context.set('isTaken', true)
  return handKeysOver(context, { whose: undefined, keys: { device }, next: place })
}

const deviceInPath = async (context: HttpContext): Promise<Device | undefined> => {
  const deviceId = context.req.param('deviceId')
  const { networkId } = context.get('network')
  return isUuid(deviceId) ? context.get('needs').store.device(networkId, deviceId) : undefined
}

/** The frame of a page about one device. */
const behindDevices = (context: HttpContext) =>
  frameOf(context, { back: { href: place, label: wordsOf(context).toDevices } })

const lastDevice = async (context: HttpContext): Promise<Response> => {
  const { revokeHeading: heading, lastDevice: line } = wordsOf(context)
  return insteadOfForm(context, await behindDevices(context), { heading, line, back: place })
}

type DeviceVisit = {
  readonly context: HttpContext
  readonly device: Device
  readonly told: DeviceSummary
}

/** Shuts a device out that was lost or sold, with everybody on it. */
const revoking: FormOf<DeviceVisit> = {
  path: `${place}/:deviceId/revoke`,
  rule: 'manage-devices',
  find: async (context) => {
    const device = await deviceInPath(context)
    if (!device) return notHere(context)
    if (await isLastDevice(context, device)) return lastDevice(context)
    const open = await context.get('needs').store.openSessions(device.networkId)
    return { context, device, told: deviceSummary(context, open, device) }
  },
  frame: ({ context }) => behindDevices(context),
  form: ({ context, told: { deviceId, label, enrolledAt, seenAt, isThis } }) => {
    const words = wordsOf(context)
    return {
      shown: 'stop',
      heading: words.revokeHeading,
      whose: html`<p>
        <bdi><strong>${label}</strong></bdi>
      </p>`,
      told: html`<p>${words.enrolledAt(enrolledAt)}</p>
        ${seenAt === undefined ? '' : html`<p>${words.deviceSeenAt(seenAt)}</p>`}
        <p>${words.revokeLead}</p>`,
      warning: isThis ? words.revokeThis : undefined,
      secretFirst: stepUpTo(context, place),
      action: `${place}/${deviceId}/revoke`,
      fields: [],
      submit: words.revokeButton,
      back: { href: place, label: words.leaveIt },
    }
  },
  take: async ({ context, device, told }) =>
    (await revokeDevice(context, device))
      ? lastDevice(context)
      : { next: told.isThis ? '/' : `${place}?done=1` },
}

/** Phones and computers that people sign in from. */
export const devicePages = (pages: Pages): void => {
  pages.get(place, 'manage-devices', showDevices)
  pages.post(place, 'manage-devices', takeLink)
  formPages(pages, revoking)
}
