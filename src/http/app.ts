import { appFileRoutes } from '#src/http/phone/files.ts'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { StorageUnavailable } from '#domain/ports.ts'
import { ReaderBusy, TooMuchToRead } from '#src/exchange/reader.ts'
import { apiRoutes } from '#src/http/api/routes.ts'
import {
  begin,
  headers,
  inWords,
  ourHostOnly,
  rateLimit,
  sameOriginOnly,
  thinLine,
} from '#src/http/boundary.ts'
import { language } from '#src/http/entrance/choices.ts'
import { letterPages } from '#src/http/box/reading.ts'
import { timesByLine, sendersOf } from '#src/http/box/senders.ts'
import { boxPages } from '#src/http/box/writing.ts'
import { bankPages } from '#src/http/bank/pages.ts'
import { caseDeskPages } from '#src/http/cases/pages.ts'
import { buyOutPages } from '#src/http/fair/buy-out.ts'
import { deskPages } from '#src/http/desk.ts'
import { entrancePages } from '#src/http/entrance.ts'
import { bodyLimits } from '#src/http/commands/body.ts'
import type { HttpEnv } from '#src/http/env.ts'
import { lendingPages } from '#src/http/lending.ts'
import { reliefPages } from '#src/http/relief/pages.ts'
import { savingPages } from '#src/http/saving.ts'
import { venturePages } from '#src/http/ventures/pages.ts'
import { confirmingPages } from '#src/http/confirming.ts'
import { comparingPages } from '#src/http/comparing/pages.ts'
import { meetingPages } from '#src/http/meeting.ts'
import { fairPages } from '#src/http/fair/pages.ts'
import { newRulesPages } from '#src/http/fair/new-rules.ts'
import { todayPages } from '#src/http/entrance/today.ts'
import { helpPages } from '#src/http/help/pages.ts'
import { homePages } from '#src/http/home.ts'
import { healthPages } from '#src/http/health.ts'
import { keptRoutes } from '#src/http/api/kept-routes.ts'
import { householdPages } from '#src/http/household/pages.ts'
import { messagePages } from '#src/http/messages/pages.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { metricsRoutes } from '#src/http/metrics/route.ts'
import { networkPages } from '#src/http/network/routes.ts'
import { describe } from '#src/http/api/openapi.ts'
import { type PageRoute, type Pages, pagesOn } from '#src/http/page.ts'
import { memberPages } from '#src/http/members.ts'
import { peoplePages } from '#src/http/people.ts'
import { publicFigurePages } from '#src/http/figures/public.ts'
import { publicNumberPages } from '#src/http/numbers/public.ts'
import { publicRegisterPages } from '#src/http/register/public.ts'
import { publicPricePages } from '#src/http/remittances/prices.ts'
import { senderPages } from '#src/http/remittances/sender.ts'
import { ownViewPages } from '#src/http/own/pages.ts'
import { placePages } from '#src/http/entrance/places.ts'
import { problem } from '#src/http/problem.ts'
import { proofPages } from '#src/http/proof/receipt-check.ts'
import { quotePages } from '#src/http/quote.ts'
import { referenceRoutes } from '#src/http/reference/routes.ts'
import { publicWatchPages } from '#src/http/watch/public.ts'
import { watchPages } from '#src/http/watch/pages.ts'
import { intakePages } from '#src/http/watch/intake.ts'
import { statementPages } from '#src/http/statements.ts'
import { publicTrainingPages } from '#src/http/training/public.ts'
import { ownSupportPages } from '#src/http/support/own-pages.ts'
import { supportPages } from '#src/http/support/pages.ts'
import { teamSupportPages } from '#src/http/support/team-pages.ts'
import { knowCaller } from '#src/http/sessions.ts'
import { systemRoutes } from '#src/http/system.ts'

export type Service = Hono<HttpEnv> & {
  readonly pages: readonly PageRoute[]
  /** What a host answers where it can make no request at all of what was sent. */
  readonly unreadable: (status?: number) => Promise<Response>
}

/** Of one caller; who measures the service is not held by it. */
const usualPerMinute = 600

/** Whoever sent it has hung up in the middle of a body: nobody hears the answer, and it is no fault of ours. */
const isCutOff = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ECONNRESET'

const faultOf = (error: unknown): Response => {
  if (error instanceof StorageUnavailable)
    return problem(503, 'storage-unavailable', { retryAfterSeconds: 5 })
  if (error instanceof ReaderBusy) return problem(503, 'reading-others', { retryAfterSeconds: 10 })
  if (error instanceof TooMuchToRead) return problem(413, 'body-too-large')
  // What the framework itself refuses: a body that is no JSON, a form that is none.
  if (error instanceof HTTPException && error.status < 500)
    return problem(error.status, error.status === 415 ? 'wrong-content-type' : 'body-unreadable')
  return isCutOff(error) ? problem(400, 'body-unreadable') : problem(500, 'internal-error')
}

/** With the headers of every answer, and in no log: of what nobody could read nobody can say for whom it was. */
const unreadableFor = (needs: AppNeeds): Service['unreadable'] => {
  const silent = new Hono<HttpEnv>()
  silent.use(begin({ ...needs, log: () => undefined }), headers(needs))
  silent.all('/:status', ({ req }) => {
    const status = Number(req.param('status'))
    return problem(status, status === 413 ? 'body-too-large' : 'request-unreadable')
  })
  return async (status = 400) => silent.request(`http://127.0.0.1/${status}`)
}

/** What is answered before the service asks who somebody is: whoever writes into the box is nobody, signed in or not. */
const openPages = (
  routes: Hono<HttpEnv>,
  pages: Pages,
  { needs, limit }: { readonly needs: AppNeeds; readonly limit: ReturnType<typeof rateLimit> },
): void => {
  for (const path of ['/box/*', '/report/*'])
    routes.use(path, limit, sameOriginOnly(needs), bodyLimits)
  routes.use('/agencies/check', sameOriginOnly(needs), bodyLimits)
  boxPages(pages, sendersOf(needs))
  intakePages(pages, { senders: sendersOf(needs), filesBy: timesByLine(needs) })
  for (const path of [
    '/numbers',
    '/agencies/*',
    '/roads',
    '/warnings',
    '/talks',
    '/courses',
    '/reported',
    '/complaint',
    '/figures/*',
    '/places',
    '/help/*',
    '/sending',
  ])
    routes.use(path, limit)
  for (const some of [
    publicWatchPages,
    publicNumberPages,
    publicRegisterPages,
    publicTrainingPages,
    publicFigurePages,
    publicPricePages,
    helpPages,
  ])
    some(pages)
}

/** The whole service: boundary, strangers' routes, the API, the pages. */
export const app = (
  needs: AppNeeds,
  { requestsPerMinute = usualPerMinute }: { readonly requestsPerMinute?: number } = {},
): Service => {
  const routes = new Hono<HttpEnv>({ router: keptRoutes() })
  const limit = rateLimit(needs, requestsPerMinute)
  routes.use(begin(needs), headers(needs), thinLine, inWords, ourHostOnly(needs), language)
  // What opens a connection or makes a long answer is limited for strangers too.
  for (const path of ['/readyz', '/openapi.json']) routes.use(path, limit)
  for (const some of [systemRoutes(needs), metricsRoutes(needs, limit)]) routes.route('/', some)
  routes.route('/', appFileRoutes(needs))
  const api = apiRoutes()
  routes.route(
    '/',
    referenceRoutes(needs.version, () => describe(api, needs.version)),
  )
  const pages = pagesOn(routes)
  openPages(routes, pages, { needs, limit })
  routes.use(knowCaller, limit, sameOriginOnly(needs), bodyLimits)
  routes.route('/', api)
  letterPages(pages)
  homePages(pages)
  todayPages(pages)
  placePages(pages)
  entrancePages(pages)
  networkPages(pages)
  deskPages(pages)
  householdPages(pages)
  ownViewPages(pages)
  senderPages(pages)
  proofPages(pages)
  healthPages(pages)
  statementPages(pages)
  bankPages(pages)
  quotePages(pages)
  lendingPages(pages)
  savingPages(pages)
  venturePages(pages)
  reliefPages(pages)
  meetingPages(pages)
  comparingPages(pages)
  confirmingPages(pages)
  fairPages(pages)
  newRulesPages(pages)
  messagePages(pages)
  peoplePages(pages)
  memberPages(pages)
  buyOutPages(pages)
  for (const some of [watchPages, supportPages, teamSupportPages, caseDeskPages, ownSupportPages])
    some(pages)
  routes.notFound((context) =>
    // To a stranger the API has no map: what is not there looks like what is not theirs.
    context.req.path.startsWith('/v1/') && !context.get('caller')
      ? problem(401, 'not-signed-in')
      : problem(404, 'not-found'),
  )
  routes.onError(faultOf)
  return Object.assign(routes, { pages: pages.list, unreadable: unreadableFor(needs) })
}
