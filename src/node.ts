import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import type { Clock } from '#domain/ports.ts'
import type { Store } from '#infra/db/store.ts'
import { dayIn } from '#src/app/home.ts'
import { app } from '#src/http/app.ts'

export const version: string = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
).version

const fontFiles = [400, 700].map((weight) => ({
  served: `noto-sans-khmer-${weight}.woff2`,
  stored: `noto-sans-khmer-khmer-${weight}-normal.woff2`,
}))

const loadFonts = (): Map<string, Uint8Array<ArrayBuffer>> => {
  const folder = dirname(
    createRequire(import.meta.url).resolve('@fontsource/noto-sans-khmer/package.json'),
  )
  return new Map(
    fontFiles.map(({ served, stored }) => [
      served,
      new Uint8Array(readFileSync(join(folder, 'files', stored))),
    ]),
  )
}

export type Serving = { readonly url: string; readonly stop: () => Promise<void> }

const addressOf = (server: ServerType, host: string): string => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** Serves the home page on this machine until told to stop; answers once it listens. */
export const serveOnNode = ({
  store,
  clock,
  host,
  port,
  timeZone,
  isPractice,
}: {
  readonly store: Store
  readonly clock: Clock
  readonly host: string
  readonly port: number
  readonly timeZone: string
  readonly isPractice: boolean
}): Promise<Serving> => {
  const routes = app({
    store,
    today: () => dayIn(clock(), timeZone),
    isPractice,
    version,
    fonts: loadFonts(),
  })
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: routes.fetch, hostname: host, port }, () =>
      resolve({
        url: addressOf(server, host),
        stop: () =>
          new Promise((stopped) => {
            server.close(() => void store.close().then(stopped))
          }),
      }),
    )
    server.once('error', reject)
  })
}
