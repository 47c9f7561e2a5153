import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'

/** A small phone and a desktop. */
export const screens = [
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
] as const

export type Screen = { readonly width: number; readonly height: number }

/** How long a visitor waits for a page or a part of it: on a busy machine for long, because it only tells of a hang. */
const patienceMs = 110_000

/** A visitor with a cookie jar of their own, who sees every page at rest. */
export const newVisitor = async (browser: Browser): Promise<BrowserContext> => {
  const visitor = await browser.newContext({
    viewport: screens[0],
    locale: 'en-GB',
    timezoneId: 'Asia/Phnom_Penh',
    reducedMotion: 'reduce',
  })
  visitor.setDefaultTimeout(patienceMs)
  return visitor
}

export type Window = {
  readonly page: Page
  /** What went wrong since the window was opened: errors, and breaches of the security policy. */
  readonly complaints: () => readonly string[]
}

/** Opens a window, as large as the first screen, and listens to all that it complains about. */
export const openWindow = async (visitor: BrowserContext): Promise<Window> => {
  const page = await visitor.newPage()
  const complaints: string[] = []
  const complain = (line: string): number => complaints.push(line)
  page.on('pageerror', (error) => complain(`script error: ${error.message}`))
  page.on('console', (message) => {
    const isOfThePageItself = message.location().url === page.url()
    /* The status of the page itself is for the test to judge: a page may rightly be a 404. */
    if (isOfThePageItself && message.text().startsWith('Failed to load resource')) return
    if (message.type() === 'error') complain(`console error: ${message.text()}`)
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText
    /* Given up by the browser itself, because it went on to another page. */
    if (reason === 'net::ERR_ABORTED') return
    complain(`not loaded: ${new URL(request.url()).pathname} (${reason})`)
  })
  const inspector = await visitor.newCDPSession(page)
  inspector.on('Audits.issueAdded', ({ issue }) => {
    const breach = issue.details.contentSecurityPolicyIssueDetails
    if (breach) complain(`security policy: ${breach.violatedDirective} ${breach.blockedURL ?? ''}`)
  })
  await inspector.send('Audits.enable')
  return { page, complaints: () => complaints }
}

const screenshots = join(import.meta.dirname, '../../artefacts/screenshots')

/** Keeps a picture of the whole page for people to look at: `home-km-360.png`. */
export const keepScreenshot = async (page: Page, name: string): Promise<void> => {
  mkdirSync(screenshots, { recursive: true })
  await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true })
}

/** Keeps what was printed, where pictures are asked for. */
export const keepPrint = async (pdf: Buffer, name: string): Promise<void> => {
  if (process.env['SCREENSHOTS'] !== '1') return
  mkdirSync(screenshots, { recursive: true })
  await writeFile(join(screenshots, `${name}.pdf`), pdf)
}

/** Waits until a page is there with its style: where a step has led to another page, that one may still be without. */
export const arrived = async (page: Page): Promise<void> => {
  await page.waitForLoadState('load')
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].every(
      ({ sheet }) => sheet !== null,
    ),
  )
}

/** Opens every `details`, so that what is folded away is judged too, and waits for the fonts. */
export const unfold = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('details:not(.menu)'))
      fold.open = true
    // What stays at the foot of the screen covers a part of the page until one scrolls.
    for (const foot of document.querySelectorAll<HTMLElement>('.on-line .record > .buttons'))
      foot.style.position = 'static'
    await document.fonts.ready
  })

/** A page that is there, with all that is folded away. */
export const settle = async (page: Page): Promise<void> => {
  await arrived(page)
  await unfold(page)
}
