import { Hono } from 'hono'
import { html } from 'hono/html'
import type { HttpEnv } from '#src/http/env.ts'
import type { describe } from '#src/http/api/openapi.ts'
import { startScript } from '#src/http/reference/start.ts'

const page = html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>API reference</title>
      <link rel="stylesheet" href="/docs/swagger-ui.css" />
    </head>
    <body>
      <noscript>This page needs a script. The same is at /openapi.json as text.</noscript>
      <main id="reference"></main>
      <script src="/docs/start.js"></script>
      <script src="/docs/swagger-ui-bundle.js"></script>
    </body>
  </html>`

/**
 * The description as text, by the version that it names: it is of the program alone, whatever is served. Made when it is first
 * asked for: most who run the service never do.
 */
const texts = new Map<string, string>()
const textOf = (version: string, document: () => ReturnType<typeof describe>): string => {
  const text = texts.get(version) ?? JSON.stringify(document())
  texts.set(version, text)
  return text
}

/** The description of the API as a document and as a page, for anybody: no session is looked at. */
export const referenceRoutes = (
  version: string,
  document: () => ReturnType<typeof describe>,
): Hono<HttpEnv> => {
  const routes = new Hono<HttpEnv>()
  routes.get('/openapi.json', (context) =>
    context.body(textOf(version, document), 200, {
      'content-type': 'application/json',
    }),
  )
  routes.get('/docs', (context) => context.html(page))
  routes.get('/docs/start.js', (context) =>
    context.body(startScript, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  )
  return routes
}
