import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Language } from '#src/words/catalogue.ts'
import {
  type Door,
  type PageToLookAt,
  addressOf,
  doors,
  fundPages,
  pages,
} from '#test/browser/pages.ts'
import type { Practice } from '#test/browser/serving.ts'
import { newVisitor } from '#test/browser/window.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { differing } from '#test/witness/kept.ts'
import { serveAlike } from '#test/witness/served.ts'

/** Of one session the service takes 600 requests in a minute; each page asks for a few. */
const pagesOfVisitor = 60
const visitors = new Map<string, { readonly visitor: BrowserContext; left: number }>()

let browser: Browser
let practice: Practice
beforeAll(async () => {
  browser = await launchBrowser()
  practice = await serveAlike()
})
afterAll(async () => {
  await practice?.stop()
  await browser?.close()
})

const visitorBehind = async (door: Door): Promise<BrowserContext> => {
  const known = visitors.get(door)
  if (known && known.left > 0) {
    known.left -= 1
    return known.visitor
  }
  await known?.visitor.close()
  const visitor = await newVisitor(browser)
  visitor.setDefaultTimeout(30_000)
  // What a page says does not hang on how it looks.
  await visitor.route(/\.(css|woff2)(\?|$)/, (route) => route.abort())
  await doors[door](visitor, practice)
  visitors.set(door, { visitor, left: pagesOfVisitor })
  return visitor
}

const signInAnew = async (door: Door): Promise<void> => {
  await visitors.get(door)?.visitor.close()
  visitors.delete(door)
}

const toldOnce = async (one: PageToLookAt, address: string): Promise<string> => {
  const page = await (await visitorBehind(one.door)).newPage()
  try {
    const answer = await page.goto(`${practice.url}${address}`)
    if (answer?.status() === 401 && one.status !== 401) throw new Error('nobody is signed in')
    await one.steps?.(page)
    await page.waitForLoadState('load')
    return `${answer?.status()} ${new URL(page.url()).pathname}\n${await textOf(page)}`
  } finally {
    await page.close()
  }
}

/** Some pages end the session that they are opened with: whoever comes after them signs in again. */
const told = async (one: PageToLookAt, address: string): Promise<string> => {
  try {
    return await toldOnce(one, address)
  } catch {
    await signInAnew(one.door)
    return toldOnce(one, address)
  }
}

const textOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.documentElement.outerHTML)

const fundOf = async (): Promise<string> => {
  const page = await (await visitorBehind('record-keeper')).newPage()
  await page.goto(`${practice.url}/?lang=en`)
  const link = await page.locator('a[href^="/funds/"]').first().getAttribute('href')
  await page.close()
  return link!.split('/')[2]!
}

/** Who stands on these is drawn, or chosen by an id: they say something else each time. */
const byChance: readonly string[] = [
  'confirming-round',
  'confirming-slips',
  'confirming-not-chosen',
  'household',
  'support-file',
]

/** Takes the pages of a language one after the other, because what one of them writes the next ones show. */
export const pagesTellAsBefore = (language: Language): void => {
  test(`every page says in ${language} what it said before`, async () => {
    const fundId = await fundOf()
    const found = new Map<string, string>()
    for (const one of [...pages, ...fundPages])
      found.set(one.name, await told(one, addressOf(one, fundId, language)))
    for (const name of byChance) found.delete(name)
    expect(differing(`pages ${language}`, found)).toEqual([])
  }, 1_200_000)
}
