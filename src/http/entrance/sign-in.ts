import { html } from 'hono/html'
import { isUuid } from '#domain/kernel/ids.ts'
import { latinDigits } from '#domain/kernel/money.ts'
import { enter, enterByCard } from '#src/app/identity/entering.ts'
import { halvesOf } from '#src/app/identity/halves.ts'
import { noticesFor } from '#src/app/identity/hands.ts'
import { scopeOfToken } from '#src/app/identity/identity.ts'
import { networkOf } from '#src/app/identity/persons.ts'
import { doors, loginOf } from '#src/app/practice/practice-people.ts'
import { stepUp } from '#src/app/identity/sign-in.ts'
import { type Field, lineField, secretField } from '#src/desk/fields.ts'
import { enrolledDevice } from '#src/http/entrance/devices.ts'
import { letIn, noteOfSession, refusalInWords, statusOfRefusal } from '#src/http/entrance/enter.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import { halvesPlace } from '#src/http/entrance/halves.ts'
import { ownSecretAgain } from '#src/http/entrance/secret-again.ts'
import { noticePlace } from '#src/http/entrance/notice.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, formPages } from '#src/http/form-pages.ts'
import type { Pages } from '#src/http/page.ts'
import { tokenOf } from '#src/http/sessions.ts'
import { messagePage } from '#src/pages/entrance/message.ts'
import { goodBox } from '#src/pages/entrance/parts.ts'
import { notKnownPage } from '#src/pages/entrance/sign-in-pages.ts'
import { formShown } from '#src/pages/forms/form.ts'
import type { Html, PageFrame } from '#src/pages/layout.ts'
import { entranceWords, providerWords } from '#src/words/words.ts'

const wordsOf = (context: HttpContext) => entranceWords.in(context.get('language'))

/** The form was opened, not sent. */
const isLook = (context: HttpContext): boolean => context.req.method !== 'POST'

const secretOf = (context: HttpContext): Field => ownSecretAgain(context, 'secret')

const elsewhere = (href: string, label: string): Html =>
  html`<div class="buttons"><a class="button" href="${href}">${label}</a></div>`

type SignInVisit = {
  readonly context: HttpContext
  readonly frame: PageFrame
  readonly isKnownDevice: boolean
}

const isSecretNew = (context: HttpContext): boolean => context.req.query('new') === '1'

/** Signing in with a name; where the device is not known, what to do first and no form. */
const signingIn: FormOf<SignInVisit> = {
  path: '/sign-in',
  rule: 'public',
  // Whatever somebody takes for a secret is a guess, and counted as one.
  lines: ['login', 'secret'],
  find: async (context) => {
    const isKnownDevice = (await enrolledDevice(context)) !== undefined
    return { context, frame: await frameOf(context), isKnownDevice }
  },
  frame: async ({ frame }) => frame,
  page: ({ context, frame, isKnownDevice }, form, filling) =>
    isKnownDevice ? formShown(frame, form, filling) : notKnownPage(frame, isSecretNew(context)),
  form: ({ context }) => {
    const words = wordsOf(context)
    return {
      shown: 'key',
      heading: words.signInHeading,
      told: isSecretNew(context) ? goodBox(words.secretIsSet) : undefined,
      action: '/sign-in',
      fields: [
        lineField({
          name: 'login',
          label: words.login,
          rule: (text) => text,
          fault: '',
          lengthMax: 60,
          autocomplete: 'username',
          isGivenAnew: true,
          isRequired: true,
        }),
        secretOf(context),
      ],
      submit: words.signInButton,
      back: { href: '/', label: words.toStart },
      after: html`${elsewhere('/card', words.cardInstead)}
      ${
        context.get('needs').provider
          ? elsewhere('/sign-in/provider', providerWords.in(context.get('language')).signIn)
          : ''
      }`,
    }
  },
  take: async ({ context }, of) => {
    const needs = context.get('needs')
    const opened = await enter(needs, {
      deviceToken: tokenOf(context, 'device') ?? '',
      login: of('login').slice(0, 200),
      secret: of('secret').slice(0, 1000),
    })
    if (!('code' in opened)) {
      await letIn(context, opened)
      const notices = await noticesFor(needs.store, opened.session)
      if (notices.length > 0) return { next: noticePlace }
      // Whose half somebody waits for is told before anything else.
      const halves = await halvesOf(needs, opened.session)
      return { next: halves.length > 0 ? halvesPlace : '/' }
    }
    const fault = refusalInWords(opened, { words: wordsOf(context), now: needs.clock() })
    return { fault, status: statusOfRefusal(opened) }
  },
}

/** A card's code as it was scanned or typed; undefined for what cannot be one. */
const cardTokenOf = (text: string | undefined): string | undefined => {
  const code = (text ?? '').replaceAll(/\s/g, '')
  return scopeOfToken(code) === undefined ? undefined : code
}

type CardVisit = {
  readonly context: HttpContext
  /** The code of a card; what was scanned travels on unseen, without it, it is typed. */
  readonly scanned: string | undefined
}

const cardFields = ({ context, scanned }: CardVisit): readonly Field[] => {
  const { cardCode, cardCodeHint, pin: label, pinHint: hint } = wordsOf(context)
  const code = lineField({
    name: 'c',
    label: cardCode,
    hint: cardCodeHint,
    rule: (text) => text,
    fault: '',
    lengthMax: 200,
    autocomplete: 'off',
    isGivenAnew: true,
    isRequired: true,
  })
  const pin = secretField({ name: 'pin', label, hint, isPin: true, isRequired: true })
  return scanned === undefined ? [code, pin] : [pin]
}

/** Opening one's own page by card. */
const byCard: FormOf<CardVisit> = {
  path: '/card',
  rule: 'public',
  lines: ['c', 'pin'],
  find: async (context, of) => ({
    context,
    scanned: cardTokenOf(isLook(context) ? context.req.query('c') : of('c')),
  }),
  frame: ({ context }) => frameOf(context),
  form: (visit) => {
    const { context, scanned } = visit
    const words = wordsOf(context)
    return {
      shown: 'card',
      heading: words.cardHeading,
      ...(scanned !== undefined && {
        told: html`<p>${words.cardScanned}</p>`,
        hidden: { c: scanned },
        query: { c: scanned },
      }),
      action: '/card',
      fields: cardFields(visit),
      submit: words.openButton,
      back: { href: '/', label: words.toStart },
      after: elsewhere('/sign-in', words.signInInstead),
    }
  },
  take: async ({ context, scanned }, of) => {
    const needs = context.get('needs')
    const { store } = needs
    const opened =
      scanned === undefined
        ? ({ code: 'sign-in-failed' } as const)
        : await enterByCard(needs, {
            cardToken: scanned,
            pin: latinDigits(of('pin').replaceAll(/\s/g, '')).slice(0, 20),
            networkOfFund: async (fundId) =>
              networkOf(store, await store.networks.fundIds(), fundId),
          })
    if (!('code' in opened)) {
      await letIn(context, opened)
      const notices = await noticesFor(needs.store, opened.session)
      return { next: notices.length > 0 ? noticePlace : `/funds/${opened.session.card!.fundId}/me` }
    }
    const told = { words: wordsOf(context), now: needs.clock(), isByCard: true }
    return { fault: refusalInWords(opened, told), status: statusOfRefusal(opened) }
  },
}

/** Where a step-up may lead on to: pages of this house only. */
const ways = /^\/funds\/([0-9a-f-]{36})\/(?:auditors|cards|desk|logins)$/
const ofNetwork: readonly string[] = [
  '/network',
  '/network/book',
  '/network/devices',
  '/network/found',
  '/me/provider',
]

const wayOn = (asked: string | undefined): string => {
  if (asked !== undefined && ofNetwork.includes(asked)) return asked
  const fundId = ways.exec(asked ?? '')?.[1]
  return asked !== undefined && fundId !== undefined && isUuid(fundId) ? asked : '/'
}

/** Why somebody has no secret to give again; undefined for whoever has one. */
const cannotStepUp = async (context: HttpContext): Promise<string | undefined> => {
  const { session } = context.get('caller')!
  const { store, isPractice } = context.get('needs')
  if (session.userId === undefined) return wordsOf(context).stepUpCard
  const user = await store.user(session.networkId, session.userId)
  return isPractice && user?.secret === undefined ? wordsOf(context).stepUpPractice : undefined
}

/** In practice whoever came by a door goes back to it, also the two whose PIN is told to others. */
const cameByDoor = async (context: HttpContext): Promise<string | undefined> => {
  const { session } = context.get('caller')!
  const { store, isPractice } = context.get('needs')
  const user = await store.user(session.networkId, session.userId ?? '')
  const isOfDoor = user !== undefined && doors.some((door) => user.login === loginOf(door))
  return isPractice && isOfDoor ? wordsOf(context).stepUpPractice : undefined
}

type StepUpVisit = { readonly context: HttpContext; readonly to: string }

/** Asking for the secret again before a dangerous act. */
const steppingUp: FormOf<StepUpVisit> = {
  path: '/step-up',
  rule: 'signed-in',
  lines: ['secret', 'to'],
  find: async (context, of) => {
    const to = wayOn(isLook(context) ? context.req.query('to') : of('to'))
    const cannot =
      (await cannotStepUp(context)) ?? (isLook(context) ? await cameByDoor(context) : undefined)
    if (cannot === undefined) return { context, to }
    const { stepUpHeading: heading, toStart: label } = wordsOf(context)
    const links = [{ href: '/', label }]
    const query = to === '/' || !isLook(context) ? {} : { to }
    const frame = await frameOf(context, { query })
    const page = messagePage(frame, { shown: 'key', heading, lines: [cannot], links })
    return context.html(page, isLook(context) ? 200 : 403)
  },
  frame: ({ context }) => frameOf(context),
  form: ({ context, to }) => {
    const words = wordsOf(context)
    return {
      shown: 'key',
      heading: words.stepUpHeading,
      told: html`<p>${words.stepUpLead}</p>`,
      action: '/step-up',
      query: to === '/' ? {} : { to },
      hidden: { to },
      fields: [secretOf(context)],
      submit: words.stepUpButton,
      back: { href: '/', label: words.toStart },
    }
  },
  take: async ({ context, to }, of) => {
    const needs = context.get('needs')
    const { session } = context.get('caller')!
    const stepped = await stepUp(needs, session, of('secret').slice(0, 1000))
    await noteOfSession(context, session, 'step-up', 'code' in stepped ? 'refused' : 'done')
    if (!('code' in stepped)) return { next: to }
    const fault = refusalInWords(stepped, { words: wordsOf(context), now: needs.clock() })
    return { fault, status: statusOfRefusal(stepped) }
  },
}

export const signInPages = (pages: Pages): void => {
  formPages(pages, signingIn)
  formPages(pages, byCard)
  formPages(pages, steppingUp)
}
