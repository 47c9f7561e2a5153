import type { Page } from 'playwright-core'
import type { PageToLookAt } from '#test/browser/pages.ts'
import { lastButton, onwards } from '#test/browser/sending.ts'

const follow = (href: string) => async (page: Page) => {
  await page.locator(`main a[href*="${href}"]`).first().click()
  await page.waitForLoadState()
}

const asked = async (page: Page): Promise<void> => {
  await page.locator('main select[name="kind"]').selectOption('health')
  await page.locator('main input[name="number"]').fill('555-0150')
  await onwards(page, lastButton)
}

/** Numbers for whoever needs help, and who can help. */
export const directoryPagesToLookAt: readonly PageToLookAt[] = [
  { name: 'numbers', path: '/numbers', door: 'anyone' },
  { name: 'numbers-staff', path: '/network/numbers', door: 'team' },
  { name: 'numbers-propose', path: '/network/numbers/propose', door: 'team' },
  { name: 'numbers-sure', path: '/network/numbers/propose', door: 'team', steps: asked },
  {
    name: 'numbers-check',
    path: '/network/numbers',
    door: 'administrator',
    steps: follow('/check'),
  },
  {
    name: 'numbers-out',
    path: '/network/numbers',
    door: 'administrator',
    steps: follow('/withdraw'),
  },
  { name: 'numbers-days', path: '/network/numbers/days', door: 'administrator' },
  { name: 'services', path: '/network/services', door: 'team' },
  { name: 'services-propose', path: '/network/services/propose', door: 'team' },
  {
    name: 'services-check',
    path: '/network/services',
    door: 'administrator',
    steps: follow('/check'),
  },
]
