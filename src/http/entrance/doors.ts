import { enrolDevice, lookAtKey, useKey } from '#src/app/identity/one-time-keys.ts'
import { note } from '#src/app/activity.ts'
import { type Door, openDoor } from '#src/app/practice/practice-people.ts'
import { enrolledDevice } from '#src/http/entrance/devices.ts'
import { letIn, letOut, noteOfSession } from '#src/http/entrance/enter.ts'
import { answerMessage } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import { forgetKept } from '#src/http/proof/kept-here.ts'
import { keepToken } from '#src/http/sessions.ts'
import { entranceWords } from '#src/words/words.ts'

type Behind = { readonly door: Door; readonly desk: (fundId: string) => string }

/** Which practice person stands behind which door, and where that person begins. */
const behind: Readonly<Record<string, Behind>> = {
  'record-keeper': { door: 'record-keeper', desk: (fundId) => `/funds/${fundId}/today` },
  household: { door: 'household', desk: (fundId) => `/funds/${fundId}/me` },
  ngo: { door: 'auditor', desk: (fundId) => `/funds/${fundId}/health` },
  team: { door: 'migration-worker', desk: () => '/team' },
}

const noDoors = (context: HttpContext): Promise<Response> => {
  const words = entranceWords.in(context.get('language'))
  return answerMessage(context, 404, {
    shown: 'stop',
    heading: words.onlyInPractice,
    lines: [],
    links: [{ href: '/', label: words.toStart }],
  })
}

/** The printed link: it makes this browser one that the practice doors open in, once. */
const start = async (context: HttpContext): Promise<Response> => {
  const needs = context.get('needs')
  if (!needs.isPractice) return noDoors(context)
  if (await enrolledDevice(context)) return context.redirect('/', 303)
  const token = context.req.query('key') ?? ''
  const isOurs = (await lookAtKey(needs, token, ['practice'])) !== undefined
  // A look ahead without a page to show must not use the link up.
  const key =
    isOurs && context.req.method === 'GET' ? await useKey(needs, token, ['practice']) : undefined
  if (!key) {
    const words = entranceWords.in(context.get('language'))
    return answerMessage(context, 404, {
      shown: 'key',
      heading: words.startUsedHeading,
      lines: [words.startUsed],
      links: [{ href: '/', label: words.toStart }],
    })
  }
  const { networkId, madeBy } = key
  const enrolled = await enrolDevice(needs, { networkId, label: 'practice', by: madeBy })
  await note(needs, {
    scope: networkId,
    actor: madeBy,
    device: enrolled.device.deviceId,
    action: 'enrol-device',
    outcome: 'done',
  })
  keepToken(context, 'device', enrolled.token)
  forgetKept(context)
  return context.redirect('/', 303)
}

const takeDoor = async (context: HttpContext): Promise<Response> => {
  const needs = context.get('needs')
  const name = context.req.param('door') ?? ''
  const asked = Object.hasOwn(behind, name) ? behind[name] : undefined
  if (!needs.isPractice || !asked) return noDoors(context)
  const device = await enrolledDevice(context)
  const opened = device && (await openDoor(needs, { device, door: asked.door }))
  if (!opened) {
    const words = entranceWords.in(context.get('language'))
    return answerMessage(context, 401, {
      shown: 'key',
      heading: words.doorLockedHeading,
      lines: [words.doorsLocked],
      links: [{ href: '/', label: words.toStart }],
    })
  }
  await noteOfSession(context, opened.session, 'door')
  await letIn(context, opened)
  return context.redirect(asked.desk(opened.fundId), 303)
}

const signOut = async (context: HttpContext): Promise<Response> => {
  await letOut(context)
  return context.redirect('/', 303)
}

export const doorPages = (pages: Pages): void => {
  pages.get('/start', 'public', start)
  pages.post('/doors/:door', 'public', takeDoor)
  pages.post('/sign-out', 'signed-in', signOut)
}
