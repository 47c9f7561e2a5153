import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { doors } from '#test/browser/pages.ts'
import { faultShown, fullNow, lookingAt, phonePin } from '#test/browser/phone.ts'
import { type Practice, servePractice } from '#test/browser/serving.ts'
import { newVisitor, openWindow } from '#test/browser/window.ts'
import { launchBrowser } from '#test/support/browser.ts'

let browser: Browser
let practice: Practice
beforeAll(async () => {
  browser = await launchBrowser()
  practice = await servePractice()
})
afterAll(async () => {
  await practice?.stop()
  await browser?.close()
})

test('whoever sets a phone up is told what is wrong with the PIN, then of the network, and of a full phone', async () => {
  const visitor = await newVisitor(browser)
  await doors['record-keeper'](visitor, practice)
  const { page } = await openWindow(visitor)
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto(`${practice.url}/app/`)
  await page.locator('main button').first().click()
  if ((await page.locator('html').getAttribute('lang')) === 'km')
    await page.locator('header button').last().click()
  const typed = async (pin: string, again: string): Promise<string> => {
    await page.locator('input[name=pin]').fill(pin)
    await page.locator('input[name=again]').fill(again)
    return faultShown(page)
  }
  expect(await typed('12', '12')).toContain('six digits')
  expect(await typed(phonePin, '482916')).toContain('not the same')
  await lookingAt(page)('pins-differ', { mayScroll: false })
  await visitor.setOffline(true)
  await typed(phonePin, phonePin)
  await page.locator('.fault', { hasText: 'network' }).waitFor()
  await lookingAt(page)('enrol-unreachable', { mayScroll: false })
  await visitor.setOffline(false)
  const roomAgain = await fullNow(page)
  await page.locator('button.main').click()
  await page.locator('.fault', { hasText: 'The phone is full' }).waitFor()
  await roomAgain()
  await page.locator('button.main').click()
  await page.locator('main .notes').waitFor()
}, 300_000)
