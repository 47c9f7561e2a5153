import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { practiceTeam } from '#src/app/practice/practice-cases.ts'
import { doors } from '#test/browser/pages.ts'
import { type Practice, servePractice } from '#test/browser/serving.ts'
import { newVisitor } from '#test/browser/window.ts'
import { launchBrowser } from '#test/support/browser.ts'

/*
 * A first talk is written down in a real browser, on the clock. It is a script that types, and no worker with little
 * schooling: what it shows is how long the pages take somebody who types and reads at the pace that is stated.
 */

/** Two signs a second, and three seconds to read each question. */
const pace = { perSign: 500, perQuestion: 3000 }
const mostMinutes = 5

let browser: Browser
let practice: Practice
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  practice = await servePractice()
  const visitor = await newVisitor(browser)
  await doors.team(visitor, practice)
  page = await visitor.newPage()
  await page.setViewportSize({ width: 360, height: 640 })
  // The invented team is made when its desk is opened first, which no later day waits for.
  await page.goto(`${practice.url}/cases/open?lang=en`)
})
afterAll(async () => {
  await practice?.stop()
  await browser?.close()
})

let questions = 0
let signs = 0
const readQuestion = async (): Promise<void> => {
  questions += 1
  await page.waitForTimeout(pace.perQuestion)
}
const type = async (name: string, text: string): Promise<void> => {
  await readQuestion()
  signs += text.length
  const field = page.locator(`main [name="${name}"]`)
  await field.click()
  await field.pressSequentially(text, { delay: pace.perSign })
}
const choose = async (name: string, value: string): Promise<void> => {
  await readQuestion()
  const list = page.locator(`main select[name="${name}"]`)
  if ((await list.count()) > 0) await list.selectOption(value)
  else await page.locator(`main [name="${name}"][value="${value}"]`).check()
}
const press = async (): Promise<void> => {
  await page.locator('main form[method="post"] button').last().click()
  await page.waitForLoadState()
}

test('a first talk is written down in a browser well within five minutes, at two signs a second', async () => {
  const begun = performance.now()
  await type('passphrase', practiceTeam[0].passphrase)
  await press()
  await page.goto(`${practice.url}/cases/new?lang=en`)
  await choose('kind', 'return')
  await choose('isInDanger', 'yes')
  await choose('ageBand', '25-34')
  await choose('sex', 'woman')
  await choose('language', 'khmer')
  await choose('stage', 'back')
  await choose('way', 'visit')
  await type('when', 'after the market, at the school')
  await type('notTo', 'the broker and her husband')
  await choose('isAgreed', 'yes')
  await press()
  expect(new URL(page.url()).pathname).toMatch(/^\/cases\/of\/K-/)
  const onTheClock = performance.now() - begun
  const asTyped = signs * pace.perSign + questions * pace.perQuestion
  const told = `${questions} questions, ${signs} signs: ${(onTheClock / 1000).toFixed(0)} s on the clock`
  console.log(`a first talk by a script, ${told}`)
  expect(onTheClock).toBeLessThan(mostMinutes * 60_000)
  // Typed in no time at all it would have measured nothing.
  expect(onTheClock).toBeGreaterThan(asTyped)
})
