import { Hono } from 'hono'
import type { HttpEnv } from '#src/http/env.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { problem } from '#src/http/problem.ts'
import { clipOf, clipsPath } from '#src/pages/clip-files.ts'
import { pageFiles } from '#src/pages/files.ts'

const forAYear = 'public, max-age=31536000, immutable'

/** Fonts never change under their name; files of the reference may with the next version of their package. */
const kept = (type: string): string => (type === 'font/woff2' ? forAYear : 'public, max-age=3600')

/** What strangers may ask: does it live, is it ready, which version; style and fonts. */
export const systemRoutes = ({ isReady, version, assets }: AppNeeds): Hono<HttpEnv> => {
  const routes = new Hono<HttpEnv>()
  routes.get('/healthz', (context) => context.json({ status: 'ok' }))
  routes.get('/readyz', async (context) =>
    (await isReady())
      ? context.json({ status: 'ready' })
      : problem(503, 'not-ready', { retryAfterSeconds: 5 }),
  )
  routes.get('/version', (context) => context.json({ version }))
  // Asked for by browsers that no page has told of the mark.
  routes.get('/favicon.ico', (context) => context.body(null, 204))
  for (const { path, type, text } of Object.values(pageFiles))
    routes.get(path, (context) =>
      context.body(text, 200, { 'content-type': type, 'cache-control': forAYear }),
    )
  routes.get(clipsPath, (context) => {
    const clip = clipOf(context.req.param('word') ?? '')
    return clip === undefined
      ? problem(404, 'not-found')
      : context.body(clip, 200, { 'content-type': 'audio/mpeg', 'cache-control': forAYear })
  })
  for (const [path, { bytes, type }] of assets) {
    routes.get(path, async (context) =>
      context.body(typeof bytes === 'function' ? await bytes() : bytes, 200, {
        'content-type': type,
        'cache-control': kept(type),
      }),
    )
  }
  return routes
}
