import { html } from 'hono/html'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'

/** An almost empty page on the way to another site: the link is for browsers that do not go by themselves. */
export const leavingPage = (to: string, language: Language): Html =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <meta http-equiv="refresh" content="0; url=${to}" />
        <title>…</title>
      </head>
      <body>
        <main><a href="${to}">${new URL(to).host}</a></main>
      </body>
    </html>`
