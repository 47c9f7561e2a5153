import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Door } from '#src/app/practice/practice-people.ts'
import { app } from '#src/http/app.ts'
import { sealingBy } from '#infra/system/sealing.ts'
import type { Asset, MessageService } from '#src/http/needs.ts'
import { referenceFiles } from '#src/http/reference/assets.ts'
import { pageFiles } from '#src/pages/files.ts'
import { newVisitor, openWindow } from '#test/browser/window.ts'
import { attempts, confession, hostileText, spoiltStore } from '#test/hostile/hostile-words.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { cheapSecrets } from '#test/support/cheap-secrets.ts'
import { type Practice, practice } from '#test/support/service.ts'

export const strictPolicy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; " +
  "form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

/** Of the one form that has a script: this house's own may run and ask this house, and nothing else is other. */
export const formPolicy = `${strictPolicy}; script-src 'self'; connect-src 'self'`

/** Of a household's own page: its script runs and may ask nobody for anything. */
export const speakingPolicy = `${strictPolicy}; script-src 'self'; media-src 'self'`

export const speakingScript = `<script src="${pageFiles.speak.path}" defer=""></script>`

/** That script, as it stands in the page. */
export const ownScript = `<script src="${pageFiles.price.path}" defer=""></script>`

const assetOf = ({ of, stored, type }: (typeof referenceFiles)[number]): Asset => ({
  bytes: new Uint8Array(
    readFileSync(
      join(dirname(createRequire(import.meta.url).resolve(`${of}/package.json`)), stored),
    ),
  ),
  type,
})

export type Seen = {
  readonly browser: Browser
  readonly village: Practice
  readonly url: string
  readonly stop: () => Promise<void>
}

const serving = (
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<{ readonly server: ServerType; readonly url: string }> =>
  new Promise((resolve) => {
    const server = serve({ fetch, hostname: '127.0.0.1', port: 0 }, () => {
      const { port } = server.address() as AddressInfo
      resolve({ server, url: `http://127.0.0.1:${port}` })
    })
  })

/** The practice service with a spoilt store behind a port, and a browser before it. */
export const spoiltVillage = async (): Promise<Seen> => {
  const browser = await launchBrowser()
  const assets = new Map(referenceFiles.map((file) => [file.served, assetOf(file)]))
  // Whatever stands in a file of texts is shown as text.
  const messages: MessageService = {
    sealing: sealingBy({ secret: 'a messages secret for tests', things: 'messages' }),
    carrier: async () => 'taken',
    sentTexts: async () => [{ id: '1', to: hostileText, text: hostileText }],
  }
  const village = await practice({ assets, secrets: cheapSecrets(), messages })
  const { needs } = village
  const { server, url } = await serving(app({ ...needs, store: spoiltStore(needs.store) }).fetch)
  const stop = async (): Promise<void> => {
    await browser.close()
    await new Promise((closed) => server.close(closed))
  }
  return { browser, village, url, stop }
}

export const visitorAs = async (
  { browser, village }: Seen,
  door: Door | undefined,
): Promise<BrowserContext> => {
  const visitor = await newVisitor(browser)
  if (door !== undefined)
    await visitor.addCookies([
      {
        name: '__Host-session',
        value: await village.as(door),
        domain: '127.0.0.1',
        path: '/',
        secure: true,
        httpOnly: true,
        sameSite: 'Lax',
      },
    ])
  return visitor
}

/** Opens a window and listens for scripts that ran, for dialogs and for leaving the house. */
export const watchedWindow = async ({ url }: Seen, visitor: BrowserContext) => {
  const { page, complaints } = await openWindow(visitor)
  const ran: string[] = []
  page.on('console', (message) => {
    if (message.text().includes(confession)) ran.push(message.text())
  })
  page.on('dialog', (dialog) => {
    ran.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) ran.push(`asked for ${request.url()}`)
  })
  // A missing page of this house is no complaint of the policy.
  const broken = () => complaints().filter((line) => line.startsWith('security policy'))
  return { page, ran, broken }
}

/** An attempt in every field that a page's address can have. */
export const everyQuery = (): string => {
  const names = ['asOf', 'amount', 'months', 'card', 'loan', 'member', 'key', 'c', 'to', 'before']
  const more = ['lang', 'new', 'q', 'count', 'paidOutOn', 'relief', 'every', attempts[0]!]
  const pairs = [...names, ...more].map((name, i) => [name, attempts[i % attempts.length]!])
  return new URLSearchParams(pairs).toString()
}

/** What of the mark-up could run: nothing of it may come from what people wrote. */
export const livePartsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found = [...document.querySelectorAll('*')].filter((element) => {
      const names = element.getAttributeNames()
      const isLive = ['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'BASE', 'STYLE', 'TEMPLATE']
      return (
        isLive.includes(element.tagName) ||
        names.some((name) => name.startsWith('on') || name === 'style' || name === 'srcdoc') ||
        /^\s*(javascript|data|vbscript):/i.test(element.getAttribute('href') ?? '')
      )
    })
    return found.map(({ outerHTML }) => outerHTML.slice(0, 100))
  })

/** The page that takes in a meeting as pictures of codes reads them by a script that may ask nobody for anything. */
export const codesPolicy = `${strictPolicy}; script-src 'self'`
export const codesScript = `<script src="${pageFiles.codes.path}" defer=""></script>`
