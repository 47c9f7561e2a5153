import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Updating, serveEditions } from '#test/browser/editions.ts'
import { enrolledPhone, lookingAt, meetingOpened, unlocked } from '#test/browser/phone.ts'
import { servePractice } from '#test/browser/serving.ts'
import { newVisitor } from '#test/browser/window.ts'
import { clipNames } from '#src/words/clips.ts'
import { launchBrowser } from '#test/support/browser.ts'

/*
 * Two builds of the app, served one after the other from one address, as a service that is replaced serves them. The phone
 * has a meeting waiting while its own app is replaced.
 */

let browser: Browser
let service: Updating
let visitor: BrowserContext
let page: Page
beforeAll(async () => {
  browser = await launchBrowser()
  service = await serveEditions(await servePractice())
  visitor = await newVisitor(browser)
  ;({ page } = await enrolledPhone(visitor, service))
})
afterAll(async () => {
  await service?.stop()
  await browser?.close()
})

const isOlder = (): Promise<boolean> => page.evaluate(() => 'isOlderApp' in globalThis)
const waits = (): Promise<string> => page.locator('header button').first().innerText()
const turns = 12
const waitingNow = async (): Promise<number> => Number(/^\d+/.exec(await waits())?.[0] ?? 0)

test('an older app holds a meeting that waits, hears of a newer one, and does not change under the hand', async () => {
  expect(await isOlder()).toBe(true)
  await page.evaluate(async () => (await caches.open('clips')).put('/kept', new Response('kept')))
  service.cut(true)
  await meetingOpened(page, 1_000_000)
  for (let turn = 0; turn < turns; turn += 1) {
    const who = await page.locator('main h1').first().innerText()
    const usual = page.locator('main button.main')
    if ((await usual.count()) > 0) await usual.click()
    else await page.locator('main .two button').last().click()
    await page.waitForFunction(
      (last) => document.querySelector('main h1')?.textContent !== last,
      who,
    )
  }
  expect(await waitingNow()).toBeGreaterThan(turns)
  service.replace()
  await page.reload()
  await page.waitForFunction(async () => {
    const worker = await navigator.serviceWorker.getRegistration('/app/')
    await worker?.update()
    return worker?.waiting !== null && worker?.waiting !== undefined
  })
  expect(await isOlder()).toBe(true)
}, 600_000)

test('once its last window was closed the newer app opens with all that waits, and hands it in', async () => {
  await unlocked(page)
  const before = await waitingNow()
  await page.close()
  page = await visitor.newPage()
  await page.goto(`${service.url}/app/`)
  // The newer worker takes over when no window is left; this one may have been asked for while it did.
  if (await isOlder()) await page.reload()
  expect(await isOlder()).toBe(false)
  // Spoken words are no part of an edition.
  expect(await page.evaluate(async () => (await caches.match('/kept'))?.text())).toBe('kept')
  await unlocked(page)
  expect(await waitingNow()).toBe(before)
  service.cut(false)
  await page.locator('header button').first().click()
  await page.locator('main button.main').click()
  await page.waitForFunction(
    () => !/^\d/.test(document.querySelector('header button')!.textContent),
  )
  const standings = await page.locator('main li').allInnerTexts()
  expect(standings.length).toBeGreaterThanOrEqual(before)
  for (const one of standings) expect(one).toMatch(/in the book/)
}, 600_000)

test('whoever chooses Khmer digits sees every figure in them, on pages in Khmer alone', async () => {
  const figures = (): Promise<string> => page.locator('main ul').innerText()
  await page.locator('header button').last().click()
  await page.getByRole('button', { name: /១២៣/ }).click()
  await page.getByRole('button', { name: /123/ }).waitFor()
  expect(await figures()).toMatch(/[០-៩]/)
  expect(await figures()).not.toMatch(/[0-9]/)
  // Whoever reads Khmer on a phone that cannot say it is brought the words of the house, in the place of older ones.
  const clips = () =>
    page.evaluate(async () => (await (await caches.open('clips')).keys()).map(({ url }) => url))
  await expect.poll(async () => (await clips()).length, { timeout: 60_000 }).toBe(clipNames.length)
  expect((await clips()).filter((url) => !url.endsWith('.mp3'))).toEqual([])
  await lookingAt(page)('khmer-digits')
  await page.locator('header button').last().click()
  expect(await figures()).not.toMatch(/[០-៩]/)
}, 300_000)
