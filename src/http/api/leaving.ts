import type { MiddlewareHandler } from 'hono'
import type { LocalDate } from '#domain/kernel/dates.ts'

/*
 * What of the API will go, and when (ADR 196). Nothing goes earlier than two years after it was said here; what has gone
 * stays in the list, so that it can be seen that it was so.
 */

/** A route that will go: since when it is said, on which day it goes, and what is asked instead. */
export type Leaving = {
  readonly saidOn: LocalDate
  readonly goesOn: LocalDate
  readonly instead: string
}

/** By method and path, as the description has them. */
export type LeavingRoutes = Readonly<Record<string, Leaving>>

/** Nothing of 0.2.0 is leaving. */
export const leaving: LeavingRoutes = {}

const instantOf = (day: LocalDate): Date => new Date(`${day}T00:00:00Z`)

/** What an answer of such a route bears: `Deprecation` (RFC 9745), `Sunset` (RFC 8594), and where to read on. */
export const leavingHeaders = ({ saidOn, goesOn }: Leaving): Readonly<Record<string, string>> => ({
  deprecation: `@${instantOf(saidOn).getTime() / 1000}`,
  sunset: instantOf(goesOn).toUTCString(),
  link: '</openapi.json>; rel="deprecation"; type="application/json"',
})

/** The path of a route as the router writes it. */
const routed = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1')

type Routes = {
  readonly on: (method: string, path: string, ...handlers: MiddlewareHandler[]) => unknown
}

/** Says it in every answer of the routes that will go, also where it is a refusal. */
export const sayLeaving = (api: Routes, routes: LeavingRoutes = leaving): void => {
  for (const [route, about] of Object.entries(routes)) {
    const [method = '', path = ''] = route.split(' ')
    api.on(method, routed(path), async (context, next) => {
      await next()
      for (const [name, value] of Object.entries(leavingHeaders(about)))
        context.res.headers.set(name, value)
    })
  }
}
