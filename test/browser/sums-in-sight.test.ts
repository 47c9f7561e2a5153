import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { statementNames } from '#domain/ledger/statement.ts'
import { languages } from '#src/words/catalogue.ts'
import { doors } from '#test/browser/pages.ts'
import { type Practice, servePractice } from '#test/browser/serving.ts'
import { newVisitor, screens, settle } from '#test/browser/window.ts'
import { launchBrowser } from '#test/support/browser.ts'

let browser: Browser | undefined
let practice: Practice | undefined
/** One window for all: a statement that opens in one of its own begins a browser anew. */
let page: Page
let fund = ''
beforeAll(async () => {
  browser = await launchBrowser()
  practice = await servePractice()
  const visitor = await newVisitor(browser)
  await doors['record-keeper'](visitor, practice)
  page = await visitor.newPage()
  await page.goto(`${practice.url}/?lang=en`)
  const link = await page.locator('a[href^="/funds/"]').first().getAttribute('href')
  fund = `/funds/${link!.split('/')[2]!}`
})
afterAll(async () => {
  await practice?.stop()
  await browser?.close()
})

/** By how much each table of a page is wider than the box in which it could be pushed, or nothing. */
const outOfSight = (): Promise<readonly number[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.statements .scroll')].map((box) =>
      Math.max(0, box.scrollWidth - box.clientWidth),
    ),
  )

/** Nothing is missing in the practice fund, and these say so in a sentence; of all others a table is looked at. */
const withoutTable: readonly string[] = ['cash-shortages', 'unexplained']

test.each(statementNames)(
  'every sum of %s is in sight on a phone and on a desk, and nothing is pushed sideways',
  async (name) => {
    const pushed: string[] = []
    for (const language of languages) {
      const card = name === 'member-statement' ? '&card=M09' : ''
      await page.goto(`${practice!.url}${fund}/statements/${name}?lang=${language}${card}`)
      await settle(page)
      for (const screen of screens) {
        await page.setViewportSize(screen)
        const over = await outOfSight()
        expect(over.length > 0, name).toBe(!withoutTable.includes(name))
        if (over.some((px) => px > 0))
          pushed.push(`${language} at ${screen.width}: ${over.join(', ')} px`)
      }
    }
    expect(pushed).toEqual([])
  },
)

test('the place for money is no longer than four screens of a small phone', async () => {
  await page.setViewportSize({ width: 360, height: 640 })
  for (const language of languages) {
    await page.goto(`${practice!.url}${fund}/money?lang=${language}`)
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    expect(height, language).toBeLessThanOrEqual(4 * 640)
  }
})
