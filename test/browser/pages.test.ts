import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Language, languages } from '#src/words/catalogue.ts'
import { axeProblems } from '#test/browser/axe.ts'
import { layoutProblems } from '#test/browser/layout.ts'
import {
  type Door,
  type PageToLookAt,
  addressOf,
  doors,
  fundPages,
  pages,
} from '#test/browser/pages.ts'
import { type Practice, servePractice } from '#test/browser/serving.ts'
import {
  type Screen,
  keepScreenshot,
  newVisitor,
  openWindow,
  screens,
  settle,
} from '#test/browser/window.ts'
import { launchBrowser } from '#test/support/browser.ts'

/** With little time Khmer is looked at on the phone and English on the desk; with more, both on both, and pictures are kept. */
const isLong = process.env['TEST_BUDGET'] === 'ci' || process.env['SCREENSHOTS'] === '1'
const screensFor = (language: Language): readonly Screen[] =>
  isLong ? screens : [screens[language === 'km' ? 0 : 1]]

let browser: Browser | undefined
let practice: Practice | undefined
let fundId = ''
const visitors = new Map<string, Promise<BrowserContext>>()

beforeAll(async () => {
  browser = await launchBrowser()
  practice = await servePractice()
  // Where the record-keeper's door leads to names the fund.
  const page = await (await visitorBehind('record-keeper', 'en')).newPage()
  await page.goto(`${practice.url}/?lang=en`)
  const link = await page.locator('a[href^="/funds/"]').first().getAttribute('href')
  fundId = link!.split('/')[2]!
  await page.close()
})

afterAll(async () => {
  await practice?.stop()
  await browser?.close()
})

const letIn = async (door: Door): Promise<BrowserContext> => {
  const visitor = await newVisitor(browser!)
  await doors[door](visitor, practice!)
  return visitor
}

/** One visitor for each door and language: the language that was chosen last is kept in a cookie. */
const visitorBehind = (door: Door, language: Language): Promise<BrowserContext> => {
  const key = `${door} ${language}`
  const visitor = visitors.get(key) ?? letIn(door)
  visitors.set(key, visitor)
  return visitor
}

/** All that is wrong with what a window shows on a screen. */
const problemsOn = async (screen: Screen, page: Page, name: string): Promise<string[]> => {
  await page.setViewportSize(screen)
  if (isLong) await keepScreenshot(page, `${name}-${screen.width}`)
  const problems = [...(await axeProblems(page)), ...(await layoutProblems(page))]
  return problems.map((problem) => `at ${screen.width} px: ${problem}`)
}

const problemsOf = async (one: PageToLookAt, language: Language): Promise<readonly string[]> => {
  const { page, complaints } = await openWindow(await visitorBehind(one.door, language))
  const answer = await page.goto(`${practice!.url}${addressOf(one, fundId, language)}`)
  await one.steps?.(page)
  await settle(page)
  const spoken = await page.locator('html').getAttribute('lang')
  const problems = [
    ...(answer?.status() === (one.status ?? 200) ? [] : [`answered with ${answer?.status()}`]),
    ...(spoken === language ? [] : [`the page is in ${spoken}`]),
  ]
  for (const screen of screensFor(language))
    problems.push(...(await problemsOn(screen, page, `${one.name}-${language}`)))
  problems.push(...complaints())
  await page.close()
  return problems
}

for (const one of [...pages, ...fundPages])
  for (const language of languages)
    test.concurrent(`the page ${one.name} in ${language} can be read and used by everybody`, async () => {
      expect(await problemsOf(one, language)).toEqual([])
    })
