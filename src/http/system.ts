import { Hono } from 'hono'
import type { HttpEnv } from '#src/http/env.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { problem } from '#src/http/problem.ts'
import { markFile, markPath } from '#src/pages/icons.ts'
import { priceScriptPath } from '#src/pages/forms/form.ts'
import { priceScript } from '#src/pages/lending/price.js.ts'
import { speakScript, speakScriptPath } from '#src/pages/household/speak.js.ts'
import { ownSheet, styleSheet } from '#src/pages/style.css.ts'

/** Fonts never change under their name; other files may with the next version of their package. */
const kept = (type: string): string =>
  type === 'font/woff2' ? 'public, max-age=31536000, immutable' : 'public, max-age=3600'

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
  routes.get(markPath, (context) =>
    context.body(markFile, 200, { 'content-type': 'image/svg+xml; charset=utf-8' }),
  )
  for (const [path, sheet] of [
    ['/style.css', styleSheet],
    ['/own.css', ownSheet],
  ] as const)
    routes.get(path, (context) =>
      context.body(sheet, 200, { 'content-type': 'text/css; charset=utf-8' }),
    )
  for (const [path, script] of [
    [priceScriptPath, priceScript],
    [speakScriptPath, speakScript],
  ] as const)
    routes.get(path, (context) =>
      context.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
    )
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
