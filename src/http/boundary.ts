import type { MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { matchedRoutes } from 'hono/route'
import type { HttpContext, HttpEnv } from '#src/http/env.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { problem } from '#src/http/problem.ts'
import { addressOf } from '#src/http/sender.ts'
import { witnessing } from '#src/app/proof/witnessing.ts'
import { limited } from '#src/http/windows.ts'
import { languageOf } from '#src/http/entrance/choices.ts'
import { faultPage } from '#src/pages/fault.ts'

type Middleware = MiddlewareHandler<HttpEnv>

/**
 * The hour at which somebody wrote without a name, at which somebody's case was written into, or at which somebody looked at
 * the own one, stands in no log, beside which other hours stand: those of a fund's book tell whose it was. What a team asks of funds goes over with what its cases
 * ask, and would tell by its own lines which of that it was.
 */
const isUntold =
  /^\/(box|cases|own|reports?)(\/|$)|^\/team\/support\/bring$|^\/v1\/networks\/[^/]+\/funds\/[^/]+\/support$/
/** Whether an answer leaves no line; a fault of the program leaves one wherever it happens. */
export const leavesNoLine = (path: string, status: number): boolean =>
  isUntold.test(path) && status < 500

/** The pattern of what answered: what stands before or behind every answer ends in a star, and so does what nobody answers. */
const routeOf = (context: HttpContext): string =>
  matchedRoutes(context).findLast(({ path }) => !path.endsWith('*'))?.path ?? '/*'

/** Gives every request its number and the service's tools, and writes one allow-listed line about it. */
export const begin = (needs: AppNeeds): Middleware => {
  // One for all requests: what was found once of rights hangs on it.
  let [record, of] = [witnessing(needs), needs.record]
  return async (context, next) => {
    if (of !== needs.record) [record, of] = [witnessing(needs), needs.record]
    const requestId = needs.ids()
    const startedAt = Date.parse(needs.clock())
    const address = addressIn(context.req)
    context.set('requestId', requestId)
    context.set('address', address)
    context.set('needs', { ...needs, record })
    await next()
    // On the answer as it is: `context.header` makes another one of it, and its body a stream.
    context.res.headers.set('x-request-id', requestId)
    // Of what has no address nobody can say that it was none for the box.
    if (address === undefined) return
    if (leavesNoLine(context.req.path, context.res.status)) return
    needs.log({
      requestId,
      method: context.req.method,
      route: routeOf(context),
      status: context.res.status,
      ms: Date.parse(needs.clock()) - startedAt,
      // The kind of fault alone: its message can hold what somebody typed.
      ...(context.error ? { fault: context.error.name } : {}),
    })
  }
}

/** No script but on the pages named below, no frame, nothing from elsewhere; forms go back to where they came from. */
const strictPolicy = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: ["'none'"],
}

/**
 * The reference page alone runs a script, ours and the package's, and makes the one policy that the
 * package's writing into the page needs. It carries no session and shows no data.
 */
const referencePolicy = {
  ...strictPolicy,
  scriptSrc: ["'self'"],
  connectSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  formAction: ["'none'"],
  trustedTypes: ['default'],
}

/**
 * The form of a request alone has a script of this house: it asks for the price of what is typed. Trusted
 * Types stay without any policy, so that it cannot make text into mark-up or into a script either.
 */
const requestPolicy = { ...strictPolicy, scriptSrc: ["'self'"], connectSrc: ["'self'"] }

/** A statement may print itself: its script runs, and may ask nobody for anything. */
const silentPolicy = { ...strictPolicy, scriptSrc: ["'self'"] }

/** A household's own page speaks its sums as well, with words of the house. */
const speakingPolicy = { ...silentPolicy, mediaSrc: ["'self'"] }
/** The meeting app asks this service alone, and its worker's address is the one text that its one policy lets through. */
const appPolicy = {
  ...requestPolicy,
  manifestSrc: ["'self'"],
  workerSrc: ["'self'"],
  trustedTypes: ['village-worker'],
}

const everywhere = {
  // Not `no-referrer`: under that a browser hides the origin of our own forms from ourselves.
  referrerPolicy: 'same-origin',
  crossOriginOpenerPolicy: 'same-origin',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
}

const headersOf = (policy: typeof strictPolicy, isPublic: boolean) =>
  secureHeaders({
    ...everywhere,
    contentSecurityPolicy: policy,
    strictTransportSecurity: isPublic ? 'max-age=31536000; includeSubDomains' : false,
  })

export const headers = ({ publicUrl, holdsTls }: AppNeeds): Middleware => {
  // A phone that was told to ask by TLS alone could never fetch the next certificate of a village box.
  const isPublic = publicUrl !== undefined && holdsTls !== true
  const strict = headersOf(strictPolicy, isPublic)
  const reference = headersOf(referencePolicy, isPublic)
  const withScript = {
    price: headersOf(requestPolicy, isPublic),
    speak: headersOf(speakingPolicy, isPublic),
    print: headersOf(silentPolicy, isPublic),
    codes: headersOf(silentPolicy, isPublic),
    app: headersOf(appPolicy, isPublic),
  }
  return async (context, next) => {
    if (context.req.path === '/docs') return reference(context, next)
    await next()
    const script = context.get('script')
    const set = script === undefined ? strict : withScript[script]
    return set(context, async () => undefined)
  }
}

const pack = compress({ encoding: 'gzip' })
const isPage = /^text\/(html|css|javascript)\b|^image\/svg/
/** An id, a day, a language, a yes: whoever makes up such an address can try no word and no sum by it. */
const isChosen = /^([\da-f-]{36}|\d{4}-\d\d-\d\d|[a-z]{2}|1)$/
/** Whatever holds a card's token in its own page. */
const isOfCard = /^\/card(\/|$)/
/** Made before the service asks who somebody is: no secret can stand beside what was typed. */
const isOfNobody = /^\/(agencies|roads)(\/|$)/

/**
 * Pages are read over a thin line and are sent packed, where no secret stands beside what somebody typed: the length of
 * what is packed tells how far the two are alike. So an answer to a form is sent as it is, a card's page too, and
 * whatever repeats words of its address. What is denied looks, to the last header, as it does elsewhere.
 */
const isPacked = ({ req, res }: HttpContext): boolean =>
  req.method === 'GET' &&
  res.status === 200 &&
  isPage.test(res.headers.get('content-type') ?? '') &&
  !isOfCard.test(req.path) &&
  (isOfNobody.test(req.path) ||
    Object.values(req.queries())
      .flat()
      .every((value) => isChosen.test(value)))

export const thinLine: Middleware = async (context, next) => {
  await next()
  if (isPacked(context)) await pack(context, async () => undefined)
}

/** The address of a request, if it is one and holds no login: a runtime makes of others a fault of its own. */
const addressIn = ({ url }: HttpContext['req']): URL | undefined => {
  const address = URL.parse(url)
  return address?.username === '' && address.password === '' ? address : undefined
}

const loopback = /^(127(\.\d{1,3}){3}|localhost|\[::1\])(:\d{1,5})?$/

const isOurHost = (host: string, publicUrl: string | undefined): boolean =>
  loopback.test(host) || (publicUrl !== undefined && host === new URL(publicUrl).host)

/**
 * Refuses what has no address, before anything asks for it, and other host names, so that a page from elsewhere cannot
 * reach the service by one; caches nothing.
 */
export const ourHostOnly =
  ({ publicUrl }: AppNeeds): Middleware =>
  async (context, next) => {
    const address = context.get('address') ?? addressIn(context.req)
    if (!address) return problem(400, 'request-unreadable')
    // A first line can name a host of its own, and addresses that are made from the request would hold it.
    const named = [context.req.header('host') ?? '', address.host]
    if (!named.every((host) => isOurHost(host, publicUrl))) return problem(421, 'wrong-host')
    await next()
    const { headers: given } = context.res
    if (!given.has('cache-control')) given.set('cache-control', 'no-store')
    return undefined
  }

const isSafe = (method: string): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method)

/** The place that a page was at; nothing where it is not told, or is none. */
const originIn = (referrer: string | undefined): string | undefined =>
  referrer !== undefined && URL.canParse(referrer) ? new URL(referrer).origin : undefined

/** Whether a page elsewhere could send it without asking: anything but a form's own kinds of body is asked for first. */
const couldBeForm = (method: string, type: string | undefined): boolean =>
  method === 'POST' && !/^application\/(?!x-www-form-urlencoded)/i.test(type ?? '')

/** Whether a cookie alone says who sends it, in a way that a page elsewhere could have brought about. */
const isByCookie = (asked: HttpContext['req']): boolean =>
  asked.header('cookie') !== undefined &&
  asked.header('authorization') === undefined &&
  couldBeForm(asked.method, asked.header('content-type'))

/**
 * Refuses what another site's page makes a browser send. Browsers say where a form or a script comes from; those that
 * are older than Firefox 70 leave it out with a form of ours, and name the page itself. A form that brings a cookie
 * and says none of it is refused: a program that says nothing comes with a token of its own or with JSON.
 */
export const sameOriginOnly =
  ({ publicUrl }: AppNeeds): Middleware =>
  async (context, next) => {
    if (isSafe(context.req.method)) return next()
    const site = context.req.header('sec-fetch-site')
    const origin = context.req.header('origin')
    const host = context.req.header('host') ?? ''
    const here = loopback.test(host) ? [`http://${host}`] : []
    const ours: readonly (string | undefined)[] = publicUrl ? [...here, publicUrl] : here
    const saysNothing = site === undefined && origin === undefined
    const isFromElsewhere =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      (origin !== undefined && !ours.includes(origin)) ||
      (saysNothing &&
        isByCookie(context.req) &&
        !ours.includes(originIn(context.req.header('referer'))))
    return isFromElsewhere ? problem(403, 'from-another-site') : next()
  }

/** Who sends: the session where there is one, so that a village behind one address is not one sender. */
const senderOf =
  (needs: AppNeeds) =>
  (context: HttpContext): string => {
    const session = context.get('caller')?.session.sessionId
    return session === undefined ? `from ${addressOf(context, needs)}` : `session ${session}`
  }

const minuteMs = 60_000

/** General traffic; guesses at secrets have budgets of their own, in the database. */
export const rateLimit = (needs: AppNeeds, perMinute: number): Middleware =>
  limited({
    windowMs: minuteMs,
    limit: perMinute,
    senderOf: senderOf(needs),
    refused: () => problem(429, 'too-many-requests', { retryAfterSeconds: 60 }),
  })

const isForPeople = (context: HttpContext): boolean =>
  !context.req.path.startsWith('/v1/') && (context.req.header('accept') ?? '').includes('text/html')

const isProblem = ({ headers: found }: Response): boolean =>
  found.get('content-type') === 'application/problem+json'

/** Tells a person in a browser in words what a program is told by a code. */
export const inWords: Middleware = async (context, next) => {
  await next()
  if (!isForPeople(context) || !isProblem(context.res)) return
  const { status } = context.res
  const { isPractice } = context.get('needs')
  const page = await faultPage(status, { language: languageOf(context), isPractice, at: '/' })
  // When to come back stays: headers that were set before are carried over.
  context.res = new Response(String(page), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    },
  })
}
