import { html } from 'hono/html'
import type { User } from '#domain/ports.ts'
import { note } from '#src/app/activity.ts'
import {
  chooseSecret,
  drawSecret,
  isOfTwo,
  mayHavePin,
  userOfKey,
} from '#src/app/identity/first-secret.ts'
import { enrolDevice, lookAtKey, useKey } from '#src/app/identity/one-time-keys.ts'
import type { WeakSecret } from '#src/app/identity/users.ts'
import { type Field, lineField, secretField } from '#src/desk/fields.ts'
import { enrolledDevice, isDeviceLabel } from '#src/http/entrance/devices.ts'
import { halfField, halfWrong } from '#src/http/entrance/halves.ts'
import { type FormOf, type Taken, type Typed, formPages } from '#src/http/form-pages.ts'
import { answerMessage, frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import { forgetKept } from '#src/http/proof/kept-here.ts'
import { keepToken } from '#src/http/sessions.ts'
import { drawnPinPage } from '#src/pages/entrance/key-pages.ts'
import type { PageFrame } from '#src/pages/layout.ts'
import type { EntranceWords } from '#src/words/en/entrance.ts'
import { entranceWords, networkWords } from '#src/words/words.ts'

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

/** The token of a link: in the address of its page, and in the form that stands there. */
const keyIn = (context: HttpContext, of: Typed): string =>
  context.req.method === 'POST' ? of('key') : (context.req.query('key') ?? '')

type KeyVisit = { readonly context: HttpContext; readonly key: string }

const frame = ({ context }: KeyVisit): Promise<PageFrame> => frameOf(context)

/** What a device is called, as one line; what is none stands in no page again. */
const labelField = (context: HttpContext): Field => {
  const { deviceLabel: label, deviceLabelHint: hint, labelWrong: fault } = wordsOf(context)
  return lineField({
    name: 'label',
    label,
    hint,
    rule: (text) => (isDeviceLabel(text) ? text : undefined),
    fault,
    isGivenAnew: true,
    isRequired: true,
  })
}

type Beginning = {
  readonly user: User
  /** Officers of a fund sign in with six digits drawn by the machine, staff with a password. */
  readonly isPin: boolean
  /** Whether the second one's half is asked for. */
  readonly isByTwo: boolean
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
    isByTwo: await isOfTwo(needs, key),
    isFirstDevice,
    isElsewhere: !isFirstDevice && !isKnown,
  }
}

export const weakInWords = (words: EntranceWords, { code }: WeakSecret): string =>
  ({
    'secret-too-short': words.secretTooShort,
    'secret-too-long': words.secretTooLong,
    'secret-too-simple': words.secretTooSimple,
  })[code]

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
  { key, half, secret, isPin }: { key: string; half: string; secret: string; isPin: boolean },
) => {
  const needs = context.get('needs')
  return isPin
    ? drawSecret(needs, { key, half, day: needs.today() })
    : chooseSecret(needs, { key, half, secret })
}

type BeginVisit = KeyVisit & Beginning

/** A password twice where one is chosen, and what the first device is called. */
const beginFields = ({ context, isPin, isByTwo, isFirstDevice }: BeginVisit): readonly Field[] => {
  const words = wordsOf(context)
  const anew = { autocomplete: 'new-password', isRequired: true } as const
  const chosen = [
    secretField({ ...anew, name: 'secret', label: words.newSecret }),
    secretField({ ...anew, name: 'again', label: words.newSecretAgain }),
  ]
  const begins = { text: words.firstDevice }
  const device = isFirstDevice ? [{ ...labelField(context), begins }] : []
  return [...(isByTwo ? [halfField(context)] : []), ...(isPin ? [] : chosen), ...device]
}

const begun = async (visit: BeginVisit, of: Typed): Promise<Taken> => {
  const { context, key, user, isPin, isFirstDevice, isElsewhere } = visit
  const words = wordsOf(context)
  const kept = await keepSecret(context, { key, half: of('half'), secret: of('secret'), isPin })
  if ('code' in kept && kept.code === 'half-wrong') return halfWrong(context)
  if ('code' in kept)
    return kept.code === 'key-not-good' || kept.code === 'password-needed'
      ? keyIsUsed(context)
      : { faults: new Map([['secret', weakInWords(words, kept)]]) }
  const { networkId, userId } = user
  await note(context.get('needs'), {
    scope: networkId,
    actor: userId,
    device: '',
    action: 'set-secret',
    subject: `user:${userId}`,
    outcome: 'done',
  })
  if (isFirstDevice) await enrolThis(context, { networkId, by: userId, label: of('label') })
  if (!('pin' in kept)) return { next: '/sign-in?new=1' }
  return context.html(
    drawnPinPage(await frameOf(context, { at: '/sign-in' }), kept.pin, isElsewhere),
  )
}

/** The first step of somebody who was given a link: a password of one's own, or six digits drawn. */
const beginning: FormOf<BeginVisit> = {
  path: '/begin',
  rule: 'public',
  // What is too long for a line is told at its field.
  lines: ['secret', 'again', 'label'],
  find: async (context, of) => {
    const key = keyIn(context, of)
    const found = await beginningOf(context, key)
    return found ? { context, key, ...found } : keyIsUsed(context)
  },
  frame,
  form: (visit) => {
    const { context, key, isPin, isElsewhere } = visit
    const words = wordsOf(context)
    const others = networkWords.in(context.get('language'))
    const elsewhere = isPin ? others.beginPinElsewhere : others.beginElsewhere
    return {
      shown: 'key',
      heading: words.beginHeading,
      told: html`${
          // Only of the very first one: any other name is told by mouth, since a paper with name and link opens the door.
          visit.isFirstDevice ? html`<p class="lead">${words.beginName(visit.user.login)}</p>` : ''
        }
        <p>${isPin ? words.beginPin : words.beginPassword}</p>`,
      warning: isElsewhere ? elsewhere : undefined,
      action: '/begin',
      query: { key },
      hidden: { key },
      fields: beginFields(visit),
      submit: isPin ? words.drawButton : words.keepButton,
      back: { href: '/', label: words.toStart },
    }
  },
  take: async (visit, of) =>
    visit.isPin || of('secret') === of('again')
      ? begun(visit, of)
      : { faults: new Map([['again', wordsOf(visit.context).secretsDiffer]]) },
}

const forDevices = ['enrol-device'] as const

/** Adding a phone or computer. */
const enrolling: FormOf<KeyVisit> = {
  path: '/enrol',
  rule: 'public',
  lines: 'label',
  find: async (context, of) => {
    const key = keyIn(context, of)
    const isGood = (await lookAtKey(context.get('needs'), key, forDevices)) !== undefined
    return isGood ? { context, key } : keyIsUsed(context)
  },
  frame,
  form: ({ context, key }) => {
    const words = wordsOf(context)
    return {
      shown: 'key',
      heading: words.enrolHeading,
      told: html`<p>${words.enrolLead}</p>`,
      action: '/enrol',
      query: { key },
      hidden: { key },
      fields: [labelField(context)],
      submit: words.enrolButton,
      back: { href: '/', label: words.toStart },
    }
  },
  take: async ({ context, key }, of) => {
    const used = await useKey(context.get('needs'), key, forDevices)
    if (!used) return keyIsUsed(context)
    const { networkId, userId, madeBy } = used
    await enrolThis(context, { networkId, by: userId ?? madeBy, label: of('label') })
    return { next: '/sign-in' }
  },
}

export const keyPages = (pages: Pages): void => {
  formPages(pages, beginning)
  formPages(pages, enrolling)
}
