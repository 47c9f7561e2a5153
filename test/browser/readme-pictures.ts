import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { type Door, doors } from '#test/browser/pages.ts'
import { type Practice, servePractice } from '#test/browser/serving.ts'
import { newVisitor } from '#test/browser/window.ts'
import { launchBrowser } from '#test/support/browser.ts'

/* Makes the pictures at the beginning of the README anew, of the practice fund's invented people: `npm run shots:readme`. */

const folder = join(import.meta.dirname, '../../docs/pictures')

type Shot = {
  readonly name: string
  readonly door: Door
  readonly path: string
  /** Leads on to the page that is meant. */
  readonly press?: string
}

const shots: readonly Shot[] = [
  { name: 'today', door: 'record-keeper', path: '/?lang=en' },
  {
    name: 'member',
    door: 'record-keeper',
    path: '/funds/FUND/members?lang=en',
    press: 'main a[href*="/members/"] >> nth=1',
  },
  { name: 'household', door: 'household', path: '/funds/FUND/me?lang=km' },
  { name: 'health', door: 'auditor', path: '/funds/FUND/health?lang=en' },
]

const take = async (
  { browser, practice }: { readonly browser: Browser; readonly practice: Practice },
  { name, door, path, press }: Shot,
): Promise<void> => {
  const visitor = await newVisitor(browser)
  await doors[door](visitor, practice)
  const page = await visitor.newPage()
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto(`${practice.url}/?lang=en`)
  const fund = await page.locator('a[href^="/funds/"]').first().getAttribute('href')
  await page.goto(`${practice.url}${path.replace('FUND', fund!.split('/')[2]!)}`)
  if (press !== undefined) await page.locator(press).click()
  await page.waitForLoadState('load')
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await visitor.close()
}

const browser = await launchBrowser()
const practice = await servePractice()
try {
  mkdirSync(folder, { recursive: true })
  for (const shot of shots) await take({ browser, practice }, shot)
} finally {
  await practice.stop()
  await browser.close()
}
