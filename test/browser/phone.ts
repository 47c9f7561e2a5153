import type { BrowserContext, Page } from 'playwright-core'
import { doors } from '#test/browser/pages.ts'
import type { Practice } from '#test/browser/serving.ts'
import { openWindow } from '#test/browser/window.ts'

/** Digits that nobody uses elsewhere. */
export const phonePin = '482915'

type Phone = { readonly page: Page; readonly complaints: () => readonly string[] }

/** A phone of the record-keeper on which the app has taken the book along, and works without a network from now on. */
export const enrolledPhone = async (
  visitor: BrowserContext,
  practice: Practice,
): Promise<Phone> => {
  await doors['record-keeper'](visitor, practice)
  const { page, complaints } = await openWindow(visitor)
  await page.goto(`${practice.url}/app/`)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await page.locator('main button').first().click()
  await page.locator('input[name=pin]').fill(phonePin)
  await page.locator('input[name=again]').fill(phonePin)
  await page.locator('button.main').click()
  // The whole book is brought here, row by row looked at and folded.
  await page.locator('main .notes').waitFor({ timeout: 600_000 })
  return { page, complaints }
}

/** Opens the book again after a start. */
export const unlocked = async (page: Page): Promise<void> => {
  await page.locator('input[name=pin]').fill(phonePin)
  await page.locator('button.main').click()
  await page.locator('header button').nth(1).waitFor()
}
