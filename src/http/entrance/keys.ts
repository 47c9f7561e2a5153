import type { OneTimeKey, User } from '#domain/ports.ts'
import { note } from '#src/app/activity.ts'
import { chooseSecret, drawSecret, mayHavePin, userOfKey } from '#src/app/first-secret.ts'
import { enrolDevice, lookAtKey, useKey } from '#src/app/one-time-keys.ts'
import type { WeakSecret } from '#src/app/users.ts'
import { enrolledDevice, isDeviceLabel } from '#src/http/entrance/devices.ts'
import { textsOf } from '#src/http/form.ts'
import { answerMessage, frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import { forgetKept } from '#src/http/proof/kept-here.ts'
import { keepToken } from '#src/http/sessions.ts'
import { beginPage, drawnPinPage, enrolPage } from '#src/pages/entrance/key-pages.ts'
import type { Html } from '#src/pages/layout.ts'
import type { EntranceWords } from '#src/words/en/entrance.ts'
import { entranceWords } from '#src/words/words.ts'

const wordsOf = (context: HttpContext) => entranceWords.in(context.get('language'))

const keyIsUsed = (context: HttpContext): Promise<Response> => {
  const words = wordsOf(context)
  return answerMessage(context, 404, {
    shown: 'key',
    heading: words.keyUsedHeading,
    lines: [words.keyUsed],
    links: [{ href: '/', label: words.toStart }],
  })
}

type Beginning = {
  readonly user: User
  /** Officers of a fund sign in with six digits drawn by the machine, staff with a password. */
  readonly isPin: boolean
  readonly isFirstDevice: boolean
  /** Nobody can sign in here yet, and this step does not change that. */
  readonly isElsewhere: boolean
}

const beginningOf = async (context: HttpContext, key: string): Promise<Beginning | undefined> => {
  const needs = context.get('needs')
  const user = await userOfKey(needs, key)
  if (!user) return undefined
  const isFirstDevice = (await needs.store.devices(user.networkId)).length === 0
  const isKnown = (await enrolledDevice(context))?.networkId === user.networkId
  return {
    user,
    isPin: await mayHavePin(needs, user, needs.today()),
    isFirstDevice,
    isElsewhere: !isFirstDevice && !isKnown,
  }
}

const showBegin = async (context: HttpContext): Promise<Html | Response> => {
  const token = context.req.query('key') ?? ''
  const beginning = await beginningOf(context, token)
  if (!beginning) return keyIsUsed(context)
  const frame = await frameOf(context, { query: { key: token } })
  return beginPage(frame, { key: token, ...shownOf(beginning) })
}

const shownOf = ({ isPin, isFirstDevice, isElsewhere }: Beginning) => ({
  isPin,
  isFirstDevice,
  isElsewhere,
})

export const weakInWords = (words: EntranceWords, { code }: WeakSecret): string =>
  ({
    'secret-too-short': words.secretTooShort,
    'secret-too-long': words.secretTooLong,
    'secret-too-simple': words.secretTooSimple,
  })[code]

/** What is wrong with the form beside the password itself, in words. */
const beginFault = (
  words: EntranceWords,
  { isPin, isFirstDevice }: Beginning,
  of: (name: string) => string,
): string | undefined => {
  if (isFirstDevice && !isDeviceLabel(of('label').trim())) return words.labelWrong
  return !isPin && of('secret') !== of('again') ? words.secretsDiffer : undefined
}

type Enrolling = { readonly networkId: string; readonly by: string; readonly label: string }

const enrolThis = async (context: HttpContext, enrolling: Enrolling): Promise<void> => {
  const needs = context.get('needs')
  const { token, device } = await enrolDevice(needs, enrolling)
  await note(needs, {
    scope: enrolling.networkId,
    actor: enrolling.by,
    device: device.deviceId,
    action: 'enrol-device',
    outcome: 'done',
  })
  keepToken(context, 'device', token)
  forgetKept(context)
}

/** Draws or keeps the secret; of a fault it is told which, and the key stays good. */
const keepSecret = (
  context: HttpContext,
  { key, secret, isPin }: { key: string; secret: string; isPin: boolean },
) => {
  const needs = context.get('needs')
  return isPin
    ? drawSecret(needs, { key, day: needs.today() })
    : chooseSecret(needs, { key, secret })
}

const takeBegin = async (context: HttpContext): Promise<Response> => {
  const needs = context.get('needs')
  const words = wordsOf(context)
  const of = await textsOf(context)
  const key = of('key')
  const beginning = await beginningOf(context, key)
  if (!beginning) return keyIsUsed(context)
  const { user, isPin, isFirstDevice } = beginning
  const askAgain = async (fault: string): Promise<Response> => {
    const frame = await frameOf(context, { query: { key } })
    return context.html(beginPage(frame, { key, fault, ...shownOf(beginning) }), 400)
  }
  const fault = beginFault(words, beginning, of)
  if (fault !== undefined) return askAgain(fault)
  const kept = await keepSecret(context, { key, secret: of('secret'), isPin })
  if ('code' in kept)
    return kept.code === 'key-not-good' || kept.code === 'password-needed'
      ? keyIsUsed(context)
      : askAgain(weakInWords(words, kept))
  const { networkId, userId } = user
  await note(needs, {
    scope: networkId,
    actor: userId,
    device: '',
    action: 'set-secret',
    subject: `user:${userId}`,
    outcome: 'done',
  })
  if (isFirstDevice) await enrolThis(context, { networkId, by: userId, label: of('label').trim() })
  return 'pin' in kept
    ? context.html(
        drawnPinPage(await frameOf(context, { at: '/sign-in' }), kept.pin, beginning.isElsewhere),
      )
    : context.redirect('/sign-in?new=1', 303)
}

const forDevices = ['enrol-device'] as const

const goodKey = (context: HttpContext, token: string): Promise<OneTimeKey | undefined> =>
  lookAtKey(context.get('needs'), token, forDevices)

const showEnrol = async (context: HttpContext): Promise<Html | Response> => {
  const token = context.req.query('key') ?? ''
  if (!(await goodKey(context, token))) return keyIsUsed(context)
  return enrolPage(await frameOf(context, { query: { key: token } }), { key: token })
}

const takeEnrol = async (context: HttpContext): Promise<Response> => {
  const of = await textsOf(context)
  const token = of('key')
  if (!(await goodKey(context, token))) return keyIsUsed(context)
  const label = of('label').trim()
  if (!isDeviceLabel(label)) {
    const frame = await frameOf(context, { query: { key: token } })
    return context.html(enrolPage(frame, { key: token, fault: wordsOf(context).labelWrong }), 400)
  }
  const key = await useKey(context.get('needs'), token, forDevices)
  if (!key) return keyIsUsed(context)
  const { networkId, userId, madeBy } = key
  await enrolThis(context, { networkId, by: userId ?? madeBy, label })
  return context.redirect('/sign-in', 303)
}

export const keyPages = (pages: Pages): void => {
  pages.get('/begin', 'public', showBegin)
  pages.post('/begin', 'public', takeBegin)
  pages.get('/enrol', 'public', showEnrol)
  pages.post('/enrol', 'public', takeEnrol)
}
