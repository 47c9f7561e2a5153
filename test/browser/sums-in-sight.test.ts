import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { statementNames } from '#domain/ledger/statement.ts'
import { languages } from '#src/words/catalogue.ts'
import { doors } from '#test/browser/pages.ts'
import { type Practice, servePractice } from '#test/browser/serving.ts'
import { newVisitor, screens, settle } from '#test/browser/window.ts'
import { launchBrowser } from '#test/support/browser.ts'

let browser: Browser | undefined
let practice: Practice | undefined
let visitor: BrowserContext
let fund = ''
beforeAll(async () => {
  browser = await launchBrowser()
  practice = await servePractice()
  visitor = await newVisitor(browser)
  await doors['record-keeper'](visitor, practice)
  const page = await visitor.newPage()
  await page.goto(`${practice.url}/?lang=en`)
  const link = await page.locator('a[href^="/funds/"]').first().getAttribute('href')
  fund = `/funds/${link!.split('/')[2]!}`
  await page.close()
})
afterAll(async () => {
  await practice?.stop()
  await browser?.close()
})

/** By how much each table of a page is wider than the box in which it could be pushed. */
const outOfSight = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.statements .scroll')]
      .map((box) => box.scrollWidth - box.clientWidth)
      .filter((over) => over > 0),
  )

test.each(statementNames)(
  'every sum of %s is in sight on a phone and on a desk, and nothing is pushed sideways',
  async (name) => {
    const page = await visitor.newPage()
    const pushed: string[] = []
    for (const language of languages) {
      const card = name === 'member-statement' ? '&card=M09' : ''
      await page.goto(`${practice!.url}${fund}/statements/${name}?lang=${language}${card}`)
      await settle(page)
      for (const screen of screens) {
        await page.setViewportSize(screen)
        const over = await outOfSight(page)
        if (over.length > 0) pushed.push(`${language} at ${screen.width}: ${over.join(', ')} px`)
      }
    }
    await page.close()
    expect(pushed).toEqual([])
  },
)

test('the place for money is no longer than four screens of a small phone', async () => {
  const page = await visitor.newPage()
  await page.setViewportSize({ width: 360, height: 640 })
  for (const language of languages) {
    await page.goto(`${practice!.url}${fund}/money?lang=${language}`)
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    expect(height, language).toBeLessThanOrEqual(4 * 640)
  }
  await page.close()
})
