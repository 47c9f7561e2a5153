import { Hono } from 'hono'
import type { HttpEnv } from '#src/http/env.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { problem } from '#src/http/problem.ts'

/** Named by its own text: it never changes under its name. */
const isHashed = /-[\w-]{10}\.(js|css)$/

/**
 * The meeting app's own files, which hold no figure of any fund and are given to anybody. A script that is not there is told
 * so: a page in its place would be read as one.
 */
export const appFileRoutes = ({ appFile }: AppNeeds): Hono<HttpEnv> => {
  const routes = new Hono<HttpEnv>()
  routes.get('/app', (context) => context.redirect('/app/', 301))
  routes.get('/app/*', async (context) => {
    const { path } = context.req
    const isPlace = !/\.\w+$/.test(path)
    const file = await appFile?.(isPlace ? '/app/' : path)
    if (!file) return problem(404, 'not-found')
    // A worker asks by the policy of its own answer, not by that of the page.
    if (isPlace || path === '/app/worker.js') context.set('script', 'app')
    const cached = isHashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
    return context.body(file.text, 200, { 'content-type': file.type, 'cache-control': cached })
  })
  return routes
}
