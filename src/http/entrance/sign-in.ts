import { isUuid } from '#domain/kernel/ids.ts'
import { latinDigits } from '#domain/kernel/money.ts'
import { enter, enterByCard } from '#src/app/entering.ts'
import { doors, loginOf } from '#src/app/practice-people.ts'
import { scopeOfToken } from '#src/app/identity.ts'
import { networkOf } from '#src/app/persons.ts'
import { stepUp } from '#src/app/sign-in.ts'
import { enrolledDevice } from '#src/http/entrance/devices.ts'
import { letIn, noteOfSession, refusalInWords, statusOfRefusal } from '#src/http/entrance/enter.ts'
import { textsOf } from '#src/http/form.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import { tokenOf } from '#src/http/sessions.ts'
import { cardPage, signInPage, stepUpPage } from '#src/pages/entrance/sign-in-pages.ts'
import type { Html } from '#src/pages/layout.ts'
import { entranceWords } from '#src/words/words.ts'

const wordsOf = (context: HttpContext) => entranceWords.in(context.get('language'))

const showSignIn = async (context: HttpContext): Promise<Html> =>
  signInPage(await frameOf(context), {
    isKnownDevice: (await enrolledDevice(context)) !== undefined,
    isSecretNew: context.req.query('new') === '1',
  })

const takeSignIn = async (context: HttpContext): Promise<Response> => {
  const needs = context.get('needs')
  const of = await textsOf(context)
  const device = await enrolledDevice(context)
  const opened = await enter(needs, {
    deviceToken: tokenOf(context, 'device') ?? '',
    login: of('login').slice(0, 200),
    secret: of('secret').slice(0, 1000),
  })
  if (!('code' in opened)) {
    await letIn(context, opened)
    return context.redirect('/', 303)
  }
  const fault = refusalInWords(opened, { words: wordsOf(context), now: needs.clock() })
  const page = signInPage(await frameOf(context), { isKnownDevice: device !== undefined, fault })
  return context.html(page, statusOfRefusal(opened))
}

/** A card's code as it was scanned or typed; undefined for what cannot be one. */
const cardTokenOf = (text: string | undefined): string | undefined => {
  const code = (text ?? '').replaceAll(/\s/g, '')
  return scopeOfToken(code) === undefined ? undefined : code
}

const cardFrame = (context: HttpContext, scanned: string | undefined) =>
  frameOf(context, scanned === undefined ? {} : { query: { c: scanned } })

const showCard = async (context: HttpContext): Promise<Html> => {
  const scanned = cardTokenOf(context.req.query('c'))
  return cardPage(await cardFrame(context, scanned), { scanned })
}

const takeCard = async (context: HttpContext): Promise<Response> => {
  const needs = context.get('needs')
  const of = await textsOf(context)
  const token = cardTokenOf(of('c'))
  const { store } = needs
  const opened =
    token === undefined
      ? ({ code: 'sign-in-failed' } as const)
      : await enterByCard(needs, {
          cardToken: token,
          pin: latinDigits(of('pin').replaceAll(/\s/g, '')).slice(0, 20),
          networkOfFund: async (fundId) => networkOf(store, await store.networks.fundIds(), fundId),
        })
  if (!('code' in opened)) {
    await letIn(context, opened)
    return context.redirect(`/funds/${opened.session.card!.fundId}/me`, 303)
  }
  const fault = refusalInWords(opened, {
    words: wordsOf(context),
    now: needs.clock(),
    isByCard: true,
  })
  const page = cardPage(await cardFrame(context, token), { scanned: token, fault })
  return context.html(page, statusOfRefusal(opened))
}

/** Where a step-up may lead on to: pages of this house only. */
const ways = /^\/funds\/([0-9a-f-]{36})\/(?:auditors|cards|desk|logins)$/
const ofNetwork: readonly string[] = ['/network', '/network/devices']

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

const showStepUp = async (context: HttpContext): Promise<Html> => {
  const to = wayOn(context.req.query('to'))
  const frame = await frameOf(context, to === '/' ? {} : { query: { to } })
  return stepUpPage(frame, {
    to,
    cannot: (await cannotStepUp(context)) ?? (await cameByDoor(context)),
  })
}

const takeStepUp = async (context: HttpContext): Promise<Response> => {
  const needs = context.get('needs')
  const { session } = context.get('caller')!
  const of = await textsOf(context)
  const to = wayOn(of('to'))
  const cannot = await cannotStepUp(context)
  const frame = await frameOf(context)
  if (cannot !== undefined) return context.html(stepUpPage(frame, { to, cannot }), 403)
  const stepped = await stepUp(needs, session, of('secret').slice(0, 1000))
  await noteOfSession(context, session, 'step-up', 'code' in stepped ? 'refused' : 'done')
  if (!('code' in stepped)) {
    return context.redirect(to, 303)
  }
  const fault = refusalInWords(stepped, { words: wordsOf(context), now: needs.clock() })
  return context.html(stepUpPage(frame, { to, fault }), statusOfRefusal(stepped))
}

export const signInPages = (pages: Pages): void => {
  pages.get('/sign-in', 'public', showSignIn)
  pages.post('/sign-in', 'public', takeSignIn)
  pages.get('/card', 'public', showCard)
  pages.post('/card', 'public', takeCard)
  pages.get('/step-up', 'signed-in', showStepUp)
  pages.post('/step-up', 'signed-in', takeStepUp)
}
