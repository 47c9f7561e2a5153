import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { fileOf, guidePictures, languagesOf, pictureSize } from '#src/pages/help/guides.ts'
import type { Language } from '#src/words/catalogue.ts'
import { doors } from '#test/browser/pages.ts'
import { type Practice, servePractice } from '#test/browser/serving.ts'
import { newVisitor } from '#test/browser/window.ts'
import { guideShots } from '#test/browser/guide-shots.ts'
import { launchBrowser } from '#test/support/browser.ts'

/* Makes the pictures of the guides anew, of the practice network's invented people: `npm run shots:guides`. */

const folder = join(import.meta.dirname, '../../docs/guides/pictures')

const fundIn = async (page: Page, { url }: Practice): Promise<string> => {
  await page.goto(`${url}/?lang=en`)
  const link = page.locator('a[href^="/funds/"]').first()
  return (await link.count()) === 0 ? '' : (await link.getAttribute('href'))!.split('/')[2]!
}

type Studio = { readonly browser: Browser; readonly practice: Practice }

const take = async (
  { browser, practice }: Studio,
  { name, language }: { readonly name: string; readonly language: Language },
): Promise<void> => {
  const { door, path, steps, walk } = guideShots[name]!
  const visitor = await newVisitor(browser)
  await doors[door](visitor, practice)
  const page = await visitor.newPage()
  await page.setViewportSize(pictureSize)
  const fund = path.includes('FUND') ? await fundIn(page, practice) : ''
  const asked = path.replace('FUND', fund)
  await page.goto(`${practice.url}${asked}${asked.includes('?') ? '&' : '?'}lang=${language}`)
  for (const press of steps ?? []) {
    await page.locator(press).first().click()
    await page.waitForLoadState('load')
  }
  await walk?.(page)
  await page.evaluate(() => document.fonts.ready)
  writeFileSync(join(folder, fileOf(name, language, 'png')), await page.screenshot())
  await visitor.close()
}

const browser = await launchBrowser()
const practice = await servePractice()
try {
  mkdirSync(folder, { recursive: true })
  const wanted = process.argv.slice(2)
  for (const { name, guide } of guidePictures)
    if (wanted.length === 0 || wanted.includes(name))
      for (const language of languagesOf(guide))
        await take({ browser, practice }, { name, language })
} finally {
  await practice.stop()
  await browser.close()
}
