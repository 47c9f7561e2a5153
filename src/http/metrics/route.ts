import { Hono, type MiddlewareHandler } from 'hono'
import type { HttpEnv } from '#src/http/env.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { problem } from '#src/http/problem.ts'

const bearer = /^Bearer (\S{1,500})$/

/** What Prometheus reads, for whoever has the token of the configuration; without one there is no such page. */
export const metricsRoutes = (
  { metrics, hash }: AppNeeds,
  limit: MiddlewareHandler<HttpEnv>,
): Hono<HttpEnv> => {
  const routes = new Hono<HttpEnv>()
  if (metrics === undefined) return routes
  // Compared as hashes: how long it takes tells nothing of the token.
  const right = hash(metrics.token)
  routes.get('/metrics', limit, (context) => {
    const given = bearer.exec(context.req.header('authorization') ?? '')?.[1]
    if (given === undefined || hash(given) !== right) return problem(401, 'not-signed-in')
    return context.body(metrics.measured.text(), 200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
    })
  })
  return routes
}
