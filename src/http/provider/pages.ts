import { html } from 'hono/html'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import { instantAfter } from '#domain/kernel/dates.ts'
import { isLive } from '#domain/network/links.ts'
import { isAccepted } from '#src/app/answer.ts'
import {
  type ProviderKept,
  type Shown,
  enterByProvider,
  markOfShown,
} from '#src/app/identity/by-provider.ts'
import { noticesFor } from '#src/app/identity/hands.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { enrolledDevice } from '#src/http/entrance/devices.ts'
import { letIn } from '#src/http/entrance/enter.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import { noticePlace } from '#src/http/entrance/notice.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, formPages } from '#src/http/form-pages.ts'
import { decideInNetwork, envelopeOf, formIdIn } from '#src/http/network/deciding.ts'
import { notHere, stepUpTo } from '#src/http/network/place.ts'
import { secondGiven, staffSecondFields } from '#src/http/network/second.ts'
import type { Pages } from '#src/http/page.ts'
import { tokenOf } from '#src/http/sessions.ts'
import { messagePage } from '#src/pages/entrance/message.ts'
import { linkWords, providerWords } from '#src/words/words.ts'

export const providerPlace = {
  signIn: '/sign-in/provider',
  back: '/sign-in/provider/back',
  link: '/me/provider',
  begin: '/me/provider/begin',
}

/** What the browser keeps while somebody is at the provider, and what came of it. */
type Way =
  | { readonly for: 'sign-in' | 'link'; readonly at: string; readonly kept: ProviderKept }
  | { readonly for: 'linked'; readonly at: string; readonly userId: string; readonly shown: Shown }

const cookie = 'provider'
const minutes = 10
const minuteMs = 60_000

const textOf = (of: string): string => lengthPrefixed(['village-fund/provider/1', of])

/** Signed by the service, so that nobody says of themselves whom a provider has shown. */
const keep = (context: HttpContext, way: Way): void => {
  const { signer } = context.get('needs')
  const text = encodeURIComponent(JSON.stringify(way))
  setCookie(context, cookie, `${text}.${signer.sign(cookie, textOf(text))}`, {
    prefix: 'host',
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: minutes * 60,
  })
}

const drop = (context: HttpContext): void => void deleteCookie(context, cookie, { prefix: 'host' })

const wayKept = (context: HttpContext): Way | undefined => {
  const { signer, hash, clock } = context.get('needs')
  const whole = getCookie(context, cookie, 'host') ?? ''
  const [text, signature] = [whole.slice(0, whole.lastIndexOf('.')), whole.split('.').at(-1) ?? '']
  if (hash(signer.sign(cookie, textOf(text))) !== hash(signature)) return undefined
  const way = JSON.parse(decodeURIComponent(text)) as Way
  return clock() <= instantAfter(way.at, minutes * minuteMs) ? way : undefined
}

const returnTo = (context: HttpContext): string =>
  new URL(providerPlace.back, context.get('needs').publicUrl ?? context.req.url).href

const told = async (context: HttpContext, line: string, status: 401 | 403 | 503) => {
  const words = providerWords.in(context.get('language'))
  const page = messagePage(await frameOf(context, { at: '/' }), {
    shown: 'stop',
    heading: words.failedHeading,
    lines: [line],
    links: [{ href: '/sign-in', label: words.toSignIn }],
  })
  return context.html(page, status)
}

/** Sends the browser to the provider; who the person is there, is nothing that we ask before. */
const go = async (context: HttpContext, purpose: 'sign-in' | 'link'): Promise<Response> => {
  const { provider, clock } = context.get('needs')
  if (!provider) return notHere(context)
  try {
    const { url, kept } = await provider.begin(returnTo(context))
    keep(context, { for: purpose, at: clock(), kept })
    return context.redirect(url, 302)
  } catch {
    // Its address does not answer, or answers something else: names and passwords are here.
    return told(context, providerWords.in(context.get('language')).away, 503)
  }
}

const signInBy = async (context: HttpContext, shown: Shown): Promise<Response> => {
  const needs = context.get('needs')
  const words = providerWords.in(context.get('language'))
  const deviceToken = tokenOf(context, 'device')
  const opened = await enterByProvider(needs, { deviceToken, shown })
  if ('code' in opened) return told(context, words.notLinked, 403)
  await letIn(context, opened)
  const notices = await noticesFor(needs.store, opened.session)
  return context.redirect(notices.length > 0 ? noticePlace : '/', 303)
}

const comeBack = async (context: HttpContext): Promise<Response> => {
  const { provider, clock, publicUrl } = context.get('needs')
  if (!provider) return notHere(context)
  const words = providerWords.in(context.get('language'))
  const way = wayKept(context)
  drop(context)
  if (way === undefined || way.for === 'linked') return told(context, words.failed, 401)
  const { pathname, search } = new URL(context.req.url)
  const at = new URL(pathname + search, publicUrl ?? context.req.url)
  const shown = await provider.finish(at, { kept: way.kept, returnTo: returnTo(context) })
  if (!shown) return told(context, words.failed, 401)
  if (way.for === 'sign-in') return signInBy(context, shown)
  const userId = context.get('caller')?.session.userId
  if (userId === undefined) return told(context, words.failed, 401)
  keep(context, { for: 'linked', at: clock(), userId, shown })
  return context.redirect(providerPlace.link, 303)
}

type ProviderVisit = { readonly context: HttpContext; readonly shown: Shown }

/** Before the provider was asked there is nothing to link: the page leads there. */
const leadThere = async (context: HttpContext): Promise<Response> => {
  const words = providerWords.in(context.get('language'))
  const isDone = context.req.query('done') === '1'
  const page = messagePage(await frameOf(context), {
    shown: 'key',
    heading: words.linkHeading,
    lines: [isDone ? words.done : words.linkLead],
    links: isDone
      ? [{ href: '/me', label: words.leave }]
      : [
          { href: '/me', label: words.leave },
          { href: providerPlace.begin, label: words.go },
        ],
  })
  return context.html(page)
}

const linking: FormOf<ProviderVisit> = {
  path: providerPlace.link,
  rule: 'LinkSignIn',
  find: async (context) => {
    if (!context.get('needs').provider) return notHere(context)
    const way = wayKept(context)
    const isMine = way?.for === 'linked' && way.userId === context.get('caller')!.session.userId
    return isMine ? { context, shown: way.shown } : leadThere(context)
  },
  frame: ({ context }) => frameOf(context, { at: providerPlace.link }),
  form: async ({ context }) => {
    const words = providerWords.in(context.get('language'))
    return {
      shown: 'key',
      heading: words.linkHeading,
      told: html`<p>${words.shownLead}</p>`,
      secretFirst: stepUpTo(context, providerPlace.link),
      action: providerPlace.link,
      hidden: { id: context.get('needs').ids() },
      fields: await staffSecondFields(context),
      submit: words.button,
      back: { href: '/me', label: words.leave },
    }
  },
  take: async ({ context, shown }, of) => {
    const { store, hash, ids } = context.get('needs')
    const { networkId, userId } = context.get('caller')!.session
    const words = linkWords.in(context.get('language'))
    const id = formIdIn(of)
    if (id === undefined) return { fault: words.notTaken }
    const second = await secondGiven(context, of, 'LinkSignIn')
    if ('fault' in second) return { ...second, status: 409 }
    const book = await networkBookOf(store, networkId)
    const isThere = book?.links.some(
      (one) => isLive(one) && one.mark === markOfShown(hash, one.linkId, shown),
    )
    // One account is one login's: whoever came by it could be either.
    if (isThere) return { fault: words.notTaken, status: 409 }
    const linkId = ids()
    const mark = markOfShown(hash, linkId, shown)
    const command = {
      ...envelopeOf(context, id),
      type: 'LinkSignIn' as const,
      linkId,
      userId: userId!,
      mark,
      ...second.approved,
    }
    const { word } = second
    const answer = await decideInNetwork(context, command, word ? { second: word } : {})
    if (!isAccepted(answer)) {
      const { code } = answer as Extract<typeof answer, { readonly code: string }>
      const isStepUp = code === 'step-up-needed'
      return { fault: isStepUp ? words['step-up-needed'] : words.notTaken, status: 409 }
    }
    drop(context)
    return { next: `${providerPlace.link}?done=1` }
  },
}

/** Coming in by the organisation's own account, and linking it with the own login. */
export const providerPages = (pages: Pages): void => {
  pages.get(providerPlace.signIn, 'public', async (context) =>
    context.get('needs').provider === undefined || (await enrolledDevice(context))
      ? go(context, 'sign-in')
      : context.redirect('/sign-in', 303),
  )
  pages.get(providerPlace.back, 'public', comeBack)
  pages.get(providerPlace.begin, 'LinkSignIn', (context) => go(context, 'link'))
  formPages(pages, linking)
}
