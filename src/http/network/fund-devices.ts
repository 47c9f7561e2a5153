import { html } from 'hono/html'
import type { Device } from '#domain/ports.ts'
import { devicesOfFund } from '#src/app/identity/fund-devices.ts'
import { shutOutDevice } from '#src/app/identity/one-time-keys.ts'
import { timeInWords } from '#src/http/entrance/own-sessions.ts'
import { askSecond } from '#src/http/entrance/second.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, formPages } from '#src/http/form-pages.ts'
import { noteBy } from '#src/http/identity/answers.ts'
import { isLastDevice } from '#src/http/identity/device-acts.ts'
import { behindLogins, ofTwo, loginsPlace } from '#src/http/network/logins.ts'
import { insteadOfForm, notHere, wordsOf } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'

/** The devices of the fund of the path. */
export const devicesHere = (context: HttpContext): Promise<readonly Device[]> => {
  const { networkId } = context.get('caller')!.session
  const { store, today } = context.get('needs')
  const { fundId } = context.get('fund')
  return devicesOfFund(store, { networkId, fundId, day: today() })
}

type DeviceVisit = { readonly context: HttpContext; readonly device: Device }

/** Two officers shut a phone of their fund out that was lost: what lies on it is wiped when it hears of it. */
const shuttingOut: FormOf<DeviceVisit> = {
  path: '/funds/:fundId/devices/:deviceId/revoke',
  rule: 'manage-logins',
  find: async (context) => {
    const asked = context.req.param('deviceId')
    const device = (await devicesHere(context)).find(({ deviceId }) => deviceId === asked)
    if (!device) return notHere(context)
    if (!(await isLastDevice(context, device))) return { context, device }
    const { revokeHeading: heading, lastDevice: line } = wordsOf(context)
    const back = loginsPlace(context)
    return insteadOfForm(context, await behindLogins(context), { heading, line, back })
  },
  frame: ({ context }) => behindLogins(context),
  form: async ({ context, device: { deviceId, label, enrolledAt } }) => {
    const words = wordsOf(context)
    const text = {
      heading: words.revokeHeading,
      whose: html`<p>
        <bdi><strong>${label}</strong></bdi>
      </p>`,
      told: html`<p>${words.enrolledAt(timeInWords(context, enrolledAt))}</p>
        <p>${words.revokeLead}</p>
        <p>${words.revokeWipes}</p>`,
      fields: [],
      submit: words.revokeButton,
    }
    const action = `/funds/${context.get('fund').fundId}/devices/${deviceId}/revoke`
    return ofTwo(context, action, text)
  },
  take: async ({ context, device }, of) => {
    const about = { userId: undefined }
    const second = await askSecond(context, of, { action: 'manage-logins', about })
    if ('fault' in second) return { ...second, status: 403 }
    const caller = context.get('caller')!
    await shutOutDevice(context.get('needs'), device)
    const what = {
      scope: context.get('fund').fundId,
      action: 'manage-logins',
      subject: `device:${device.deviceId}`,
      outcome: 'done',
    } as const
    for (const actor of [caller.by.actor, second.userId])
      await noteBy(context, { ...caller, by: { ...caller.by, actor } }, what)
    return { next: caller.session.deviceId === device.deviceId ? '/' : loginsPlace(context) }
  },
}

/** Phones and computers of a fund, which two officers shut out. */
export const fundDevicePages = (pages: Pages): void => formPages(pages, shuttingOut)
