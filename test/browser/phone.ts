import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeProblems } from '#test/browser/axe.ts'
import { doors } from '#test/browser/pages.ts'
import type { Practice } from '#test/browser/serving.ts'
import { keepScreenshot, openWindow } from '#test/browser/window.ts'

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

const isPictured = process.env['SCREENSHOTS'] === '1'

/** A screen on the smallest phone and on a desk. */
const pictured = async (page: Page, name: string): Promise<void> => {
  const small = page.viewportSize()!
  await keepScreenshot(page, `${name}-360`)
  await page.setViewportSize({ width: 1280, height: 800 })
  await keepScreenshot(page, `${name}-1280`)
  await page.setViewportSize(small)
}

/**
 * A screen as it stands is looked at in both languages, and must fit the smallest phone where that is asked. Its mark-up is
 * the same in both, so axe judges it in one of them, turn about. In Khmer nothing of it is in Latin letters, but for names that
 * have no others.
 */
export const lookingAt = (page: Page) => {
  let looks = 0
  return async (
    name: string,
    {
      mayScroll = true,
      hasNames = false,
    }: { readonly mayScroll?: boolean; readonly hasNames?: boolean } = {},
  ): Promise<void> => {
    const language = (): Promise<string> => page.evaluate(() => document.documentElement.lang)
    // A form is asked for anew in the other language, and stands in its own until it is there.
    const isWhole = (): boolean =>
      [...document.querySelectorAll<HTMLElement>('main[lang]')].every(
        ({ lang }) => lang === document.documentElement.lang,
      )
    looks += 1
    for (let turn = 0; turn < 2; turn += 1) {
      const now = await language()
      if (isPictured) await pictured(page, `phone-${name}-${now}`)
      if (isPictured || looks % 2 === turn)
        expect.soft(await axeProblems(page), `${name} in ${now}`).toEqual([])
      const words = await page.locator('body').innerText()
      expect.soft(words, `${name} in ${now}`).not.toMatch(/undefined|NaN|\[object/)
      const whole = await page.locator('main').evaluate(({ textContent }) => textContent)
      if (now === 'km' && !hasNames)
        expect.soft(whole, `${name} in ${now}`).not.toMatch(/[a-z]{3}/i)
      const tall = await page.evaluate(() => document.documentElement.scrollHeight)
      if (!mayScroll) expect.soft(tall, `${name} in ${now}`).toBeLessThanOrEqual(640)
      await page.locator('header button').last().click()
      await page.waitForFunction((before) => document.documentElement.lang !== before, now)
      await page.waitForFunction(isWhole)
    }
  }
}

/** The phone has no room for anything more, until it is told that it has again. */
export const fullNow = async (page: Page): Promise<() => Promise<void>> => {
  await page.evaluate(() => {
    const all = IDBObjectStore.prototype
    const { put, add } = all
    const full = (): never => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    Object.assign(all, { put: full, add: full })
    Object.assign(globalThis, { roomAgain: () => Object.assign(all, { put, add }) })
  })
  return () => page.evaluate(() => (globalThis as unknown as { roomAgain: () => void }).roomAgain())
}

/** What cannot be read is looked for, and why stands in sight, wherever the screen was. */
export const faultShown = async (page: Page): Promise<string> => {
  await page.locator('main button.main').click()
  const fault = page.locator('main .fault').first()
  await fault.waitFor()
  await page.waitForFunction(() => {
    const { top, bottom } = document.querySelector('main .fault')!.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  })
  return fault.innerText()
}

/** A meeting is opened: the box holds a sum, and everybody is here. */
export const meetingOpened = async (page: Page, sum: number): Promise<void> => {
  const main = page.locator('main')
  await main.locator('.notes').waitFor()
  await page.locator('input[name=sum]').fill(String(sum))
  await main.locator('button.main').click()
  await main.locator('.sum').waitFor()
  await main.locator('button.main').click()
  await main.locator('.tick').first().waitFor()
  for (const box of await main.locator('.tick input').all()) await box.check()
  await main.locator('button.main').click()
  await main.locator('.face').waitFor()
}

/** Nobody at the table brings anything; whoever was passed over waits beside it. */
export const tablePassed = async (page: Page): Promise<void> => {
  const main = page.locator('main')
  for (;;) {
    const who = await main.locator('h1').first().innerText()
    if ((await main.locator('.face').count()) === 0) return
    await main.locator('.two button').last().click()
    await page.waitForFunction(
      (last) => document.querySelector('main h1')?.textContent !== last,
      who,
    )
  }
}
