import type { Page } from 'playwright-core'
import { vi } from 'vitest'

/** A file as a visitor chooses it. */
export type Chosen = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** What a form of a page is sent by. */
export const lastButton = 'main form[method="post"] button >> nth=-1'

/** Presses what leads to another page, and waits for that one: the page that was there has long been loaded. */
export const onwards = async (page: Page, what: string): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.locator(what).first().click()])
}

const busy = 503

/**
 * Chooses files and sends them, and again where others are being read just then, as the page asks for.
 * @param otherwise what else is filled in on that form, which a refused one has lost
 */
export const sendFiles = async (
  page: Page,
  files: readonly Chosen[],
  otherwise: () => Promise<void> = () => Promise.resolve(),
): Promise<void> => {
  const send = async (): Promise<void> => {
    await otherwise()
    await page.locator('#sheet').setInputFiles([...files])
    const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
    await page.locator('main form.record button.go').click()
    const answer = await answered
    await page.waitForLoadState()
    if (answer.status() === busy) throw new Error('others are being read')
  }
  await vi.waitFor(send, { timeout: 90_000, interval: 500 })
}
