import type { Page } from 'playwright-core'
import type { PageToLookAt } from '#test/browser/pages.ts'
import { onwards } from '#test/browser/sending.ts'

const submit = (page: Page): Promise<void> => onwards(page, 'main form[method="post"] button.go')

const rounds = '/funds/FUND/confirmations'

/** Opens the round that there is, or begins it: another one cannot be begun for a quarter. */
const toRound = async (page: Page): Promise<void> => {
  const open = page.locator('main p.buttons a.go')
  const list = page.url()
  if ((await open.count()) === 0) await submit(page)
  // Somebody else has begun it meanwhile.
  if ((await open.count()) === 0) await page.goto(list)
  await open.first().click()
  await page.waitForLoadState()
}

const toSlips = async (page: Page): Promise<void> => {
  await toRound(page)
  await page.locator('main a[href$="/slips"]').click()
  await page.waitForLoadState()
}

const chosenBadly = async (page: Page): Promise<void> => {
  await toRound(page)
  await page.locator('input[name="answer"][value="right"]').check()
  await submit(page)
}

/** Members who are drawn and asked whether their balance is right. */
export const confirmingPages: readonly PageToLookAt[] = [
  { name: 'confirming-round', path: rounds, door: 'chair', steps: toRound },
  { name: 'confirming-slips', path: rounds, door: 'auditor', steps: toSlips },
  { name: 'confirming-not-chosen', path: rounds, door: 'auditor', steps: chosenBadly },
  { name: 'confirming-rounds', path: rounds, door: 'record-keeper' },
]
