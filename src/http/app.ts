import { Hono, type MiddlewareHandler } from 'hono'
import { html } from 'hono/html'
import { secureHeaders } from 'hono/secure-headers'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { type FundViews, type Journal, type Notes, StorageUnavailable } from '#domain/ports.ts'
import { glanceOf } from '#src/app/home.ts'
import { bookOf } from '#src/app/queries.ts'
import { type FundHome, chooseFundPage, emptyHomePage, fundHomePage } from '#src/pages/fund-home.ts'
import { styleSheet } from '#src/pages/style.css.ts'
import { type Language, languages } from '#src/words/catalogue.ts'

export type AppNeeds = {
  readonly store: Journal & FundViews & Notes
  readonly today: () => LocalDate
  readonly isPractice: boolean
  readonly version: string
  /** Fonts by file name; nothing else of the disk is ever served. */
  readonly fonts: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
}

/** The smallest body of RFC 9457: no detail, so that nothing of a request is ever echoed. */
const problem = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  new Response(
    JSON.stringify({ type: `/problems/${code}`, title: code.replaceAll('-', ' '), status }),
    {
      status,
      headers: {
        'content-type': 'application/problem+json',
        'cache-control': 'no-store',
        ...headers,
      },
    },
  )

const loopback = /^(127(\.\d{1,3}){3}|localhost|\[::1\])(:\d{1,5})?$/

const languageOf = (asked: string | undefined, accepted: string | undefined): Language =>
  languages.find((language) => language === asked) ??
  (accepted?.toLowerCase().startsWith('km') ? 'km' : 'en')

const fundNames = async (store: AppNeeds['store']): Promise<{ fundId: string; name: string }[]> => {
  const fundIds = await store.fundIds()
  return Promise.all(
    fundIds.map(async (fundId) => {
      const name = (await store.of(fundId)).get('fund')
      return { fundId, name: name ?? (await bookOf(store, fundId))?.fund.villageCode ?? fundId }
    }),
  )
}

const homeInput = async (
  needs: AppNeeds,
  fund: { fundId: string; name: string },
  isOnlyOne: boolean,
): Promise<FundHome | undefined> => {
  const book = await bookOf(needs.store, fund.fundId)
  if (!book) return undefined
  const glance = glanceOf(
    book,
    needs.today() > book.fund.openedOn ? needs.today() : book.fund.openedOn,
  )
  return {
    ...glance,
    ...(isOnlyOne ? {} : { fundId: fund.fundId }),
    fundName: fund.name,
    isPractice: needs.isPractice,
  }
}

/** No script, no frame, nothing from elsewhere. */
const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    fontSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  crossOriginOpenerPolicy: 'same-origin',
  strictTransportSecurity: false,
})

/** Refuses other host names, so that a page from elsewhere cannot reach the service by one; caches nothing. */
const onThisMachine: MiddlewareHandler = async (context, next) => {
  if (!loopback.test(context.req.header('host') ?? '')) return problem(421, 'only-on-this-machine')
  await next()
  context.header('cache-control', context.res.headers.get('cache-control') ?? 'no-store')
  return undefined
}

/**
 * The service, as far as it goes without sign-in: a home page for whoever sits at this machine. Another
 * host name is refused, so that a page from elsewhere cannot read it through the browser.
 */
export const app = (needs: AppNeeds): Hono => {
  const { store, isPractice, version, fonts } = needs
  const routes = new Hono()
  routes.use(headers, onThisMachine)
  routes.get('/healthz', (context) => context.json({ status: 'ok' }))
  routes.get('/version', (context) => context.json({ version }))
  routes.get('/favicon.ico', (context) => context.body(null, 204))
  routes.get('/style.css', (context) =>
    context.body(styleSheet, 200, { 'content-type': 'text/css; charset=utf-8' }),
  )
  routes.get('/fonts/:file', (context) => {
    const font = fonts.get(context.req.param('file'))
    if (!font) return problem(404, 'not-found')
    return context.body(font, 200, {
      'content-type': 'font/woff2',
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })
  routes.get('/', async (context) => {
    const language = languageOf(context.req.query('lang'), context.req.header('accept-language'))
    const asked = context.req.query('fund')
    if (asked !== undefined && !isUuid(asked)) return problem(404, 'not-found')
    const funds = await fundNames(store)
    if (funds.length === 0) return context.html(emptyHomePage(language, isPractice))
    if (asked === undefined && funds.length > 1)
      return context.html(chooseFundPage(funds, language))
    const fund = asked === undefined ? funds[0] : funds.find(({ fundId }) => fundId === asked)
    const home = fund ? await homeInput(needs, fund, funds.length === 1) : undefined
    return home ? context.html(html`${fundHomePage(home, language)}`) : problem(404, 'not-found')
  })
  routes.notFound(() => problem(404, 'not-found'))
  routes.onError((error) =>
    error instanceof StorageUnavailable
      ? problem(503, 'storage-unavailable', { 'retry-after': '5' })
      : problem(500, 'internal-error'),
  )
  return routes
}
